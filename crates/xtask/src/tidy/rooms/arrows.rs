//! Arrows only point down.

use super::floors::floor_of;
use crate::{
    tidy::{Finding, Rule},
    workspace::{Room, Workspace},
};

pub(in crate::tidy) const RULE: Rule = Rule {
    name: "arrows",
    why: "a room that leans on lower floors only can be read, tested and replaced without the rooms above it",
    remedy: "turn the arrow round with a port on a lower floor, or move the code to the room that needs it; a new room gets a line in crates/xtask/src/tidy/rooms/floors.rs",
    check,
};

fn check(workspace: &Workspace) -> Vec<Finding> {
    workspace.rooms.iter().flat_map(check_room).collect()
}

fn check_room(room: &Room) -> Vec<Finding> {
    let finding = |wrong: String| Finding::in_file(&room.manifest, wrong);
    let Some(from) = floor_of(&room.name) else {
        return vec![finding(format!("`{}` is on no floor", room.name))];
    };
    let arrows = room.dependencies.iter().filter(|arrow| arrow.is_shipped);
    arrows
        .filter_map(|arrow| arrow.room.as_deref())
        .filter(|target| floor_of(target).is_none_or(|to| to >= from))
        .map(|target| {
            let to = floor_of(target).map_or("no floor".to_owned(), |to| format!("floor {to}"));
            finding(format!(
                "`{}` (floor {from}) leans on `{target}` ({to})",
                room.name
            ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::made_up::{house_with, room, wrongs};

    fn check_one(name: &str, packages: &[&str]) -> Vec<String> {
        wrongs(check(&house_with(vec![room(name, packages)], &[])))
    }

    #[test]
    fn an_arrow_down_is_fine() {
        assert!(check_one("desk", &["khen-domain", "khen-codec", "tokio"]).is_empty());
    }

    #[test]
    fn an_arrow_sideways_or_up_is_found() {
        assert_eq!(
            check_one("api", &["khen-workers", "khen-service"]),
            [
                "`api` (floor 3) leans on `workers` (floor 3)",
                "`api` (floor 3) leans on `service` (floor 4)"
            ]
        );
    }

    #[test]
    fn an_arrow_for_tests_may_point_anywhere() {
        let mut desk = room("desk", &["khen-store-sqlite"]);
        desk.dependencies[0].is_shipped = false;
        assert!(check(&house_with(vec![desk], &[])).is_empty());
    }

    #[test]
    fn a_room_must_say_which_floor_it_is_on() {
        assert_eq!(check_one("common", &[]), ["`common` is on no floor"]);
    }
}
