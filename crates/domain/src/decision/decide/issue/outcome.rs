//! What an issued decision does to places and awards.

use std::collections::BTreeMap;

use super::super::on;
use crate::{
    DecisionId, Effect, NomineeKind, Refusal as Any, StreamKey, World,
    decision::{Draft, Event, Number, RevocationGround},
    hold,
    nomination::{self, Case, Gate, gates},
    quota::{self, ReleasedBecause},
};

/// A decision in the act of being issued.
pub(super) struct Issue<'w> {
    pub(super) world: &'w World,
    pub(super) decision: &'w DecisionId,
    pub(super) draft: &'w Draft,
    pub(super) number: &'w Number,
}

impl Issue<'_> {
    /// The decision that it refers to learns of it.
    pub(super) fn told_to_the_other(&self) -> Option<Effect> {
        let subject = &self.draft.subject;
        let event = Event::LaterDecisionIssued {
            decision: self.decision.clone(),
            kind: subject.kind(),
            is_ended: subject.ends_the_other(),
        };
        subject.refers_to().map(|other| on(other, event))
    }

    /// Everybody is awarded; nobody may be held unless the Chairman had it issued despite that.
    pub(super) fn awarded(&self) -> Result<Vec<Effect>, Any> {
        let mut effects = Vec::new();
        for nomination in self.draft.nominations() {
            let case = gates::at_gate(self.world, nomination, Gate::DecisionSigned)?;
            if !is_issued_despite(case, self.decision) {
                hold::must_not_be_held(self.world, nomination, case)?;
            }
            let event = nomination::Event::Awarded {
                decision: self.decision.clone(),
                number: self.number.number,
                symbol: self.number.symbol.clone(),
                date: self.number.date,
            };
            effects.push(Effect::new(StreamKey::nomination(nomination), event));
        }
        Ok(effects)
    }

    /// Awards are named as the drafted amendments say; in a replacement the others stay as they are.
    pub(super) fn amended(&self) -> Result<Vec<Effect>, Any> {
        let mut effects = Vec::new();
        for nomination in self.draft.nominations() {
            let case = gates::at_gate(self.world, nomination, Gate::Awarded)?;
            let amendment = case.amendment.as_ref();
            let own = amendment.filter(|(by, _)| by == self.decision);
            let event = nomination::Event::AwardAmended {
                decision: self.decision.clone(),
                number: self.number.number,
                symbol: self.number.symbol.clone(),
                date: self.number.date,
                kind: self.draft.subject.kind(),
                details: own.map(|(_, details)| details.clone()),
            };
            effects.push(Effect::new(StreamKey::nomination(nomination), event));
        }
        Ok(effects)
    }

    /// Every place that the replaced decision used up is freed and used up by this one, in the same
    /// append (4.9): the count never changes, and nobody else can get in between.
    pub(super) fn places_moved(&self) -> Result<Vec<Effect>, Any> {
        let campaign = &self.decision.campaign;
        let quota = self.world.quota(campaign);
        let mut freed = Vec::new();
        let mut used = Vec::new();
        let mut moved_so_far: BTreeMap<NomineeKind, u32> = BTreeMap::new();
        for awardee in &self.draft.awardees {
            let kind = awardee.kind;
            let places = quota::decide::places(quota, kind)?;
            let moved_before = moved_so_far.entry(kind).or_default();
            let stay = places.consumed_count() - self.draft.awardee_count(kind);
            freed.push(quota::Event::PlaceReleased {
                kind,
                nomination: awardee.nomination.clone(),
                reason_code: ReleasedBecause::DecisionReplaced,
            });
            used.push(quota::Event::PlaceConsumed {
                kind,
                nomination: awardee.nomination.clone(),
                limit: places.limit,
                used_before: stay + *moved_before,
            });
            *moved_before += 1;
        }
        let places = freed.into_iter().chain(used);
        Ok(places
            .map(|event| Effect::new(StreamKey::quota(campaign), event))
            .collect())
    }

    /// Awards are lost; each place stays used up, and the others on the first decision are untouched.
    pub(super) fn revoked(&self, ground: RevocationGround) -> Vec<Effect> {
        let revoked = self.draft.nominations().map(|nomination| {
            let event = nomination::Event::AwardRevoked {
                decision: self.decision.clone(),
                number: self.number.number,
                symbol: self.number.symbol.clone(),
                date: self.number.date,
                ground,
            };
            Effect::new(StreamKey::nomination(nomination), event)
        });
        revoked.collect()
    }
}

/// Whether the Chairman had this award issued although something is being verified.
pub(in crate::decision) fn is_issued_despite(case: &Case, decision: &DecisionId) -> bool {
    case.despite_hold.as_ref() == Some(decision)
}
