//! One room writes to the ledger.

use crate::{
    rust_file::RustFile,
    tidy::{Finding, Rule},
    workspace::Workspace,
};

pub(in crate::tidy) const RULE: Rule = Rule {
    name: "only-desk-appends",
    why: "an event that did not pass the desk was decided by no rule and checked by no access table",
    remedy: "send a command through `desk`; a Vec is appended with `extend`",
    check,
};

/// Besides `desk`: the room that defines the port, those that keep it, check it or measure it.
const WRITERS: &[&str] = &[
    "desk",
    "eventlog",
    "contract",
    "store-sqlite",
    "store-postgres",
    "bench",
];

fn check(workspace: &Workspace) -> Vec<Finding> {
    let others = workspace
        .rust
        .iter()
        .filter(|file| file.room().is_some_and(|room| !WRITERS.contains(&room)));
    others.flat_map(check_file).collect()
}

fn check_file(file: &RustFile) -> Vec<Finding> {
    let calls = file
        .shipped_places(".append(")
        .filter(|place| is_ledger_call(file, *place));
    let named = file.shipped_places("EventStore::append");
    calls
        .chain(named)
        .map(|place| Finding::at(file, place, "appends to a ledger"))
        .collect()
}

/// The port takes one value. A list takes `&mut other`, a file `true`, a header map two values.
fn is_ledger_call(file: &RustFile, place: usize) -> bool {
    let open = place + ".append".len();
    let argument = file.code[file.bracketed(open)].trim();
    let mut depth = 0_i32;
    let is_one = argument.chars().all(|one| {
        depth += i32::from("([{".contains(one)) - i32::from(")]}".contains(one));
        one != ',' || depth > 0
    });
    is_one && !argument.starts_with("&mut ") && argument != "true" && argument != "false"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::made_up::in_one_file;

    #[test]
    fn an_append_outside_the_desk_is_found() {
        let text = "fn a() { store.append(Append::try_new(Parts { a, b })?).await; EventStore::append(s, a); }";
        assert_eq!(in_one_file(&RULE, "crates/api/src/a.rs", text).len(), 2);
        assert!(in_one_file(&RULE, "crates/desk/src/a.rs", text).is_empty());
    }

    #[test]
    fn tests_may_write_history() {
        let text = "#[cfg(test)]\nmod tests { fn a() { store.append(events); } }";
        assert!(in_one_file(&RULE, "crates/workers/src/a.rs", text).is_empty());
        assert!(
            in_one_file(
                &RULE,
                "crates/workers/tests/a.rs",
                "fn a() { s.append(e); }"
            )
            .is_empty()
        );
    }

    #[test]
    fn other_appends_are_fine() {
        let text =
            "fn a() { list.append(&mut other); file.append(true); headers.append(NAME, value); }";
        assert!(in_one_file(&RULE, "crates/api/src/a.rs", text).is_empty());
    }
}
