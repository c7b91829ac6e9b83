//! Bounds of everything that is sealed.

use crate::cipher;

/// Bytes of a key of any kind.
pub const KEY_BYTES: usize = 32;
/// Bytes of a value's id.
pub const VALUE_ID_BYTES: usize = 16;
/// Bytes of the name of a class of field.
pub const FIELD_CLASS_BYTES_MAX: usize = 64;
/// UTF-8 bytes of one clear value: a long report of merits is a tenth of it, and an event's data
/// (at most 1 MiB) still holds several.
pub const CLEAR_VALUE_BYTES_MAX: usize = 64 << 10;
/// Bytes of the box of one value.
pub const BOX_BYTES_MAX: usize = CLEAR_VALUE_BYTES_MAX + cipher::OVERHEAD_BYTES;
/// Clear bytes of one file: a scanned report of about a hundred pages. A file is held in memory
/// whole, twice while it is sealed.
pub const FILE_BYTES_MAX: usize = 32 << 20;
/// Bytes of a file's media type. Source: RFC 6838 section 4.2, 127 for each half.
pub const MEDIA_TYPE_BYTES_MAX: usize = 255;
