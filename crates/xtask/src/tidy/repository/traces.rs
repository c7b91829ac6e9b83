//! The repository speaks of itself only.

use crate::{
    rust_file::is_word,
    tidy::{Finding, Rule},
    workspace::{TextFile, Workspace},
};

pub(in crate::tidy) const RULE: Rule = Rule {
    name: "traces",
    why: "a reader has this repository and nothing else; a path on someone's machine or a ticket number explains nothing to them",
    remedy: "say the reason itself, or point to a file of this repository",
    check,
};

/// Written in two pieces, so that this file does not break its own rule.
const TRACES: &[&str] = &[
    concat!("/wo", "rk"),
    concat!("../sha", "red"),
    concat!("issue ", "#"),
];

fn check(workspace: &Workspace) -> Vec<Finding> {
    workspace.files.iter().flat_map(check_file).collect()
}

fn check_file(file: &TextFile) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, line) in file.text.lines().enumerate() {
        let line = line.to_lowercase();
        let found = TRACES.iter().filter(|trace| has_whole(&line, trace));
        findings.extend(found.map(|trace| Finding {
            path: file.path.clone(),
            line: Some(number + 1),
            wrong: format!("says `{trace}`"),
        }));
    }
    findings
}

/// Whether the line holds the trace, and not a longer path or word with it inside.
fn has_whole(line: &str, trace: &str) -> bool {
    line.match_indices(trace).any(|(start, _)| {
        let before = line[..start].chars().next_back();
        let after = line[start + trace.len()..].chars().next();
        let is_path_tail = trace.starts_with('/') && before.is_some_and(continues_a_path);
        let is_word_head = trace.ends_with(is_word) && after.is_some_and(continues_a_path);
        !(is_path_tail || is_word_head)
    })
}

fn continues_a_path(one: char) -> bool {
    is_word(one) || one == '-'
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::made_up::in_one_file;

    #[test]
    fn each_trace_is_found() {
        for trace in TRACES {
            let text = format!("see {trace}\n");
            assert_eq!(in_one_file(&RULE, "README.md", &text).len(), 1, "{trace}");
            let text = format!("see `{trace}/a`\n");
            assert_eq!(in_one_file(&RULE, "README.md", &text).len(), 1, "{trace}");
        }
    }

    #[test]
    fn longer_words_are_fine() {
        for text in ["crates/workers", "/workspace", "a/work", "an issue of 2024"] {
            assert!(in_one_file(&RULE, "README.md", text).is_empty(), "{text}");
        }
    }
}
