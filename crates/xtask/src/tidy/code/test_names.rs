//! Tests are named for the rule they show.

use crate::{
    rust_file::{RustFile, is_word},
    tidy::{Finding, Rule},
    workspace::Workspace,
};

pub(in crate::tidy) const RULE: Rule = Rule {
    name: "test-names",
    why: "the list of tests is read as the list of what holds; the word `test` in it says nothing",
    remedy: "name the test with a sentence that says the rule, such as `a_late_commit_is_never_skipped`",
    check,
};

const PREFIX: &str = "fn test_";

fn check(workspace: &Workspace) -> Vec<Finding> {
    workspace.rust.iter().flat_map(check_file).collect()
}

/// Shipped code may speak of tests, and this room does.
fn check_file(file: &RustFile) -> Vec<Finding> {
    let starts = file.code.match_indices(PREFIX).map(|(place, _)| place);
    starts
        .filter(|place| file.is_test_at(*place))
        .map(|place| {
            let rest = &file.code[place + "fn ".len()..];
            let name = rest.split(|one| !is_word(one)).next().unwrap_or_default();
            Finding::at(file, place, format!("is named `{name}`"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::made_up::in_one_file;

    #[test]
    fn a_name_that_starts_with_test_is_found() {
        let found = in_one_file(&RULE, "crates/a/tests/a.rs", "fn test_append() {}");
        assert_eq!(found, ["is named `test_append`"]);
    }

    #[test]
    fn a_sentence_is_fine() {
        let text = "fn a_test_is_a_sentence() {}";
        assert!(in_one_file(&RULE, "crates/a/tests/a.rs", text).is_empty());
    }

    #[test]
    fn shipped_code_may_speak_of_tests() {
        assert!(in_one_file(&RULE, "crates/a/src/a.rs", "fn test_files() {}").is_empty());
    }
}
