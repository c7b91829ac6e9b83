//! SQL is never built from pieces of text.

use crate::{
    rust_file::RustFile,
    tidy::{Finding, Rule},
    workspace::Workspace,
};

pub(in crate::tidy) const RULE: Rule = Rule {
    name: "sql-text",
    why: "a value formatted into a statement is an injection, and a name formatted into one is found by no search",
    remedy: "bind values; put a fixed statement into schemas/sql and build a varying one with sea-query from the names in `read-model`",
    check,
};

/// Macros that build text from pieces.
const BUILDERS: &[&str] = &[
    "format!(",
    "format_args!(",
    "write!(",
    "writeln!(",
    "concat!(",
];

/// How a statement begins, and a word that follows in a real one.
const STATEMENTS: &[(&str, &str)] = &[
    ("SELECT", ""),
    ("INSERT", "INTO"),
    ("UPDATE", "SET"),
    ("DELETE", "FROM"),
];

/// The verb of the SQL statement in this text, when there is one. SQL keywords are upper case.
pub(in crate::tidy) fn sql_verb(text: &str) -> Option<&'static str> {
    let mut words = text.split(|one: char| !one.is_ascii_alphanumeric() && one != '_');
    let (verb, partner) =
        words.find_map(|word| STATEMENTS.iter().find(|(verb, _)| *verb == word))?;
    let is_complete = partner.is_empty() || words.any(|word| word == *partner);
    is_complete.then_some(verb)
}

fn check(workspace: &Workspace) -> Vec<Finding> {
    workspace.rust.iter().flat_map(check_file).collect()
}

fn check_file(file: &RustFile) -> Vec<Finding> {
    let mut findings = Vec::new();
    for builder in BUILDERS {
        for place in file.places(builder) {
            let inside = file.bracketed(place + builder.len() - 1);
            let literals = file
                .literals
                .iter()
                .filter(|one| inside.contains(&one.start));
            let verbs = literals.filter_map(|literal| sql_verb(&literal.text));
            findings.extend(verbs.map(|verb| {
                Finding::at(
                    file,
                    place,
                    format!("builds an SQL {verb} with `{builder}…)`"),
                )
            }));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::made_up::in_one_file;

    #[test]
    fn built_sql_is_found() {
        let text =
            "fn a() { format!(\"SELECT a FROM {table}\"); writeln!(out, \"UPDATE {b} SET c\"); }";
        assert_eq!(in_one_file(&RULE, "crates/a/src/a.rs", text).len(), 2);
    }

    #[test]
    fn fixed_sql_and_other_text_are_fine() {
        let text = "fn a() { b(\"SELECT a FROM b\"); format!(\"select {unit}\"); format!(\"UPDATE of {x}\"); }";
        assert!(in_one_file(&RULE, "crates/a/src/a.rs", text).is_empty());
    }

    #[test]
    fn a_statement_is_known_by_its_words() {
        assert_eq!(sql_verb("DELETE FROM a"), Some("DELETE"));
        assert_eq!(sql_verb("INSERT INTO a"), Some("INSERT"));
        assert_eq!(sql_verb("SELECTED"), None);
    }
}
