//! The canned audits: questions that auditors ask of every ledger, each a fold over its events.
//!
//! One pass feeds them all ([`Audits::see`], then [`Audits::findings`]). A finding names the
//! positions it rests on, so that whoever doubts it can look at the events themselves. Nothing here
//! opens a personal value: people are told by the ids of person and assignment.
//!
//! An audit never asks the desk's code what it thinks of a command; it derives from recorded events
//! what must have held. One of them, on votes, folds the domain's states of sessions for that.

mod backdated;
mod before_meeting;
mod corrections;
mod delegation;
mod draft_hash;
mod finding;
mod gathered;
mod hours;
mod incomplete;
mod known;
mod late;
mod leader_discipline;
mod numbers;
mod pace;
mod quota;
mod run;
mod same_report;
mod silent_units;
mod table;
mod two_gates;
mod votes;
mod withheld;

pub use finding::{Finding, Weight};
pub use run::Audits;
pub use table::{AUDITS, CannedAudit};

use crate::Entry;
use finding::Findings;
use known::Known;

/// One audit: a fold over the events of a ledger.
trait Audit: Send {
    /// Looks at the next event; `known` already holds it.
    fn see(&mut self, entry: &Entry, known: &Known, found: &mut Findings);

    /// Says what can only be said at the end.
    fn close(&mut self, _known: &Known, _found: &mut Findings) {}
}
