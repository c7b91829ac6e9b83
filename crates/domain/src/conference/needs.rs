//! What the commands on a conference read and write.

use super::{CloseConference, RecordAwardCeremony, RecordSummationReport, ScheduleConference};
use crate::{ConferenceId, Need, StreamKey, World};

pub(crate) fn schedule_conference(command: &ScheduleConference, _: &World) -> Vec<Need> {
    let campaign = StreamKey::campaign(&command.conference.campaign);
    vec![written(&command.conference), Need::read(campaign)]
}

pub(crate) fn record_award_ceremony(command: &RecordAwardCeremony, _: &World) -> Vec<Need> {
    let decisions = command.decisions.iter().map(StreamKey::decision);
    let conference = std::iter::once(written(&command.conference));
    conference.chain(decisions.map(Need::read)).collect()
}

pub(crate) fn record_summation_report(command: &RecordSummationReport, _: &World) -> Vec<Need> {
    vec![written(&command.conference)]
}

pub(crate) fn close_conference(command: &CloseConference, _: &World) -> Vec<Need> {
    vec![written(&command.conference)]
}

fn written(conference: &ConferenceId) -> Need {
    Need::write(StreamKey::conference(conference))
}
