//! A unit's meeting (họp bình xét): its record, what it means for the nominations, and the ranking
//! of a group.

mod alternate;
mod command;
mod endorsement;
mod event;
mod evolve;
mod meeting;
mod ranking;
mod refusal;
mod state;

pub(crate) mod decide;
pub(crate) mod held;
pub(crate) mod needs;

#[cfg(test)]
mod stories;

pub use command::*;
pub use event::*;
pub use evolve::evolve;
pub use refusal::Refusal;
pub use state::*;

use crate::UnitSessionId;

/// The meeting that the unit held before this one; the first has none.
fn previous(session: &UnitSessionId) -> Option<UnitSessionId> {
    let number = session.number.checked_sub(1).filter(|number| *number > 0);
    number.map(|number| UnitSessionId {
        number,
        ..session.clone()
    })
}
