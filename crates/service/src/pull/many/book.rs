//! What is known of each of many ledgers, and what it asks for next.

use super::{super::following::Task, listing::Sizes};
use crate::{
    client::{Alarm, Stop, facts},
    pull::{Pulled, limits::LOOK_COUNT_MAX},
};
use khen_eventlog::LedgerId;

/// What is known of one ledger.
#[derive(Debug, Default)]
pub(super) struct Entry {
    /// How many events it has, as the list said last; none where it is not in it.
    pub(super) listed: Option<u64>,
    /// What its mirror has come to.
    pub(super) pulled: Option<Pulled>,
    /// Why it was not pulled when it was last tried.
    pub(super) stop: Option<Stop>,
    /// Its size when it was refused.
    refused_at: Option<u64>,
    /// Looks that are left for a checkpoint of the newest events.
    looks_left: usize,
    /// Whether it waits for a turn, or has one.
    pub(super) is_underway: bool,
}

impl Entry {
    /// Takes note of what the list says of it now; answers with an alarm if it has just left the list.
    pub(super) fn list(&mut self, ledger: &LedgerId, sizes: &Sizes) -> Option<&Stop> {
        self.listed = sizes.get(ledger).copied();
        if self.listed.is_some() {
            self.stop.take_if(|stop| is_missing(stop));
            return None;
        }
        if self.is_over() || self.stop.as_ref().is_some_and(is_missing) {
            return None;
        }
        Some(self.stop.insert(Stop::Alarm {
            alarm: Alarm::Unlisted,
            facts: facts([("ledger", ledger.as_str())]),
        }))
    }

    /// Takes note of a turn.
    pub(super) fn note(&mut self, pulled: Pulled, is_sealed: bool) {
        let has_grown = self.pulled.as_ref().map(|before| before.next) != Some(pulled.next);
        self.looks_left = match (is_sealed, has_grown) {
            (true, _) => 0,
            (false, true) => LOOK_COUNT_MAX,
            (false, false) => self.looks_left.saturating_sub(1),
        };
        self.pulled = Some(pulled);
        self.stop = None;
    }

    /// Takes note of a turn that came to nothing.
    pub(super) fn refuse(&mut self, stop: Stop) {
        self.refused_at = self.listed;
        self.stop = Some(stop);
    }

    /// What is to be done now that the list has come.
    pub(super) fn due(&self) -> Option<Task> {
        let size = self.listed.filter(|_| !self.is_underway)?;
        match (&self.stop, &self.pulled) {
            (Some(stop), _) if stop.is_unanswered() => Some(Task::Pull),
            (Some(_), _) if self.is_over() => None,
            (Some(_), _) => (self.refused_at != Some(size)).then_some(Task::Pull),
            (None, Some(pulled)) if pulled.next == size => {
                (self.looks_left > 0).then_some(Task::Look)
            }
            (None, _) => Some(Task::Pull),
        }
    }

    /// Whether somebody must look before it is pulled again.
    pub(super) fn is_over(&self) -> bool {
        match &self.stop {
            Some(stop @ Stop::Alarm { .. }) => !is_missing(stop),
            Some(Stop::Terminal(_) | Stop::Here { .. }) => true,
            Some(
                Stop::Refused(_) | Stop::Later(_) | Stop::NoAnswer { .. } | Stop::Unclear { .. },
            )
            | None => false,
        }
    }

    /// What became of it; `None` before its first turn.
    pub(super) fn end(self) -> Option<Result<Pulled, Stop>> {
        self.stop.map(Err).or(self.pulled.map(Ok))
    }
}

/// Whether the ledger is only not listed: it may be again.
fn is_missing(stop: &Stop) -> bool {
    matches!(stop, Stop::Alarm { alarm, .. } if *alarm == Alarm::Unlisted)
}
