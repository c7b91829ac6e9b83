//! A decision about one that is issued: it amends, replaces or revokes (4.9).

use std::collections::BTreeSet;

use super::Contents;
use crate::{
    DecisionId, DocumentKind, Effect, NominationId, NomineeKind, Refusal as Any, StreamKey, World,
    campaign,
    decision::{
        Amendment, Awardee, DecisionKind, Draft, Refusal, Revocation, RevocationGround, State,
    },
    lists,
    nomination::{self, Case, Gate, gates},
    papers,
};

/// The issued decision that another refers to: of the same campaign, giving awards, and in force.
pub(super) fn referred<'w>(
    world: &'w World,
    decision: &DecisionId,
    refers_to: &DecisionId,
) -> Result<&'w Draft, Refusal> {
    let named = || refers_to.clone();
    if refers_to.campaign != decision.campaign {
        return Err(Refusal::OfAnotherCampaign { decision: named() });
    }
    let (draft, ended_by) = match world.decision(refers_to) {
        State::Issued(draft, _, _, aftermath) => (draft, &aftermath.ended_by),
        State::Absent => return Err(super::absent(refers_to)),
        State::Legacy(_) => return Err(super::on_paper(refers_to)),
        State::Drafted(_)
        | State::Voided(_)
        | State::Signed(..)
        | State::Numbered(..)
        | State::Sealed(..) => return Err(Refusal::NotIssued { decision: named() }),
    };
    match (draft.subject.kind(), ended_by) {
        (DecisionKind::Amend | DecisionKind::Revoke, _) => {
            Err(Refusal::GivesNoAward { decision: named() })
        }
        (
            DecisionKind::Grant | DecisionKind::SupplementaryGrant | DecisionKind::Replace,
            Some(by),
        ) => Err(Refusal::Ended {
            decision: named(),
            by: by.clone(),
        }),
        (DecisionKind::Grant | DecisionKind::SupplementaryGrant | DecisionKind::Replace, None) => {
            Ok(draft)
        }
    }
}

/// Who still holds an award that this decision gave.
pub(super) fn still_awarded<'w>(
    world: &'w World,
    decision: &'w DecisionId,
) -> impl Iterator<Item = &'w NominationId> {
    let draft = world.decision(decision).draft();
    let given = draft.into_iter().flat_map(Draft::nominations);
    given.filter(move |nomination| holds_award(world, decision, nomination).is_some())
}

fn holds_award<'w>(
    world: &'w World,
    decision: &DecisionId,
    nomination: &NominationId,
) -> Option<&'w Case> {
    let case = world.nomination(nomination).case();
    case.filter(|case| case.gate == Gate::Awarded && case.decision.as_ref() == Some(decision))
}

/// Awardees of the other decision, named otherwise (E31).
pub(super) fn amended(
    world: &World,
    decision: &DecisionId,
    refers_to: &DecisionId,
    amendments: &[Amendment],
) -> Result<Contents, Any> {
    let named = amendments.iter().map(|one| one.nomination.clone());
    lists::must_be_whole(&named.clone().collect::<Vec<_>>())?;
    referred(world, decision, refers_to)?;
    Ok(Contents {
        awardees: awarded(world, refers_to, named)?,
        on_cases: drafted(world, decision, amendments)?,
    })
}

/// Everybody who still holds an award of the other decision; nobody falls out by a replacement: that
/// takes a revocation (INV-34).
pub(super) fn replaced(
    world: &World,
    decision: &DecisionId,
    refers_to: &DecisionId,
    amendments: &[Amendment],
) -> Result<Contents, Any> {
    let named: BTreeSet<_> = amendments.iter().map(|one| &one.nomination).collect();
    if named.len() != amendments.len() {
        let named = amendments.iter().map(|one| one.nomination.clone());
        lists::must_be_whole(&named.collect::<Vec<_>>())?;
    }
    referred(world, decision, refers_to)?;
    for nomination in named {
        must_hold_award(world, refers_to, nomination)?;
    }
    let everybody: Vec<_> = still_awarded(world, refers_to).cloned().collect();
    lists::must_be_whole(&everybody)?;
    Ok(Contents {
        awardees: awarded(world, refers_to, everybody)?,
        on_cases: drafted(world, decision, amendments)?,
    })
}

/// The listed awardees, or all who still hold an award of the other decision.
pub(super) fn revoked(
    world: &World,
    decision: &DecisionId,
    refers_to: &DecisionId,
    listed: Option<&[NominationId]>,
) -> Result<Contents, Any> {
    referred(world, decision, refers_to)?;
    let named = match listed {
        Some(listed) => listed.to_vec(),
        None => still_awarded(world, refers_to).cloned().collect(),
    };
    lists::must_be_whole(&named)?;
    Ok(Contents {
        awardees: awarded(world, refers_to, named)?,
        on_cases: Vec::new(),
    })
}

