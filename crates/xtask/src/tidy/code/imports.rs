//! Imports stand in three groups: std, outside, ours.

use crate::{
    rust_file::{RustFile, is_word},
    tidy::{Finding, Rule},
    workspace::Workspace,
};

pub(in crate::tidy) const RULE: Rule = Rule {
    name: "imports",
    why: "the reader sees at once what is ours and what is not; rustfmt cannot group on stable",
    remedy: "order the `use` lines std, outside, ours (`crate`, `super`, `khen_*`) with a blank line between the groups",
    check,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Std,
    Outside,
    Ours,
}

/// A `use` item and the lines it takes, counted from 0.
struct Import {
    first: usize,
    last: usize,
    group: Group,
}

fn check(workspace: &Workspace) -> Vec<Finding> {
    workspace.rust.iter().flat_map(check_file).collect()
}

fn check_file(file: &RustFile) -> Vec<Finding> {
    let code: Vec<&str> = file.code.lines().collect();
    let text: Vec<&str> = file.text.lines().collect();
    let imports = imports(&code);
    let mut findings = Vec::new();
    for pair in imports.windows(2) {
        let [above, below] = pair else { continue };
        let between = above.last + 1..below.first;
        let is_one_block = code[between.clone()].iter().all(|line| {
            let line = line.trim();
            line.is_empty() || line.starts_with("#[")
        });
        let is_parted = text[between].iter().any(|line| line.trim().is_empty());
        let wrong = match (is_one_block, below.group.cmp(&above.group)) {
            (false, _) | (true, std::cmp::Ordering::Equal) => continue,
            (true, std::cmp::Ordering::Less) => "this import belongs above the one before it",
            (true, std::cmp::Ordering::Greater) if is_parted => continue,
            (true, std::cmp::Ordering::Greater) => "a blank line is missing above this import",
        };
        findings.push(Finding {
            path: file.path.clone(),
            line: Some(below.first + 1),
            wrong: wrong.to_owned(),
        });
    }
    findings
}

fn imports(code: &[&str]) -> Vec<Import> {
    let mut imports = Vec::new();
    for (first, line) in code.iter().enumerate() {
        let Some(path) = line.trim_start().strip_prefix("use ") else {
            continue;
        };
        let more = code[first..].iter().position(|line| line.contains(';'));
        imports.push(Import {
            first,
            last: first + more.unwrap_or(0),
            group: group_of(path, code),
        });
    }
    imports
}

fn group_of(path: &str, code: &[&str]) -> Group {
    let path = path.trim_start_matches("::");
    let root = path.split(|one| !is_word(one)).next().unwrap_or_default();
    let is_declared_here = code.iter().any(|line| {
        let line = line.trim();
        let declared = line
            .strip_suffix(';')
            .and_then(|line| line.rsplit_once("mod "));
        declared.is_some_and(|(_, name)| name == root)
    });
    let is_a_type = root.starts_with(char::is_uppercase);
    match root {
        "std" | "core" | "alloc" => Group::Std,
        "crate" | "self" | "super" | "khen" => Group::Ours,
        _ if root.starts_with("khen_") || is_declared_here || is_a_type => Group::Ours,
        _ => Group::Outside,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::made_up::in_one_file;

    fn check_text(text: &str) -> Vec<String> {
        in_one_file(&RULE, "crates/a/src/a.rs", text)
    }

    #[test]
    fn three_groups_in_order_are_fine() {
        let text = "use std::{\n    fmt,\n};\n\nuse serde::Serialize;\n\nuse crate::a;\nuse khen_domain::B;\n";
        assert!(check_text(text).is_empty());
    }

    #[test]
    fn a_wrong_order_is_found() {
        let text = "use crate::a;\n\nuse std::fmt;\n";
        assert_eq!(
            check_text(text),
            ["this import belongs above the one before it"]
        );
    }

    #[test]
    fn a_missing_blank_line_is_found() {
        let text = "use serde::Serialize;\nuse crate::a;\n";
        assert_eq!(
            check_text(text),
            ["a blank line is missing above this import"]
        );
    }

    #[test]
    fn imports_apart_from_each_other_are_judged_apart() {
        let text =
            "use crate::a;\nfn f() {}\nmod tests {\n    use std::fmt;\n\n    use super::*;\n}\n";
        assert!(check_text(text).is_empty());
    }

    #[test]
    fn modules_and_types_of_this_file_are_ours() {
        let text = "mod part;\nuse serde::A;\n\nuse part::B;\nuse Command::Submit;\n";
        assert!(check_text(text).is_empty());
    }
}
