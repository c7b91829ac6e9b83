//! A Rust file as the rules see it: code apart from comments, literals and tests.

mod lexer;
mod test_code;

use std::ops::Range;

pub use lexer::Literal;

/// One Rust file.
#[derive(Debug)]
pub struct RustFile {
    /// Path from the root of the repository, with `/`.
    pub path: String,
    /// What the file says.
    pub text: String,
    /// The text with comments and the insides of literals blanked; offsets and lines stay.
    pub code: String,
    /// The string literals, in order.
    pub literals: Vec<Literal>,
    /// Whether the whole file is test code.
    pub is_test: bool,
    test_code: Vec<Range<usize>>,
}

impl RustFile {
    /// Reads a file; it is test code when its path says so.
    #[must_use]
    pub fn new(path: &str, text: &str) -> Self {
        let (code, literals) = lexer::split(text);
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            test_code: test_code::spans(text, &code),
            is_test: path
                .split('/')
                .any(|part| part == "tests" || part == "benches"),
            code,
            literals,
        }
    }

    /// The room that the file belongs to, when it belongs to one.
    #[must_use]
    pub fn room(&self) -> Option<&str> {
        let mut parts = self.path.split('/');
        let top = parts.next()?;
        let room = parts.next()?;
        let is_inside = parts.next().is_some() && (top == "crates" || top == "tests");
        is_inside.then_some(room)
    }

    /// Whether this place is test code.
    #[must_use]
    pub fn is_test_at(&self, offset: usize) -> bool {
        self.is_test || self.test_code.iter().any(|span| span.contains(&offset))
    }

    /// The line of this place, counted from 1.
    #[must_use]
    pub fn line_at(&self, offset: usize) -> usize {
        self.code[..offset].matches('\n').count() + 1
    }

    /// Where `piece` stands in the code; at its ends that are letters, whole words only.
    pub fn places<'a>(&'a self, piece: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.code
            .match_indices(piece)
            .filter_map(move |(start, _)| {
                let before = self.code[..start].chars().next_back();
                let after = self.code[start + piece.len()..].chars().next();
                let is_cut_before = piece.starts_with(is_word) && before.is_some_and(is_word);
                let is_cut_after = piece.ends_with(is_word) && after.is_some_and(is_word);
                (!is_cut_before && !is_cut_after).then_some(start)
            })
    }

    /// [`RustFile::places`] outside tests.
    pub fn shipped_places<'a>(&'a self, piece: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.places(piece).filter(|place| !self.is_test_at(*place))
    }

    /// The literals outside tests.
    pub fn shipped_literals(&self) -> impl Iterator<Item = &Literal> {
        self.literals
            .iter()
            .filter(|literal| !self.is_test_at(literal.start))
    }

    /// What stands between the bracket at `open` and its partner.
    #[must_use]
    pub fn bracketed(&self, open: usize) -> Range<usize> {
        open + 1..test_code::closing(&self.code, open)
    }

    /// Lines that hold code, tests left out.
    #[must_use]
    pub fn code_line_count(&self) -> usize {
        let mut offset = 0;
        let mut count = 0;
        for line in self.code.split_inclusive('\n') {
            let first = offset + (line.len() - line.trim_start().len());
            if !line.trim().is_empty() && !self.is_test_at(first) {
                count += 1;
            }
            offset += line.len();
        }
        count
    }

    /// Path prefixes of the modules that this file declares for tests only.
    pub(crate) fn test_modules(&self) -> impl Iterator<Item = String> + '_ {
        let stem = self.path.strip_suffix(".rs").unwrap_or(&self.path);
        let folder = match stem.rsplit_once('/') {
            Some((folder, "lib" | "main")) => folder,
            Some(_) | None => stem,
        };
        self.test_code
            .iter()
            .filter_map(|span| test_code::declared_module(&self.code[span.clone()]))
            .map(move |name| format!("{folder}/{name}"))
    }
}

/// Whether a character may stand in a Rust name.
pub(crate) fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str =
        "//! Doc.\n\nfn one() {} // said\n\n#[cfg(test)]\nmod tests {\n    fn two() {}\n}\n";

    #[test]
    fn comments_blank_lines_and_tests_are_no_lines_of_code() {
        assert_eq!(
            RustFile::new("crates/a/src/lib.rs", FILE).code_line_count(),
            1
        );
    }

    #[test]
    fn a_place_in_a_test_module_is_test_code() {
        let file = RustFile::new("crates/a/src/lib.rs", FILE);
        assert_eq!(file.places("fn").count(), 2);
        assert_eq!(file.shipped_places("fn").count(), 1);
        assert_eq!(file.places("said").count(), 0);
    }

    #[test]
    fn a_word_is_found_whole() {
        let file = RustFile::new("a.rs", "fn append() { prepend(append_all); x.append(y) }");
        assert_eq!(file.places("append").count(), 2);
        assert_eq!(file.places(".append(").count(), 1);
    }

    #[test]
    fn a_file_knows_its_room() {
        assert_eq!(
            RustFile::new("crates/desk/src/lib.rs", "").room(),
            Some("desk")
        );
        assert_eq!(RustFile::new("crates/README.md", "").room(), None);
    }

    #[test]
    fn modules_for_tests_are_found_by_path() {
        let text = "#[cfg(test)]\nmod stories;\nmod state;\n";
        let of = |path| RustFile::new(path, text).test_modules().collect::<Vec<_>>();
        assert_eq!(of("crates/a/src/lib.rs"), ["crates/a/src/stories"]);
        assert_eq!(of("crates/a/src/b.rs"), ["crates/a/src/b/stories"]);
    }
}
