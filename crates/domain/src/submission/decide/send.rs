//! Signed and sent: `certify_minutes_extract`, `sign_submission_letter`, `submit_submission`.

use super::{late, list::endorsed, parts::on};
use crate::{
    AssignmentId, Context, Document, DocumentKind, Effect, NominationId, Refusal as Any, StreamKey,
    SubmissionId, World, hold, minutes,
    nomination::{self, Case, gates, own},
    papers,
    quota::SlotHolder,
    slot::Event::SlotTaken,
    submission::{
        CertifyMinutesExtract, Event, List, Papers, Refusal, SignSubmissionLetter, State,
        SubmitSubmission,
    },
    unit_session::Meeting,
};

/// Certifies the attached extract: chair and secretary of the cited meeting, two persons, have signed
/// it, and one of them says so. The paper states what the record of the meeting says, or it is refused
/// (E36); an extract that turns out to differ later is asked for again as a contradictory part.
pub(crate) fn certify_minutes_extract(
    world: &World,
    context: &Context,
    command: &CertifyMinutesExtract,
) -> Result<Vec<Effect>, Any> {
    let submission = &command.submission;
    let papers = papers(world, submission)?;
    let extract = part(papers.extract.as_ref(), DocumentKind::MinutesExtract)?;
    papers::must_match(&extract.sha256, &command.sha256)?;
    let state = world.submission(submission);
    if matches!(state, State::Refused(_) | State::Withdrawn(_)) {
        return Err(ended(submission).into());
    }
    if papers.is_extract_certified {
        return Ok(vec![]);
    }
    let list = list(papers, submission)?;
    let meeting = meeting(world, list)?;
    let is_lead = |id: &AssignmentId| {
        let held = world.assignment(id).assignment();
        held.is_some_and(|held| held.person == context.actor.principal)
    };
    if ![&meeting.chair, &meeting.secretary]
        .into_iter()
        .any(is_lead)
    {
        let session = list.session.clone();
        return Err(Refusal::NotLeadOfSession { session }.into());
    }
    let leads = [
        (&command.chair, &meeting.chair),
        (&command.secretary, &meeting.secretary),
    ];
    if let Some((named, _)) = leads.into_iter().find(|(named, led)| named != led) {
        let assignment = named.clone();
        return Err(minutes::Refusal::SignerUnknown { assignment }.into());
    }
    minutes::must_agree(&command.stated, &meeting.recorded(), &list.nominations)?;
    let event = Event::MinutesExtractCertified {
        sha256: command.sha256.clone(),
        chair: meeting.chair.clone(),
        secretary: meeting.secretary.clone(),
    };
    Ok(vec![on(submission, event)])
}

/// Signs the letter, once list and certified extract are there (INV-10): the head, or the deputy in
/// the head's place; nobody signs for the own individual nomination (SD10).
pub(crate) fn sign_submission_letter(
    world: &World,
    context: &Context,
    command: &SignSubmissionLetter,
) -> Result<Vec<Effect>, Any> {
    let submission = &command.submission;
    let papers = papers(world, submission)?;
    let letter = part(papers.letter.as_ref(), DocumentKind::SubmissionLetter)?;
    papers::must_match(&letter.sha256, &command.sha256)?;
    match world.submission(submission) {
        State::Signed(_) | State::Sent(_) | State::Received(_) => return Ok(vec![]),
        State::Returned(_) if papers.signed_by.is_some() => return Ok(vec![]),
        State::Refused(_) | State::Withdrawn(_) => return Err(ended(submission).into()),
        State::Absent | State::Preparing(_) | State::Returned(_) => {}
    }
    let list = list(papers, submission)?;
    for nomination in &list.nominations {
        let case = gates::case(world, nomination)?;
        own::must_be_another(world, &context.actor.principal, nomination, case)?;
    }
    let held_on = meeting(world, list)?.date;
    if !papers.is_extract_certified {
        let submission = submission.clone();
        return Err(Refusal::ExtractNotCertified { submission }.into());
    }
    let letter_date = context.occurred_at.date();
    if held_on > letter_date {
        return Err(Refusal::SessionAfterLetter {
            held_on,
            letter_date,
        }
        .into());
    }
    let event = Event::SubmissionLetterSigned {
        sha256: command.sha256.clone(),
    };
    Ok(vec![on(submission, event)])
}

