//! Who may speak: a member for himself, and whoever presides.

use crate::{
    Context, NominationId, PersonId, Role,
    council_session::{Member, Refusal, Seat, Sitting},
};

/// A member who is there speaks for himself, or the secretary records what he said openly; in a
/// written consultation everybody is asked. There are no proxies (E20).
pub(super) fn may_speak_for(
    context: &Context,
    sitting: &Sitting,
    person: &PersonId,
) -> Result<(), Refusal> {
    let member = person.clone();
    if sitting.agenda.member(person).is_none() {
        return Err(Refusal::NotAMember { member });
    }
    if !sitting.is_written() && !sitting.is_present(person) {
        return Err(Refusal::MemberAbsent { member });
    }
    let actor = &context.actor;
    if actor.principal == *person || actor.role == Role::CouncilSecretary {
        return Ok(());
    }
    Err(Refusal::NoProxy { member })
}

/// Whoever presides over these items: the chair or, where the chair is not there or takes no part in
/// one of them, a vice-chair (SD5).
pub(super) fn must_preside<'n>(
    context: &Context,
    sitting: &Sitting,
    items: impl IntoIterator<Item = &'n NominationId>,
) -> Result<(), Refusal> {
    let actor = &context.actor.principal;
    let seat = sitting.agenda.member(actor).map(|member| member.seat);
    let is_vacant = chair(sitting).is_none_or(|chair| {
        let person = &chair.person;
        let is_there = sitting.is_written() || sitting.is_present(person);
        let mut items = items.into_iter();
        !is_there || items.any(|item| sitting.is_recused(person, item))
    });
    match seat {
        Some(Seat::Chair) if !is_vacant => Ok(()),
        Some(Seat::ViceChair | Seat::StandingViceChair) if is_vacant => Ok(()),
        Some(Seat::Chair | Seat::ViceChair | Seat::StandingViceChair | Seat::Member) | None => {
            Err(Refusal::NotTheChair {})
        }
    }
}

/// The secretary keeps the motions; others preside over them.
pub(super) fn must_keep_or_preside<'n>(
    context: &Context,
    sitting: &Sitting,
    items: impl IntoIterator<Item = &'n NominationId>,
) -> Result<(), Refusal> {
    if context.actor.role == Role::CouncilSecretary {
        return Ok(());
    }
    must_preside(context, sitting, items)
}

/// The member in the chair's seat.
pub(super) fn chair(sitting: &Sitting) -> Option<&Member> {
    let mut roster = sitting.agenda.roster.iter();
    roster.find(|member| member.seat == Seat::Chair)
}
