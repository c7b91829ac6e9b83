//! Frozen files of the repository.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use khen_eventlog::EventType;

/// Set to 1 to write frozen files that are missing, and improved words of schemas. No run ever
/// changes a shape or a golden record.
pub(crate) const UPDATE: &str = "KHEN_UPDATE_SCHEMAS";

pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(name)
}

pub(crate) fn is_updating() -> bool {
    std::env::var(UPDATE).is_ok_and(|value| value == "1")
}

/// `nomination.nominee_proposed.v1.json`.
pub(crate) fn file_name(event_type: &EventType) -> String {
    let (name, version) = event_type.name_and_version();
    format!("{name}.v{version}.json")
}

/// What the file says, or `None` when it is not there.
pub(crate) fn text_of(path: &Path) -> Option<String> {
    fs::read_to_string(path).ok()
}

pub(crate) fn save(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Names of the files in a folder.
pub(crate) fn names_in(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

/// Names of the files that a folder with one file per event type and version holds: the current
/// version of each and all before it.
pub(crate) fn expected_names() -> BTreeSet<String> {
    let names = khen_codec::event_types().flat_map(|event_type| {
        let (name, current) = event_type.name_and_version();
        let current: u32 = current.parse().unwrap();
        (1..=current).map(move |version| format!("{name}.v{version}.json"))
    });
    names.collect()
}
