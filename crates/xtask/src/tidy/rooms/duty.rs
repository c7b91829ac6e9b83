//! A room has one duty, said in the same words everywhere.

use crate::{
    tidy::{Finding, Rule},
    workspace::{Room, Workspace},
};

pub(in crate::tidy) const RULE: Rule = Rule {
    name: "duty",
    why: "a duty of one sentence shows what belongs in a room; said in two ways, nobody knows which one holds",
    remedy: "make the first line of lib.rs (or main.rs) `//! <description>` with the description of Cargo.toml: one sentence, one verb, a full stop",
    check,
};

fn check(workspace: &Workspace) -> Vec<Finding> {
    let complaints = |room: &Room| {
        let wrong = complaint(workspace, room)?;
        Some(Finding::in_file(&room.manifest, wrong))
    };
    workspace.rooms.iter().filter_map(complaints).collect()
}

fn complaint(workspace: &Workspace, room: &Room) -> Option<String> {
    let duty = room.duty.trim();
    if duty.is_empty() {
        return Some(format!("`{}` has no description", room.name));
    }
    if !duty.ends_with('.') || duty.trim_end_matches('.').contains(". ") {
        return Some(format!(
            "the description of `{}` is not one sentence",
            room.name
        ));
    }
    let Some(door) = room.doors.first() else {
        return Some(format!(
            "`{}` has neither a lib.rs nor a main.rs",
            room.name
        ));
    };
    let text = workspace.file(door).map_or("", |file| &file.text);
    let first = text.lines().next().unwrap_or_default();
    let is_same = first.strip_prefix("//! ") == Some(duty);
    (!is_same).then(|| format!("{door} starts with `{first}`, the description is `{duty}`"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::made_up::{house_with, room, wrongs};

    fn check_one(duty: &str, door: &str) -> Vec<String> {
        let mut desk = room("desk", &[]);
        desk.duty = duty.to_owned();
        wrongs(check(&house_with(
            vec![desk],
            &[("crates/desk/src/lib.rs", door)],
        )))
    }

    #[test]
    fn one_sentence_said_twice_is_fine() {
        assert!(check_one("Carries a command.", "//! Carries a command.\n").is_empty());
    }

    #[test]
    fn different_words_are_found() {
        assert_eq!(
            check_one("Carries a command.", "//! Carries commands.\n").len(),
            1
        );
        assert_eq!(check_one("Carries a command.", "").len(), 1);
    }

    #[test]
    fn a_missing_or_double_duty_is_found() {
        assert_eq!(check_one("", "").len(), 1);
        assert_eq!(check_one("Reads. Writes.", "//! Reads. Writes.\n").len(), 1);
        assert_eq!(check_one("Reads", "//! Reads\n").len(), 1);
    }
}
