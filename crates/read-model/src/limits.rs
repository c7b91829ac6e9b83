//! Bounds of what readers may ask and of what is written at once.

/// Rows of a page when the reader does not say.
pub const PAGE_ROW_COUNT_DEFAULT: usize = 50;
/// Rows of the largest page: one screen of a long list, well under a second on a small machine.
pub const PAGE_ROW_COUNT_MAX: usize = 200;
/// Rows of a page of a register, which programs read: some megabytes, made in about a second.
pub const REGISTER_ROW_COUNT_MAX: usize = 10_000;
/// Keys in one statement that loads or removes rows.
pub const LOAD_KEY_COUNT_MAX: usize = 1_000;
