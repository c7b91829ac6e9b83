//! Which floor each room is on.

/// Every room and its floor. A room may lean on lower floors only.
///
/// `contract`, `verify` and `xtask` stand beside the floors; their number says what they may lean on.
const FLOORS: &[(&str, u8)] = &[
    ("ambient", 0),
    ("domain", 0),
    ("eventlog", 0),
    ("read-model", 0),
    ("testbed", 0),
    ("xtask", 0),
    ("audit", 1),
    ("codec", 1),
    ("contract", 1),
    ("privacy", 1),
    ("projections", 1),
    ("texts", 1),
    ("accounts", 2),
    ("desk", 2),
    ("export", 2),
    ("history", 2),
    ("api", 3),
    ("blobs", 3),
    ("bus-nats", 3),
    ("documents", 3),
    ("signatures", 3),
    ("store-postgres", 3),
    ("store-sqlite", 3),
    ("verify", 3),
    ("web", 3),
    ("workers", 3),
    ("service", 4),
    ("acceptance", 5),
    ("bench", 5),
    ("faults", 5),
];

/// The floor of this room, when it has one.
pub(super) fn floor_of(room: &str) -> Option<u8> {
    let (_, floor) = FLOORS.iter().find(|(name, _)| *name == room)?;
    Some(*floor)
}
