//! Out of a waitlist: `promote_from_waitlist` (4.5 rows 10, 24 and 28).

use std::collections::{BTreeMap, BTreeSet};

use super::{Slots, promoted, slot_taken};
use crate::{
    Context, Effect, Moment, NominationId, NomineeKind, Refusal as Any, World,
    calendar::Calendar,
    campaign::{self, Active},
    council_session, hold, lists,
    nomination::{Case, Gate, WaitGate, gates},
    presentation,
    quota::{self, Places, SlotHolder},
    submission,
    waitlist::{PromoteFromWaitlist, Refusal, pool::Pool},
};

/// A waitlist: whoever waits on it shares slots or places.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Queue {
    /// For a slot of a unit or group.
    Unit(SlotHolder),
    /// For a place, after the review.
    Review,
    /// For a place, after the Council.
    Council,
}

impl Queue {
    /// Where the case waits; `None` where it does not.
    fn of(world: &World, case: &Case) -> Option<Self> {
        Some(match waits(case.gate)? {
            WaitGate::Unit => Self::Unit(gates::slot_holder(world, &case.unit, case.kind)),
            WaitGate::Review => Self::Review,
            WaitGate::Council => Self::Council,
        })
    }

    fn gate(&self) -> WaitGate {
        match self {
            Self::Unit(_) => WaitGate::Unit,
            Self::Review => WaitGate::Review,
            Self::Council => WaitGate::Council,
        }
    }
}

fn waits(gate: Gate) -> Option<WaitGate> {
    let waitlists = [
        (Gate::UnitWaitlisted, WaitGate::Unit),
        (Gate::ReviewWaitlisted, WaitGate::Review),
        (Gate::CouncilWaitlisted, WaitGate::Council),
    ];
    let found = waitlists.into_iter().find(|(waiting, _)| *waiting == gate);
    found.map(|(_, waitlist)| waitlist)
}

/// The next in rank leave their waitlist, as many as there are free slots and places; nobody who is
/// held, and no later gate is skipped. Who was not sent yet gets a time of its own for that.
pub(crate) fn promote_from_waitlist(
    world: &World,
    context: &Context,
    command: &PromoteFromWaitlist,
) -> Result<Vec<Effect>, Any> {
    let nominations = &command.nominations;
    lists::must_be_whole(nominations)?;
    let campaign = nominations[0].campaign();
    let active = campaign::decide::launched(world, campaign)?;
    let mut queues: BTreeMap<(NomineeKind, Queue), BTreeSet<&NominationId>> = BTreeMap::new();
    for nomination in nominations {
        let case = gates::case(world, nomination)?;
        if nomination.campaign() != campaign {
            let nomination = nomination.clone();
            return Err(council_session::Refusal::OfAnotherCampaign { nomination }.into());
        }
        let Some(queue) = Queue::of(world, case) else {
            must_be_promoted(nomination, case, command.due)?;
            continue;
        };
        hold::must_not_be_held(world, nomination, case)?;
        let queue = queues.entry((case.kind, queue)).or_default();
        queue.insert(nomination);
    }
    let (mut slots, mut cases) = (Vec::new(), Vec::new());
    for ((kind, queue), asked) in &queues {
        let places = quota::decide::places(world.quota(campaign), *kind)?;
        let pool = Pool::of(world, campaign, *kind);
        let ranks = next_in_rank(world, &pool, (places, queue), asked)?;
        must_have_places(&pool, (*kind, places, queue), asked)?;
        must_have_slots(world, &pool, asked)?;
        let due = match queue {
            Queue::Unit(_) => Some(due(world, context, active, command.due)?),
            Queue::Review | Queue::Council => None,
        };
        for (rank, nomination, case) in ranks {
            if due.is_none() {
                slots.push(slot_taken(world, nomination, case));
            }
            cases.push(promoted((nomination, case), queue.gate(), rank, due));
        }
    }
    slots.append(&mut cases);
    Ok(slots)
}

/// It stands already where a promotion leads, with the same time.
fn must_be_promoted(
    nomination: &NominationId,
    case: &Case,
    due: Option<Moment>,
) -> Result<(), Any> {
    let is_passed = matches!(case.gate, Gate::ReviewPassed | Gate::CouncilApproved);
    let is_there = is_passed || case.reopened_to == Some(case.gate);
    if is_there {
        return Ok(());
    }
    if case.gate != Gate::UnitEndorsed {
        return Err(gates::wrong_gate(nomination, case, Gate::UnitWaitlisted));
    }
    if due.is_none() || due == case.promotion_due {
        return Ok(());
    }
    Err(Refusal::PromotedOtherwise {
        nomination: nomination.clone(),
        due: case.promotion_due,
    }
    .into())
}

