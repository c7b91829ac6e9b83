//! The floor plan shows every room.

use super::floors::floor_of;
use crate::{
    tidy::{Finding, Rule},
    workspace::{Room, Workspace},
};

pub(in crate::tidy) const RULE: Rule = Rule {
    name: "map",
    why: "a stranger starts at the floor plan; a plan that leaves out a room or words it differently misleads",
    remedy: "give every room, and only those, a row `| `name` | floor | duty |` in crates/README.md, with the floor of floors.rs and the description of Cargo.toml",
    check,
};

const PATH: &str = "crates/README.md";

fn check(workspace: &Workspace) -> Vec<Finding> {
    let plan = workspace.file(PATH).map_or("", |file| &file.text);
    let rows: Vec<String> = workspace.rooms.iter().filter_map(row).collect();
    let missing = rows
        .iter()
        .filter(|row| !plan.lines().any(|line| line == row.as_str()))
        .map(|row| Finding::in_file(PATH, format!("has no row `{row}`")));
    let stray = plan
        .lines()
        .filter(|line| is_row(line) && !rows.iter().any(|row| row == line))
        .map(|line| Finding::in_file(PATH, format!("has a row that fits no room: `{line}`")));
    missing.chain(stray).collect()
}

fn row(room: &Room) -> Option<String> {
    let floor = floor_of(&room.name)?;
    Some(format!("| `{}` | {floor} | {} |", room.name, room.duty))
}

/// A row about a room has the number of a floor in its second column.
fn is_row(line: &str) -> bool {
    let mut columns = line.split('|').map(str::trim).skip(1);
    let is_name = columns.next().is_some_and(|name| name.starts_with('`'));
    let is_floor = columns
        .next()
        .is_some_and(|floor| floor.parse::<u8>().is_ok());
    is_name && is_floor
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::made_up::{house_with, room};

    fn count(plan: &str) -> usize {
        check(&house_with(vec![room("desk", &[])], &[(PATH, plan)])).len()
    }

    #[test]
    fn a_plan_with_every_room_is_fine() {
        assert_eq!(count("# Plan\n| `desk` | 2 | Does one thing. |\n"), 0);
    }

    #[test]
    fn a_missing_room_is_found() {
        assert_eq!(count(""), 1);
    }

    #[test]
    fn a_row_with_other_words_or_without_a_room_is_found() {
        assert_eq!(count("| `desk` | 2 | Does things. |"), 2);
        assert_eq!(
            count("| `desk` | 2 | Does one thing. |\n| `chair` | 1 | Stands. |"),
            1
        );
    }
}
