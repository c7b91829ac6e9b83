//! Rankings (xếp thứ tự): who of the carried leaves the waitlist (4.5 row 10, 4.7).

mod group;
mod nominees;

pub(crate) use group::rank_group;
pub(crate) use nominees::rank_nominees;

use std::collections::BTreeSet;

use super::Refusal;
use crate::{
    CampaignId, Effect, NominationId, NomineeKind, StreamKey, World, hold,
    nomination::{self, Case, Gate, WaitGate, WaitReason, gates},
    quota::SlotHolder,
    slot,
};

/// A ranking of those who share slots, best first.
struct Ranking<'c> {
    campaign: &'c CampaignId,
    kind: NomineeKind,
    holder: SlotHolder,
    nominations: &'c [NominationId],
}

/// What a nomination on a ranking does with the free slots.
enum Standing {
    /// It was submitted: its slot is taken.
    Further,
    /// It keeps a slot that it has not taken yet.
    Endorsed,
    /// It waits for a slot.
    Waiting,
}

impl Ranking<'_> {
    /// The recorded ranking, and what it means for everybody on it.
    ///
    /// Who is held keeps the rank, and the slot stays free until the hold is lifted and the ranking
    /// is recorded again: a hold stops its own case and no other (INV-16, INV-26).
    fn effects(&self, world: &World, recorded: slot::Event) -> Result<Vec<Effect>, crate::Refusal> {
        let slots = world.slot(self.campaign, self.kind, &self.holder);
        let is_new = slots.ranking != self.nominations;
        let stream = StreamKey::slot(self.campaign, self.kind, &self.holder);
        let mut effects = Vec::new();
        effects.extend(is_new.then(|| Effect::new(stream, recorded)));
        let mut free = slots.free();
        for (rank, nomination) in (1..).zip(self.nominations) {
            let case = gates::case(world, nomination)?;
            let is_within = free > 0;
            let event = match standing(world, nomination, case)? {
                Standing::Further => continue,
                Standing::Endorsed if is_within => None,
                Standing::Endorsed => {
                    let nomination = nomination.clone();
                    return Err(Refusal::EndorsedBehind { nomination }.into());
                }
                Standing::Waiting if is_within => promoted(world, case, rank),
                Standing::Waiting => (is_new && slots.granted > 0).then(behind),
            };
            free = free.saturating_sub(1);
            effects
                .extend(event.map(|event| Effect::new(StreamKey::nomination(nomination), event)));
        }
        Ok(effects)
    }

    /// Refuses a ranking that leaves out somebody who has or awaits a slot.
    fn must_name_all<'w>(
        &self,
        world: &World,
        carried: impl Iterator<Item = &'w NominationId>,
    ) -> Result<(), Refusal> {
        let named: BTreeSet<_> = self.nominations.iter().collect();
        let is_left_out = |nomination: &&NominationId| {
            let case = world.nomination(nomination).case();
            let awaits = case
                .is_some_and(|case| matches!(case.gate, Gate::UnitEndorsed | Gate::UnitWaitlisted));
            awaits && !named.contains(nomination)
        };
        let missing: BTreeSet<_> = carried.filter(is_left_out).cloned().collect();
        if missing.is_empty() {
            return Ok(());
        }
        let missing = missing.into_iter().collect();
        Err(Refusal::RankingIncomplete { missing })
    }
}

fn standing(
    world: &World,
    nomination: &NominationId,
    case: &Case,
) -> Result<Standing, crate::Refusal> {
    if case.gate == Gate::UnitEndorsed {
        return Ok(Standing::Endorsed);
    }
    if case.gate.holds_slot() {
        return Ok(Standing::Further);
    }
    gates::at_gate(world, nomination, Gate::UnitWaitlisted).map(|_| Standing::Waiting)
}

fn promoted(world: &World, case: &Case, rank: u32) -> Option<nomination::Event> {
    let gate = WaitGate::Unit;
    // The deadline holds for who is ranked; a time of its own comes with a promotion alone.
    let due = None;
    let event = nomination::Event::WaitlistPromoted {
        gate,
        rank,
        due,
        to: None,
    };
    (!hold::is_held(world, case)).then_some(event)
}

fn behind() -> nomination::Event {
    nomination::Event::NominationWaitlisted {
        gate: WaitGate::Unit,
        reason_code: WaitReason::RankedBehind,
    }
}
