//! What only the wiring can see of the health of this process.

use std::{collections::BTreeSet, sync::Arc};

use async_trait::async_trait;

use khen_api::{Check, Probe};
use khen_eventlog::{AppendError, EventFeed, EventStore, LedgerId, Position, StopBook};
use khen_workers::{LedgerStatus, Status};

/// Whether the ledgers' file still takes writes.
pub(crate) struct WriteProbe {
    /// The ledgers, for writing …
    pub(crate) store: Arc<dyn EventStore>,
    /// … and for finding one.
    pub(crate) feed: Arc<dyn EventFeed>,
}

#[async_trait]
impl Probe for WriteProbe {
    /// Asks for a ledger that is there already: a write transaction that changes nothing, so that a dead
    /// committer or a lock that is never released is seen.
    async fn look(&self) -> Vec<Check> {
        const NAME: &str = "store.writable";
        let Ok(ledgers) = self.feed.ledgers().await else {
            return vec![Check::failed(NAME, "the ledgers cannot be read")];
        };
        let Some(ledger) = ledgers.first() else {
            return vec![Check::ok(NAME, "there is no ledger yet")];
        };
        vec![
            match self.store.create_ledger(&ledger.id, &ledger.source).await {
                Ok(()) => Check::ok(NAME, "takes write transactions"),
                Err(AppendError::ReadOnly(_)) => {
                    Check::degraded(NAME, "the store is read-only: reads and exports go on")
                }
                Err(error) => {
                    tracing::error!(%error, "The ledgers cannot be written");
                    Check::failed(NAME, "no transaction can be written")
                }
            },
        ]
    }
}

/// Whether the sinks go on in every ledger: those that this process follows, and those that any
/// process has written down as stopped.
pub(crate) struct SinksProbe {
    /// Where all processes write their stops.
    pub(crate) book: Arc<dyn StopBook>,
    /// The sinks that this process follows.
    pub(crate) followed: Vec<(&'static str, Status)>,
}

#[async_trait]
impl Probe for SinksProbe {
    /// What goes well is counted, so that thousands of ledgers are one line a sink. A stop of another
    /// process degrades this one and does not fail it: it answers as well as before.
    async fn look(&self) -> Vec<Check> {
        let (mut checks, mut own) = (Vec::new(), BTreeSet::new());
        for (sink, status) in &self.followed {
            let ledgers = status.ledgers();
            let mut well = 0_usize;
            for (ledger, status) in ledgers {
                match check(sink, &ledger, status) {
                    Some(check) => checks.push(check),
                    None => well += 1,
                }
                own.insert((*sink, ledger));
            }
            let detail = format!("follows {well} ledgers");
            checks.push(Check::ok(format!("sink.{sink}"), detail));
        }
        match self.book.stops().await {
            Ok(stops) => {
                let of_others = stops
                    .into_iter()
                    .filter(|stop| !own.contains(&(stop.sink.as_str(), stop.ledger.clone())));
                checks.extend(of_others.map(|stop| {
                    let detail = stopped_at(stop.position, &stop.reason);
                    Check::degraded(name(&stop.sink, &stop.ledger), detail)
                }));
            }
            Err(error) => {
                tracing::error!(%error, "The stops of sinks cannot be read");
                checks.push(Check::failed("sinks", "the stops of sinks cannot be read"));
            }
        }
        checks
    }
}

/// What is to be said of a ledger that this process follows, unless all is well.
fn check(sink: &str, ledger: &LedgerId, status: LedgerStatus) -> Option<Check> {
    let name = name(sink, ledger);
    match (status.stopped, status.trouble) {
        (Some(stop), _) => {
            let detail = stopped_at(stop.position, &stop.reason);
            Some(Check::failed(name, detail))
        }
        (None, Some(trouble)) => Some(Check::degraded(name, trouble)),
        (None, None) => None,
    }
}

fn name(sink: &str, ledger: &LedgerId) -> String {
    format!("sink.{sink}.{ledger}")
}

fn stopped_at(position: Position, reason: &str) -> String {
    format!("stopped at position {position}: {reason}")
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use khen_api::Condition;
    use khen_eventlog::{OfficeError, StopRecord};

    /// A book in which the rows have stopped in `loc-ninh`.
    struct Book;

    #[async_trait]
    impl StopBook for Book {
        async fn keep_stop(&self, _stop: &StopRecord) -> Result<(), OfficeError> {
            Ok(())
        }

        async fn clear_stop(&self, _sink: &str, _ledger: &LedgerId) -> Result<(), OfficeError> {
            Ok(())
        }

        async fn stops(&self) -> Result<Vec<StopRecord>, OfficeError> {
            Ok(vec![StopRecord {
                sink: "rows".to_owned(),
                ledger: LedgerId::parse("loc-ninh").expect("the slug is well formed"),
                position: Position(7),
                reason: "an unknown event".to_owned(),
                at: Timestamp::UNIX_EPOCH,
            }])
        }
    }

    #[tokio::test]
    async fn a_stop_of_another_process_is_shown_and_only_degrades() {
        let probe = SinksProbe {
            book: Arc::new(Book),
            followed: vec![("rows", Status::default())],
        };
        let checks = probe.look().await;
        let shown: Vec<_> = checks
            .iter()
            .map(|check| (&*check.name, check.condition, check.detail.as_str()))
            .collect();
        assert_eq!(
            shown,
            [
                ("sink.rows", Condition::Ok, "follows 0 ledgers"),
                (
                    "sink.rows.loc-ninh",
                    Condition::Degraded,
                    "stopped at position 7: an unknown event"
                ),
            ]
        );
    }

    #[test]
    fn an_own_stop_fails_and_trouble_degrades() {
        let ledger = LedgerId::parse("hon-quan").unwrap();
        let condition = |status| check("rows", &ledger, status).map(|check| check.condition);
        let stopped = LedgerStatus {
            stopped: Some(khen_workers::Stop {
                position: Position(7),
                reason: "an unknown event".to_owned(),
            }),
            ..LedgerStatus::default()
        };
        let troubled = LedgerStatus {
            trouble: Some("the rows are unavailable".to_owned()),
            ..LedgerStatus::default()
        };
        assert_eq!(condition(stopped), Some(Condition::Failed));
        assert_eq!(condition(troubled), Some(Condition::Degraded));
        assert_eq!(condition(LedgerStatus::default()), None);
    }
}
