//! Who takes no part in an item (không tham gia biểu quyết, có liên quan): `declare_recusal`,
//! `impose_recusal`.

use super::{may_speak_for, on, open, sitting};
use crate::{
    Context, CouncilSessionId, Effect, NominationId, NomineeKind, PersonId, Refusal as Any, World,
    council_session::{
        DeclareRecusal, Event, ImposeRecusal, Member, RecusalGround, Refusal, Seat, Sitting,
    },
    nomination::{Case, gates},
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
    must_be_the_chair(context, known)?;
    let seat = known.agenda.member(member);
    let seat = seat.ok_or_else(|| Refusal::NotAMember {
        member: member.clone(),
    })?;
    if known.is_recused(member, nomination) {
        return Ok(vec![]);
    }
    must_be_before_the_count(world, session, nomination)?;
    let case = gates::case(world, nomination)?;
    if rule(world, seat, case) != Some(*ground) {
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
/// Council for a unit leads it, and so manages its staff; the Chairman, who manages everybody, is
/// excepted but for himself (SD5).
pub(super) fn rule(world: &World, member: &Member, case: &Case) -> Option<RecusalGround> {
    if world.nominee(&case.nominee_ref) == Some(&member.person) {
        return Some(RecusalGround::PersonallyInvolved);
    }
    if member.seat == Seat::Chair || member.unit.as_ref() != Some(&case.unit) {
        return None;
    }
    Some(match case.kind {
        NomineeKind::Collective => RecusalGround::OwnCollective,
        NomineeKind::Individual => RecusalGround::DirectlyManages,
    })
}

fn must_be_the_chair(context: &Context, sitting: &Sitting) -> Result<(), Refusal> {
    let actor: &PersonId = &context.actor.principal;
    let seat = sitting.agenda.member(actor).map(|member| member.seat);
    if seat == Some(Seat::Chair) {
        return Ok(());
    }
    Err(Refusal::NotTheChair {})
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
    let motion = sitting.voted().get(nomination).copied();
    let is_closed = |motion| {
        sitting
            .motions
            .get(&motion)
            .is_some_and(|one| one.is_closed)
    };
    match motion {
        Some(motion) if is_closed(motion) => Err(Refusal::MotionClosed { motion }),
        Some(_) | None => Ok(()),
    }
}
