//! A complaint waits to be taken up, then to be decided; one without a name is noted, and nothing more.

use super::turn::{About, Turn};
use khen_domain::{CommandKind, Role, complaint::Event};

pub(super) fn about(event: &Event) -> Option<About> {
    match event {
        Event::ComplaintRegistered { campaign, .. } => Some(About {
            campaign: Some(campaign.to_string()),
            unit: None,
        }),
        Event::ComplaintAccepted {}
        | Event::ComplaintDecided { .. }
        | Event::ComplaintWithdrawn {} => None,
    }
}

pub(super) fn turn(event: &Event) -> Turn {
    let officer = |act| Turn::any(Role::ComplaintOfficer, act);
    match event {
        Event::ComplaintRegistered {
            is_anonymous: false,
            ..
        } => officer(CommandKind::AcceptComplaint),
        Event::ComplaintAccepted {} => officer(CommandKind::DecideComplaint),
        Event::ComplaintRegistered {
            is_anonymous: true, ..
        }
        | Event::ComplaintDecided { .. }
        | Event::ComplaintWithdrawn {} => Turn::Done,
    }
}
