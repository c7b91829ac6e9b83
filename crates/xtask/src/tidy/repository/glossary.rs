//! The glossary and the code use the same words.

use std::collections::BTreeSet;

use crate::{
    rust_file::is_word,
    tidy::{Finding, Rule},
    workspace::Workspace,
};

pub(in crate::tidy) const RULE: Rule = Rule {
    name: "glossary",
    why: "the office and the code must mean the same thing by the same word; two words for one thing is a defect",
    remedy: "give the thing in crates/domain the name of its row, or change the row in a commit of its own; one row per Vietnamese term",
    check,
};

const PATH: &str = "crates/domain/GLOSSARY.md";

fn check(workspace: &Workspace) -> Vec<Finding> {
    let Some(glossary) = workspace.file(PATH) else {
        return vec![Finding::in_file(PATH, "is missing")];
    };
    let rows: Vec<Vec<&str>> = glossary.text.lines().filter_map(row).collect();
    if rows.is_empty() {
        return vec![Finding::in_file(
            PATH,
            "has no rows `| Vietnamese | English | … |`",
        )];
    }
    let known = names_in_domain(workspace);
    let mut seen = BTreeSet::new();
    let mut wrongs = Vec::new();
    for columns in &rows {
        let vietnamese = columns[0];
        if !seen.insert(vietnamese.to_lowercase()) {
            wrongs.push(format!("has two rows for «{vietnamese}»"));
        }
        if columns.get(1).is_none_or(|english| english.is_empty()) {
            wrongs.push(format!("has no English for «{vietnamese}»"));
        }
        let names = columns.iter().flat_map(|column| names_in_backticks(column));
        let strangers = names.filter(|name| !known.contains(&plain(name)));
        wrongs.extend(strangers.map(|name| format!("names `{name}`, which `domain` does not")));
    }
    wrongs
        .into_iter()
        .map(|wrong| Finding::in_file(PATH, wrong))
        .collect()
}

/// The columns of a table row; the heading and the line below it are none.
fn row(line: &str) -> Option<Vec<&str>> {
    let inside = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    let columns: Vec<&str> = inside.split('|').map(str::trim).collect();
    let is_rule = columns
        .iter()
        .all(|column| column.chars().all(|one| "-: ".contains(one)));
    let is_heading = columns[0].eq_ignore_ascii_case("vietnamese");
    (!is_rule && !is_heading).then_some(columns)
}

/// Names of code such as `OrgUnit` or `home_affairs_office`.
fn names_in_backticks(column: &str) -> impl Iterator<Item = &str> {
    let quoted = column.split('`').skip(1).step_by(2);
    quoted.filter(|name| {
        let is_name = !name.is_empty() && name.chars().all(is_word);
        is_name && name.starts_with(|first: char| first.is_ascii_alphabetic())
    })
}

/// Every name in the code and the literals of `domain`; comments do not count.
fn names_in_domain(workspace: &Workspace) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for file in workspace
        .rust
        .iter()
        .filter(|file| file.room() == Some("domain"))
    {
        let literals = file.literals.iter().map(|literal| literal.text.as_str());
        for text in std::iter::once(file.code.as_str()).chain(literals) {
            names.extend(text.split(|one| !is_word(one)).map(plain));
        }
    }
    names
}

/// `HomeAffairsOffice` in Rust is `home_affairs_office` on the wire.
fn plain(name: &str) -> String {
    name.replace('_', "").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::made_up::{house, wrongs};

    const HEAD: &str = "| Vietnamese | English | Note |\n|---|---|---|\n";

    fn check_rows(rows: &str) -> Vec<String> {
        let domain = (
            "crates/domain/src/a.rs",
            "// Stranger\nenum Role { HomeAffairsOffice }",
        );
        wrongs(check(&house(&[(PATH, &format!("{HEAD}{rows}")), domain])))
    }

    #[test]
    fn a_name_that_the_domain_has_is_fine() {
        assert!(check_rows("| vai trò | role → `Role` | as `home_affairs_office` |\n").is_empty());
    }

    #[test]
    fn a_name_that_the_domain_lacks_is_found() {
        assert_eq!(
            check_rows("| người lạ | `Stranger` | |\n"),
            ["names `Stranger`, which `domain` does not"]
        );
    }

    #[test]
    fn a_term_with_two_rows_or_without_english_is_found() {
        assert_eq!(
            check_rows("| a | b | |\n| A | c | |\n"),
            ["has two rows for «A»"]
        );
        assert_eq!(check_rows("| a | | |\n"), ["has no English for «a»"]);
    }

    #[test]
    fn a_missing_or_empty_glossary_is_found() {
        assert_eq!(wrongs(check(&house(&[]))), ["is missing"]);
        assert_eq!(check_rows("").len(), 1);
    }
}
