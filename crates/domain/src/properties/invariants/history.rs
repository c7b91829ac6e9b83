//! What a whole history must bear out.

mod council;
mod decisions;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Effect, Event, Origin, Outcome, Role, State, StreamKey,
    council_session::{self, CouncilItem},
    decision,
    nomination::{Case, Gate},
    stories_kit::Stage,
    unit_session::Meeting,
    voting::{self, Count},
};

/// INV-06, INV-10, INV-18 to INV-20, INV-25 to INV-30 and INV-34.
pub(in crate::properties) fn bears_out(stage: &Stage) {
    for (origin, effect) in stage.history() {
        is_by_somebody_assigned(stage, origin, effect);
    }
    for (stream, state) in stage.streams() {
        if let State::Nomination(state) = state
            && let Some(case) = state.case()
        {
            is_on_its_letter(stage, stream, case);
            is_in_its_decision(stage, stream, case);
        }
        if let State::UnitSession(state) = state
            && let Some(meeting) = state.meeting()
        {
            counts_as_recorded(stream, meeting);
        }
    }
    votes_end_with_the_motion(stage);
    decisions::keep_their_order(stage);
    decisions::are_numbered_densely(stage);
    decisions::revoke_by_their_ground(stage);
}

/// Whoever acted held the role when it happened (INV-06); the loader is the system.
fn is_by_somebody_assigned(stage: &Stage, origin: &Origin, effect: &Effect) {
    let actor = &origin.actor;
    if actor.role == Role::System {
        return;
    }
    let state = stage.state(&StreamKey::assignment(&actor.assignment));
    let State::Org(state) = state.as_ref() else {
        panic!("an assignment's stream holds an assignment");
    };
    let held = state.assignment().expect("INV-06: an actor is assigned");
    let is_theirs = held.person == actor.principal && held.role == actor.role;
    let is_in_force = held.is_in_force(origin.occurred_at.date());
    assert!(is_theirs && is_in_force, "INV-06: {effect:?}");
}

/// Who was sent stands in the letter, and the cited meeting carried it (INV-10).
fn is_on_its_letter(stage: &Stage, stream: &StreamKey, case: &Case) {
    let is_sent = !case.gate.is_in_hands_of_unit() && case.gate.holds_slot();
    if !is_sent {
        return;
    }
    let letter = case.submission.as_ref().expect("INV-10: sent by a letter");
    let state = stage.state(&StreamKey::submission(letter));
    let State::Submission(state) = state.as_ref() else {
        panic!("a submission's stream holds a submission");
    };
    let list = state.papers().and_then(|papers| papers.list.as_ref());
    let list = list.expect("INV-10: a letter has a list");
    let is_it = |one| StreamKey::nomination(one) == *stream;
    assert!(list.nominations.iter().any(is_it), "INV-10: {stream}");
    let state = stage.state(&StreamKey::unit_session(&list.session));
    let State::UnitSession(state) = state.as_ref() else {
        panic!("a meeting's stream holds a meeting");
    };
    let meeting = state.meeting().expect("INV-10: a letter cites a meeting");
    assert!(meeting.carried().any(is_it), "INV-10: {stream}");
}

/// The decision and its awardees name each other (INV-25).
fn is_in_its_decision(stage: &Stage, stream: &StreamKey, case: &Case) {
    if !matches!(case.gate, Gate::DecisionSigned | Gate::Awarded) {
        return;
    }
    let decision = case
        .decision
        .as_ref()
        .expect("INV-25: stands in a decision");
    let state = stage.state(&StreamKey::decision(decision));
    let State::Decision(state) = state.as_ref() else {
        panic!("a decision's stream holds a decision");
    };
    let draft = state.draft().expect("INV-25: the decision is drafted");
    let mut awardees = draft.awardees.iter();
    let is_it = |one: &decision::Awardee| StreamKey::nomination(&one.nomination) == *stream;
    assert!(awardees.any(is_it), "INV-25: {stream}");
}

/// The frozen rules and the stored votes give the stored outcome (INV-18, INV-20).
fn counts_as_recorded(stream: &StreamKey, meeting: &Meeting) {
    let recused: BTreeMap<_, u32> = meeting
        .recusals
        .iter()
        .map(|(nomination, count)| (nomination, *count))
        .collect();
    for item in &meeting.items {
        let recused = recused.get(&item.nomination).copied().unwrap_or_default();
        let count = Count::of_sums(meeting.total, meeting.present, recused, item.tally);
        let outcome = voting::outcome(&meeting.rules, &count);
        assert_eq!(outcome, item.outcome, "INV-20: {stream}");
    }
}

/// No ballot after the motion is closed (INV-19), no more votes than voters, and nothing carried
/// without half of them (INV-20).
fn votes_end_with_the_motion(stage: &Stage) {
    let mut closed = BTreeSet::new();
    let mut sessions: BTreeMap<_, council::Heard> = BTreeMap::new();
    for (_, effect) in stage.history() {
        let Event::CouncilSession(event) = &effect.event else {
            continue;
        };
        sessions.entry(&effect.stream).or_default().hear(event);
        if let council_session::Event::BallotCast { motion, .. } = event {
            assert!(!closed.contains(&(&effect.stream, *motion)), "INV-19");
        }
        if let council_session::Event::CouncilMotionClosed { motion, items } = event {
            closed.insert((&effect.stream, *motion));
            items.iter().for_each(is_counted);
        }
    }
}

fn is_counted(item: &CouncilItem) {
    let votes = item.tally.votes_for + item.tally.votes_against + item.tally.abstained;
    assert!(votes <= item.eligible, "INV-19: {item:?}");
    if item.outcome == Outcome::Carried {
        let is_half = item.tally.votes_for * 2 >= item.eligible;
        assert!(is_half && item.eligible >= 2, "INV-20: {item:?}");
    }
}
