//! A conference waits for its ceremony, its report and its end.

use super::turn::Turn;
use khen_domain::{CommandKind, Role, conference::Event};

pub(super) fn turn(event: &Event) -> Turn {
    let manager = |act| Turn::any(Role::CampaignManager, act);
    match event {
        Event::ConferenceScheduled { .. } => manager(CommandKind::RecordAwardCeremony),
        Event::AwardCeremonyRecorded { .. } => manager(CommandKind::RecordSummationReport),
        Event::SummationReportRecorded { .. } => manager(CommandKind::CloseConference),
        Event::ConferenceClosed {} => Turn::Done,
    }
}
