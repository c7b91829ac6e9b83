//! A presentation waits for the Office, then for the Chairman.

use super::turn::{About, Turn};
use khen_domain::{CommandKind, Role, presentation::Event};

pub(super) fn about(event: &Event) -> Option<About> {
    match event {
        Event::PresentedToChairman { presentation, .. } => Some(About {
            campaign: presentation.campaign.to_string(),
            unit: None,
        }),
        Event::PresentationChecked {}
        | Event::PresentationReturned { .. }
        | Event::ChairmanDecided { .. }
        | Event::ChairmanAnswered { .. }
        | Event::ApprovalsWithdrawn { .. } => None,
    }
}

pub(super) fn turn(event: &Event) -> Turn {
    match event {
        Event::PresentedToChairman { .. } => {
            Turn::any(Role::ChairmanOffice, CommandKind::CheckPresentation)
        }
        Event::PresentationChecked {}
        | Event::ChairmanAnswered { .. }
        | Event::ApprovalsWithdrawn { .. } => {
            Turn::any(Role::Chairman, CommandKind::DecidePresentation)
        }
        Event::PresentationReturned { .. } | Event::ChairmanDecided { .. } => Turn::Done,
    }
}
