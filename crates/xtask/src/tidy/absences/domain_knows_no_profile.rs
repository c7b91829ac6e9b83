//! The rules of the office know no office: authorities, names and legal values are data.

use std::collections::BTreeSet;

use crate::{
    rust_file::{RustFile, is_word},
    tidy::{Finding, Rule},
    workspace::{TextFile, Workspace},
};

pub(in crate::tidy) const RULE: Rule = Rule {
    name: "domain-knows-no-profile",
    why: "levels end, offices are renamed and laws change: what the code knows of one authority is wrong for the next",
    remedy: "bind to an office's function and take names, instruments and amounts from the definitions in `schemas/definitions/`",
    check,
};

/// Where the profiles stand.
const DEFINITIONS: &str = "schemas/definitions/";
/// Words of levels and papers that no definition has to name for the code to know too much.
const WORDS: &[&str] = &["huyện", "phòng ", "ubnd", "nđ-cp", "nd-98", "nd-152", "qđ"];
/// Members of a definition that name something of one profile alone.
const IDS: &[&str] = &["unit", "slug", "campaign", "instrument"];
/// Members that name it to people.
const NAMES: &[&str] = &["name", "parent", "place", "issuer", "decision_symbol"];
/// Shorter ids and names are ordinary words.
const CHARS_MIN: usize = 5;

/// What the profiles are called and made of.
#[derive(Debug, Default)]
struct Profiles {
    /// Ids, in lower case: whole words of code and of literals.
    ids: BTreeSet<String>,
    /// Names, in lower case: anywhere in literals.
    names: BTreeSet<String>,
    /// Amounts of money, đồng.
    amounts: BTreeSet<String>,
}

fn check(workspace: &Workspace) -> Vec<Finding> {
    let mut profiles = Profiles::default();
    for file in &workspace.files {
        profiles.read(file);
    }
    let domain = workspace
        .rust
        .iter()
        .filter(|file| file.room() == Some("domain"));
    domain
        .flat_map(|file| {
            let in_code = profiles.in_code(file).into_iter();
            in_code.chain(profiles.in_literals(file))
        })
        .collect()
}

impl Profiles {
    /// Takes in what a definition calls its things.
    fn read(&mut self, file: &TextFile) {
        let Some(name) = file.path.strip_prefix(DEFINITIONS) else {
            return;
        };
        let definition = name.strip_suffix(".toml").map(|_| &file.text);
        let Some(Ok(table)) = definition.map(|text| text.parse::<toml::Table>()) else {
            return;
        };
        let profile = name.split('.').next().unwrap_or_default();
        self.ids.insert(profile.to_owned());
        self.take(&toml::Value::Table(table));
    }

    fn take(&mut self, value: &toml::Value) {
        match value {
            toml::Value::Table(members) => {
                for (key, value) in members {
                    self.take_member(key, value);
                    self.take(value);
                }
            }
            toml::Value::Array(items) => items.iter().for_each(|item| self.take(item)),
            toml::Value::String(_)
            | toml::Value::Integer(_)
            | toml::Value::Float(_)
            | toml::Value::Boolean(_)
            | toml::Value::Datetime(_) => {}
        }
    }

    fn take_member(&mut self, key: &str, value: &toml::Value) {
        if let (Some(amount), "amount") = (value.as_integer(), key) {
            self.amounts.insert(amount.to_string());
        }
        let text = value.as_str().unwrap_or_default().to_lowercase();
        if text.chars().count() < CHARS_MIN {
            return;
        }
        if IDS.contains(&key) {
            self.ids.insert(text);
        } else if NAMES.contains(&key) {
            self.names.insert(text);
        }
    }

    /// Identifiers that say an id, and numbers that are an amount.
    fn in_code(&self, file: &RustFile) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (place, word) in words(&file.code) {
            if file.is_test_at(place) {
                continue;
            }
            let plain = word.replace('_', "");
            if self.amounts.contains(plain.as_str()) {
                findings.push(Finding::at(file, place, format!("holds the amount {word}")));
            }
            // Ids of several words: one word alone may mean anything in code.
            let parts = format!("_{}_", word.to_lowercase());
            let mut ids = self.ids.iter().filter(|id| id.contains('-'));
            if let Some(id) = ids.find(|id| parts.contains(&format!("_{}_", id.replace('-', "_"))))
            {
                findings.push(Finding::at(file, place, format!("says `{id}`")));
            }
        }
        findings
    }

    /// Literals that say an id, a name, or the number of a legal paper.
    fn in_literals(&self, file: &RustFile) -> Vec<Finding> {
        let found = file.shipped_literals().filter_map(|literal| {
            let text = literal.text.to_lowercase();
            let ids = self.ids.iter().map(String::as_str);
            let id = ids
                .filter(|id| is_said(&text, id))
                .max_by_key(|id| id.len());
            let mut names = self
                .names
                .iter()
                .map(String::as_str)
                .chain(WORDS.iter().copied());
            let name = names.find(|name| text.contains(name));
            let known = id.or(name).map(str::to_owned);
            let known = known.or_else(|| paper_number(&text))?;
            Some((literal.start, known))
        });
        found
            .map(|(place, known)| Finding::at(file, place, format!("says `{known}`")))
            .collect()
    }
}

