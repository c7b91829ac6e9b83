//! Each outside crate is met in the rooms that need it, nowhere else.

use super::floors::floor_of;
use crate::{
    tidy::{Finding, Rule},
    workspace::{Room, Workspace},
};

pub(in crate::tidy) const RULE: Rule = Rule {
    name: "outside-crates",
    why: "an outside crate known to one room can be replaced by changing one room, and rules that meet no database or network stay testable in milliseconds",
    remedy: "ask the room that owns the crate through a port; if a further room truly needs it, add the room to crates/xtask/src/tidy/rooms/outside_crates.rs in a commit of its own that says why",
    check,
};

/// The only rooms that may meet these crates.
const MEETINGS: &[(&[&str], &[&str])] = &[
    (&["rusqlite"], &["store-sqlite", "bench"]),
    (&["refinery"], &["store-sqlite", "store-postgres", "bench"]),
    (
        &["tokio-postgres", "deadpool-postgres"],
        &["store-postgres", "bench"],
    ),
    (&["async-nats"], &["bus-nats"]),
    (
        &["axum", "axum-extra", "tower-http"],
        &["api", "web", "service"],
    ),
    (&["anyhow"], &["service", "xtask", "bench"]),
    (&["clap"], &["service", "xtask", "verify"]),
    (&["chacha20poly1305", "hkdf", "hmac"], &["privacy"]),
    (&["ed25519-dalek"], &["audit"]),
    (&["jsonwebtoken"], &["accounts"]),
    (&["getrandom"], &["ambient"]),
    (
        &["sea-query"],
        &[
            "read-model",
            "contract",
            "store-sqlite",
            "store-postgres",
            "bench",
        ],
    ),
    (
        &["opentelemetry", "tracing-opentelemetry"],
        &["api", "workers", "service"],
    ),
    (&["opentelemetry_sdk", "opentelemetry-otlp"], &["service"]),
    (&["zip"], &["api", "export", "verify"]),
    (&["rust_xlsxwriter"], &["export"]),
    (&["lopdf"], &["export", "documents"]),
    (
        &["comemo", "typst", "typst-layout", "typst-pdf"],
        &["documents"],
    ),
    (&["percent-encoding"], &["api", "bus-nats"]),
    (&["cargo_metadata"], &["xtask"]),
    (&["icu_collator", "icu_locale_core"], &["read-model"]),
];

/// All that the rules of the office may meet.
const DOMAIN_MEETS: &[&str] = &["thiserror", "serde", "schemars", "jiff"];

/// The async runtime, and the rooms below floor 2 that may have it all the same.
const RUNTIME: &[&str] = &["tokio", "tokio-util"];
const LOW_ROOMS_WITH_RUNTIME: &[&str] = &["contract"];

fn check(workspace: &Workspace) -> Vec<Finding> {
    workspace.rooms.iter().flat_map(check_room).collect()
}

fn check_room(room: &Room) -> Vec<Finding> {
    let outside = room
        .dependencies
        .iter()
        .filter(|one| one.is_shipped && one.room.is_none());
    outside
        .filter_map(|one| complaint(&room.name, &one.package))
        .map(|wrong| Finding::in_file(&room.manifest, wrong))
        .collect()
}

fn complaint(room: &str, package: &str) -> Option<String> {
    if room == "domain" && !DOMAIN_MEETS.contains(&package) {
        return Some(format!(
            "`domain` meets `{package}`, but only {DOMAIN_MEETS:?}"
        ));
    }
    let is_low = floor_of(room).is_some_and(|floor| floor < 2);
    if is_low && RUNTIME.contains(&package) && !LOW_ROOMS_WITH_RUNTIME.contains(&room) {
        return Some(format!(
            "`{room}` is below floor 2 and must not need `{package}`"
        ));
    }
    let (_, rooms) = MEETINGS
        .iter()
        .find(|(packages, _)| packages.contains(&package))?;
    let is_met_here = rooms.contains(&room);
    (!is_met_here).then(|| format!("`{room}` meets `{package}`, which only {rooms:?} may"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_may_meet_its_own_crates() {
        for (room, package) in [
            ("store-sqlite", "rusqlite"),
            ("api", "axum"),
            ("domain", "jiff"),
            ("contract", "tokio"),
            ("desk", "tokio"),
        ] {
            assert_eq!(complaint(room, package), None);
        }
    }

    #[test]
    fn a_crate_in_a_foreign_room_is_found() {
        for (room, package) in [
            ("desk", "rusqlite"),
            ("workers", "axum"),
            ("desk", "anyhow"),
            ("domain", "uuid"),
            ("eventlog", "tokio"),
            ("codec", "tokio"),
        ] {
            assert!(complaint(room, package).is_some(), "{room} meets {package}");
        }
    }
}
