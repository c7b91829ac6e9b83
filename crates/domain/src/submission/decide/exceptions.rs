//! Whom an acknowledgement names because the dossier is not complete, or refused.

use std::collections::{BTreeMap, BTreeSet};

use super::parts::must_be_shared;
use crate::{
    DocumentKind, NominationId, Refusal as Any, SubmissionId, lists,
    nomination::{Case, Gate, SupplementItem, SupplementStage},
    submission::{AcknowledgeSubmission, IncompleteDossier, Papers, Refusal, RefusedDossier},
};

/// What is not as it should be with one dossier.
pub(super) enum Exception<'c> {
    Incomplete(&'c IncompleteDossier),
    Refused(&'c RefusedDossier),
}

impl<'c> Exception<'c> {
    pub(super) fn refused(&self) -> Option<&'c RefusedDossier> {
        match self {
            Self::Incomplete(_) => None,
            Self::Refused(dossier) => Some(dossier),
        }
    }

    /// Whether the case stands already where the exception leads.
    pub(super) fn is_done(&self, submission: &SubmissionId, case: &Case) -> bool {
        match self {
            Self::Incomplete(dossier) => {
                let open = case.supplement.as_ref();
                case.gate == Gate::SupplementRequested
                    && open.is_some_and(|open| {
                        open.stage == SupplementStage::Intake
                            && open.items == dossier.items
                            && open.due == dossier.due
                    })
            }
            Self::Refused(_) => {
                case.gate == Gate::UnitEndorsed && case.submission.as_ref() != Some(submission)
            }
        }
    }
}

/// The exceptions, each nomination of the list at most once.
pub(super) fn exceptions<'c>(
    command: &'c AcknowledgeSubmission,
    papers: &Papers,
) -> Result<BTreeMap<&'c NominationId, Exception<'c>>, Any> {
    let listed: BTreeSet<_> = papers.nominations().collect();
    let incomplete = command.incomplete.iter();
    let incomplete = incomplete.map(|one| (&one.nomination, Exception::Incomplete(one)));
    let refused = command.refuse.iter();
    let refused = refused.map(|one| (&one.nomination, Exception::Refused(one)));
    let mut all = BTreeMap::new();
    for (nomination, exception) in incomplete.chain(refused) {
        if !listed.contains(nomination) {
            let (nomination, submission) = (nomination.clone(), command.submission.clone());
            return Err(Refusal::NotInSubmission {
                nomination,
                submission,
            }
            .into());
        }
        if let Exception::Incomplete(dossier) = &exception {
            must_be_single_items(&dossier.items)?;
        }
        if all.insert(nomination, exception).is_some() {
            let nomination = nomination.clone();
            return Err(lists::Refusal::ListedTwice { nomination }.into());
        }
    }
    Ok(all)
}

/// Letter and extract, and at least one of them.
pub(super) fn must_be_shared_items(items: &[SupplementItem]) -> Result<(), Refusal> {
    must_say_something(items)?;
    items
        .iter()
        .try_for_each(|item| must_be_shared(item.part).map(|_| ()))
}

/// The report and its evidence, and at least one of them.
fn must_be_single_items(items: &[SupplementItem]) -> Result<(), Refusal> {
    must_say_something(items)?;
    let mut parts = items.iter().map(|item| item.part);
    let is_foreign = |part: &DocumentKind| {
        !matches!(
            part,
            DocumentKind::AchievementReport | DocumentKind::Evidence
        )
    };
    match parts.find(is_foreign) {
        None => Ok(()),
        Some(part) => Err(Refusal::NotASinglePart { part }),
    }
}

fn must_say_something(items: &[SupplementItem]) -> Result<(), Refusal> {
    if items.is_empty() {
        return Err(Refusal::NothingWrong {});
    }
    Ok(())
}