/// Whether a text says an id, as a word of its own.
fn is_said(text: &str, id: &str) -> bool {
    text.match_indices(id).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        let after = text[start + id.len()..].chars().next();
        let is_inside = |one: Option<char>| one.is_some_and(char::is_alphanumeric);
        !is_inside(before) && !is_inside(after)
    })
}

/// The words of a text, with their places.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let pieces = text.split(|one| !is_word(one));
    pieces.filter_map(move |piece| {
        let place = piece.as_ptr().addr() - text.as_ptr().addr();
        (!piece.is_empty()).then_some((place, piece))
    })
}

/// A number as legal papers bear it: `98/2023/…`, `1020/QĐ…`.
fn paper_number(text: &str) -> Option<String> {
    let papers = text.split(|one: char| one.is_whitespace() || "();,".contains(one));
    let mut numbers = papers.filter(|paper| {
        let mut parts = paper.split('/');
        let number = parts.next().unwrap_or_default();
        let year = parts.next().unwrap_or_default();
        let is_number =
            |part: &str| !part.is_empty() && part.chars().all(|one| one.is_ascii_digit());
        is_number(number) && is_number(year) && year.len() == 4 && parts.next().is_some()
    });
    numbers.next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::made_up::{house, wrongs};

    const DEFINITION: &str = "kind = \"authority\"\n\
        [ledger]\nslug = \"an-binh\"\n\
        [authority]\nname = \"UBND xã An Bình\"\nplace = \"An Bình\"\n\
        [[units]]\nunit = \"noi-chinh\"\nname = \"Ban Nội chính\"\n\
        [[base_wages]]\ninstrument = \"MUC-LUONG\"\namount = 1234000\n";

    /// What is found in the domain beside this definition.
    fn found(text: &str) -> Vec<String> {
        let definition = "schemas/definitions/an-binh-2031.authority.toml";
        wrongs(check(&house(&[
            (definition, DEFINITION),
            ("crates/domain/src/a.rs", text),
        ])))
    }

    #[test]
    fn a_function_that_knows_a_profile_is_found() {
        for (planted, wrong) in [
            ("fn a() { b(\"an-binh-2031\") }", "says `an-binh-2031`"),
            ("fn a() { b(\"noi-chinh\") }", "says `noi-chinh`"),
            ("fn a() { b(\"noi-chinh/1\") }", "says `noi-chinh`"),
            ("fn is_noi_chinh() {}", "says `noi-chinh`"),
            ("const AN_BINH: u8 = 1;", "says `an-binh`"),
            (
                "fn a() { b(\"Trưởng Ban Nội chính\") }",
                "says `ban nội chính`",
            ),
            ("fn a() { b(\"cấp huyện\") }", "says `huyện`"),
            (
                "fn a() { b(\"theo 7/2031/TT-BXX\") }",
                "says `7/2031/tt-bxx`",
            ),
            ("fn a() { b(\"QĐ-UB\") }", "says `qđ`"),
            ("fn a() { b(\"MUC-LUONG\") }", "says `muc-luong`"),
            ("const WAGE: i64 = 1_234_000;", "holds the amount 1_234_000"),
        ] {
            assert_eq!(found(planted), [wrong], "{planted}");
        }
    }

    #[test]
    fn comments_tests_and_ordinary_words_are_fine() {
        for fine in [
            "/// UBND xã An Bình, 7/2031/TT-BXX.\nfn a() {}",
            "#[cfg(test)]\nmod tests {\n    const A: &str = \"an-binh\";\n}\n",
            "fn a() { b(\"the unit of {nomination} ends on 1/2\", 10_000) }",
            "fn binh() { noi(1_234) }",
        ] {
            assert!(found(fine).is_empty(), "{fine}");
        }
    }

    #[test]
    fn other_rooms_may_know_one() {
        let files = [
            (
                "schemas/definitions/an-binh-2031.authority.toml",
                DEFINITION,
            ),
            ("crates/service/src/a.rs", "fn a() { b(\"an-binh\") }"),
        ];
        assert!(check(&house(&files)).is_empty());
    }
}
