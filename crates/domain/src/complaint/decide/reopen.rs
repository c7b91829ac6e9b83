//! Opened again by an upheld complaint: `reopen_by_complaint` (4.5 row 41, E50).

use crate::{
    Context, Effect, NominationId, StreamKey, World,
    campaign::decide as campaign,
    claim,
    complaint::{ComplaintOutcome, Refusal, ReopenByComplaint, State},
    nomination::{Case, Event, Gate, WaitGate, WaitReason, gates},
    waitlist::{
        decide::{Slots, slot_taken},
        pool::Pool,
    },
};

/// Before the selection closes, where no other nomination of the nominee took its place. It takes a
/// slot again, or waits for one at the gate where it had stopped.
pub(crate) fn reopen_by_complaint(
    world: &World,
    _: &Context,
    command: &ReopenByComplaint,
) -> Result<Vec<Effect>, crate::Refusal> {
    let (nomination, complaint) = (&command.nomination, &command.complaint);
    campaign::selecting(world, nomination.campaign())?;
    let case = gates::case(world, nomination)?;
    must_be_upheld(world, command)?;
    if case.reopened_by.contains(complaint) {
        return reopened_before(command, case);
    }
    let (gate_to, waits_at) = way_back(nomination, case)?;
    must_be_claimed(world, nomination, case)?;
    let pool = Pool::of(world, nomination.campaign(), case.kind);
    let has_slot = Slots::new(world, &pool).take(case);
    let reopened = Event::ReopenedByComplaint {
        complaint: complaint.clone(),
        gate_to,
    };
    let reopened = Effect::new(StreamKey::nomination(nomination), reopened);
    if has_slot {
        return Ok(vec![slot_taken(world, nomination, case), reopened]);
    }
    let waits = Event::NominationWaitlisted {
        gate: waits_at,
        reason_code: WaitReason::Reopened,
    };
    let waits = Effect::new(StreamKey::nomination(nomination), waits);
    Ok(vec![reopened, waits])
}

fn must_be_upheld(world: &World, command: &ReopenByComplaint) -> Result<(), Refusal> {
    let (complaint, nomination) = (command.complaint.clone(), command.nomination.clone());
    match world.complaint(&complaint) {
        State::Absent => Err(Refusal::Absent { complaint }),
        State::Decided(about, ruling)
            if about.subject.as_ref() == Some(&nomination)
                && ruling.outcome == ComplaintOutcome::Upheld =>
        {
            Ok(())
        }
        State::Registered(_) | State::Accepted(_) | State::Decided(..) | State::Withdrawn(_) => {
            Err(Refusal::NotUpheld {
                complaint,
                nomination,
            })
        }
    }
}

/// A complaint opens a nomination once: what is refused again takes another complaint.
fn reopened_before(
    command: &ReopenByComplaint,
    case: &Case,
) -> Result<Vec<Effect>, crate::Refusal> {
    if !case.gate.is_terminal() {
        return Ok(Vec::new());
    }
    Err(Refusal::Used {
        complaint: command.complaint.clone(),
        nomination: command.nomination.clone(),
    }
    .into())
}

/// Where it goes on, and where it waits while no slot is free.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "no other refusal is opened again"
)]
fn way_back(nomination: &NominationId, case: &Case) -> Result<(Gate, WaitGate), Refusal> {
    match case.gate {
        Gate::ReviewRejected => Ok((Gate::UnderReview, WaitGate::Review)),
        Gate::CouncilRejected => Ok((Gate::CouncilDeferred, WaitGate::Council)),
        Gate::ChairmanDeclined => Ok((Gate::CouncilApproved, WaitGate::Council)),
        gate => Err(Refusal::NotReopenable {
            nomination: nomination.clone(),
            gate,
        }),
    }
}

fn must_be_claimed(world: &World, nomination: &NominationId, case: &Case) -> Result<(), Refusal> {
    match world.claim(&case.campaign, &case.nominee_ref) {
        claim::State::Claimed(named) if named == nomination => Ok(()),
        claim::State::Claimed(_) | claim::State::Unclaimed => Err(Refusal::Unclaimed {
            nomination: nomination.clone(),
        }),
    }
}