/// Sends the signed submission: three parts each, slots taken, before the deadline, nobody held
/// (plan V.4, INV-10, INV-11, INV-15, INV-16), by the head or, with the head among the nominees, by
/// the deputy (SD10).
pub(crate) fn submit_submission(
    world: &World,
    context: &Context,
    command: &SubmitSubmission,
) -> Result<Vec<Effect>, Any> {
    let submission = &command.submission;
    let papers = match world.submission(submission) {
        State::Signed(papers) => papers,
        State::Sent(_) | State::Received(_) => return Ok(vec![]),
        State::Returned(_) => return Err(returned(submission).into()),
        State::Refused(_) | State::Withdrawn(_) => return Err(ended(submission).into()),
        State::Absent => return Err(absent(submission).into()),
        State::Preparing(_) => {
            let submission = submission.clone();
            return Err(Refusal::NotSigned { submission }.into());
        }
    };
    let list = list(papers, submission)?;
    let cases = endorsed(world, submission, list)?;
    let late = late::in_time(world, context, submission, papers, &cases)?;
    let mut sent = vec![on(
        submission,
        Event::SubmissionSent {
            nominations: list.nominations.clone(),
            late,
        },
    )];
    let mut dossiers = Vec::new();
    for (nomination, case) in cases {
        own::must_be_another(world, &context.actor.principal, nomination, case)?;
        hold::must_not_be_held(world, nomination, case)?;
        let holder = gates::slot_holder(world, &case.unit, case.kind);
        sent.push(slot_taken(&holder, nomination, case));
        dossiers.push(dossier(submission, papers, &holder, (nomination, case))?);
    }
    sent.append(&mut dossiers);
    Ok(sent)
}

fn slot_taken(holder: &SlotHolder, nomination: &NominationId, case: &Case) -> Effect {
    let nomination = nomination.clone();
    Effect::new(gates::slots(case, holder), SlotTaken { nomination })
}

/// All three parts of one nominee: letter, extract and the confirmed report (plan III.3).
fn dossier(
    submission: &SubmissionId,
    papers: &Papers,
    holder: &SlotHolder,
    (nomination, case): (&NominationId, &Case),
) -> Result<Effect, Refusal> {
    let report = case.report.as_ref().ok_or_else(|| Refusal::PartMissing {
        part: DocumentKind::AchievementReport,
        nomination: Some(nomination.clone()),
    })?;
    if !case.is_report_confirmed {
        return Err(Refusal::ReportNotConfirmed {
            nomination: nomination.clone(),
        });
    }
    let letter = part(papers.letter.as_ref(), DocumentKind::SubmissionLetter)?;
    let extract = part(papers.extract.as_ref(), DocumentKind::MinutesExtract)?;
    let event = nomination::Event::DossierSubmitted {
        submission: submission.clone(),
        slot_holder: holder.clone(),
        documents: [letter, extract, report].map(Document::clone).to_vec(),
    };
    Ok(Effect::new(StreamKey::nomination(nomination), event))
}

fn papers<'w>(world: &'w World, submission: &SubmissionId) -> Result<&'w Papers, Refusal> {
    let papers = world.submission(submission).papers();
    papers.ok_or_else(|| absent(submission))
}

fn part(attached: Option<&Document>, part: DocumentKind) -> Result<&Document, Refusal> {
    attached.ok_or(Refusal::PartMissing {
        part,
        nomination: None,
    })
}

fn list<'w>(papers: &'w Papers, submission: &SubmissionId) -> Result<&'w List, Refusal> {
    papers.list.as_ref().ok_or_else(|| Refusal::ListMissing {
        submission: submission.clone(),
    })
}

fn meeting<'w>(world: &'w World, list: &List) -> Result<&'w Meeting, Refusal> {
    let meeting = world.unit_session(&list.session).meeting();
    meeting.ok_or_else(|| Refusal::SessionOfAnotherUnit {
        session: list.session.clone(),
    })
}

pub(super) fn ended(submission: &SubmissionId) -> Refusal {
    Refusal::Ended {
        submission: submission.clone(),
    }
}

pub(super) fn returned(submission: &SubmissionId) -> Refusal {
    Refusal::Returned {
        submission: submission.clone(),
    }
}

pub(super) fn absent(submission: &SubmissionId) -> Refusal {
    Refusal::Absent {
        submission: submission.clone(),
    }
}
