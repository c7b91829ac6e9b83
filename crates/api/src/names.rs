//! Names of measures, spans and headers: an interface, like the paths.

/// Commands, by `command` and `outcome`.
pub(crate) const COMMANDS: &str = "khen_commands_total";
/// Requests that nobody was let in with, by `reason`.
pub(crate) const AUTH_FAILURES: &str = "khen_auth_failures_total";
/// Reads of somebody's personal data, by the reader's `role`.
pub(crate) const PII_READS: &str = "khen_pii_reads_total";
/// Seconds until an answer, by `method`, `route` and `status`.
pub(crate) const REQUEST_SECONDS: &str = "http_server_request_duration_seconds";
/// Readiness checks that found the clock behind the last event.
pub(crate) const CLOCK_BEHIND: &str = "khen_clock_behind_total";

/// Where the document of the API is served.
pub(crate) const OPENAPI: &str = "/openapi.json";

/// Where clients learn how to ask for tokens. Source: RFC 8414.
pub(crate) const AUTHORIZATION_SERVER: &str = "/.well-known/oauth-authorization-server";

/// Where the ledgers that a token reads are listed: a request that may wait for news.
pub(crate) const LEDGERS: &str = "/export/v1/ledgers";
/// Where the feed of a ledger is pulled: the other request that may wait for news.
pub(crate) const EVENTS: &str = "/export/v1/{ledger}/events";
/// Where the next page of the feed begins.
pub(crate) const NEXT: &str = "khen-next";
/// How many events the ledger has.
pub(crate) const LOG_SIZE: &str = "khen-log-size";
/// How many events the rows of a register, or the count of a report, know.
pub(crate) const AS_OF: &str = "khen-as-of";
/// How many of them witnesses have cosigned.
pub(crate) const WITNESSED_SIZE: &str = "khen-witnessed-size";

/// The request's id, there and back.
pub(crate) const REQUEST_ID: &str = "x-request-id";
/// The key that makes a command the same command.
pub(crate) const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// Tells the operator what is measured.
pub(crate) fn describe() {
    metrics::describe_counter!(COMMANDS, "Commands, by command and outcome.");
    metrics::describe_counter!(
        AUTH_FAILURES,
        "Requests that nobody was let in with, by reason."
    );
    metrics::describe_counter!(PII_READS, "Reads of personal data, by role of the reader.");
    metrics::describe_counter!(
        CLOCK_BEHIND,
        "Checks that found the clock behind the last event."
    );
    metrics::describe_histogram!(
        REQUEST_SECONDS,
        metrics::Unit::Seconds,
        "Seconds until an answer, by method, route and status."
    );
}