/// One of the four grounds, a proposal and a notice (Law art. 93.2, INV-34). A concluded violation
/// counts within the year of achievement; conduct outside it is noted and revokes nothing (E04).
pub(super) fn must_have_a_ground(
    world: &World,
    decision: &DecisionId,
    revocation: &Revocation,
) -> Result<(), Any> {
    papers::must_be(&revocation.proposal, DocumentKind::Evidence)?;
    papers::must_be(&revocation.notice, DocumentKind::Evidence)?;
    match revocation.ground {
        RevocationGround::DishonestDeclaration
        | RevocationGround::FalseInformationOrForgedDossier
        | RevocationGround::ProcedureViolated => return Ok(()),
        RevocationGround::ViolationConcluded => {}
    }
    let conduct = revocation.conduct.ok_or(Refusal::ConductMissing {})?;
    let active = world.campaign(&decision.campaign).active();
    let year = active.ok_or(campaign::Refusal::Absent {})?.plan.year;
    if conduct.touches(year) {
        return Ok(());
    }
    Err(Refusal::ConductOutsidePeriod {
        year,
        from: conduct.from,
        until: conduct.until,
    }
    .into())
}

fn awarded(
    world: &World,
    refers_to: &DecisionId,
    nominations: impl IntoIterator<Item = NominationId>,
) -> Result<Vec<Awardee>, Any> {
    let mut awardees = Vec::new();
    for nomination in nominations {
        let kind = must_hold_award(world, refers_to, &nomination)?.kind;
        awardees.push(Awardee { nomination, kind });
    }
    Ok(awardees)
}

fn must_hold_award<'w>(
    world: &'w World,
    refers_to: &DecisionId,
    nomination: &NominationId,
) -> Result<&'w Case, Any> {
    gates::case(world, nomination)?;
    holds_award(world, refers_to, nomination).ok_or_else(|| {
        let (nomination, decision) = (nomination.clone(), refers_to.clone());
        Refusal::NotAwardedBy {
            nomination,
            decision,
        }
        .into()
    })
}

/// What the cases are told, unless they are told it already.
fn drafted(
    world: &World,
    decision: &DecisionId,
    amendments: &[Amendment],
) -> Result<Vec<Effect>, Any> {
    let mut effects = Vec::new();
    for one in amendments {
        let nomination = &one.nomination;
        let case = gates::case(world, nomination)?;
        must_fit(nomination, case, one)?;
        match &case.amendment {
            Some((other, _)) if other != decision => {
                return Err(Refusal::InAnotherDraft {
                    nomination: nomination.clone(),
                    decision: other.clone(),
                }
                .into());
            }
            Some((_, details)) if *details == one.details() => {}
            Some(_) | None => {
                let event = nomination::Event::AmendmentDrafted {
                    decision: decision.clone(),
                    details: one.details(),
                };
                effects.push(Effect::new(StreamKey::nomination(nomination), event));
            }
        }
    }
    Ok(effects)
}

/// A person has a title; a unit has neither title nor category.
fn must_fit(nomination: &NominationId, case: &Case, amendment: &Amendment) -> Result<(), Refusal> {
    let fits = match case.kind {
        NomineeKind::Individual => amendment.title.is_some(),
        NomineeKind::Collective => amendment.title.is_none() && amendment.category.is_none(),
    };
    if fits {
        return Ok(());
    }
    Err(Refusal::AmendmentNotOfKind {
        nomination: nomination.clone(),
        kind: case.kind,
    })
}

/// Whether the cases are told these very amendments, and the draft makes no other.
pub(super) fn are_drafted(world: &World, decision: &DecisionId, amendments: &[Amendment]) -> bool {
    let named: BTreeSet<_> = amendments.iter().map(|one| &one.nomination).collect();
    let draft = world.decision(decision).draft();
    let nominations = draft.into_iter().flat_map(Draft::nominations);
    let is_amended = |nomination: &&NominationId| {
        let case = world.nomination(nomination).case();
        let amendment = case.and_then(|case| case.amendment.as_ref());
        amendment.is_some_and(|(by, _)| by == decision)
    };
    let amended: BTreeSet<_> = nominations.filter(is_amended).collect();
    let is_told = |one: &Amendment| {
        let case = world.nomination(&one.nomination).case();
        let amendment = case.and_then(|case| case.amendment.as_ref());
        amendment.is_some_and(|(_, details)| *details == one.details())
    };
    amended == named && amendments.iter().all(is_told)
}

/// The awards that the decision amends, replaces or revokes stand as they stood when it was drafted.
pub(in crate::decision::decide) fn awards_must_stand(
    world: &World,
    draft: &Draft,
) -> Result<(), Refusal> {
    let Some(refers_to) = draft.subject.refers_to() else {
        return Ok(());
    };
    let mut named = draft.nominations();
    let fallen = named.find(|nomination| holds_award(world, refers_to, nomination).is_none());
    match fallen {
        None => Ok(()),
        Some(nomination) => Err(Refusal::NotAwardedBy {
            nomination: nomination.clone(),
            decision: refers_to.clone(),
        }),
    }
}
