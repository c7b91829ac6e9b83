//! What may happen to a hold. That nobody handles holds of the own unit, or of himself, the table of
//! access sees to (SD11).

use jiff::civil::Date;

use super::{Event, HeldSubject, Hold, LiftHold, PlaceHold, Refusal, ReviewHold, State};
use crate::{Context, Effect, StreamKey, World, org};

type Decided = Result<Vec<Effect>, crate::Refusal>;

/// A hold names its ground, the verifying body, the document and a day to look at it again.
pub(crate) fn place_hold(world: &World, context: &Context, command: &PlaceHold) -> Decided {
    must_be_known(world, &command.subject)?;
    let (state, number) = (of(world, &command.subject), command.hold);
    if let Some(known) = state.holds.get(&number) {
        if says(known, command) {
            return Ok(Vec::new());
        }
        return Err(Refusal::PlacedOtherwise { hold: number }.into());
    }
    let next = state.next();
    if number != next {
        return Err(Refusal::OutOfOrder { hold: number, next }.into());
    }
    if command.verifying_body.trim().is_empty() || command.document.title.trim().is_empty() {
        return Err(Refusal::Unfounded { hold: number }.into());
    }
    must_lie_ahead(context, command.review_by)?;
    let event = Event::HoldPlaced {
        hold: number,
        ground: command.ground,
        verifying_body: command.verifying_body.clone(),
        document: command.document.clone(),
        review_by: command.review_by,
    };
    Ok(vec![on(&command.subject, event)])
}

/// Keeping a hold sets aside whatever was asked for its lifting.
pub(crate) fn review_hold(world: &World, context: &Context, command: &ReviewHold) -> Decided {
    let hold = in_force(world, &command.subject, command.hold)?;
    if hold.review_by == command.review_by && hold.lift_requested.is_none() {
        return Ok(Vec::new());
    }
    must_lie_ahead(context, command.review_by)?;
    let event = Event::HoldReviewed {
        hold: command.hold,
        review_by: command.review_by,
    };
    Ok(vec![on(&command.subject, event)])
}

/// The first person asks, the second grants; nobody lifts a hold alone.
pub(crate) fn lift_hold(world: &World, context: &Context, command: &LiftHold) -> Decided {
    let (number, outcome) = (command.hold, command.outcome);
    if of(world, &command.subject).ended(number) == Some(outcome) {
        return Ok(Vec::new());
    }
    let hold = in_force(world, &command.subject, number)?;
    let event = match &hold.lift_requested {
        None => Event::HoldLiftRequested {
            hold: number,
            outcome,
            document: command.document.clone(),
        },
        Some((_, asked)) if *asked != outcome => {
            let (hold, outcome) = (number, *asked);
            return Err(Refusal::LiftedOtherwise { hold, outcome }.into());
        }
        Some((first, _)) if *first == context.actor.principal => return Ok(Vec::new()),
        Some(_) => Event::HoldLifted {
            hold: number,
            outcome,
        },
    };
    Ok(vec![on(&command.subject, event)])
}

fn must_be_known(world: &World, subject: &HeldSubject) -> Result<(), org::Refusal> {
    match subject {
        HeldSubject::Unit { unit } => org::decide::known_unit(world, unit).map(|_| ()),
        HeldSubject::Person { person, .. } => {
            let person = world.person(person).person();
            person.map(|_| ()).ok_or(org::Refusal::PersonUnknown {})
        }
    }
}

/// The hold, if it was placed and not lifted.
fn in_force<'w>(world: &'w World, subject: &HeldSubject, number: u32) -> Result<&'w Hold, Refusal> {
    let hold = of(world, subject).holds.get(&number);
    let hold = hold.ok_or(Refusal::Absent { hold: number })?;
    match hold.lifted {
        None => Ok(hold),
        Some(outcome) => Err(Refusal::Lifted {
            hold: number,
            outcome,
        }),
    }
}

fn says(known: &Hold, command: &PlaceHold) -> bool {
    known.ground == command.ground
        && known.verifying_body == command.verifying_body
        && known.document == command.document
        && known.review_by == command.review_by
}

fn must_lie_ahead(context: &Context, review_by: Date) -> Result<(), Refusal> {
    if review_by > context.now.date() {
        return Ok(());
    }
    Err(Refusal::ReviewNotAhead { review_by })
}

fn of<'w>(world: &'w World, subject: &HeldSubject) -> &'w State {
    world.hold(&subject.subject())
}

fn on(subject: &HeldSubject, event: Event) -> Effect {
    Effect::new(StreamKey::hold(&subject.subject()), event)
}
