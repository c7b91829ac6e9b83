//! Who takes no part in an item (không tham gia biểu quyết, có liên quan): `declare_recusal`,
//! `impose_recusal`.

use super::{
    on, open, sitting,
    speakers::{chair, may_speak_for, must_preside},
};
use crate::{
    Context, CouncilSessionId, Effect, NominationId, NomineeKind, PersonId, Refusal as Any, World,
    campaign::VotingRules,
    council_session::{
        DeclareRecusal, Event, ImposeRecusal, Member, RecusalGround, Refusal, Seat, Sitting,
    },
    nomination::{Case, gates, own},
};

/// A member declares to take no part in an item, until the vote on it is closed.
pub(crate) fn declare_recusal(
    world: &World,
    context: &Context,
    command: &DeclareRecusal,
) -> Result<Vec<Effect>, Any> {
    let DeclareRecusal {
        session,
        member,
        nomination,
        ground,
    } = command;
    let known = sitting(world, session)?;
    may_speak_for(context, known, member)?;
    if known.is_recused(member, nomination) {
        return Ok(vec![]);
    }
    must_be_before_the_count(world, session, nomination)?;
    let event = Event::RecusalDeclared {
        member: member.clone(),
        nomination: nomination.clone(),
        ground: *ground,
    };
    Ok(vec![on(session, event)])
}

/// The chair imposes it where a rule says so (SD4); a relative declares it alone.
pub(crate) fn impose_recusal(
    world: &World,
    context: &Context,
    command: &ImposeRecusal,
) -> Result<Vec<Effect>, Any> {
    let ImposeRecusal {
        session,
        member,
        nomination,
        ground,
    } = command;
    let known = sitting(world, session)?;
    must_preside_over(context, known, member, nomination)?;
    let seat = known.agenda.member(member);
    let seat = seat.ok_or_else(|| Refusal::NotAMember {
        member: member.clone(),
    })?;
    if known.is_recused(member, nomination) {
        return Ok(vec![]);
    }
    must_be_before_the_count(world, session, nomination)?;
    let case = gates::case(world, nomination)?;
    if rule(world, &known.rules, seat, case) != Some(*ground) {
        return Err(Refusal::GroundNotMet {
            member: member.clone(),
            nomination: nomination.clone(),
            ground: *ground,
        }
        .into());
    }
    let event = Event::RecusalImposed {
        member: member.clone(),
        nomination: nomination.clone(),
        ground: *ground,
    };
    Ok(vec![on(session, event)])
}

/// The rule by which a member takes no part in an item, if there is one (SD4). Whoever sits in the
/// Council for a unit leads it, and so manages its staff: whether that matters, the rules of the body
/// say. The Chairman, who manages everybody, is excepted but for himself (SD5).
pub(super) fn rule(
    world: &World,
    rules: &VotingRules,
    member: &Member,
    case: &Case,
) -> Option<RecusalGround> {
    if own::is_nominee(world, case, &member.person) {
        return Some(RecusalGround::PersonallyInvolved);
    }
    if member.seat == Seat::Chair || member.unit.as_ref() != Some(&case.unit) {
        return None;
    }
    match case.kind {
        NomineeKind::Collective => Some(RecusalGround::OwnCollective),
        NomineeKind::Individual => {
            let matters = rules.recusal.of_managers;
            matters.then_some(RecusalGround::DirectlyManages)
        }
    }
}

/// Whoever presides imposes it; on the chair, a vice-chair does (SD5).
fn must_preside_over(
    context: &Context,
    sitting: &Sitting,
    member: &PersonId,
    nomination: &NominationId,
) -> Result<(), Refusal> {
    let actor = &context.actor.principal;
    let is_of_chair = chair(sitting).is_some_and(|chair| chair.person == *member);
    let seat = sitting.agenda.member(actor).map(|one| one.seat);
    if is_of_chair && matches!(seat, Some(Seat::ViceChair | Seat::StandingViceChair)) {
        return Ok(());
    }
    must_preside(context, sitting, [nomination])
}

fn must_be_before_the_count(
    world: &World,
    session: &CouncilSessionId,
    nomination: &NominationId,
) -> Result<(), Refusal> {
    let sitting = open(world, session)?;
    if !sitting.agenda.items.contains(nomination) {
        let nomination = nomination.clone();
        return Err(Refusal::NotOnAgenda { nomination });
    }
    let number = sitting.voted().get(nomination).copied();
    let known = number.and_then(|number| Some((number, sitting.motions.get(&number)?)));
    match known {
        Some((motion, known)) if known.is_closed => Err(Refusal::MotionClosed { motion }),
        Some((motion, known)) if known.tally.is_some() => Err(Refusal::BallotsCounted { motion }),
        Some(_) | None => Ok(()),
    }
}
