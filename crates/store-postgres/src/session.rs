//! What a connection is set to, by what it is for.

use std::time::Duration;

use tokio_postgres::Config;

use crate::limits::{
    CONNECT_TIMEOUT, IDLE_IN_TRANSACTION_TIMEOUT, LOCK_TIMEOUT, STATEMENT_TIMEOUT,
    SWITCH_IDLE_TIMEOUT, TCP_USER_TIMEOUT,
};

/// A set of rows, which is a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowSet {
    /// The rows that serve.
    Served,
    /// Those that are filled beside them.
    Next,
    /// Those that served before.
    Previous,
}

impl RowSet {
    /// The name of the schema.
    pub(crate) fn schema(self) -> &'static str {
        match self {
            Self::Served => "rows",
            Self::Next => "rows_next",
            Self::Previous => "rows_previous",
        }
    }
}

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Records appends.
    Committer,
    /// Reads events and office records, writes office records.
    Reader,
    /// Reads and writes the rows of one set.
    Rows(RowSet),
    /// Reads and writes the logs of ledgers.
    Seal,
    /// Makes sets of rows and switches between them.
    Sets,
    /// Makes and updates tables.
    Migration,
}

impl Purpose {
    fn application_name(self) -> &'static str {
        match self {
            Self::Committer => "khen committer",
            Self::Reader => "khen",
            Self::Rows(_) => "khen rows",
            Self::Seal => "khen seal",
            Self::Sets => "khen rebuild",
            Self::Migration => "khen migrate",
        }
    }

    /// Parameters of the session, beyond what the URL says.
    fn parameters(self) -> Vec<(&'static str, String)> {
        let mut all = vec![
            ("TimeZone", "UTC".to_owned()),
            ("default_transaction_isolation", escaped("read committed")),
            ("lock_timeout", milliseconds(LOCK_TIMEOUT)),
        ];
        match self {
            Self::Committer => {
                all.push(("synchronous_commit", "on".to_owned()));
                all.push(idle_in_transaction());
                all.extend(pinned_plans());
            }
            Self::Reader => {
                // A key must not be lost after values were sealed with it.
                all.push(("synchronous_commit", "on".to_owned()));
                all.push(("statement_timeout", milliseconds(STATEMENT_TIMEOUT)));
                all.push(idle_in_transaction());
                all.extend(pinned_plans());
            }
            Self::Rows(set) => {
                all.push(("statement_timeout", milliseconds(STATEMENT_TIMEOUT)));
                // A worker that sleeps in the middle of a batch must not keep its successor waiting.
                all.push(idle_in_transaction());
                // Thrown away and made again: a flush for every batch would pay for nothing. The
                // cursor lies in the same transaction, so what is lost is followed once more.
                all.push(("synchronous_commit", "off".to_owned()));
                all.push(("search_path", set.schema().to_owned()));
            }
            Self::Seal => {
                all.push(("statement_timeout", milliseconds(STATEMENT_TIMEOUT)));
                // Made again from the ledger, as the rows are; a log moves with its tiles.
                all.push(("synchronous_commit", "off".to_owned()));
                all.push(idle_in_transaction());
                all.extend(pinned_plans());
            }
            Self::Sets => {
                // A rebuild that froze while it holds the writers off must let go of them.
                all.push(idle_in_transaction_for(SWITCH_IDLE_TIMEOUT));
            }
            Self::Migration => {}
        }
        all
    }

    /// The configuration of `url` for this purpose.
    pub(crate) fn configured(self, url: &Config) -> Config {
        let mut config = url.clone();
        let given = url.get_options().map(ToOwned::to_owned).unwrap_or_default();
        let ours = self.parameters().into_iter();
        let ours = ours.map(|(name, value)| format!(" -c {name}={value}"));
        config
            .application_name(self.application_name())
            .connect_timeout(CONNECT_TIMEOUT)
            .tcp_user_timeout(TCP_USER_TIMEOUT)
            .keepalives_idle(TCP_USER_TIMEOUT)
            .options(given + &ours.collect::<String>());
        config
    }
}

fn idle_in_transaction() -> (&'static str, String) {
    idle_in_transaction_for(IDLE_IN_TRANSACTION_TIMEOUT)
}

fn idle_in_transaction_for(time: Duration) -> (&'static str, String) {
    ("idle_in_transaction_session_timeout", milliseconds(time))
}

/// Every statement of the ledger probes indexes, from its first day: a plan made before there are
/// statistics would read whole tables, and stay.
fn pinned_plans() -> impl Iterator<Item = (&'static str, String)> {
    let off = [
        "enable_seqscan",
        "enable_hashjoin",
        "enable_mergejoin",
        "enable_bitmapscan",
        "jit",
    ];
    let off = off.into_iter().map(|name| (name, "off".to_owned()));
    off.chain([("plan_cache_mode", "force_generic_plan".to_owned())])
}

fn milliseconds(time: Duration) -> String {
    time.as_millis().to_string()
}

/// A value as the server's command line takes it.
fn escaped(value: &str) -> String {
    value.replace(' ', "\\ ")
}
