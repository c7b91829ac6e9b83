//! What was asked for comes: `resubmit` (4.5 row 16).

use jiff::civil::Date;

use super::{
    parts::on,
    send::{absent, ended, returned},
};
use crate::{
    Context, Document, DocumentKind, Effect, NominationId, Refusal as Any, StreamKey, SubmissionId,
    World, lists,
    nomination::{self, Case, Gate, Supplement, SupplementStage, gates, own},
    submission::{Event, Refusal, Resubmit, ResubmittedDossier, Returned, State},
};

/// Sends again what was returned as a whole, or what single nominees were asked for; the deputy does
/// where the head is one of them (SD10).
pub(crate) fn resubmit(
    world: &World,
    context: &Context,
    command: &Resubmit,
) -> Result<Vec<Effect>, Any> {
    let submission = &command.submission;
    match world.submission(submission) {
        State::Returned(there) if command.items.is_empty() => {
            whole(world, context, submission, there)
        }
        State::Returned(_) => Err(returned(submission).into()),
        State::Sent(_) if command.items.is_empty() => Ok(vec![]),
        State::Sent(_) | State::Received(_) => singles(world, context, command),
        State::Absent => Err(absent(submission).into()),
        State::Refused(_) | State::Withdrawn(_) => Err(ended(submission).into()),
        State::Preparing(_) | State::Signed(_) => {
            let submission = submission.clone();
            Err(Refusal::NotSent { submission }.into())
        }
    }
}

/// The defective parts are replaced, the extract is certified and the letter signed again. When it
/// was submitted stays (E35).
fn whole(
    world: &World,
    context: &Context,
    submission: &SubmissionId,
    there: &Returned,
) -> Result<Vec<Effect>, Any> {
    must_be_in_time(there.due, context)?;
    let papers = &there.papers;
    for item in &there.items {
        if !is_replaced(there, item.part) {
            let (part, nomination) = (item.part, None);
            return Err(Refusal::PartNotReplaced { part, nomination }.into());
        }
    }
    if !papers.is_extract_certified {
        let submission = submission.clone();
        return Err(Refusal::ExtractNotCertified { submission }.into());
    }
    if papers.signed_by.is_none() {
        let submission = submission.clone();
        return Err(Refusal::NotSigned { submission }.into());
    }
    let shared = [DocumentKind::SubmissionLetter, DocumentKind::MinutesExtract];
    let new = shared.into_iter().filter(|part| is_replaced(there, *part));
    let new: Vec<Document> = new.filter_map(|part| papers.part(part)).cloned().collect();
    let mut effects = vec![on(submission, Event::SubmissionResubmitted {})];
    for nomination in papers.nominations() {
        let case = gates::case(world, nomination)?;
        if is_returned(case, submission) {
            own::must_be_another(world, &context.actor.principal, nomination, case)?;
            let event = nomination::Event::DossierResubmitted {
                stage: SupplementStage::Intake,
                documents: new.clone(),
            };
            effects.push(Effect::new(StreamKey::nomination(nomination), event));
        }
    }
    Ok(effects)
}

/// Other bytes than those that were sent.
fn is_replaced(there: &Returned, part: DocumentKind) -> bool {
    let hash = |document: Option<&Document>| document.map(|document| document.sha256.clone());
    hash(there.papers.part(part)) != hash(there.sent.part(part))
}

/// Whether the case went back with its submission; the unit may have withdrawn it meanwhile.
pub(super) fn is_returned(case: &Case, submission: &SubmissionId) -> bool {
    case.gate == Gate::SupplementRequested && case.submission.as_ref() == Some(submission)
}

fn singles(world: &World, context: &Context, command: &Resubmit) -> Result<Vec<Effect>, Any> {
    let items = command.items.iter();
    let nominations: Vec<_> = items.map(|item| item.nomination.clone()).collect();
    lists::must_be_whole(&nominations)?;
    let mut effects = Vec::new();
    for item in &command.items {
        let nomination = &item.nomination;
        let Some((case, open)) = asked(world, &command.submission, nomination)? else {
            continue;
        };
        must_be_in_time(open.due, context)?;
        own::must_be_another(world, &context.actor.principal, nomination, case)?;
        let event = nomination::Event::DossierResubmitted {
            stage: open.stage,
            documents: delivered(item, case, open)?,
        };
        effects.push(Effect::new(StreamKey::nomination(nomination), event));
    }
    Ok(effects)
}

/// The open request to a nominee of the submission; `None` when it was answered already.
pub(super) fn asked<'w>(
    world: &'w World,
    submission: &SubmissionId,
    nomination: &NominationId,
) -> Result<Option<(&'w Case, &'w Supplement)>, Any> {
    let case = gates::case(world, nomination)?;
    if case.submission.as_ref() != Some(submission) {
        let (nomination, submission) = (nomination.clone(), submission.clone());
        return Err(Refusal::NotInSubmission {
            nomination,
            submission,
        }
        .into());
    }
    if matches!(case.gate, Gate::Submitted | Gate::UnderReview) {
        return Ok(None);
    }
    gates::at_gate(world, nomination, Gate::SupplementRequested)?;
    let open = case.supplement.as_ref();
    let open = open.expect("a case that waits for a supplement knows what was asked for");
    Ok(Some((case, open)))
}

/// Everything that was asked for, and nothing else: papers by this command, a report by attaching
/// it to the nomination, confirmed.
fn delivered(
    item: &ResubmittedDossier,
    case: &Case,
    open: &Supplement,
) -> Result<Vec<Document>, Refusal> {
    let named = &item.documents;
    let is_foreign = |document: &&Document| {
        document.kind == DocumentKind::AchievementReport || !open.asks_for(document.kind)
    };
    if let Some(document) = named.iter().find(is_foreign) {
        return Err(Refusal::PartNotAskedFor {
            part: document.kind,
            nomination: item.nomination.clone(),
        });
    }
    let mut papers = open.items.iter().map(|wanted| wanted.part);
    let is_missing = |part: &DocumentKind| {
        *part != DocumentKind::AchievementReport
            && !named.iter().any(|document| document.kind == *part)
    };
    if let Some(part) = papers.find(is_missing) {
        return Err(Refusal::PartNotDelivered {
            part,
            nomination: item.nomination.clone(),
        });
    }
    let report = new_report(item, case, open)?;
    Ok(named.iter().cloned().chain(report).collect())
}

fn new_report(
    item: &ResubmittedDossier,
    case: &Case,
    open: &Supplement,
) -> Result<Option<Document>, Refusal> {
    if !open.asks_for(DocumentKind::AchievementReport) {
        return Ok(None);
    }
    let nomination = item.nomination.clone();
    if case.report == open.report {
        return Err(Refusal::PartNotReplaced {
            part: DocumentKind::AchievementReport,
            nomination: Some(nomination),
        });
    }
    if !case.is_report_confirmed {
        return Err(Refusal::ReportNotConfirmed { nomination });
    }
    Ok(case.report.clone())
}

fn must_be_in_time(due: Date, context: &Context) -> Result<(), Refusal> {
    let today = context.now.date();
    if today > due {
        return Err(Refusal::SupplementLate { due, today });
    }
    Ok(())
}
