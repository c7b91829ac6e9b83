//! The ranking for the Council: `rank_for_council` (4.5 row 24).

use std::collections::BTreeSet;

use super::{Slots, promoted, slot_taken};
use crate::{
    Context, Effect, NominationId, Refusal as Any, StreamKey, World, campaign, hold, lists,
    nomination::{self, Case, Gate, WaitGate, WaitReason, gates},
    quota,
    slot::FreedBecause,
    waitlist::{RankForCouncil, Refusal, pool::Pool},
};

/// Who must be on the ranking: whoever shares the places that are left, and whom the Council approved.
const SHARE: [Gate; 4] = [
    Gate::ReviewPassed,
    Gate::ReviewWaitlisted,
    Gate::CouncilApproved,
    Gate::CouncilWaitlisted,
];

/// Who may stand on it besides.
const MAY_STAND: [Gate; 4] = [
    Gate::CouncilListed,
    Gate::CouncilDeferred,
    Gate::Presented,
    Gate::ChairmanReturned,
];

/// Records the ranking. Of those whom the review passed and the Council does not have yet, the first
/// keep or get the places that are left, and the others wait. Only where the campaign overbooks, or
/// the quota was lowered, are there fewer places than cases.
///
/// Who is held keeps the rank, and the place stays free until the hold is lifted (INV-16, INV-26).
pub(crate) fn rank_for_council(
    world: &World,
    _: &Context,
    command: &RankForCouncil,
) -> Result<Vec<Effect>, Any> {
    let (campaign, kind) = (&command.campaign, command.kind);
    campaign::decide::launched(world, campaign)?;
    lists::must_be_whole(&command.ranking)?;
    let places = quota::decide::places(world.quota(campaign), kind)?;
    let pool = Pool::of(world, campaign, kind);
    must_name_all(&pool, command)?;
    let mut effects = Vec::new();
    if places.ranking != command.ranking {
        let event = quota::Event::CouncilRanked {
            kind,
            ranking: command.ranking.clone(),
        };
        effects.push(Effect::new(StreamKey::quota(campaign), event));
    }
    let mut left = places.limit.saturating_sub(pool.ahead_of_review(places));
    let mut moves = Moves::new(world, &pool);
    let mut promotions = Vec::new();
    for (rank, nomination) in (1..).zip(&command.ranking) {
        let case = standing(world, &pool, nomination)?;
        let is_within = left > 0;
        let (is_passed, is_waiting) = (
            case.gate == Gate::ReviewPassed,
            case.gate == Gate::ReviewWaitlisted,
        );
        if is_passed && !is_within {
            moves.demote(nomination, case);
        } else if is_waiting && is_within {
            promotions.push((rank, nomination, case));
        }
        left = left.saturating_sub(u32::from(is_passed || is_waiting));
    }
    for (rank, nomination, case) in promotions {
        moves.promote(rank, nomination, case);
    }
    effects.append(&mut moves.slots);
    effects.append(&mut moves.cases);
    Ok(effects)
}

/// What the ranking means for slots and cases: slots are given back before others take them.
struct Moves<'w> {
    world: &'w World,
    free: Slots<'w>,
    slots: Vec<Effect>,
    cases: Vec<Effect>,
}

impl<'w> Moves<'w> {
    fn new(world: &'w World, pool: &'w Pool<'w>) -> Self {
        Self {
            world,
            free: Slots::new(world, pool),
            slots: Vec::new(),
            cases: Vec::new(),
        }
    }

    fn demote(&mut self, nomination: &NominationId, case: &Case) {
        *self.free.free(case) += 1;
        let because = FreedBecause::Waitlisted;
        let freed = gates::slot_freed(self.world, nomination, case, because);
        self.slots.push(freed);
        let event = nomination::Event::NominationWaitlisted {
            gate: WaitGate::Review,
            reason_code: WaitReason::RankedBehind,
        };
        let stream = StreamKey::nomination(nomination);
        self.cases.push(Effect::new(stream, event));
    }

    /// Nothing of it where the nominee is held, or the holder has no slot for it.
    fn promote(&mut self, rank: u32, nomination: &NominationId, case: &Case) {
        if hold::is_held(self.world, case) || !self.free.take(case) {
            return;
        }
        self.slots.push(slot_taken(self.world, nomination, case));
        self.cases
            .push(promoted((nomination, case), WaitGate::Review, rank, None));
    }
}

fn must_name_all(pool: &Pool<'_>, command: &RankForCouncil) -> Result<(), Refusal> {
    let named: BTreeSet<_> = command.ranking.iter().collect();
    let missing: Vec<_> = pool
        .at(&SHARE)
        .map(|(nomination, _)| nomination)
        .filter(|nomination| !named.contains(nomination))
        .cloned()
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Refusal::Incomplete { missing })
}

/// A case of this kind that may stand on the ranking.
fn standing<'w>(
    world: &'w World,
    pool: &Pool<'w>,
    nomination: &NominationId,
) -> Result<&'w Case, Any> {
    let known = gates::case(world, nomination)?;
    let case = pool.case(nomination).ok_or_else(|| Refusal::NotOfKind {
        nomination: nomination.clone(),
    })?;
    if SHARE.contains(&case.gate) || MAY_STAND.contains(&case.gate) {
        return Ok(case);
    }
    Err(gates::wrong_gate(nomination, known, Gate::ReviewPassed))
}
