//! Bounds of tokens.

/// Random bytes that name a token.
pub const TOKEN_ID_BYTES: usize = 8;
/// Random bytes of a token's secret. Source: ASVS 5.0, 11.5.1 asks for 16.
pub const TOKEN_SECRET_BYTES: usize = 32;
/// Days that a token lives unless its issuer says otherwise.
pub const TOKEN_DAYS_DEFAULT: u16 = 90;
/// Days that a token lives at most: one award year and the month after it.
pub const TOKEN_DAYS_MAX: u16 = 396;
/// Characters of the issuer's words about a token.
pub const TOKEN_LABEL_CHARS_MAX: usize = 120;
