//! Whom the letter proposes: `set_list` (INV-10).

use std::collections::{BTreeMap, BTreeSet};

use super::parts::{editable, on};
use crate::{
    CampaignId, Context, Effect, NominationId, NomineeKind, SubmissionId, World, lists,
    nomination::{Case, Gate, gates},
    quota::SlotHolder,
    submission::{Event, List, Refusal, SetList, State, numbered::submissions},
};

/// Says whom the letter proposes; a signature on the letter is void from then on.
///
/// Nobody is in two letters: what was sent has left the gate of the endorsed, and the letters that
/// the unit prepares beside this one are looked at. There are few of them: a unit writes one letter
/// per meeting.
pub(crate) fn set_list(
    world: &World,
    _context: &Context,
    command: &SetList,
) -> Result<Vec<Effect>, crate::Refusal> {
    let submission = &command.submission;
    let editable = editable(world, submission)?;
    let list = List {
        session: command.session.clone(),
        nominations: command.nominations.clone(),
    };
    if editable.papers().list.as_ref() == Some(&list) {
        return Ok(vec![]);
    }
    editable.must_be_unsent(submission)?;
    lists::must_be_whole(&list.nominations)?;
    endorsed(world, submission, &list)?;
    must_be_in_no_other(world, submission, &list)?;
    let event = Event::ListSet {
        session: list.session,
        nominations: list.nominations,
    };
    Ok(vec![on(submission, event)])
}

/// Every nomination of the list, endorsed by the cited meeting, in the recorded order and within
/// the free slots.
pub(super) fn endorsed<'w>(
    world: &'w World,
    submission: &SubmissionId,
    list: &'w List,
) -> Result<Vec<(&'w NominationId, &'w Case)>, crate::Refusal> {
    let session = &list.session;
    let is_ours = session.campaign == submission.campaign && session.unit == submission.unit;
    if !is_ours || world.unit_session(session).meeting().is_none() {
        let session = session.clone();
        return Err(Refusal::SessionOfAnotherUnit { session }.into());
    }
    let mut cases = Vec::new();
    for nomination in &list.nominations {
        let case = gates::at_gate(world, nomination, Gate::UnitEndorsed)?;
        if case.campaign != submission.campaign || case.unit != submission.unit {
            let nomination = nomination.clone();
            return Err(Refusal::OfAnotherUnit { nomination }.into());
        }
        if case.session.as_ref() != Some(session) {
            return Err(Refusal::NotEndorsed {
                nomination: nomination.clone(),
                session: session.clone(),
            }
            .into());
        }
        cases.push((nomination, case));
    }
    for (shared, listed) in by_slots(world, &cases) {
        shared.must_suffice(world, &listed)?;
        shared.must_be_in_order(world, &listed)?;
    }
    Ok(cases)
}

/// The slots that some of the list share.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Shared<'w> {
    campaign: &'w CampaignId,
    kind: NomineeKind,
    holder: SlotHolder,
}

fn by_slots<'w>(
    world: &World,
    cases: &[(&'w NominationId, &'w Case)],
) -> BTreeMap<Shared<'w>, Vec<&'w NominationId>> {
    let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (nomination, case) in cases {
        let shared = Shared {
            campaign: &case.campaign,
            kind: case.kind,
            holder: gates::slot_holder(world, &case.unit, case.kind),
        };
        all.entry(shared).or_default().push(*nomination);
    }
    all
}

impl Shared<'_> {
    fn must_suffice(&self, world: &World, listed: &[&NominationId]) -> Result<(), Refusal> {
        let slots = world.slot(self.campaign, self.kind, &self.holder);
        let (free, asked) = (
            slots.free(),
            u32::try_from(listed.len()).unwrap_or(u32::MAX),
        );
        if asked <= free {
            return Ok(());
        }
        Err(Refusal::NoFreeSlot {
            holder: self.holder.clone(),
            free,
            asked,
        })
    }

    /// Best first. Who was carried after the ranking comes behind it, in any order.
    fn must_be_in_order(&self, world: &World, listed: &[&NominationId]) -> Result<(), Refusal> {
        let ranking = &world.slot(self.campaign, self.kind, &self.holder).ranking;
        let ranks: BTreeMap<_, _> = ranking.iter().zip(0..).collect();
        let rank = |nomination| ranks.get(nomination).copied().unwrap_or(u32::MAX);
        match listed.windows(2).find(|pair| rank(pair[0]) > rank(pair[1])) {
            None => Ok(()),
            Some(pair) => Err(Refusal::OutOfRank {
                nomination: pair[1].clone(),
            }),
        }
    }
}

fn must_be_in_no_other(
    world: &World,
    submission: &SubmissionId,
    list: &List,
) -> Result<(), Refusal> {
    let ours: BTreeSet<_> = list.nominations.iter().collect();
    for (other, state) in submissions(world, &submission.campaign, &submission.unit) {
        let (State::Preparing(papers) | State::Signed(papers)) = state else {
            continue;
        };
        let shared = papers.nominations().find(|id| ours.contains(id));
        if let Some(nomination) = shared.filter(|_| other != *submission) {
            return Err(Refusal::InAnotherLetter {
                nomination: nomination.clone(),
                submission: other,
            });
        }
    }
    Ok(())
}
