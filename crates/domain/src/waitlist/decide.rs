//! What may happen on the waitlists.

mod promote;
mod rank;

pub(crate) use promote::promote_from_waitlist;
pub(crate) use rank::rank_for_council;

use std::collections::BTreeMap;

use super::pool::Pool;
use crate::{
    Effect, NominationId, StreamKey, World,
    nomination::{self, Case, WaitGate, gates},
    quota::SlotHolder,
    slot,
};

/// Free slots while a command hands them out, holder by holder.
pub(crate) struct Slots<'w> {
    world: &'w World,
    pool: &'w Pool<'w>,
    free: BTreeMap<SlotHolder, u32>,
}

impl<'w> Slots<'w> {
    pub(crate) fn new(world: &'w World, pool: &'w Pool<'w>) -> Self {
        Self {
            world,
            pool,
            free: BTreeMap::new(),
        }
    }

    /// Slots that are neither taken nor kept for somebody who is endorsed on them.
    fn free(&mut self, case: &Case) -> &mut u32 {
        let holder = gates::holder(self.world, case);
        let (world, pool) = (self.world, self.pool);
        self.free.entry(holder.clone()).or_insert_with(|| {
            let slots = world.slot(&case.campaign, case.kind, &holder);
            let endorsed = pool.endorsed(&holder).len();
            let endorsed = u32::try_from(endorsed).unwrap_or(u32::MAX);
            slots.free().saturating_sub(endorsed)
        })
    }

    /// Takes one, if one is free.
    pub(crate) fn take(&mut self, case: &Case) -> bool {
        let free = self.free(case);
        let is_free = *free > 0;
        *free = free.saturating_sub(1);
        is_free
    }
}

/// The slot that a case takes again when it leaves a later waitlist.
pub(crate) fn slot_taken(world: &World, nomination: &NominationId, case: &Case) -> Effect {
    let event = slot::Event::SlotTaken {
        nomination: nomination.clone(),
    };
    Effect::new(gates::slots(case, &gates::holder(world, case)), event)
}

/// Whom a complaint reopened goes on where it had stopped, and skips no gate (4.5 row 41).
fn promoted(
    (nomination, case): (&NominationId, &Case),
    gate: WaitGate,
    rank: u32,
    due: Option<crate::Moment>,
) -> Effect {
    let event = nomination::Event::WaitlistPromoted {
        gate,
        rank,
        due,
        to: case.reopened_to,
    };
    Effect::new(StreamKey::nomination(nomination), event)
}
