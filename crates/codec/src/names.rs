//! Names of streams and events, on both sides.

use khen_domain::StreamKey;
use khen_eventlog::StreamName;

/// The name of a stream on the wire.
///
/// # Panics
/// Never for keys made by the domain: identifiers are ASCII and bounded.
#[must_use]
pub fn stream_name(stream: &StreamKey) -> StreamName {
    StreamName::parse(&stream.to_string())
        .expect("identifiers of the domain are bounded printable ASCII, so a stream name parses")
}

/// The domain's key of a stream, or `None` for a kind of stream that this release does not know.
#[must_use]
pub fn stream_key(name: &StreamName) -> Option<StreamKey> {
    StreamKey::parse(name.as_str())
}
