//! A presentation waits for the Office, then for the Chairman.

use super::turn::Turn;
use khen_domain::{CommandKind, Role, presentation::Event};

pub(super) fn turn(event: &Event) -> Turn {
    match event {
        Event::PresentedToChairman { .. } => {
            Turn::any(Role::ChairmanOffice, CommandKind::CheckPresentation)
        }
        Event::PresentationChecked {} => {
            Turn::any(Role::Chairman, CommandKind::DecidePresentation).on_the_same_clock()
        }
        Event::ChairmanAnswered { .. } | Event::ApprovalsWithdrawn { .. } => {
            Turn::any(Role::Chairman, CommandKind::DecidePresentation)
        }
        Event::ChairmanDecided { held, .. } if !held.is_empty() => {
            Turn::any(Role::Chairman, CommandKind::DecidePresentation)
        }
        Event::PresentationReturned { .. } | Event::ChairmanDecided { .. } => Turn::Done,
    }
}
