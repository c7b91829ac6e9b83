//! No clear name of a person in any file but `rows.db`.

use crate::house::{House, files};

/// Names of the people definition, as they stand there.
fn names() -> Vec<String> {
    let people = include_str!("../../schemas/definitions/hon-quan-2024.people.toml");
    let names: Vec<String> = people
        .lines()
        .filter_map(|line| line.trim().strip_prefix("name"))
        .filter_map(|rest| rest.trim().strip_prefix('='))
        .map(|quoted| quoted.trim().trim_matches('"').to_owned())
        .collect();
    assert!(names.len() >= 15, "the people definition names everybody");
    names
}

#[test]
fn a_search_of_everything_written_finds_names_only_in_rows() {
    let house = House::new();
    house.succeed(&["season"]);
    let names = names();
    let mut seen_in_rows = false;
    for (path, bytes) in files(&house.data()) {
        let is_rows = path
            .file_name()
            .unwrap()
            .to_string_lossy()
            .starts_with("rows.db");
        // Whatever is no text in it is replaced; a name is text.
        let text = String::from_utf8_lossy(&bytes);
        for name in &names {
            let found = text.contains(name.as_str());
            seen_in_rows |= is_rows && found;
            assert!(
                is_rows || !found,
                "a clear name stands in {}",
                path.display()
            );
        }
    }
    assert!(
        seen_in_rows,
        "the search would find a name if there were one"
    );
}
