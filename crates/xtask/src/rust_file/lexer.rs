//! Tells code from comments and literals.
//!
//! Just enough of Rust's lexical rules to know where a comment or a literal ends.

use std::ops::Range;

/// A string literal.
#[derive(Debug, PartialEq, Eq)]
pub struct Literal {
    /// Where it starts, at its first quote.
    pub start: usize,
    /// What stands between the quotes, escapes as written.
    pub text: String,
}

/// The text with comments and the insides of literals blanked, and the string literals.
pub(super) fn split(text: &str) -> (String, Vec<Literal>) {
    let mut lexer = Lexer {
        text,
        code: text.as_bytes().to_vec(),
        literals: Vec::new(),
        at: 0,
    };
    while lexer.at < text.len() {
        lexer.step();
    }
    let code = String::from_utf8(lexer.code).expect("whole characters were blanked");
    (code, lexer.literals)
}

struct Lexer<'a> {
    text: &'a str,
    code: Vec<u8>,
    literals: Vec<Literal>,
    at: usize,
}

impl Lexer<'_> {
    fn step(&mut self) {
        let rest = &self.text[self.at..];
        let Some(first) = rest.chars().next() else {
            return;
        };
        if rest.starts_with("//") {
            self.blank(rest.find('\n').unwrap_or(rest.len()));
        } else if rest.starts_with("/*") {
            self.blank(block_comment_length(rest));
        } else if first == '"' {
            let inside = until(&rest[1..], '"');
            self.string(1, inside, 1);
        } else if first == '\'' {
            self.quote(rest);
        } else if super::is_word(first) {
            self.word(rest);
        } else {
            self.at += first.len_utf8();
        }
    }

    /// A character literal is blanked; a lifetime is code.
    fn quote(&mut self, rest: &str) {
        let mut characters = rest.chars().skip(1);
        let (first, second) = (characters.next(), characters.next());
        if first == Some('\\') || second == Some('\'') {
            let inside = until(&rest[1..], '\'');
            self.at += 1;
            self.blank(inside);
        }
        self.at += 1;
    }

    fn word(&mut self, rest: &str) {
        let length = rest.find(|one| !super::is_word(one)).unwrap_or(rest.len());
        let after = &rest[length..];
        let hashes = after.len() - after.trim_start_matches('#').len();
        let is_raw = matches!(&rest[..length], "r" | "br" | "cr");
        if is_raw && after[hashes..].starts_with('"') {
            let open = length + hashes + 1;
            let close = format!("\"{}", "#".repeat(hashes));
            let inside = rest[open..].find(&close).unwrap_or(rest.len() - open);
            self.string(open, inside, close.len());
        } else {
            self.at += length;
        }
    }

    /// A string whose inside starts `open` bytes ahead.
    fn string(&mut self, open: usize, inside: usize, close: usize) {
        let start = self.at + open;
        self.literals.push(Literal {
            start: start - 1,
            text: self.text[start..start + inside].to_owned(),
        });
        self.at = start;
        self.blank(inside);
        self.at = (self.at + close).min(self.text.len());
    }

    fn blank(&mut self, length: usize) {
        let span: Range<usize> = self.at..self.at + length;
        for byte in &mut self.code[span.clone()] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        self.at = span.end;
    }
}

/// The length up to the closing quote, escaped ones skipped.
fn until(inside: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, one) in inside.char_indices() {
        if one == quote && !is_escaped {
            return at;
        }
        is_escaped = one == '\\' && !is_escaped;
    }
    inside.len()
}

/// Block comments nest.
fn block_comment_length(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, code: &str, literals: &[&str]) {
        let (found, strings) = split(text);
        assert_eq!(found, code);
        let strings: Vec<&str> = strings.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(strings, literals);
    }

    #[test]
    fn comments_are_blanked() {
        check("a // b\nc", "a     \nc", &[]);
        check("a /* b /* c */ d */ e", "a                   e", &[]);
    }

    #[test]
    fn insides_of_strings_are_blanked_and_kept_aside() {
        check(r#"f("a\"b", "c")"#, r#"f("    ", " ")"#, &[r#"a\"b"#, "c"]);
        check(r##"r#"a"b"# + x"##, r##"r#"   "# + x"##, &[r#"a"b"#]);
        check("\"đ\" x", "\"  \" x", &["đ"]);
    }

    #[test]
    fn a_lifetime_is_not_a_character() {
        check("&'a str", "&'a str", &[]);
        check(r#"'"' x "y""#, r#"' ' x " ""#, &["y"]);
        check(r"'\'' x", r"'  ' x", &[]);
    }

    #[test]
    fn a_raw_name_is_not_a_raw_string() {
        check(r#"r#type "x""#, r#"r#type " ""#, &["x"]);
        check(r#"for"x""#, r#"for" ""#, &["x"]);
    }

    #[test]
    fn an_unfinished_file_does_not_panic() {
        for text in ["\"abc", "/* abc", "r#\"abc", "'", "'\\", "\"abc\\"] {
            assert_eq!(split(text).0.len(), text.len());
        }
    }
}
