//! Bounds of what readers may ask and of what is written at once.

/// Rows of a page when the reader does not say.
pub const PAGE_ROW_COUNT_DEFAULT: usize = 50;
/// Rows of the largest page: one screen of a long list, well under a second on a small machine.
pub const PAGE_ROW_COUNT_MAX: usize = 200;
/// Keys in one statement that loads or removes rows.
pub const LOAD_KEY_COUNT_MAX: usize = 1_000;
