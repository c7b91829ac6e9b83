//! Rules about Rust files.

pub(super) mod file_sizes;
pub(super) mod forbidden_words;
pub(super) mod imports;
pub(super) mod sql_text;
pub(super) mod test_names;