/// The asked with their ranks, if nobody who waits for the same and could be promoted is ranked before
/// them.
fn next_in_rank<'w>(
    world: &'w World,
    pool: &Pool<'w>,
    (places, queue): (&'w Places, &Queue),
    asked: &BTreeSet<&NominationId>,
) -> Result<Vec<(u32, &'w NominationId, &'w Case)>, Any> {
    let ranking = ranking(world, pool, (places, queue), asked);
    let mut found = Vec::new();
    let mut passed_over = None;
    for (rank, nomination) in (1..).zip(ranking) {
        let Some(case) = pool.case(nomination) else {
            continue;
        };
        if Queue::of(world, case).as_ref() != Some(queue) {
            continue;
        }
        if !asked.contains(nomination) {
            let is_next = passed_over.is_none() && !hold::is_held(world, case);
            passed_over = passed_over.or(is_next.then_some(nomination));
        } else if let Some(next) = passed_over {
            let (nomination, next) = (nomination.clone(), next.clone());
            return Err(Refusal::OutOfRank { nomination, next }.into());
        } else {
            found.push((rank, nomination, case));
        }
    }
    let ranked: BTreeSet<_> = found.iter().map(|(_, nomination, _)| *nomination).collect();
    match asked
        .iter()
        .find(|nomination| !ranked.contains(*nomination))
    {
        None => Ok(found),
        Some(nomination) => {
            let nomination = (*nomination).clone();
            Err(Refusal::NotRanked { nomination }.into())
        }
    }
}

/// The recorded ranking of a waitlist.
fn ranking<'w>(
    world: &'w World,
    pool: &Pool<'w>,
    (places, queue): (&'w Places, &Queue),
    asked: &BTreeSet<&NominationId>,
) -> &'w [NominationId] {
    let case = asked.first().and_then(|nomination| pool.case(nomination));
    match (queue, case) {
        (Queue::Unit(holder), Some(case)) => &world.slot(&case.campaign, case.kind, holder).ranking,
        (Queue::Unit(_), None) => &[],
        (Queue::Review | Queue::Council, _) => &places.ranking,
    }
}

/// INV-24: no more than there are places, with those ahead.
fn must_have_places(
    pool: &Pool<'_>,
    (kind, places, queue): (NomineeKind, &Places, &Queue),
    asked: &BTreeSet<&NominationId>,
) -> Result<(), presentation::Refusal> {
    let taken = match queue {
        Queue::Unit(_) => return Ok(()),
        Queue::Review => {
            let passed = pool.count(&[Gate::ReviewPassed]);
            pool.ahead_of_review(places).saturating_add(passed)
        }
        Queue::Council => pool.ahead_of_council(places),
    };
    let asked = u32::try_from(asked.len()).unwrap_or(u32::MAX);
    if taken.saturating_add(asked) <= places.limit {
        return Ok(());
    }
    Err(presentation::Refusal::PlacesExceeded {
        kind,
        quota: places.limit,
        taken,
        asked,
    })
}

/// INV-23: a free slot for each.
fn must_have_slots(
    world: &World,
    pool: &Pool<'_>,
    asked: &BTreeSet<&NominationId>,
) -> Result<(), submission::Refusal> {
    let mut slots = Slots::new(world, pool);
    let mut by_holder: BTreeMap<SlotHolder, (u32, u32)> = BTreeMap::new();
    for case in asked.iter().filter_map(|nomination| pool.case(nomination)) {
        let free = *slots.free(case);
        let (_, asked) = by_holder
            .entry(gates::holder(world, case))
            .or_insert((free, 0));
        *asked += 1;
    }
    let mut all = by_holder.into_iter();
    match all.find(|(_, (free, asked))| asked > free) {
        None => Ok(()),
        Some((holder, (free, asked))) => Err(submission::Refusal::NoFreeSlot {
            holder,
            free,
            asked,
        }),
    }
}

/// Until when it may be sent: what the command says, or the campaign's term at the hour of the
/// deadline, and never earlier than the deadline.
fn due(
    world: &World,
    context: &Context,
    active: &Active,
    wish: Option<Moment>,
) -> Result<Moment, Any> {
    if let Some(due) = wish {
        if due <= context.now {
            return Err(Refusal::DueBehind { due }.into());
        }
        return Ok(due);
    }
    let deadline = active
        .deadline
        .ok_or(submission::Refusal::DeadlineNotAnnounced {})?;
    let unset = Calendar::default();
    let authority = world.authority().authority();
    let calendar = authority.map_or(&unset, |authority| &authority.calendar);
    let days = active.rules.terms.promotion_days;
    let last = calendar.add_working_days(context.now.date(), days);
    Ok(deadline.on(last).max(deadline))
}
