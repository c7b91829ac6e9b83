//! What is not read, however well it is signed.

/// Bytes of one file of a bundle, unpacked.
pub const FILE_BYTES_MAX: u64 = 64 << 20;
/// Bytes of all files of a bundle, unpacked; also of the archive itself.
pub const BUNDLE_BYTES_MAX: u64 = 512 << 20;
/// Files in a bundle.
pub const FILE_COUNT_MAX: usize = 20_000;
/// Folders within folders.
pub const DEPTH_MAX: usize = 8;
/// Bytes of one line of events: an event with the largest payload that a ledger takes, and some more.
pub const LINE_BYTES_MAX: u64 = 4 << 20;
/// Problems that are told; the others are counted.
pub const PROBLEM_COUNT_MAX: usize = 1_000;
/// Events of a segment, as every segment ends at a multiple of it at the latest.
pub const SEGMENT_EVENT_COUNT_MAX: u64 = 4_096;
