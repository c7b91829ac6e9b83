//! Whom a lower quota no longer carries: the last of the recorded rankings (4.7).

use std::collections::BTreeSet;

use crate::{
    Effect, NominationId, NomineeKind, StreamKey, World,
    campaign::GateRules,
    nomination::{self, Case, Gate, WaitGate, WaitReason, gates},
    quota::{Allocation, ChangeQuota, Places, Refusal, ranked, reallocation::carried},
    slot::FreedBecause,
    waitlist::pool::Pool,
};

/// Where a case may wait that has a slot and its review passed; whatever lies between these gates is
/// on somebody's desk and cannot.
const MAY_WAIT: [Gate; 2] = [Gate::ReviewPassed, Gate::CouncilApproved];

/// Where a case with the review's pass asks for a place and cannot wait.
const FIXED: [Gate; 4] = [
    Gate::CouncilListed,
    Gate::CouncilDeferred,
    Gate::Presented,
    Gate::ChairmanReturned,
];

/// What follows for slots and cases of one kind.
#[derive(Default)]
pub(super) struct Demoted {
    pub(super) slots: Vec<Effect>,
    pub(super) cases: Vec<Effect>,
}

/// The cases of one kind, and a change of its quota.
pub(super) struct Demotion<'w> {
    world: &'w World,
    rules: &'w GateRules,
    command: &'w ChangeQuota,
    kind: NomineeKind,
    pool: Pool<'w>,
}

impl<'w> Demotion<'w> {
    pub(super) fn new(
        world: &'w World,
        rules: &'w GateRules,
        command: &'w ChangeQuota,
        kind: NomineeKind,
    ) -> Self {
        Self {
            world,
            rules,
            command,
            kind,
            pool: Pool::of(world, &command.campaign, kind),
        }
    }

    /// First whoever loses the slot that it took, then whoever finds no place any more, then whoever
    /// was endorsed and finds no slot to take.
    pub(super) fn effects(
        &self,
        places: &Places,
        limit: u32,
        lines: &[Allocation],
    ) -> Result<Demoted, Refusal> {
        let mut waiting = BTreeSet::new();
        for line in lines {
            waiting.extend(self.without_slot(places, line)?);
        }
        let without_place = self.without_place(places, limit, &waiting)?;
        waiting.extend(without_place);
        let mut demoted = Demoted::default();
        for nomination in &waiting {
            let case = self.pool.case(nomination);
            let case = case.expect("whoever waits was found in the pool");
            let because = FreedBecause::Waitlisted;
            let freed = gates::slot_freed(self.world, nomination, case, because);
            demoted.slots.push(freed);
            demoted.cases.push(waits(nomination, later_gate(case)));
        }
        for line in lines {
            for nomination in self.unendorsed(line, &waiting)? {
                demoted.cases.push(waits(&nomination, WaitGate::Unit));
            }
        }
        Ok(demoted)
    }

    /// Slots that are taken and no longer there: whoever may still wait gives them back, the last of
    /// the ranking for the Council.
    fn without_slot(
        &self,
        places: &Places,
        line: &Allocation,
    ) -> Result<Vec<NominationId>, Refusal> {
        let slots = self.world.slot(&self.command.campaign, self.kind, &line.to);
        let taken = slots.taken_count();
        let over = taken.saturating_sub(carried(self.rules, line.slots));
        let mut candidates: Vec<_> = self.pool.at(&MAY_WAIT).map(|(id, _)| id).collect();
        candidates.retain(|nomination| slots.taken.contains(nomination));
        let there = u32::try_from(candidates.len()).unwrap_or(u32::MAX);
        let Some(kept) = there.checked_sub(over) else {
            return Err(Refusal::SlotsInUse {
                holder: line.to.clone(),
                granted: slots.granted,
                taken,
            });
        };
        self.behind(candidates, places, kept)
    }

    /// Cases beyond the places, where the campaign overbooks: the last of the ranking.
    fn without_place(
        &self,
        places: &Places,
        limit: u32,
        waiting: &BTreeSet<NominationId>,
    ) -> Result<Vec<NominationId>, Refusal> {
        let mut candidates: Vec<_> = self.pool.at(&MAY_WAIT).map(|(id, _)| id).collect();
        candidates.retain(|nomination| !waiting.contains(*nomination));
        let there = u32::try_from(candidates.len()).unwrap_or(u32::MAX);
        let fixed = places.used_count().saturating_add(self.pool.count(&FIXED));
        let over = fixed.saturating_add(there).saturating_sub(limit).min(there);
        self.behind(candidates, places, there - over)
    }

    fn behind(
        &self,
        candidates: Vec<&NominationId>,
        places: &Places,
        kept: u32,
    ) -> Result<Vec<NominationId>, Refusal> {
        let behind = ranked::behind(candidates, &places.ranking, kept);
        let behind = behind.ok_or(Refusal::CouncilRankFirst { kind: self.kind })?;
        Ok(behind.into_iter().cloned().collect())
    }

    /// Who was endorsed on a holder's slots and finds none any more.
    fn unendorsed(
        &self,
        line: &Allocation,
        waiting: &BTreeSet<NominationId>,
    ) -> Result<Vec<NominationId>, Refusal> {
        let slots = self.world.slot(&self.command.campaign, self.kind, &line.to);
        let taken = slots.taken.difference(waiting).count();
        let taken = u32::try_from(taken).unwrap_or(u32::MAX);
        let free = carried(self.rules, line.slots).saturating_sub(taken);
        let endorsed = self.pool.endorsed(&line.to).into_iter().collect();
        let behind = ranked::behind(endorsed, &slots.ranking, free);
        let behind = behind.ok_or_else(|| Refusal::RankFirst {
            holder: line.to.clone(),
        })?;
        Ok(behind.into_iter().cloned().collect())
    }
}

fn later_gate(case: &Case) -> WaitGate {
    if case.gate == Gate::CouncilApproved {
        WaitGate::Council
    } else {
        WaitGate::Review
    }
}

fn waits(nomination: &NominationId, gate: WaitGate) -> Effect {
    let event = nomination::Event::NominationWaitlisted {
        gate,
        reason_code: WaitReason::QuotaLowered,
    };
    Effect::new(StreamKey::nomination(nomination), event)
}
