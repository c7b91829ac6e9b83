//! Adapters keep records, not meaning.

use crate::{
    rust_file::RustFile,
    tidy::{Finding, Rule},
    workspace::{Room, Workspace},
};

pub(in crate::tidy) const RULE: Rule = Rule {
    name: "stores-know-no-nomination",
    why: "a store that knows the domain changes with every new rule, and the second store then differs from the first",
    remedy: "pass streams, records and rows through the port; meaning lives in `domain`, `codec` and `projections`",
    check,
};

const ADAPTERS: &[&str] = &["store-sqlite", "store-postgres", "bus-nats", "blobs"];
const MEANING: &[&str] = &["domain", "codec", "projections"];

fn check(workspace: &Workspace) -> Vec<Finding> {
    let rooms = workspace
        .rooms
        .iter()
        .filter(|room| ADAPTERS.contains(&room.name.as_str()));
    let files = workspace
        .rust
        .iter()
        .filter(|file| file.room().is_some_and(|room| ADAPTERS.contains(&room)));
    rooms
        .flat_map(check_arrows)
        .chain(files.flat_map(check_words))
        .collect()
}

fn check_arrows(room: &Room) -> Vec<Finding> {
    let arrows = room.dependencies.iter().filter(|arrow| arrow.is_shipped);
    arrows
        .filter_map(|arrow| arrow.room.as_deref())
        .filter(|target| MEANING.contains(target))
        .map(|target| Finding::in_file(&room.manifest, format!("leans on `{target}`")))
        .collect()
}

fn check_words(file: &RustFile) -> Vec<Finding> {
    let code = file.code.to_lowercase();
    let in_code = code.match_indices("nomination").map(|(place, _)| place);
    let in_literals = file
        .literals
        .iter()
        .filter(|literal| literal.text.to_lowercase().contains("nomination"))
        .map(|literal| literal.start);
    in_code
        .chain(in_literals)
        .filter(|place| !file.is_test_at(*place))
        .map(|place| Finding::at(file, place, "names a nomination"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::made_up::{house_with, in_one_file, room, wrongs};

    #[test]
    fn a_store_that_names_a_nomination_is_found() {
        let text = "fn a(x: NominationId) { b(\"nomination-1\") }";
        assert_eq!(
            in_one_file(&RULE, "crates/store-sqlite/src/a.rs", text).len(),
            2
        );
        assert!(in_one_file(&RULE, "crates/desk/src/a.rs", text).is_empty());
    }

    #[test]
    fn a_store_that_leans_on_meaning_is_found() {
        let rooms = vec![room("store-sqlite", &["khen-eventlog", "khen-domain"])];
        assert_eq!(
            wrongs(check(&house_with(rooms, &[]))),
            ["leans on `domain`"]
        );
    }
}
