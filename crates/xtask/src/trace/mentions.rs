//! Which rules and tests name an item in their docs.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    rust_file::{RustFile, is_word},
    workspace::Workspace,
};

/// Every documented name of the repository, and what its doc mentions.
#[derive(Default)]
pub(super) struct Mentions {
    rules: BTreeMap<String, BTreeSet<String>>,
    tests: BTreeMap<String, BTreeSet<String>>,
    names: BTreeSet<String>,
}

impl Mentions {
    pub(super) fn of(workspace: &Workspace) -> Self {
        let mut mentions = Self::default();
        for file in &workspace.rust {
            let is_this_chore = file.path.starts_with("crates/xtask/");
            if !is_this_chore {
                mentions.read(file);
            }
        }
        mentions
    }

    /// Whether `path#name` is an item of the repository.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    pub(super) fn rules(&self, id: &str) -> impl Iterator<Item = String> {
        self.rules.get(id).into_iter().flatten().cloned()
    }

    pub(super) fn tests(&self, id: &str) -> impl Iterator<Item = String> {
        self.tests.get(id).into_iter().flatten().cloned()
    }

    fn read(&mut self, file: &RustFile) {
        let mut doc = Doc::default();
        let mut offset = 0;
        for line in file.text.split_inclusive('\n') {
            let start = offset;
            offset += line.len();
            let line = line.trim();
            if let Some(said) = line.strip_prefix("//!") {
                let ids = ids(said);
                let of = if file.is_test {
                    &mut self.tests
                } else {
                    &mut self.rules
                };
                add(of, ids, &file.path);
            } else if let Some(said) = line.strip_prefix("//") {
                doc.ids.extend(ids(said.trim_start_matches('/')));
            } else if line.starts_with("#[") {
                doc.is_test |= is_test_attribute(line);
            } else if let Some(name) = name(line) {
                let name = format!("{}#{name}", file.path);
                let doc = std::mem::take(&mut doc);
                match (doc.is_test, file.is_test_at(start)) {
                    (true, _) => add(&mut self.tests, doc.ids, &name),
                    (false, false) => add(&mut self.rules, doc.ids, &name),
                    // What helps tests proves nothing by itself.
                    (false, true) => {}
                }
                self.names.insert(name);
            } else if line.is_empty() {
                doc = Doc::default();
            }
        }
    }
}

/// What stands above an item.
#[derive(Default)]
struct Doc {
    ids: Vec<String>,
    is_test: bool,
}

fn add(to: &mut BTreeMap<String, BTreeSet<String>>, ids: Vec<String>, name: &str) {
    for id in ids {
        to.entry(id).or_default().insert(name.to_owned());
    }
}

fn is_test_attribute(line: &str) -> bool {
    let inside = line.trim_start_matches("#[");
    let path = inside.split(['(', ']']).next().unwrap_or_default();
    path.rsplit("::").next() == Some("test")
}

/// The ids in a line: `INV-23`, `E13`, `SD11`.
fn ids(said: &str) -> Vec<String> {
    let words = said.split(|one: char| !is_word(one) && one != '-');
    let is_id = |word: &&str| {
        let digits = ["INV-", "SD", "E"]
            .iter()
            .find_map(|head| word.strip_prefix(head));
        digits.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|one| one.is_ascii_digit()))
    };
    words.filter(is_id).map(str::to_owned).collect()
}

/// The name of the item that the line begins.
fn name(line: &str) -> Option<&str> {
    const BEFORE: &[&str] = &[
        "pub",
        "pub(crate)",
        "pub(super)",
        "const",
        "async",
        "unsafe",
    ];
    const KINDS: &[&str] = &["fn", "struct", "enum", "trait", "type", "static", "mod"];
    let mut words = line.split_whitespace().peekable();
    let mut is_const = false;
    while let Some(word) = words.next() {
        if KINDS.contains(&word) {
            return words.next().and_then(leading_name);
        }
        is_const |= word == "const";
        let is_before = BEFORE.contains(&word) || word.starts_with("pub(");
        if !is_before {
            let names_const = is_const && word.starts_with(|one: char| one.is_uppercase());
            let names_variant = line.starts_with(|one: char| one.is_uppercase());
            return (names_const || names_variant)
                .then(|| leading_name(word))
                .flatten();
        }
    }
    None
}

fn leading_name(word: &str) -> Option<&str> {
    let end = word.find(|one| !is_word(one)).unwrap_or(word.len());
    (end > 0).then(|| &word[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_known_by_their_first_line() {
        assert_eq!(name("pub(crate) fn decide("), Some("decide"));
        assert_eq!(name("const LIMIT: u32 = 1;"), Some("LIMIT"));
        assert_eq!(name("pub const fn limit() {"), Some("limit"));
        assert_eq!(name("SlotsReturned {"), Some("SlotsReturned"));
        assert_eq!(name("let x = 1;"), None);
    }

    #[test]
    fn ids_are_words_of_their_own() {
        assert_eq!(
            ids("INV-23, E12 (SD11): E1x, INV-"),
            ["INV-23", "E12", "SD11"]
        );
    }

    #[test]
    fn only_attributes_of_tests_make_a_test() {
        assert!(is_test_attribute("#[test]"));
        assert!(is_test_attribute(
            "#[tokio::test(flavor = \"current_thread\")]"
        ));
        assert!(!is_test_attribute("#[cfg(test)]"));
    }
}
