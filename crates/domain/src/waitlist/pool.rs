//! All cases of a campaign: who stands in the way of whom, and who could.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    CampaignId, Need, NominationId, NomineeKind, StreamKey, World,
    nomination::{Case, Gate, gates},
    quota::{Places, SlotHolder},
};

/// What it takes to see them all: each case, and that there is no other; and whose slots the
/// collectives that have none yet would take.
pub(crate) fn needs(campaign: &CampaignId, world: &World) -> Vec<Need> {
    let codes = StreamKey::nomination_codes(campaign);
    let mut needs = Vec::new();
    for nomination in nominations(campaign, world) {
        let case = gates::in_view(world, &nomination);
        let collective = case.filter(|case| {
            let shares = [Gate::UnitEndorsed, Gate::UnitWaitlisted].contains(&case.gate);
            shares && case.kind == NomineeKind::Collective
        });
        needs.extend(collective.map(|case| Need::read(StreamKey::unit(&case.unit))));
        needs.push(Need::read(StreamKey::nomination(&nomination)));
    }
    needs.push(Need::read(codes));
    needs
}

fn nominations(campaign: &CampaignId, world: &World) -> impl Iterator<Item = NominationId> {
    let is_shown = world.shows(&StreamKey::nomination_codes(campaign));
    let next = if is_shown {
        world.nomination_codes(campaign).next()
    } else {
        1
    };
    (1..next).map(|serial| NominationId::new(campaign.clone(), serial))
}

/// The cases of one kind in a campaign.
pub(crate) struct Pool<'w> {
    world: &'w World,
    cases: BTreeMap<NominationId, &'w Case>,
}

impl<'w> Pool<'w> {
    pub(crate) fn of(world: &'w World, campaign: &CampaignId, kind: NomineeKind) -> Self {
        let all = nominations(campaign, world);
        let cases = all.filter_map(|nomination| {
            let case = gates::in_view(world, &nomination)?;
            (case.kind == kind).then_some((nomination, case))
        });
        Self {
            world,
            cases: cases.collect(),
        }
    }

    pub(crate) fn case(&self, nomination: &NominationId) -> Option<&'w Case> {
        self.cases.get(nomination).copied()
    }

    /// Those that stand at one of these gates.
    pub(crate) fn at<'a>(
        &'a self,
        gates: &'a [Gate],
    ) -> impl Iterator<Item = (&'a NominationId, &'w Case)> {
        let all = self.cases.iter().map(|(id, case)| (id, *case));
        all.filter(|(_, case)| gates.contains(&case.gate))
    }

    pub(crate) fn count(&self, gates: &[Gate]) -> u32 {
        u32::try_from(self.at(gates).count()).unwrap_or(u32::MAX)
    }

    /// Who is endorsed on the slots of a holder and has not taken one yet.
    pub(crate) fn endorsed(&self, holder: &SlotHolder) -> BTreeSet<&NominationId> {
        let endorsed = self.at(&[Gate::UnitEndorsed]);
        let of_holder = endorsed
            .filter(|(_, case)| &gates::slot_holder(self.world, &case.unit, case.kind) == holder);
        of_holder.map(|(nomination, _)| nomination).collect()
    }

    /// Places used up, or held or asked for by whoever comes before the cases that wait after the
    /// review: with the Council, with the Chairman, and on the waitlist behind the Council.
    pub(crate) fn ahead_of_review(&self, places: &Places) -> u32 {
        let ahead = [
            Gate::CouncilListed,
            Gate::CouncilDeferred,
            Gate::CouncilWaitlisted,
        ];
        let approved = self.ahead_of_council(places);
        approved.saturating_add(self.count(&ahead))
    }

    /// Places used up, or held by what the Council approved and by what lies before the Chairman.
    pub(crate) fn ahead_of_council(&self, places: &Places) -> u32 {
        let approved = [
            Gate::CouncilApproved,
            Gate::Presented,
            Gate::ChairmanReturned,
        ];
        places.used_count().saturating_add(self.count(&approved))
    }
}
