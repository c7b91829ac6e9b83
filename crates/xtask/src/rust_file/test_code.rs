//! Finds the items that are built for tests only.

use std::ops::Range;

/// The items under a `cfg` that asks for tests, attribute included.
pub(super) fn spans(text: &str, code: &str) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    for (start, _) in code.match_indices("#[cfg(") {
        let end = closing(code, start + 1);
        let condition = &text[start..end];
        let asks_for_tests = condition.contains("test") && !condition.contains("not(");
        if asks_for_tests && spans.last().is_none_or(|last| last.end <= start) {
            spans.push(start..item_end(code, end + 1));
        }
    }
    spans
}

/// The name in `mod name;`, when the item is one.
pub(super) fn declared_module(item: &str) -> Option<&str> {
    let declaration = item.trim_end().strip_suffix(';')?;
    let (before, name) = declaration.rsplit_once(' ')?;
    before.ends_with("mod").then_some(name)
}

/// Where the bracket at `open` is closed; the end of the code when it is not.
pub(super) fn closing(code: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, one) in code[open..].char_indices() {
        match one {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return open + at;
                }
            }
            _ => {}
        }
    }
    code.len()
}

/// An item ends with its first `;` outside brackets or with its block.
fn item_end(code: &str, start: usize) -> usize {
    let mut at = start;
    while let Some(found) = code[at..].find(['(', '[', '{', ';']) {
        let place = at + found;
        match code.as_bytes()[place] {
            b';' => return place + 1,
            b'{' => return (closing(code, place) + 1).min(code.len()),
            _ => at = (closing(code, place) + 1).min(code.len()),
        }
    }
    code.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(code: &str) -> Vec<&str> {
        spans(code, code)
            .into_iter()
            .map(|span| &code[span])
            .collect()
    }

    #[test]
    fn an_item_ends_with_its_block_or_its_semicolon() {
        assert_eq!(
            found("#[cfg(test)] #[a(b)] fn f(x: [u8; 2]) { {} } fn g() {}"),
            ["#[cfg(test)] #[a(b)] fn f(x: [u8; 2]) { {} }"]
        );
        assert_eq!(
            found("#[cfg(test)]\nmod a;\nmod b;"),
            ["#[cfg(test)]\nmod a;"]
        );
    }

    #[test]
    fn support_for_tests_counts_as_test_code() {
        assert_eq!(
            found("#[cfg(any(test, feature = \"test-support\"))] mod a;").len(),
            1
        );
    }

    #[test]
    fn other_conditions_are_shipped() {
        assert_eq!(
            found("#[cfg(unix)] mod a; #[cfg(not(test))] mod b;").len(),
            0
        );
    }

    #[test]
    fn only_a_declaration_names_a_module_file() {
        assert_eq!(
            declared_module("#[cfg(test)]\nmod stories;"),
            Some("stories")
        );
        assert_eq!(declared_module("#[cfg(test)]\nmod tests { }"), None);
        assert_eq!(declared_module("#[cfg(test)]\nuse a::b;"), None);
    }
}
