//! The page that checks the bundle it lies in.

use std::collections::BTreeMap;

use super::archive::Archive;
use khen_audit::{EvidencePage, copies_of, is_copied};

const TEMPLATE: &str = include_str!("files/verify.html");

/// The page without copies.
pub(super) fn empty() -> EvidencePage<'static> {
    EvidencePage::parse(TEMPLATE).expect("the page has one place for copies, as its test says")
}

/// The page with copies of what is proven in `archive`.
pub(super) fn filled(archive: &Archive) -> String {
    let files = archive.iter().filter(|(path, _)| is_copied(path));
    let texts = files.filter_map(|(path, bytes)| Some((path, std::str::from_utf8(bytes).ok()?)));
    empty().with(&copies_of(&texts.collect::<BTreeMap<_, _>>()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_one_place_for_copies_and_asks_nobody() {
        assert_eq!(empty().copies(), "");
        assert!(TEMPLATE.contains("default-src 'none'"));
        for outside in ["http://", "https://", "src=", "@import", "url("] {
            assert!(!TEMPLATE.contains(outside), "{outside}");
        }
    }
}
