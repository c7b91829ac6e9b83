//! A room is known from its door.

use crate::{
    rust_file::RustFile,
    tidy::{Finding, Rule},
    workspace::{Room, Workspace},
};

pub(in crate::tidy) const RULE: Rule = Rule {
    name: "doors",
    why: "a lib.rs that is a table of contents shows a room at a glance, and a name that fits anything collects everything",
    remedy: "move the item to a file named for it and re-export it; call `foo/mod.rs` `foo.rs`; name a room for its duty",
    check,
};

/// Names that say nothing.
const EMPTY_NAMES: &[&str] = &[
    "common", "core", "helpers", "shared", "types", "util", "utils",
];

/// What a table of contents does not hold.
const ITEMS: &[&str] = &[
    "fn ", "struct ", "enum ", "trait ", "impl ", "impl<", "const ", "static ", "type ",
];

fn check(workspace: &Workspace) -> Vec<Finding> {
    let names = workspace.rooms.iter().filter_map(check_name);
    let contents = workspace.rust.iter().filter_map(check_contents);
    let mods = workspace.rust.iter().filter_map(check_mod);
    names.chain(contents).chain(mods).collect()
}

fn check_name(room: &Room) -> Option<Finding> {
    let is_empty = EMPTY_NAMES.contains(&room.name.as_str());
    is_empty.then(|| Finding::in_file(&room.manifest, format!("`{}` is no duty", room.name)))
}

fn check_contents(file: &RustFile) -> Option<Finding> {
    if !file.path.ends_with("/src/lib.rs") {
        return None;
    }
    let mut offset = 0;
    for line in file.code.split_inclusive('\n') {
        let item = without_visibility(line);
        if ITEMS.iter().any(|word| item.starts_with(word)) && !file.is_test_at(offset) {
            return Some(Finding::at(
                file,
                offset,
                format!("lib.rs holds `{}`", item.trim()),
            ));
        }
        offset += line.len();
    }
    None
}

fn without_visibility(line: &str) -> &str {
    let rest = line.strip_prefix("pub").unwrap_or(line).trim_start();
    let rest = rest.strip_prefix("async ").unwrap_or(rest);
    match rest.split_once(") ") {
        Some((scope, item)) if scope.starts_with('(') => item,
        Some(_) | None => rest,
    }
}

fn check_mod(file: &RustFile) -> Option<Finding> {
    let is_old_style = file.path.ends_with("/mod.rs");
    is_old_style.then(|| Finding::in_file(&file.path, "is called mod.rs"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::made_up::{house_with, in_one_file, room};

    #[test]
    fn a_table_of_contents_is_fine() {
        let text = "//! Duty.\n\nmod a;\npub mod b;\n\npub use a::{\n    One, Two,\n};\n";
        assert!(in_one_file(&RULE, "crates/desk/src/lib.rs", text).is_empty());
    }

    #[test]
    fn logic_in_the_door_is_found() {
        for text in [
            "pub fn a() {}",
            "pub(crate) struct A;",
            "impl A {}",
            "pub async fn a() {}",
        ] {
            assert_eq!(
                in_one_file(&RULE, "crates/desk/src/lib.rs", text).len(),
                1,
                "{text}"
            );
            assert!(in_one_file(&RULE, "crates/desk/src/a.rs", text).is_empty());
        }
    }

    #[test]
    fn an_empty_name_or_a_mod_file_is_found() {
        assert_eq!(check(&house_with(vec![room("utils", &[])], &[])).len(), 1);
        assert_eq!(in_one_file(&RULE, "crates/desk/src/a/mod.rs", "").len(), 1);
    }
}
