//! Tells what falls due: reminders and missed deadlines, as ordinary commands of the system.

mod look;

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use jiff::Timestamp;
use metrics::counter;
use thiserror::Error;
use tokio::{sync::Mutex, time::sleep};
use tokio_util::sync::CancellationToken;
use tracing::warn;

use self::look::Look;
use crate::{Holdings, names, sink::chain};
use khen_ambient::Clock;
use khen_desk::{Desk, DeskError, SYSTEM, Wish};
use khen_domain::{Command, Moment, timer};
use khen_eventlog::{CommandId, EventStore, LedgerId, ReadError};
use khen_read_model::{Cursor, QueryError, RowReader, all_cursors};

/// What a ticker is made of.
#[derive(Clone)]
pub struct TickerParts {
    /// Where the authority's calendar stands.
    pub store: Arc<dyn EventStore>,
    /// What waits, and since when.
    pub rows: Arc<dyn RowReader>,
    /// Carries out what is to be told.
    pub desk: Arc<Desk>,
    /// The present, the same as the desk's.
    pub clock: Arc<dyn Clock>,
    /// Which ledgers are its own to look at.
    pub holdings: Holdings,
    /// How long it sleeps between two looks.
    pub poll: Duration,
}

/// Looks at what waits, and tells what falls due. It keeps nothing of its own: rows say what waits,
/// and the rules know what was told, so that a restart or a second ticker tells nothing twice.
pub struct Ticker {
    parts: TickerParts,
    /// What was last asked of the desk, so that the same is not asked at every look.
    asked: Mutex<BTreeMap<(LedgerId, String), Command>>,
    /// What was last seen of each ledger.
    seen: Mutex<BTreeMap<LedgerId, Look>>,
}

/// What one look came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ticked {
    /// Events of reminders and missed deadlines that were recorded.
    pub told: usize,
    /// Commands that a rule stood against: rows were behind, and the next look knows better.
    pub refused: usize,
}

/// Why a look failed.
#[derive(Debug, Error)]
pub enum TickError {
    /// The ledgers could not be read.
    #[error("the ledgers could not be read")]
    Ledger(#[from] ReadError),
    /// What is kept does not parse.
    #[error("calendar, times or a command cannot be read")]
    Corrupt(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The rows could not be read.
    #[error("the rows could not be read")]
    Rows(#[from] QueryError),
    /// The desk could not carry a command out.
    #[error("a command could not be carried out")]
    Desk(#[source] Box<DeskError>),
}

impl Ticker {
    /// A ticker of these parts.
    #[must_use]
    pub fn new(parts: TickerParts) -> Self {
        Self {
            parts,
            asked: Mutex::default(),
            seen: Mutex::default(),
        }
    }

    /// Looks again and again until `stop`; a look in hand is finished.
    pub async fn run(&self, stop: &CancellationToken) {
        while !stop.is_cancelled() {
            if let Err(failure) = self.tick(self.parts.clock.now()).await {
                let reason = chain(&failure);
                warn!(reason, "Could not look at what falls due");
                counter!(names::TIMER_COMMANDS, "outcome" => "failed").increment(1);
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = sleep(self.parts.poll) => {}
            }
        }
    }

    /// Looks once, at this time.
    ///
    /// # Errors
    /// [`TickError`]; what was told before it stands.
    pub async fn tick(&self, now: Timestamp) -> Result<Ticked, TickError> {
        let mut ticked = Ticked::default();
        for (ledger, cursor) in self.held().await? {
            for plan in self.plans(&ledger, cursor, now).await? {
                let timer::Plan { reminders, missed } = plan;
                if let Some(reminders) = reminders {
                    let campaign = reminders.campaign.to_string();
                    let told = self.tell(&ledger, campaign, reminders.into());
                    ticked.add(told.await?);
                }
                if let Some(missed) = missed {
                    let campaign = missed.campaign.to_string();
                    let told = self.tell(&ledger, campaign, missed.into());
                    ticked.add(told.await?);
                }
            }
        }
        Ok(ticked)
    }

    /// The ledgers that are its own and where their rows stand, by one question for all of them. A
    /// ledger without rows has nothing that waits.
    async fn held(&self) -> Result<Vec<(LedgerId, Cursor)>, TickError> {
        let rows = self.parts.rows.select(all_cursors()).await?;
        let mut held = Vec::new();
        for row in rows {
            let (ledger, cursor) = Cursor::read_of_ledger(row)?;
            let ledger = LedgerId::parse(&ledger)
                .map_err(|failure| TickError::Corrupt(Box::new(failure)))?;
            if self.parts.holdings.epoch(&ledger).is_some() {
                held.push((ledger, cursor));
            }
        }
        Ok(held)
    }

    /// What is to be told of a ledger. It is looked at only if its rows have moved.
    async fn plans(
        &self,
        ledger: &LedgerId,
        cursor: Cursor,
        now: Timestamp,
    ) -> Result<Vec<timer::Plan>, TickError> {
        let mut seen = self.seen.lock().await;
        let known = seen.remove(ledger);
        let look = match known.filter(|look| look.holds(cursor, now)) {
            Some(look) => look,
            None => self.look(ledger, cursor, now).await?,
        };
        let plans = look.plans(Moment::new(now));
        seen.insert(ledger.clone(), look);
        Ok(plans)
    }

    /// Asks the desk, unless the same was asked last time.
    async fn tell(
        &self,
        ledger: &LedgerId,
        campaign: String,
        command: Command,
    ) -> Result<Ticked, TickError> {
        let kind = command.kind();
        let place = (ledger.clone(), format!("{campaign}/{}", kind.as_str()));
        let mut asked = self.asked.lock().await;
        if asked.get(&place) == Some(&command) {
            return Ok(Ticked::default());
        }
        let content = serde_json::to_value(&command)
            .map_err(|failure| TickError::Corrupt(Box::new(failure)))?;
        // The same content is the same command, whoever asks and when.
        let derived = CommandId::derive(ledger, SYSTEM, &content.to_string());
        let key = format!("timer/{derived}");
        let done = self.parts.desk.carry_out(Wish {
            ledger: ledger.clone(),
            assignment: SYSTEM.to_owned(),
            kind,
            content,
            correlation: key.clone(),
            key,
            occurred_at: None,
            backdating_reason: None,
            on_behalf_of: None,
            expected: None,
        });
        let (outcome, ticked) = match done.await {
            Ok(done) => {
                asked.insert(place, command);
                let told = if done.is_repeat { 0 } else { done.events.len() };
                ("done", Ticked { told, refused: 0 })
            }
            Err(DeskError::Refused(refusal)) => {
                warn!(
                    command.kind = kind.as_str(),
                    refusal = refusal.code(),
                    "Told nothing"
                );
                (
                    "refused",
                    Ticked {
                        told: 0,
                        refused: 1,
                    },
                )
            }
            // Nothing falls due in it until it is healed; others are looked at all the same.
            Err(DeskError::Halted(_)) => ("halted", Ticked::default()),
            Err(failure) => return Err(TickError::Desk(Box::new(failure))),
        };
        counter!(names::TIMER_COMMANDS, "outcome" => outcome).increment(1);
        Ok(ticked)
    }
}

impl Ticked {
    fn add(&mut self, other: Self) {
        self.told += other.told;
        self.refused += other.refused;
    }
}
