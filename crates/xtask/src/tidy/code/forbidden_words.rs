//! Words that hide something.

use crate::{
    rust_file::RustFile,
    tidy::{Finding, Rule},
    workspace::Workspace,
};

pub(in crate::tidy) const RULE: Rule = Rule {
    name: "forbidden-words",
    why: "a silenced test, a silenced lint or unfinished code looks like success and is found by a user",
    remedy: "say it in the open: assert what is, expect a lint with a reason, finish the branch or refuse it",
    check,
};

/// The word as it stands in code, and what to do instead.
const WORDS: &[(&str, &str)] = &[
    ("#[ignore", "run the test or delete it"),
    ("#[should_panic", "return an error and assert on it"),
    ("#[allow(", "use #[expect(…, reason = …)], which expires"),
    ("#![allow(", "use #[expect(…, reason = …)] at the place"),
    ("todo!", "finish it, or answer with an error"),
    ("unimplemented!", "finish it, or answer with an error"),
    ("dbg!", "log it, or delete it"),
];

fn check(workspace: &Workspace) -> Vec<Finding> {
    workspace.rust.iter().flat_map(check_file).collect()
}

fn check_file(file: &RustFile) -> Vec<Finding> {
    let places = WORDS
        .iter()
        .flat_map(|(word, instead)| file.places(word).map(move |place| (place, word, instead)));
    places
        .map(|(place, word, instead)| Finding::at(file, place, format!("says `{word}`: {instead}")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::made_up::in_one_file;

    #[test]
    fn each_word_is_found() {
        for (word, _) in WORDS {
            let text = format!("fn a() {{}}\n{word}\n");
            assert_eq!(
                in_one_file(&RULE, "crates/a/tests/a.rs", &text).len(),
                1,
                "{word}"
            );
        }
    }

    #[test]
    fn a_word_in_a_comment_or_a_literal_is_fine() {
        let text = "// todo! dbg!\nfn a() { b(\"#[ignore]\"); mytodo!(); }";
        assert!(in_one_file(&RULE, "crates/a/src/a.rs", text).is_empty());
    }
}
