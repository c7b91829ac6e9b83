//! One room moves rows.

use crate::{
    tidy::{Finding, Rule},
    workspace::Workspace,
};

pub(in crate::tidy) const RULE: Rule = Rule {
    name: "only-workers-move-rows",
    why: "live, catch-up and rebuild are the same loop; a second way to a row is a row that a rebuild does not bring back",
    remedy: "let a projection explain the event, and the follower in `workers` apply it",
    check,
};

/// Besides `workers`: the room that defines the port, those that keep it, check it or measure it.
const MOVERS: &[&str] = &[
    "workers",
    "read-model",
    "contract",
    "store-sqlite",
    "store-postgres",
    "bench",
];

fn check(workspace: &Workspace) -> Vec<Finding> {
    let knows_rows = |name: &str| {
        let mut rooms = workspace.rooms.iter().filter(|room| room.name == name);
        rooms.any(|room| {
            room.dependencies
                .iter()
                .any(|one| one.package == "khen-read-model")
        })
    };
    workspace
        .rust
        .iter()
        .filter(|file| {
            file.room()
                .is_some_and(|room| !MOVERS.contains(&room) && knows_rows(room))
        })
        .flat_map(|file| {
            let calls = file
                .shipped_places(".apply(")
                .chain(file.shipped_places("RowStore::apply"));
            calls.map(|place| Finding::at(file, place, "applies rows"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::made_up::{house_with, room};

    const TEXT: &str = "fn a() { rows.apply(batch); RowStore::apply(rows, batch); }";

    fn count(name: &str) -> usize {
        let path = format!("crates/{name}/src/a.rs");
        let rooms = vec![room(name, &["khen-read-model"])];
        check(&house_with(rooms, &[(&path, TEXT)])).len()
    }

    #[test]
    fn moving_rows_outside_workers_is_found() {
        assert_eq!(count("api"), 2);
        assert_eq!(count("projections"), 2);
        assert_eq!(count("workers"), 0);
    }

    #[test]
    fn a_room_that_knows_no_rows_applies_something_else() {
        let workspace = house_with(vec![room("texts", &[])], &[("crates/texts/src/a.rs", TEXT)]);
        assert!(check(&workspace).is_empty());
    }
}
