//! The top of the repository stays clear.

use crate::{
    tidy::{Finding, Rule},
    workspace::Workspace,
};

pub(in crate::tidy) const RULE: Rule = Rule {
    name: "top-level",
    why: "the first listing a stranger sees should be readable at a glance",
    remedy: "put code into crates/, what operators need into deploy/, fixed formats into schemas/, checks of the whole into tests/",
    check,
};

/// What may lie at the top, besides dotfiles and what .gitignore names.
const ALLOWED: &[&str] = &[
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "crates",
    "deploy",
    "schemas",
    "tests",
];

fn check(workspace: &Workspace) -> Vec<Finding> {
    let is_allowed = |name: &&String| name.starts_with('.') || ALLOWED.contains(&name.as_str());
    let strays = workspace.top_level.iter().filter(|name| !is_allowed(name));
    strays
        .map(|name| Finding::in_file(name, "does not belong at the top"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stray_at_the_top_is_found() {
        let top_level = ["Cargo.toml", ".ci", "notes.txt"].map(str::to_owned);
        let workspace = Workspace::new(vec![], vec![], top_level.into());
        let paths: Vec<String> = check(&workspace).into_iter().map(|one| one.path).collect();
        assert_eq!(paths, ["notes.txt"]);
    }
}
