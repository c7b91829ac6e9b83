//! An event as a message. Source: CloudEvents 1.0, NATS protocol binding, binary mode; values are
//! encoded as its HTTP binding has it (section 3.1.3.2).

use async_nats::HeaderMap;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use khen_eventlog::{CONTENT_TYPE, EventType, LedgerId, OutgoingEvent, OutgoingMark};

/// What is encoded beside everything that is not ASCII: blanks, quotes and the sign itself.
const ENCODED: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'%');

/// The header that says what the body is.
const CONTENT_TYPE_HEADER: &str = "content-type";

/// Where an event is published: `khen.evt.v1.<ledger>.<stream type>.<event>`.
pub(super) fn subject(ledger: &LedgerId, event_type: &EventType) -> String {
    let (name, _) = event_type.name_and_version();
    format!("khen.evt.v1.{ledger}.{name}")
}

/// Where all events of a ledger are published.
pub(super) fn all_subjects(ledger: &LedgerId) -> String {
    format!("khen.evt.v1.{ledger}.>")
}

/// Where a new checkpoint is told.
pub(super) fn checkpoint_subject(ledger: &LedgerId) -> String {
    format!("khen.sig.v1.{ledger}.checkpoint")
}

/// The attributes as headers.
pub(super) fn headers(event: &OutgoingEvent) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in &event.attributes {
        if *name == CONTENT_TYPE {
            headers.insert(CONTENT_TYPE_HEADER, value.as_str());
        } else {
            let value = utf8_percent_encode(value, ENCODED).to_string();
            headers.insert(format!("ce-{name}"), value);
        }
    }
    headers
}

/// The headers of a text.
pub(super) fn text_headers() -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE_HEADER, "text/plain; charset=utf-8");
    headers
}

/// What makes a message this event; neither has anything to be encoded. `None` for a message that is no
/// event of ours.
pub(super) fn mark(headers: &HeaderMap) -> Option<OutgoingMark> {
    let text = |name: &str| headers.get(name).map(|value| value.as_str().to_owned());
    Some(OutgoingMark {
        id: text("ce-id")?,
        data_hash: text("ce-datahash")?,
    })
}

#[cfg(test)]
mod tests {
    use khen_eventlog::Position;

    use super::*;

    fn event() -> OutgoingEvent {
        OutgoingEvent {
            position: Position(7),
            event_type: EventType::parse("vn.khen.nomination.awarded.v1").unwrap(),
            attributes: vec![
                ("correlationid", "Hớn \"Quản\" 100%\n~!".to_owned()),
                (CONTENT_TYPE, "application/json".to_owned()),
                ("datahash", "sha256:00ff".to_owned()),
                ("id", "0193".to_owned()),
            ],
            body: Vec::new(),
        }
    }

    #[test]
    fn values_are_encoded_where_they_are_not_printable_ascii() {
        let headers = headers(&event());
        let value = headers.get("ce-correlationid").unwrap().as_str();
        assert_eq!(value, "H%E1%BB%9Bn%20%22Qu%E1%BA%A3n%22%20100%25%0A~!");
        let media_type = headers.get("content-type").unwrap().as_str();
        assert_eq!(media_type, "application/json");
        assert_eq!(headers.len(), 4);
    }

    #[test]
    fn a_mark_is_read_from_what_was_written() {
        let mark = mark(&headers(&event())).unwrap();
        assert_eq!((&*mark.id, &*mark.data_hash), ("0193", "sha256:00ff"));
        assert_eq!(super::mark(&text_headers()), None);
    }

    #[test]
    fn a_subject_names_ledger_stream_and_event_without_their_version() {
        let ledger = LedgerId::parse("hon-quan").unwrap();
        assert_eq!(
            subject(&ledger, &event().event_type),
            "khen.evt.v1.hon-quan.nomination.awarded"
        );
    }
}
