//! Names of measures. They are an interface.

use metrics::{Unit, counter, describe_counter, describe_histogram};

use khen_domain::StreamKind;

/// Seconds until the ledger has answered an append.
pub(crate) const APPEND_SECONDS: &str = "khen_append_seconds";
/// Appends that lost a race, by the kind of stream, `aggregate`.
pub(crate) const APPEND_CONFLICTS: &str = "khen_append_conflicts_total";

/// Tells the operator what is measured; to be called once the recorder is there.
pub fn describe_measures() {
    describe_histogram!(
        APPEND_SECONDS,
        Unit::Seconds,
        "Seconds until the ledger has answered an append."
    );
    describe_counter!(
        APPEND_CONFLICTS,
        "Appends that lost a race, by the kind of stream."
    );
    // A rate can be seen from the first one on only where there was none before.
    for kind in StreamKind::ALL {
        counter!(APPEND_CONFLICTS, "aggregate" => kind.as_str()).increment(0);
    }
}
