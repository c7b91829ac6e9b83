//! The page of a bundle that checks the bundle it lies in.
//!
//! The page carries copies of the texts to be checked in an element of its own. A manifest cannot hold
//! the hash of a page that holds the manifest, so it holds the hash of the page without its copies.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

/// Begins the element with the copies. It stands once in a page.
const OPENING: &str = r#"<script type="application/json" id="bundle">"#;
const CLOSING: &str = "</script>";

/// The page that checks a bundle, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidencePage<'a> {
    head: &'a str,
    copies: &'a str,
    tail: &'a str,
}

impl<'a> EvidencePage<'a> {
    /// Takes a page apart; `None` when it has not exactly one place for copies.
    #[must_use]
    pub fn parse(html: &'a str) -> Option<Self> {
        let (head, rest) = html.split_once(OPENING)?;
        let (copies, tail) = rest.split_once(CLOSING)?;
        (!rest.contains(OPENING)).then_some(Self { head, copies, tail })
    }

    /// The SHA-256 of the page without its copies.
    #[must_use]
    pub fn sha256(&self) -> [u8; 32] {
        Sha256::digest(self.with("")).into()
    }

    /// What stands between the tags: a JSON object of paths and texts, as [`copies_of`] writes it.
    #[must_use]
    pub fn copies(&self) -> &str {
        self.copies
    }

    /// The page with these copies.
    #[must_use]
    pub fn with(&self, copies: &str) -> String {
        format!("{}{OPENING}{copies}{CLOSING}{}", self.head, self.tail)
    }
}

/// Whether a page carries a copy of the file at this path: everything that a proof is made of.
#[must_use]
pub fn is_copied(path: &str) -> bool {
    let texts = [
        "MANIFEST.txt",
        "checkpoint.txt",
        "events.ndjson",
        "policy.txt",
    ];
    texts.contains(&path) || path.starts_with("proofs/") || path.starts_with("checkpoints/")
}

/// Texts by path, as a page carries them: JSON in which no tag can begin.
#[must_use]
pub fn copies_of(texts: &BTreeMap<&str, &str>) -> String {
    let members = texts
        .iter()
        .map(|(path, text)| format!("{}:{}", json_text(path), json_text(text)));
    format!("{{{}}}", members.collect::<Vec<_>>().join(",\n"))
}

/// RFC 8259 section 7, with `<` escaped too.
fn json_text(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    json.push('"');
    for one in text.chars() {
        match one {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '<' | '\u{0}'..='\u{1f}' => {
                let code = u32::from(one);
                json.extend(["\\u00", &hex::encode([code.to_le_bytes()[0]])]);
            }
            other => json.push(other),
        }
    }
    json.push('"');
    json
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_one_hash_whatever_it_carries() {
        let empty = format!("<p>a</p>{OPENING}{CLOSING}<p>b</p>");
        let page = EvidencePage::parse(&empty).unwrap();
        let copies = copies_of(&[("a.txt", "</script> \"x\\y\"\n\u{1}")].into());
        assert_eq!(copies, r#"{"a.txt":"\u003c/script> \"x\\y\"\n\u0001"}"#);
        let filled = page.with(&copies);
        let read = EvidencePage::parse(&filled).unwrap();
        assert_eq!(read.copies(), copies);
        assert_eq!(read.sha256(), page.sha256());
        let changed = filled.replace("<p>b</p>", "<p>c</p>");
        let changed = EvidencePage::parse(&changed).unwrap();
        assert_ne!(changed.sha256(), page.sha256());
    }

    #[test]
    fn a_page_with_two_places_is_none() {
        let twice = format!("{OPENING}{CLOSING}{OPENING}{CLOSING}");
        assert_eq!(EvidencePage::parse(&twice), None);
        assert_eq!(EvidencePage::parse("<p>"), None);
    }
}
