//! Bounds of every request.

use std::time::Duration;

/// Bytes of a command's body: what one event may hold.
pub const COMMAND_BODY_BYTES_MAX: usize = 1 << 20;
/// Characters of the kind of a stream in `If-Match`.
pub const TAG_KIND_CHARS_MAX: usize = 40;
/// Characters of the key of a stream in `If-Match`: two identifiers and a number.
pub const TAG_KEY_CHARS_MAX: usize = 180;
/// Digits of a version in `If-Match`.
pub const TAG_VERSION_DIGITS_MAX: usize = 18;
/// Bytes of an acknowledgement: two members, and room for spaces.
pub const ACK_BODY_BYTES_MAX: usize = 1 << 12;
/// Bytes of an uploaded document. Source: what `privacy` seals at once.
pub const DOCUMENT_BYTES_MAX: usize = khen_privacy::limits::FILE_BYTES_MAX;
/// Documents received at once; each is held in memory three times while it is sealed.
pub const UPLOADS_AT_ONCE_MAX: usize = 4;
/// Entries of an office document's archive that are looked at.
pub const ARCHIVE_ENTRY_COUNT_MAX: usize = 10_000;
/// Clear bytes of an office document's table of contents; of a large one it is some 20,000.
pub const CONTENT_TYPES_BYTES_MAX: u64 = 1 << 20;
/// Bytes that an office document may unpack to: scans compress little, text a hundredfold.
pub const ARCHIVE_CLEAR_BYTES_MAX: u64 = 512 << 20;
/// Characters of a request id that the caller may choose.
pub const REQUEST_ID_CHARS_MAX: usize = 64;
/// Time that a request may take. A list act over an annual session takes a few seconds.
pub const REQUEST_TIME_MAX: Duration = Duration::from_secs(30);
/// Time that a query waits for its rows.
pub const ROWS_PATIENCE: Duration = Duration::from_secs(2);
/// Characters of a text that is searched for: more than the longest name has.
pub const SEARCH_CHARS_MAX: usize = 100;
/// Seconds after which an unavailable service is asked again.
pub const RETRY_AFTER_SECONDS: u64 = 5;
/// Seconds after which a command is sent again that came in a read-only time.
pub const READ_ONLY_RETRY_AFTER_SECONDS: u64 = 30;
/// Seconds after which rows that were behind are asked again.
pub const ROWS_RETRY_AFTER_SECONDS: u64 = 1;
/// Requests of one token in a minute.
pub const REQUESTS_PER_MINUTE: u32 = 1_200;
/// Documents uploaded with one token in an hour: a program uploads for a whole unit.
pub const UPLOADS_PER_HOUR: u32 = 120;
/// Pages and single events that one token pulls in a minute, beside what its requests count.
pub const EXPORTS_PER_MINUTE: u32 = 120;
/// Bundles of evidence that one token asks for in an hour.
pub const BUNDLES_PER_HOUR: u32 = 6;
/// Access tokens that one client asks for in a minute, and as many failures to get one: one in ten
/// minutes is enough.
pub const GRANTS_PER_MINUTE: u32 = 30;
/// Bytes of the form that an access token is asked for with.
pub const GRANT_BODY_BYTES_MAX: usize = 16 << 10;
/// Clear bytes of the documents of one bundle, half of what the checking program unpacks.
pub const BUNDLE_DOCUMENT_BYTES_MAX: usize = 256 << 20;
/// Checkpoints that are proven to be beginnings of a log in one bundle: a question stays as short as servers on
/// the way take it.
pub const HAD_COUNT_MAX: usize = 4;
/// Characters of one of them: a checkpoint with the signatures of a dozen witnesses.
pub const HAD_CHARACTERS_MAX: usize = 2 << 10;
/// Requests of one token that wait for news at once.
pub const EXPORT_WAITS_AT_ONCE_MAX: usize = 4;
/// How often somebody who waits for news looks at the ledger when no bell rings.
pub const EXPORT_POLL_INTERVAL: Duration = Duration::from_secs(1);
/// Segments of a ledger that are listed at once.
pub const SEGMENT_COUNT_MAX: usize = 1_000;
/// Bytes of segments that are kept in memory for who asks next; beyond them the newest one.
pub const SEGMENT_BYTES_KEPT_MAX: usize = 32 << 20;
/// Tokens whose rates are kept in mind at once.
pub const RATED_TOKEN_COUNT_MAX: usize = 100_000;
/// Events by which the rows may lag before this process is not ready.
pub const ROWS_LAG_EVENTS_MAX: u64 = 10_000;
/// Time by which the clock may be behind the last event before readiness degrades.
pub const CLOCK_BEHIND_MAX: Duration = Duration::from_secs(5);
