//! Bounds of tokens.

use jiff::SignedDuration;

/// Random bytes that name a token.
pub const TOKEN_ID_BYTES: usize = 8;
/// Random bytes of a token's secret. Source: ASVS 5.0, 11.5.1 asks for 16.
pub const TOKEN_SECRET_BYTES: usize = 32;
/// Days that a token lives unless its issuer says otherwise.
pub const TOKEN_DAYS_DEFAULT: u16 = 90;
/// Days that a token lives at most: one award year and the month after it.
pub const TOKEN_DAYS_MAX: u16 = 396;
/// Characters of the issuer's words about a token, and of a client's name.
pub const TOKEN_LABEL_CHARS_MAX: usize = 120;
/// Random bytes that name a client.
pub const CLIENT_ID_BYTES: usize = 8;
/// Keys that a client has at once: an old one, a new one, and room for a slip.
pub const CLIENT_KEY_COUNT_MAX: usize = 4;
/// Time that an access token lives.
pub const ACCESS_TOKEN_LIFE: SignedDuration = SignedDuration::from_mins(10);
/// Time that an assertion may have left. Source: RFC 7523, section 3, lets the server choose.
pub const ASSERTION_LIFE_MAX: SignedDuration = SignedDuration::from_mins(5);
/// Time that our own assertions live: the way to the server, and a slow one.
pub const ASSERTION_LIFE: SignedDuration = SignedDuration::from_mins(2);
/// Time by which the clocks of a client and of the server may differ.
pub const CLOCK_SKEW: SignedDuration = SignedDuration::from_secs(60);
/// Bytes of an assertion.
pub const ASSERTION_BYTES_MAX: usize = 8_192;
/// Bytes of the id of an assertion.
pub const ASSERTION_ID_BYTES_MAX: usize = 256;
