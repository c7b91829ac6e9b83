//! Which events a reader wants. All filters look at the leaf alone but for the one by unit, which looks at
//! where the event's stream belongs ([`Homes`](crate::Homes)).

use crate::{Query, limits::TYPE_FILTER_COUNT_MAX};
use khen_eventlog::{EventType, RecordedEvent};

/// Types of events by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypeFilter {
    /// One event in all versions: `nomination.awarded`.
    Name(String),
    /// All events of a stream: `nomination.*`.
    Stream(String),
    /// One type: `vn.khen.nomination.awarded.v1`.
    Exact(EventType),
}

impl TypeFilter {
    /// Reads any of the three forms; whether there is such a type is not asked.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Ok(exact) = EventType::parse(text) {
            return Some(Self::Exact(exact));
        }
        let (stream, event) = text.split_once('.')?;
        if !is_word(stream) {
            None
        } else if event == "*" {
            Some(Self::Stream(stream.to_owned()))
        } else {
            is_word(event).then(|| Self::Name(text.to_owned()))
        }
    }

    fn matches(&self, event_type: &EventType) -> bool {
        let (name, _) = event_type.name_and_version();
        match self {
            Self::Name(wanted) => name == wanted,
            Self::Stream(wanted) => name
                .split_once('.')
                .is_some_and(|(stream, _)| stream == wanted),
            Self::Exact(wanted) => event_type == wanted,
        }
    }
}

fn is_word(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    !text.is_empty() && text.bytes().all(is_letter)
}

/// Whether so many filters by type are too many.
pub(crate) fn are_too_many(types: &[TypeFilter]) -> bool {
    types.len() > TYPE_FILTER_COUNT_MAX
}

impl Query {
    /// Whether the event is told, as far as its leaf says.
    pub(crate) fn wants(&self, event: &RecordedEvent) -> bool {
        let is_of_type = |filter: &TypeFilter| filter.matches(&event.event_type);
        (self.types.is_empty() || self.types.iter().any(is_of_type))
            && self
                .subject
                .as_ref()
                .is_none_or(|subject| *subject == event.stream)
            && self
                .campaign
                .as_deref()
                .is_none_or(|campaign| is_of(event.stream.key(), campaign))
            && self
                .recorded
                .is_none_or(|recorded| recorded.from <= event.recorded_at)
            && !self.is_beyond(event)
    }

    /// Whether nothing from this event on can be wanted: times of recording only grow.
    pub(crate) fn is_beyond(&self, event: &RecordedEvent) -> bool {
        self.recorded
            .is_some_and(|recorded| event.recorded_at >= recorded.to)
    }
}

/// Whether a stream's key is a campaign's id, or begins with it (`HQ-CCHC-2024-0007`,
/// `HQ-CCHC-2024/individual/unit/tu-phap`).
fn is_of(key: &str, campaign: &str) -> bool {
    let rest = key.strip_prefix(campaign);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '/']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_is_named_in_three_ways() {
        let awarded = EventType::parse("vn.khen.nomination.awarded.v1").unwrap();
        for (text, is_match) in [
            ("nomination.awarded", true),
            ("nomination.*", true),
            ("vn.khen.nomination.awarded.v1", true),
            ("vn.khen.nomination.awarded.v2", false),
            ("nomination.award_revoked", false),
            ("decision.*", false),
        ] {
            let filter = TypeFilter::parse(text).unwrap();
            assert_eq!(filter.matches(&awarded), is_match, "{text}");
        }
        for wrong in [
            "",
            "nomination",
            "nomination.",
            "*",
            "*.awarded",
            "nomination.a*",
            "a.b.c",
        ] {
            assert_eq!(TypeFilter::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_campaign_is_found_in_the_keys_of_its_streams() {
        for (key, is_found) in [
            ("HQ-CCHC-2024", true),
            ("HQ-CCHC-2024-0007", true),
            ("HQ-CCHC-2024/individual/unit/tu-phap", true),
            ("HQ-CCHC-20245", false),
            ("unit/HQ-CCHC-2024", false),
        ] {
            assert_eq!(is_of(key, "HQ-CCHC-2024"), is_found, "{key}");
        }
    }
}
