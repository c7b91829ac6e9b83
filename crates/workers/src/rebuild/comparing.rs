//! Compares the rows that serve with those made anew, at the same event.

use std::time::Duration;

use super::{error::RebuildError, filling::Filling};
use khen_eventlog::{Ledger, Position};
use khen_read_model::{ContentHash, Cursor, RowStore};

/// How long rows that differ are left alone before they are looked at again. A name whose key was just
/// destroyed stands in the rows that serve until its erasure is followed, and not in those made anew.
pub(super) const SECOND_LOOK_AFTER: Duration = Duration::from_secs(1);

/// What the rows that served had in common with those made anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// The rows that served knew nothing.
    Nothing,
    /// They were the same, row by row.
    Equal {
        /// After how many events.
        events: u64,
    },
    /// They were not: somebody changed rows, or the program explains events otherwise now.
    Different {
        /// After how many events.
        events: u64,
        /// The hash over the rows that served, up to there.
        served: ContentHash,
        /// The hash over the rows made anew, up to there.
        made: ContentHash,
    },
}

/// A ledger whose rows were compared.
pub(super) struct Compared {
    pub(super) ledger: Ledger,
    pub(super) agreement: Agreement,
    /// After how many events the rows made anew had this hash.
    made: Option<(Cursor, ContentHash)>,
}

impl Compared {
    /// Takes the rows made anew to where those of `ledger` are that serve, and compares them.
    pub(super) async fn of(
        filling: &mut Filling<'_>,
        served: &dyn RowStore,
        ledger: Ledger,
    ) -> Result<Self, RebuildError> {
        let slug = ledger.id.as_str();
        if served.cursor(slug).await? == Cursor(0) {
            return Ok(Self {
                ledger,
                agreement: Agreement::Nothing,
                made: None,
            });
        }
        let (at, served) = served.content_hash(slug).await?;
        let events = at.0;
        filling.follow(&ledger, Position(events)).await?;
        let (reached, made) = filling.rows().content_hash(slug).await?;
        let agreement = if (reached, made) == (at, served) {
            Agreement::Equal { events }
        } else {
            Agreement::Different {
                events,
                served,
                made,
            }
        };
        Ok(Self {
            agreement,
            made: Some((reached, made)),
            ledger,
        })
    }

    pub(super) fn is_different(&self) -> bool {
        match self.agreement {
            Agreement::Different { .. } => true,
            Agreement::Nothing | Agreement::Equal { .. } => false,
        }
    }

    /// Cursor and hash of the rows made anew as they are now.
    pub(super) async fn content(
        &self,
        filling: &Filling<'_>,
    ) -> Result<(Cursor, ContentHash), RebuildError> {
        let now = Cursor(filling.cursor(&self.ledger.id).0);
        match self.made {
            Some(made) if made.0 == now => Ok(made),
            Some(_) | None => {
                let slug = self.ledger.id.as_str();
                Ok(filling.rows().content_hash(slug).await?)
            }
        }
    }
}
