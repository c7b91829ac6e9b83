//! How a page is written.

/// One event (CloudEvents 1.0, JSON event format).
pub const EVENT_MEDIA_TYPE: &str = "application/cloudevents+json";

/// The form of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A JSON array of events (CloudEvents 1.0, JSON batch format).
    Batch,
    /// One event a line, each line ended by a line feed.
    Lines,
}

impl Format {
    /// Every format, the default first.
    pub const ALL: &'static [Self] = &[Self::Batch, Self::Lines];

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Batch => "application/cloudevents-batch+json",
            Self::Lines => "application/x-ndjson",
        }
    }

    /// The best format that an `Accept` takes; `None` when it takes neither.
    #[must_use]
    pub fn chosen(accept: &str) -> Option<Self> {
        let mut best = None;
        for format in Self::ALL {
            let weight = weight(accept, format.media_type());
            if weight > best.map_or(0.0, |(weight, _)| weight) {
                best = Some((weight, *format));
            }
        }
        best.map(|(_, format)| format)
    }

    /// What stands before the first event.
    pub(crate) fn opening(self) -> &'static [u8] {
        match self {
            Self::Batch => b"[",
            Self::Lines => b"",
        }
    }

    /// What stands between two events.
    pub(crate) fn between(self) -> &'static [u8] {
        match self {
            Self::Batch => b",",
            Self::Lines => b"",
        }
    }

    /// What stands behind each event.
    pub(crate) fn behind(self) -> &'static [u8] {
        match self {
            Self::Batch => b"",
            Self::Lines => b"\n",
        }
    }

    /// What stands behind the last event.
    pub(crate) fn closing(self) -> &'static [u8] {
        match self {
            Self::Batch => b"]",
            Self::Lines => b"",
        }
    }
}

/// How much an `Accept` wants a media type: by its most specific range (RFC 9110 section 12.5.1); 0
/// when it does not take it.
fn weight(accept: &str, media_type: &str) -> f32 {
    let (kind, _) = media_type.split_once('/').unwrap_or_default();
    let mut found = (0, 0.0);
    for range in accept.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default().to_ascii_lowercase();
        let specificity = match name.as_str() {
            "*/*" => 1,
            // Generic clients of JSON name no more than this; the batch is what they can read.
            "application/json" if media_type == Format::Batch.media_type() => 3,
            name if name == media_type => 4,
            name if name.strip_suffix("/*") == Some(kind) => 2,
            _ => 0,
        };
        let quality = parts.find_map(|part| part.strip_prefix("q=")?.trim().parse().ok());
        if specificity > found.0 {
            found = (specificity, quality.unwrap_or(1.0));
        }
    }
    found.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_format_that_is_wanted_most_is_chosen() {
        let (batch, lines) = (Some(Format::Batch), Some(Format::Lines));
        for (accept, chosen) in [
            ("*/*", batch),
            ("application/*", batch),
            ("application/json", batch),
            ("application/x-ndjson", lines),
            ("application/x-ndjson, */*;q=0.1", lines),
            (
                "Application/X-NDJSON;q=0.5, application/cloudevents-batch+json;q=0.6",
                batch,
            ),
            ("application/cloudevents-batch+json;q=0, */*", lines),
            ("text/html", None),
            ("application/x-ndjson;q=0", None),
        ] {
            assert_eq!(Format::chosen(accept), chosen, "{accept}");
        }
    }
}
