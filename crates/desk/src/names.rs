//! Names of measures. They are an interface.

use metrics::{Unit, describe_counter, describe_histogram};

/// Seconds until the ledger has answered an append.
pub(crate) const APPEND_SECONDS: &str = "khen_append_seconds";
/// Appends that lost a race, by the kind of stream, `aggregate`.
pub(crate) const APPEND_CONFLICTS: &str = "khen_append_conflicts_total";

/// Tells the operator what is measured.
pub(crate) fn describe() {
    describe_histogram!(
        APPEND_SECONDS,
        Unit::Seconds,
        "Seconds until the ledger has answered an append."
    );
    describe_counter!(
        APPEND_CONFLICTS,
        "Appends that lost a race, by the kind of stream."
    );
}
