//! An annulled vote (4.5 row 27, E57).

use std::collections::BTreeMap;

use super::{motion::motion, on, sitting, speakers::must_preside};
use crate::{
    Context, CouncilSessionId, Effect, NominationId, NomineeKind, Refusal as Any, Role, StreamKey,
    World, claim,
    council_session::{Event, Motion, Refusal, Sitting},
    nomination::{self, Case, CouncilReason, Gate, WaitGate, WaitReason, gates},
    quota::SlotHolder,
    slot,
    unit_session::AnnulReason,
};

/// Whoever presides annuls a motion (E57): its ballots are kept and count no more, and what it approved or
/// rejected is put off. Once anything of it lies before the Chairman, it stands.
pub(crate) fn annul_motion(
    world: &World,
    context: &Context,
    (session, number): (&CouncilSessionId, u32),
    reason_code: AnnulReason,
) -> Result<Vec<Effect>, Any> {
    let sitting = sitting(world, session)?;
    let known = motion(sitting, number)?;
    may_annul(context, sitting, known)?;
    if known.is_annulled {
        return Ok(vec![]);
    }
    let annulled = Event::MotionAnnulled {
        motion: number,
        reason_code,
    };
    let mut effects = vec![on(session, annulled)];
    let mut put_off = Vec::new();
    let mut asked: BTreeMap<(NomineeKind, SlotHolder), u32> = BTreeMap::new();
    for nomination in &known.items {
        let case = gates::case(world, nomination)?;
        match standing(case, session) {
            Standing::Elsewhere => continue,
            Standing::Waiting => {
                put_off.push(waits_for_the_council(nomination));
                continue;
            }
            Standing::Approved => {}
            Standing::Rejected => {
                must_be_unclaimed(world, nomination, case)?;
                let holder = gates::holder(world, case);
                let asked = asked.entry((case.kind, holder.clone())).or_default();
                *asked += 1;
                effects.push(slot_taken(world, nomination, case, &holder, *asked)?);
            }
            Standing::BeforeTheChairman => {
                return Err(Refusal::VoteActedOn {
                    nomination: nomination.clone(),
                    gate: case.gate,
                }
                .into());
            }
        }
        let event = nomination::Event::CouncilDeferred {
            session: session.clone(),
            reason_code: CouncilReason::Annulled,
        };
        put_off.push(Effect::new(StreamKey::nomination(nomination), event));
    }
    effects.append(&mut put_off);
    Ok(effects)
}

/// The chair, whether there at the vote or not; a vice-chair where the chair was not, or takes no part
/// in one of its items (SD5).
fn may_annul(context: &Context, sitting: &Sitting, motion: &Motion) -> Result<(), Refusal> {
    let actor = &context.actor;
    let takes_part = |item| !sitting.is_recused(&actor.principal, item);
    if actor.role == Role::CouncilChair && motion.items.iter().all(takes_part) {
        return Ok(());
    }
    must_preside(context, sitting, &motion.items)
}

/// Where a case stands towards a vote of this session.
enum Standing {
    /// Not where this vote has brought it.
    Elsewhere,
    /// Approved by it, and then without a place of the quota.
    Waiting,
    Approved,
    Rejected,
    BeforeTheChairman,
}

fn standing(case: &Case, session: &CouncilSessionId) -> Standing {
    if case.council_session.as_ref() != Some(session) {
        return Standing::Elsewhere;
    }
    match case.gate {
        Gate::CouncilApproved => Standing::Approved,
        Gate::CouncilRejected => Standing::Rejected,
        Gate::Presented
        | Gate::ChairmanReturned
        | Gate::ChairmanApproved
        | Gate::ChairmanDeclined
        | Gate::DecisionSigned
        | Gate::Awarded
        | Gate::AwardRevoked => Standing::BeforeTheChairman,
        Gate::Drafted
        | Gate::Proposed
        | Gate::UnitEndorsed
        | Gate::UnitWaitlisted
        | Gate::UnitNotEndorsed
        | Gate::Submitted
        | Gate::SupplementRequested
        | Gate::Received
        | Gate::UnderReview
        | Gate::ReviewPassed
        | Gate::ReviewRejected
        | Gate::CouncilListed
        | Gate::CouncilDeferred
        | Gate::Withdrawn
        | Gate::Superseded
        | Gate::ReviewWaitlisted
        | Gate::Lapsed => Standing::Elsewhere,
        Gate::CouncilWaitlisted => Standing::Waiting,
    }
}

/// Without an approval it waits where it stood before the vote.
fn waits_for_the_council(nomination: &NominationId) -> Effect {
    let event = nomination::Event::NominationWaitlisted {
        gate: WaitGate::Review,
        reason_code: WaitReason::QuotaLowered,
    };
    Effect::new(StreamKey::nomination(nomination), event)
}

/// A rejected case lives again, so no other may have claimed its nominee since (INV-08).
fn must_be_unclaimed(world: &World, nomination: &NominationId, case: &Case) -> Result<(), Any> {
    match world.claim(&case.campaign, &case.nominee_ref) {
        claim::State::Claimed(other) if other != nomination => {
            let nomination = other.clone();
            Err(nomination::Refusal::NomineeClaimed { nomination }.into())
        }
        claim::State::Claimed(_) | claim::State::Unclaimed => Ok(()),
    }
}

/// It takes the slot again that its rejection freed (INV-23).
fn slot_taken(
    world: &World,
    nomination: &NominationId,
    case: &Case,
    holder: &SlotHolder,
    asked: u32,
) -> Result<Effect, Refusal> {
    let nomination = nomination.clone();
    if world.slot(&case.campaign, case.kind, holder).free() < asked {
        return Err(Refusal::SlotGone { nomination });
    }
    let stream = StreamKey::slot(&case.campaign, case.kind, holder);
    Ok(Effect::new(stream, slot::Event::SlotTaken { nomination }))
}
