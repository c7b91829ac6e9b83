//! The rules of the office know no async and no SQL.

use crate::{
    rust_file::RustFile,
    tidy::{Finding, Rule, code::sql_text::sql_verb},
    workspace::Workspace,
};

pub(in crate::tidy) const RULE: Rule = Rule {
    name: "domain-is-pure",
    why: "a decision that waits for nothing gives the same answer on replay, in a test and in ten years",
    remedy: "bring what the rule needs inside the command, and let `desk` look it up; clocks and ids are banned by clippy.toml",
    check,
};

fn check(workspace: &Workspace) -> Vec<Finding> {
    let domain = workspace
        .rust
        .iter()
        .filter(|file| file.room() == Some("domain"));
    domain.flat_map(check_file).collect()
}

fn check_file(file: &RustFile) -> Vec<Finding> {
    let waits = ["async", ".await"]
        .into_iter()
        .flat_map(|word| file.shipped_places(word).map(move |place| (place, word)))
        .map(|(place, word)| Finding::at(file, place, format!("says `{word}`")));
    let statements = file
        .shipped_literals()
        .filter_map(|literal| Some((literal.start, sql_verb(&literal.text)?)))
        .map(|(place, verb)| Finding::at(file, place, format!("holds an SQL {verb}")));
    waits.chain(statements).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::made_up::in_one_file;

    #[test]
    fn waiting_and_sql_are_found() {
        let text = "async fn a() { b().await; c(\"SELECT 1 FROM d\"); }";
        assert_eq!(
            in_one_file(&RULE, "crates/domain/src/a.rs", text),
            ["says `async`", "says `.await`", "holds an SQL SELECT"]
        );
        assert!(in_one_file(&RULE, "crates/desk/src/a.rs", text).is_empty());
    }

    #[test]
    fn words_that_look_alike_are_fine() {
        let text = "// async\nfn is_async() { refuse(\"update the dossier\") }";
        assert!(in_one_file(&RULE, "crates/domain/src/a.rs", text).is_empty());
    }
}
