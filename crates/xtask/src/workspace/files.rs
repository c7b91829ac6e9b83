//! Reads every text file, in the order of paths.

use std::{fs, path::Path};

use anyhow::Context;

use super::TextFile;

/// What lies at the top, and all text files below.
pub(super) fn read(root: &Path) -> anyhow::Result<(Vec<String>, Vec<TextFile>)> {
    let ignored = ignored_at_the_top(root);
    let mut top_level = names_in(root)?;
    top_level.retain(|name| name != ".git" && !ignored.contains(name));
    let mut files = Vec::new();
    for name in &top_level {
        read_below(root, name, &mut files)?;
    }
    Ok((top_level, files))
}

/// Lines of `.gitignore` that name one thing at the top, such as `/target`.
fn ignored_at_the_top(root: &Path) -> Vec<String> {
    let text = fs::read_to_string(root.join(".gitignore")).unwrap_or_default();
    text.lines()
        .filter_map(|line| line.trim().strip_prefix('/'))
        .map(|name| name.trim_end_matches('/').to_owned())
        .collect()
}

fn names_in(folder: &Path) -> anyhow::Result<Vec<String>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

fn read_below(root: &Path, path: &str, files: &mut Vec<TextFile>) -> anyhow::Result<()> {
    let place = root.join(path);
    if place.is_dir() {
        for name in names_in(&place)? {
            read_below(root, &format!("{path}/{name}"), files)?;
        }
        return Ok(());
    }
    let bytes = fs::read(&place).with_context(|| format!("cannot read {path}"))?;
    if let Ok(text) = String::from_utf8(bytes) {
        files.push(TextFile {
            path: path.to_owned(),
            text,
        });
    }
    Ok(())
}
