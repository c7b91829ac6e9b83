//! What may happen to the summation of a campaign (plan V.1, step 19).

use super::{
    CloseConference, Conference, Event, RecordAwardCeremony, RecordSummationReport, Refusal,
    ScheduleConference, State,
};
use crate::{
    ConferenceId, Context, DocumentKind, Effect, StreamKey, World, award_files::decide::issued,
    campaign::decide::launched, papers,
};

type Decided = Result<Vec<Effect>, crate::Refusal>;

/// It may be moved until something took place there.
pub(crate) fn schedule_conference(world: &World, _: &Context, c: &ScheduleConference) -> Decided {
    let conference = c.conference.clone();
    launched(world, &conference.campaign)?;
    match world.conference(&conference) {
        State::Closed(_) => return Err(Refusal::Closed { conference }.into()),
        State::Open(known) if known.within == c.within && known.starts_at == c.starts_at => {
            return Ok(Vec::new());
        }
        State::Open(known) if !known.presented.is_empty() || known.report.is_some() => {
            return Err(Refusal::Held { conference }.into());
        }
        State::Open(_) | State::Absent => {}
    }
    let event = Event::ConferenceScheduled {
        campaign: conference.campaign.clone(),
        within: c.within.clone(),
        starts_at: c.starts_at,
    };
    Ok(vec![on(&conference, event)])
}

/// Presents awards that are issued, once the conference has begun.
pub(crate) fn record_award_ceremony(
    world: &World,
    context: &Context,
    c: &RecordAwardCeremony,
) -> Decided {
    let conference = c.conference.clone();
    let held = open(world, &conference)?;
    must_have_begun(context, &conference, held)?;
    if c.decisions.is_empty() {
        return Err(Refusal::NothingPresented { conference }.into());
    }
    let mut decisions = Vec::new();
    for decision in &c.decisions {
        issued(world, decision)?;
        if !held.presented.contains(decision) && !decisions.contains(decision) {
            decisions.push(decision.clone());
        }
    }
    if decisions.is_empty() {
        return Ok(Vec::new());
    }
    Ok(vec![on(
        &conference,
        Event::AwardCeremonyRecorded { decisions },
    )])
}

/// A later report takes the place of the one before, until the conference is closed.
pub(crate) fn record_summation_report(
    world: &World,
    context: &Context,
    c: &RecordSummationReport,
) -> Decided {
    papers::must_be(&c.report, DocumentKind::SummationReport)?;
    let conference = open(world, &c.conference)?;
    if conference.report.as_ref() == Some(&c.report.sha256) {
        return Ok(Vec::new());
    }
    must_have_begun(context, &c.conference, conference)?;
    let report = c.report.clone();
    let event = Event::SummationReportRecorded { report };
    Ok(vec![on(&c.conference, event)])
}

pub(crate) fn close_conference(world: &World, _: &Context, c: &CloseConference) -> Decided {
    let conference = c.conference.clone();
    if matches!(world.conference(&conference), State::Closed(_)) {
        return Ok(Vec::new());
    }
    if open(world, &conference)?.report.is_none() {
        return Err(Refusal::ReportMissing { conference }.into());
    }
    Ok(vec![on(&conference, Event::ConferenceClosed {})])
}

fn must_have_begun(
    context: &Context,
    conference: &ConferenceId,
    held: &Conference,
) -> Result<(), Refusal> {
    let (starts_at, now) = (held.starts_at, context.occurred_at);
    if now >= starts_at {
        return Ok(());
    }
    Err(Refusal::NotBegun {
        conference: conference.clone(),
        starts_at,
        now,
    })
}

fn open<'w>(world: &'w World, conference: &ConferenceId) -> Result<&'w Conference, Refusal> {
    let state = world.conference(conference);
    let conference = conference.clone();
    match state {
        State::Open(held) => Ok(held),
        State::Absent => Err(Refusal::Absent { conference }),
        State::Closed(_) => Err(Refusal::Closed { conference }),
    }
}

fn on(conference: &ConferenceId, event: Event) -> Effect {
    Effect::new(StreamKey::conference(conference), event)
}
