//! Who comes and goes (E22): `record_arrival`, `record_departure`.

use super::{on, open, sitting, sitting::must_be_members};
use crate::{
    Context, Effect, Moment, PersonId, Refusal as Any, World,
    council_session::{Event, RecordArrival, RecordDeparture, Refusal, Sitting, Stay},
};

/// A member comes after the roll call, or comes back.
pub(crate) fn record_arrival(
    world: &World,
    context: &Context,
    command: &RecordArrival,
) -> Result<Vec<Effect>, Any> {
    let RecordArrival {
        session,
        member,
        at,
    } = command;
    let known = sitting(world, session)?;
    let last = last_stay(known, member);
    if last
        == Some(Stay {
            from: *at,
            to: None,
        })
    {
        return Ok(vec![]);
    }
    let sitting = open(world, session)?;
    let one = std::iter::once(member);
    must_be_members(world, &sitting.agenda, one, context.occurred_at.date())?;
    may_change(context, sitting, member, *at)?;
    if sitting.is_present(member) {
        let member = member.clone();
        return Err(Refusal::MemberPresent { member }.into());
    }
    let event = Event::MemberArrived {
        member: member.clone(),
        at: *at,
    };
    Ok(vec![on(session, event)])
}

/// A member leaves before the end: the quorum of every later vote is counted without.
pub(crate) fn record_departure(
    world: &World,
    context: &Context,
    command: &RecordDeparture,
) -> Result<Vec<Effect>, Any> {
    let RecordDeparture {
        session,
        member,
        at,
    } = command;
    let known = sitting(world, session)?;
    if last_stay(known, member).is_some_and(|stay| stay.to == Some(*at)) {
        return Ok(vec![]);
    }
    let sitting = open(world, session)?;
    if sitting.agenda.member(member).is_none() {
        let member = member.clone();
        return Err(Refusal::NotAMember { member }.into());
    }
    if !sitting.is_present(member) {
        let member = member.clone();
        return Err(Refusal::MemberAbsent { member }.into());
    }
    may_change(context, sitting, member, *at)?;
    let event = Event::MemberDeparted {
        member: member.clone(),
        at: *at,
    };
    Ok(vec![on(session, event)])
}

fn last_stay(sitting: &Sitting, member: &PersonId) -> Option<Stay> {
    let stays = sitting.stays.get(member)?;
    stays.last().copied()
}

/// Nobody meets in a written consultation. What was counted stands, and so does the room while a
/// secret ballot is counted; nobody comes before he left.
fn may_change(
    context: &Context,
    sitting: &Sitting,
    member: &PersonId,
    at: Moment,
) -> Result<(), Refusal> {
    if sitting.is_written() {
        return Err(Refusal::NobodyMeets {});
    }
    let counting = sitting.open_motion();
    let counting = counting.filter(|number| sitting.motions[number].tally.is_some());
    if let Some(motion) = counting {
        return Err(Refusal::BallotsCounted { motion });
    }
    let last = last_stay(sitting, member).map(|stay| stay.to.unwrap_or(stay.from));
    let earliest = sitting.counted_at.max(last);
    if at > context.occurred_at || earliest.is_some_and(|earliest| at < earliest) {
        let latest = context.occurred_at;
        return Err(Refusal::AttendanceOutOfOrder {
            at,
            earliest: earliest.unwrap_or(sitting.agenda.at),
            latest,
        });
    }
    Ok(())
}
