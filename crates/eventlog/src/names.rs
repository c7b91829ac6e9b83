//! Names that stand on the wire: ledgers, streams, event types.

use std::{fmt, sync::Arc};

use thiserror::Error;

use crate::limits;

/// What is wrong with a name.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NameError {
    /// The text is empty.
    #[error("a name must not be empty")]
    Empty,
    /// The text is longer than the limit of its kind.
    #[error("a name is at most {max_bytes} bytes, got {bytes}")]
    TooLong {
        /// Bytes allowed.
        max_bytes: usize,
        /// Bytes found.
        bytes: usize,
    },
    /// A character that the kind of name does not allow.
    #[error("the character {character:?} does not belong in this name")]
    Character {
        /// The first offending character.
        character: char,
    },
    /// A stream name has no `type/key` form.
    #[error("a stream name has the form `type/key`")]
    NoKey,
    /// An event type has no `vn.khen.<stream>.<event>.v<n>` form.
    #[error("an event type has the form `vn.khen.<stream>.<event>.v<n>`")]
    NoEventType,
}

pub(crate) fn checked(
    text: &str,
    max_bytes: usize,
    allowed: fn(char) -> bool,
) -> Result<&str, NameError> {
    if text.is_empty() {
        return Err(NameError::Empty);
    }
    if text.len() > max_bytes {
        return Err(NameError::TooLong {
            max_bytes,
            bytes: text.len(),
        });
    }
    // Names are ASCII, so that looking at bytes is enough for all that is well.
    if text.bytes().all(|byte| allowed(char::from(byte))) {
        return Ok(text);
    }
    match text.chars().find(|&character| !allowed(character)) {
        Some(character) => Err(NameError::Character { character }),
        None => Ok(text),
    }
}

/// The slug of a ledger: one ledger per issuing authority, for example `hon-quan`.
///
/// Lower-case ASCII letters, digits and `-`; at most [`limits::LEDGER_NAME_BYTES_MAX`] bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LedgerId(String);

impl LedgerId {
    /// # Errors
    /// [`NameError`] says which rule the text breaks.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        let slug = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        checked(text, limits::LEDGER_NAME_BYTES_MAX, slug).map(|text| Self(text.to_owned()))
    }

    /// The slug as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The name of a stream, `type/key`, for example `nomination/HQ-CCHC-2024-0007`.
///
/// The type is lower-case ASCII with `_`; the key is printable ASCII without spaces and may hold
/// further `/`; at most [`limits::STREAM_NAME_BYTES_MAX`] bytes in all. Clones share the text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreamName(Arc<str>);

impl StreamName {
    /// # Errors
    /// [`NameError`] says which rule the text breaks.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        checked(text, limits::STREAM_NAME_BYTES_MAX, |c| {
            c.is_ascii_graphic()
        })?;
        let (kind, key) = text.split_once('/').ok_or(NameError::NoKey)?;
        if key.is_empty() {
            return Err(NameError::NoKey);
        }
        checked(kind, limits::STREAM_NAME_BYTES_MAX, |c| {
            c.is_ascii_lowercase() || c == '_'
        })?;
        Ok(Self(text.into()))
    }

    /// The whole name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before the first `/`, for example `nomination`.
    #[must_use]
    pub fn kind(&self) -> &str {
        self.0.split_once('/').map_or("", |(kind, _)| kind)
    }

    /// The part after the first `/`, for example `HQ-CCHC-2024-0007`.
    #[must_use]
    pub fn key(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, key)| key)
    }
}

/// The type of an event, `vn.khen.<stream>.<event>.v<n>`. Clones share the text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventType(Arc<str>);

impl EventType {
    const PREFIX: &'static str = "vn.khen.";

    /// # Errors
    /// [`NameError`] says which rule the text breaks.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        checked(text, limits::EVENT_TYPE_BYTES_MAX, |c| {
            c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '.'
        })?;
        let parts = text
            .strip_prefix(Self::PREFIX)
            .ok_or(NameError::NoEventType)?;
        let mut parts = parts.split('.');
        let is_whole = matches!(
            (parts.next(), parts.next(), parts.next(), parts.next()),
            (Some(stream), Some(event), Some(version), None)
                if !stream.is_empty() && !event.is_empty() && is_schema_version(version)
        );
        if is_whole {
            Ok(Self(text.into()))
        } else {
            Err(NameError::NoEventType)
        }
    }

    /// The whole type.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `(<stream>.<event>, <n>)`, for example `("nomination.nominee_proposed", "1")`.
    #[must_use]
    pub fn name_and_version(&self) -> (&str, &str) {
        let name = self.0.strip_prefix(Self::PREFIX).unwrap_or(&self.0);
        name.rsplit_once(".v").unwrap_or((name, ""))
    }
}

fn is_schema_version(text: &str) -> bool {
    // No sign can stand there: the characters of the type were checked.
    text.strip_prefix('v')
        .is_some_and(|digits| !digits.starts_with('0') && digits.parse::<u32>().is_ok())
}

impl fmt::Display for LedgerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for StreamName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for EventType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_name_has_a_type_and_a_key() {
        let name = StreamName::parse("slot/HQ-CCHC-2024/individual/tu-phap").unwrap();
        assert_eq!(
            (name.kind(), name.key()),
            ("slot", "HQ-CCHC-2024/individual/tu-phap")
        );
        for wrong in ["slot", "slot/", "/key", "Slot/x", "slot/a b", "slot/ư"] {
            assert!(StreamName::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_event_type_ends_in_a_version_from_one() {
        let name = EventType::parse("vn.khen.nomination.nominee_proposed.v12").unwrap();
        assert_eq!(
            name.name_and_version(),
            ("nomination.nominee_proposed", "12")
        );
        for wrong in [
            "vn.khen.nomination.x.v0",
            "vn.khen.nomination.x.v01",
            "vn.khen.nomination.v1",
        ] {
            assert!(EventType::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_ledger_is_a_slug() {
        assert!(LedgerId::parse("hon-quan").is_ok());
        for wrong in ["", "Hon-Quan", "hon.quan", "hon quan"] {
            assert!(LedgerId::parse(wrong).is_err(), "{wrong}");
        }
    }
}
