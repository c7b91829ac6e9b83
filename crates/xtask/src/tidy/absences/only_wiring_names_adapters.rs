//! One place knows which adapter stands behind a port.

use crate::{
    tidy::{Finding, Rule},
    workspace::Workspace,
};

pub(in crate::tidy) const RULE: Rule = Rule {
    name: "only-wiring-names-adapters",
    why: "the embedded and the clustered profile differ in one place; an edge that names SQLite works for half the offices",
    remedy: "take the port as `Arc<dyn …>` and let crates/service/src/wiring hand in the adapter",
    check,
};

const ADAPTERS: &[(&str, &str)] = &[
    ("khen_blobs", "blobs"),
    ("khen_bus_nats", "bus-nats"),
    ("khen_documents", "documents"),
    ("khen_signatures", "signatures"),
    ("khen_store_postgres", "store-postgres"),
    ("khen_store_sqlite", "store-sqlite"),
];

/// Rooms that stand above the service and compare adapters.
const JUDGES: &[&str] = &["bench", "faults"];

fn check(workspace: &Workspace) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &workspace.rust {
        let is_wiring = file.path.starts_with("crates/service/src/wiring");
        let room = file.room().unwrap_or_default();
        if is_wiring || JUDGES.contains(&room) {
            continue;
        }
        for (adapter, home) in ADAPTERS.iter().filter(|(_, home)| *home != room) {
            let places = file.shipped_places(adapter);
            findings.extend(
                places.map(|place| Finding::at(file, place, format!("names the adapter `{home}`"))),
            );
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::made_up::in_one_file;

    const TEXT: &str = "use khen_store_sqlite::SqliteStore;\n";

    #[test]
    fn an_adapter_named_outside_the_wiring_is_found() {
        for path in ["crates/api/src/a.rs", "crates/service/src/serve.rs"] {
            assert_eq!(
                in_one_file(&RULE, path, TEXT),
                ["names the adapter `store-sqlite`"]
            );
        }
    }

    #[test]
    fn the_wiring_and_tests_may_name_adapters() {
        for path in [
            "crates/service/src/wiring.rs",
            "crates/service/src/wiring/embedded.rs",
            "crates/workers/tests/follow.rs",
            "crates/store-sqlite/src/bin.rs",
        ] {
            assert!(in_one_file(&RULE, path, TEXT).is_empty(), "{path}");
        }
    }
}
