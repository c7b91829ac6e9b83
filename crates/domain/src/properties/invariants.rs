//! What must never be violated, looked at from outside.

mod aftermath;
mod history;
mod step;

pub(super) use aftermath::{leaves_nothing_open, settles};
pub(super) use history::bears_out;
pub(super) use step::keeps_the_rules;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Effect, Event, NomineeKind, State, StreamKey, decision, nomination,
    nomination::{Case, Gate},
    stories_kit::{self, Stage},
};

/// After every append: one live nomination per nominee, no more slots than places, no more takers
/// than slots, no more places used than there are.
pub(super) fn must_hold(stage: &Stage) {
    let mut claimed = BTreeSet::new();
    for (stream, state) in stage.streams() {
        match state {
            State::Nomination(nomination::State::Present(case)) if !case.gate.is_terminal() => {
                let nominee = (case.campaign.clone(), case.nominee_ref.clone());
                assert!(claimed.insert(nominee), "INV-08: {stream}");
            }
            State::Slot(slot) => {
                assert!(slot.taken_count() <= slot.granted, "INV-23: {stream}");
            }
            State::Quota(quota) => {
                for kind in [NomineeKind::Collective, NomineeKind::Individual] {
                    let places = quota.places(kind).expect("the stage begins with a quota");
                    assert!(
                        places.allocated() <= places.limit.into(),
                        "INV-23: {stream}"
                    );
                    let granted = places.allocations.iter().all(|(holder, slots)| {
                        let campaign = stories_kit::campaign();
                        let stream = StreamKey::slot(&campaign, kind, holder);
                        let state = stage.state(&stream);
                        matches!(state.as_ref(), State::Slot(slot) if slot.granted == *slots)
                    });
                    assert!(granted, "INV-23: {stream}");
                    let used = places.approved.len() + places.consumed.len();
                    let limit = usize::try_from(places.limit).expect("a quota is small");
                    assert!(used <= limit, "INV-24: {stream}");
                }
            }
            State::Org(_)
            | State::LegalBasis(_)
            | State::Campaign(_)
            | State::Claim(_)
            | State::Codes(_)
            | State::Hold(_)
            | State::Feedback(_)
            | State::Complaint(_)
            | State::Timer(_)
            | State::Fact(_)
            | State::Nomination(_)
            | State::UnitSession(_)
            | State::Submission(_)
            | State::CouncilSession(_)
            | State::Presentation(_)
            | State::Decision(_)
            | State::NumberRegister(_)
            | State::Certificate(_)
            | State::Publicity(_)
            | State::Conference(_)
            | State::Payout(_)
            | State::Fund(_)
            | State::Privacy(_) => {}
        }
    }
}

/// An award has every gate behind it, the last time in this order (INV-09).
pub(super) fn no_gate_is_skipped(stage: &Stage) {
    for (stream, state) in stage.streams() {
        let State::Nomination(nomination::State::Present(case)) = state else {
            continue;
        };
        if case.gate == Gate::Awarded {
            let steps = gates_passed(stage, stream, case);
            assert!(steps.is_sorted(), "INV-09: {stream} {steps:?}");
        }
    }
}

/// Where in the history each gate was passed last.
fn gates_passed(stage: &Stage, stream: &StreamKey, case: &Case) -> Vec<usize> {
    use decision::Event as OfDecision;
    use nomination::Event as OfCase;

    let decision = case
        .decision
        .as_ref()
        .expect("an award stands in a decision");
    let decision = StreamKey::decision(decision);
    let of_case: [fn(&OfCase) -> bool; 6] = [
        |event| matches!(event, OfCase::UnitEndorsed { .. }),
        |event| matches!(event, OfCase::DossierReceived { .. }),
        |event| matches!(event, OfCase::ReviewPassed { .. }),
        |event| matches!(event, OfCase::CouncilApproved { .. }),
        |event| matches!(event, OfCase::ChairmanApproved { .. }),
        |event| matches!(event, OfCase::DecisionSigned { .. }),
    ];
    let of_decision: [fn(&OfDecision) -> bool; 2] = [
        |event| matches!(event, OfDecision::NumberAssigned { .. }),
        |event| matches!(event, OfDecision::DecisionIssued { .. }),
    ];
    let mut steps = Vec::new();
    for is_gate in of_case {
        steps.push(last(stage, |effect| {
            let Event::Nomination(event) = &effect.event else {
                return false;
            };
            effect.stream == *stream && is_gate(event)
        }));
    }
    for is_gate in of_decision {
        steps.push(last(stage, |effect| {
            let Event::Decision(event) = &effect.event else {
                return false;
            };
            effect.stream == decision && is_gate(event)
        }));
    }
    steps
}

fn last(stage: &Stage, is_it: impl Fn(&Effect) -> bool) -> usize {
    let mut history = stage.history().iter();
    let place = history.rposition(|(_, effect)| is_it(effect));
    place.expect("INV-09: an award has every gate behind it")
}

/// The history folded anew gives the states that the stage has (INV-04).
pub(super) fn replays_to_the_same(stage: &Stage) {
    let mut folded: BTreeMap<&StreamKey, State> = BTreeMap::new();
    for (origin, effect) in stage.history() {
        let before = folded.remove(&effect.stream);
        let before = before.unwrap_or_else(|| State::initial(effect.stream.kind()));
        folded.insert(&effect.stream, before.evolve(&effect.event, origin));
    }
    let folded = folded.iter().map(|(stream, state)| (*stream, state));
    assert!(folded.eq(stage.streams()));
}
