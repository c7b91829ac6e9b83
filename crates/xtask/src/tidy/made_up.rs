//! Made-up repositories, to show that a rule can fail.

use super::{Finding, Rule};
use crate::workspace::{Dependency, Room, TextFile, Workspace};

/// A repository of these files.
pub(crate) fn house(files: &[(&str, &str)]) -> Workspace {
    house_with(vec![], files)
}

/// A repository of these rooms and files.
pub(super) fn house_with(rooms: Vec<Room>, files: &[(&str, &str)]) -> Workspace {
    let files = files.iter().map(|(path, text)| TextFile {
        path: (*path).to_owned(),
        text: (*text).to_owned(),
    });
    Workspace::new(rooms, files.collect(), vec![])
}

/// A room that leans on these packages; `khen-` packages are ours.
pub(super) fn room(name: &str, packages: &[&str]) -> Room {
    let dependencies = packages.iter().map(|package| Dependency {
        package: (*package).to_owned(),
        room: package.strip_prefix("khen-").map(str::to_owned),
        is_shipped: true,
    });
    Room {
        name: name.to_owned(),
        manifest: format!("crates/{name}/Cargo.toml"),
        duty: "Does one thing.".to_owned(),
        doors: vec![format!("crates/{name}/src/lib.rs")],
        dependencies: dependencies.collect(),
    }
}

/// What the rule finds in a repository of one file.
pub(super) fn in_one_file(rule: &Rule, path: &str, text: &str) -> Vec<String> {
    wrongs((rule.check)(&house(&[(path, text)])))
}

/// The messages alone.
pub(super) fn wrongs(findings: Vec<Finding>) -> Vec<String> {
    findings.into_iter().map(|finding| finding.wrong).collect()
}
