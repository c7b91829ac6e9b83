//! What a meeting means for its nominations: endorsed, waiting, or not endorsed (4.5, rows 5 to 8).

use std::cell::LazyCell;

use super::{
    Meeting, MeetingItem, RecordUnitMeeting,
    meeting::{count, outcome},
    previous,
};
use crate::{
    Effect, NominationId, NomineeKind, Outcome, StreamKey, World,
    campaign::VotingRules,
    nomination::{Case, Event, Gate, UnitReason, WaitGate, WaitReason, gates},
    quota::SlotHolder,
    voting,
};

/// The effects on the nominations, in the order of the meeting.
pub(super) fn effects(
    world: &World,
    command: &RecordUnitMeeting,
    rules: &VotingRules,
) -> Vec<Effect> {
    let is_carried = |item: &&MeetingItem| outcome(command, rules, item) == Outcome::Carried;
    let carried: Vec<_> = command.items.iter().filter(is_carried).collect();
    // Told once for the whole meeting, and only where an individual was carried.
    let individuals_wait = LazyCell::new(|| individual_waits(world, command, &carried));
    let mut effects = Vec::new();
    for item in &command.items {
        let events = match outcome(command, rules, item) {
            Outcome::Carried => endorsed(world, command, item, || *individuals_wait),
            Outcome::Lost => vec![not_endorsed(command, rules, item)],
            Outcome::NoQuorum | Outcome::Deferred => Vec::new(),
        };
        let stream = StreamKey::nomination(&item.nomination);
        effects.extend(
            events
                .into_iter()
                .map(|event| Effect::new(stream.clone(), event)),
        );
    }
    effects
}

fn endorsed(
    world: &World,
    command: &RecordUnitMeeting,
    item: &MeetingItem,
    individuals_wait: impl FnOnce() -> Option<WaitReason>,
) -> Vec<Event> {
    let case = world.nomination(&item.nomination).case();
    let wait = case.and_then(|case| match case.kind {
        NomineeKind::Collective => Some(collective_waits(world, case)),
        NomineeKind::Individual => individuals_wait(),
    });
    let endorsed = Event::UnitEndorsed {
        session: command.session.clone(),
        tally: item.tally,
    };
    let waitlisted = wait.map(|reason_code| Event::NominationWaitlisted {
        gate: WaitGate::Unit,
        reason_code,
    });
    std::iter::once(endorsed).chain(waitlisted).collect()
}

fn not_endorsed(command: &RecordUnitMeeting, rules: &VotingRules, item: &MeetingItem) -> Event {
    let reason_code = if voting::is_tie(rules, &count(command, item)) {
        UnitReason::Tie
    } else {
        UnitReason::BelowThreshold
    };
    Event::UnitNotEndorsed {
        session: command.session.clone(),
        tally: item.tally,
        reason_code,
    }
}

/// A collective always waits: its group is ranked by Home Affairs.
fn collective_waits(world: &World, case: &Case) -> WaitReason {
    let holder = gates::slot_holder(world, &case.unit, case.kind);
    match world.slot(&case.campaign, case.kind, &holder).granted {
        0 => WaitReason::NoSlot,
        _ => WaitReason::GroupUnranked,
    }
}

/// Individuals wait together when there is no slot, or when more ask than there are slots and the
/// unit has ranked nobody. Earlier meetings count: who they carried holds a slot or waits too.
fn individual_waits(
    world: &World,
    command: &RecordUnitMeeting,
    carried: &[&MeetingItem],
) -> Option<WaitReason> {
    let session = &command.session;
    let holder = SlotHolder::Unit(session.unit.clone());
    let slots = world.slot(&session.campaign, NomineeKind::Individual, &holder);
    let new = carried.iter();
    let new = new.filter(|item| individual(world, &item.nomination).is_some());
    let earlier = earlier_individuals(world, command);
    let holding = earlier.iter().filter(|case| case.gate.holds_slot()).count();
    let waiting = earlier
        .iter()
        .filter(|case| case.gate == Gate::UnitWaitlisted)
        .count();
    let asking = new.count() + waiting;
    let granted = usize::try_from(slots.live_max).unwrap_or(usize::MAX);
    match granted.saturating_sub(holding) {
        0 => Some(WaitReason::NoSlot),
        free => (asking > free).then_some(WaitReason::UnitUnranked),
    }
}

/// The individuals that earlier meetings of the unit carried.
fn earlier_individuals<'w>(world: &'w World, command: &RecordUnitMeeting) -> Vec<&'w Case> {
    let mut cases = Vec::new();
    let mut before = previous(&command.session);
    while let Some(session) = before {
        let meeting = world.unit_session(&session).meeting();
        let carried = meeting.into_iter().flat_map(Meeting::carried);
        cases.extend(carried.filter_map(|nomination| individual(world, nomination)));
        before = meeting.and_then(|_| previous(&session));
    }
    cases
}

fn individual<'w>(world: &'w World, nomination: &NominationId) -> Option<&'w Case> {
    let case = world.nomination(nomination).case();
    case.filter(|case| case.kind == NomineeKind::Individual)
}
