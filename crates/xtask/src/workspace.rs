//! The repository, read once.

mod files;
mod rooms;

use std::path::Path;

use anyhow::Context;

use crate::{allow, rust_file::RustFile};

/// Everything the rules may look at.
#[derive(Debug, Default)]
pub struct Workspace {
    /// The rooms, by name.
    pub rooms: Vec<Room>,
    /// All text files, Rust included, by path.
    pub files: Vec<TextFile>,
    /// All Rust files, by path.
    pub rust: Vec<RustFile>,
    /// What lies at the top, ignored things left out.
    pub top_level: Vec<String>,
}

/// A crate.
#[derive(Debug, Clone)]
pub struct Room {
    /// The name of its folder.
    pub name: String,
    /// The path of its `Cargo.toml` from the root.
    pub manifest: String,
    /// The `description` of its `Cargo.toml`.
    pub duty: String,
    /// The paths of its `lib.rs` and of the roots of its programs.
    pub doors: Vec<String>,
    /// What its `Cargo.toml` names.
    pub dependencies: Vec<Dependency>,
}

/// A crate that a room leans on.
#[derive(Debug, Clone)]
pub struct Dependency {
    /// The package.
    pub package: String,
    /// The room, when it is one of ours.
    pub room: Option<String>,
    /// Whether it is needed outside tests.
    pub is_shipped: bool,
}

/// A file that is text.
#[derive(Debug)]
pub struct TextFile {
    /// Path from the root of the repository, with `/`.
    pub path: String,
    /// What the file says.
    pub text: String,
}

impl TextFile {
    /// Whether the name ends like this.
    #[must_use]
    pub fn has_extension(&self, extension: &str) -> bool {
        Path::new(&self.path)
            .extension()
            .is_some_and(|one| one == extension)
    }
}

impl Workspace {
    /// Reads the repository that holds `inside`.
    ///
    /// # Errors
    /// When there is no workspace around `inside`, or a file cannot be read.
    pub fn load(inside: &Path) -> anyhow::Result<Self> {
        let root = inside
            .ancestors()
            .find(|folder| folder.join("Cargo.lock").is_file())
            .context("no folder above holds a Cargo.lock: run inside the repository")?;
        let (top_level, files) = files::read(root)?;
        Ok(Self::new(rooms::read(root)?, files, top_level))
    }

    pub(crate) fn new(rooms: Vec<Room>, files: Vec<TextFile>, top_level: Vec<String>) -> Self {
        let mut rust: Vec<RustFile> = files
            .iter()
            .filter(|file| file.has_extension("rs"))
            .map(|file| RustFile::new(&file.path, &file.text))
            .collect();
        mark_test_modules(&mut rust);
        Self {
            rooms,
            files,
            rust,
            top_level,
        }
    }

    /// The file at this path.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&TextFile> {
        self.files.iter().find(|file| file.path == path)
    }

    /// The text of `allow.toml`; a missing file has no exceptions.
    pub(crate) fn allowances(&self) -> &str {
        self.file(allow::PATH).map_or("", |file| &file.text)
    }
}

/// A module declared for tests only lies in files of its own, and so do its children.
fn mark_test_modules(rust: &mut [RustFile]) {
    let modules: Vec<String> = rust.iter().flat_map(RustFile::test_modules).collect();
    for file in rust {
        let is_declared_for_tests = modules.iter().any(|module| {
            file.path
                .strip_prefix(module.as_str())
                .is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
        });
        file.is_test |= is_declared_for_tests;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_for_tests_takes_its_children_along() {
        let file = |path: &str, text: &str| TextFile {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        let files = vec![
            file(
                "crates/a/src/lib.rs",
                "#[cfg(test)]\nmod stories;\nmod story;",
            ),
            file("crates/a/src/stories.rs", "mod one;"),
            file("crates/a/src/stories/one.rs", ""),
            file("crates/a/src/story.rs", ""),
        ];
        let workspace = Workspace::new(vec![], files, vec![]);
        let tests: Vec<bool> = workspace.rust.iter().map(|file| file.is_test).collect();
        assert_eq!(tests, [false, true, true, false]);
    }

    #[test]
    fn this_repository_can_be_read() {
        let workspace = Workspace::load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let xtask = workspace
            .rooms
            .iter()
            .find(|room| room.name == "xtask")
            .unwrap();
        assert_eq!(xtask.duty, "Keeps the house tidy.");
        assert_eq!(
            xtask.doors,
            ["crates/xtask/src/lib.rs", "crates/xtask/src/main.rs"]
        );
        assert!(workspace.file("Cargo.toml").is_some());
        assert!(workspace.file("crates/xtask/src/workspace.rs").is_some());
        assert!(workspace.top_level.iter().all(|name| name != "target"));
    }
}
