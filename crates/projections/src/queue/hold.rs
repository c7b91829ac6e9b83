//! A hold waits to be looked at again, then for a second person who lifts it.

use super::turn::{About, Own, Turn};
use crate::moment::end_of;
use khen_domain::{CommandKind, Role, hold::Event};

/// A hold belongs to no campaign, and names nobody here.
pub(super) fn about() -> About {
    About {
        campaign: None,
        unit: None,
    }
}

pub(super) fn turn(event: &Event) -> Turn {
    match event {
        Event::HoldPlaced { review_by, .. } | Event::HoldReviewed { review_by, .. } => {
            let turn = Turn::any(Role::ComplaintOfficer, CommandKind::ReviewHold);
            turn.due(Own::At(end_of(*review_by)))
        }
        Event::HoldLiftRequested { .. } => {
            let turn = Turn::any(Role::ComplaintOfficer, CommandKind::LiftHold);
            turn.due(Own::AsBefore)
        }
        Event::HoldLifted { .. } => Turn::Done,
    }
}
