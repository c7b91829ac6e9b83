//! What an event means.

use super::{
    Assessed, Case, Event, Gate, Nominee, Opinion, State, Substitutes, Supplement, SupplementStage,
    WaitGate,
};
use crate::{Origin, decision::DecisionKind};

/// The state after this event.
#[must_use]
pub fn evolve(state: State, event: &Event, origin: &Origin) -> State {
    let mut case = match (state, event) {
        (
            _,
            Event::NominationDrafted {
                campaign,
                unit,
                nominee_kind,
                nominee_ref,
                nominee,
            },
        ) => Box::new(Case::drafted(
            campaign,
            unit,
            *nominee_kind,
            nominee_ref,
            nominee,
        )),
        (State::Present(case), _) => case,
        (State::Absent, _) => return State::Absent,
    };
    remember(&mut case, event, origin);
    if let Some(gate) = gate_after(event) {
        remember_reopening(&mut case, event);
        case.gate = gate;
        let is_negative = gate.is_terminal() && gate != Gate::Awarded;
        case.ended_at = is_negative.then_some(origin.occurred_at);
    }
    State::Present(case)
}

/// The gate that an event leads to; `None` when the nomination stays where it is.
#[must_use]
#[expect(clippy::too_many_lines, reason = "a table: one arm per event")]
pub fn gate_after(event: &Event) -> Option<Gate> {
    let gate = match event {
        Event::NomineeDetailsCorrected { .. }
        | Event::ReportAttached { .. }
        | Event::AchievementReportConfirmed { .. }
        | Event::SubstitutesNamed { .. }
        | Event::AlternateSignerNamed { .. }
        | Event::ReviewerReassigned { .. }
        | Event::OpinionRequested { .. }
        | Event::OpinionReceived { .. }
        | Event::CriterionAssessed { .. }
        | Event::LegalRegimeReassigned { .. }
        | Event::ReviewRecommended { .. }
        | Event::ReturnedToReviewer { .. }
        | Event::WithdrawalRequested { .. }
        | Event::ObjectionFiled { .. }
        | Event::DecisionDrafted { .. }
        | Event::LeftOutOfDraft { .. }
        | Event::IssueDespiteHoldRecorded { .. }
        | Event::AmendmentDrafted { .. }
        | Event::AwardAmended { .. }
        | Event::ConductNoted { .. } => return None,
        Event::NominationDrafted { .. } => Gate::Drafted,
        Event::DraftDiscarded {}
        | Event::NominationWithdrawn { .. }
        | Event::HonourDeclined { .. } => Gate::Withdrawn,
        Event::NomineeProposed { .. } | Event::EndorsementAnnulled { .. } => Gate::Proposed,
        Event::UnitEndorsed { .. }
        | Event::DossierRefused { .. }
        | Event::DossierWithdrawn { .. } => Gate::UnitEndorsed,
        Event::UnitNotEndorsed { .. } => Gate::UnitNotEndorsed,
        Event::NominationWaitlisted { gate, .. } => match gate {
            WaitGate::Unit => Gate::UnitWaitlisted,
            WaitGate::Review => Gate::ReviewWaitlisted,
            WaitGate::Council => Gate::CouncilWaitlisted,
        },
        Event::WaitlistPromoted { to: Some(gate), .. }
        | Event::ReopenedByComplaint { gate_to: gate, .. }
        | Event::ReassessmentOrdered { gate_to: gate, .. } => *gate,
        Event::WaitlistPromoted { gate, .. } => match gate {
            WaitGate::Unit => Gate::UnitEndorsed,
            WaitGate::Review => Gate::ReviewPassed,
            WaitGate::Council => Gate::CouncilApproved,
        },
        Event::DossierSubmitted { .. } => Gate::Submitted,
        Event::SupplementRequested { .. } => Gate::SupplementRequested,
        Event::DossierResubmitted { stage, .. } => match stage {
            SupplementStage::Intake => Gate::Submitted,
            SupplementStage::Review => Gate::UnderReview,
        },
        Event::SupplementClosed { stage } => match stage {
            SupplementStage::Intake => Gate::UnitEndorsed,
            SupplementStage::Review => Gate::UnderReview,
        },
        Event::DossierReceived { .. } => Gate::Received,
        Event::ReviewerAssigned { .. } | Event::ReviewReopened { .. } => Gate::UnderReview,
        Event::ReviewPassed { .. } => Gate::ReviewPassed,
        Event::ReviewRejected { .. } => Gate::ReviewRejected,
        Event::NominationListed { .. } => Gate::CouncilListed,
        Event::CouncilApproved { .. } | Event::PresentationReturned { .. } => Gate::CouncilApproved,
        Event::CouncilRejected { .. } => Gate::CouncilRejected,
        Event::CouncilDeferred { .. } => Gate::CouncilDeferred,
        Event::PresentedToChairman { .. }
        | Event::ChairmanAnswered { .. }
        | Event::ApprovalWithdrawn { .. } => Gate::Presented,
        Event::ChairmanReturned { .. } => Gate::ChairmanReturned,
        Event::ChairmanApproved { .. } | Event::SignatureVoided { .. } => Gate::ChairmanApproved,
        Event::ChairmanDeclined { .. } => Gate::ChairmanDeclined,
        Event::DecisionSigned { .. } => Gate::DecisionSigned,
        Event::Awarded { .. } => Gate::Awarded,
        Event::AwardRevoked { .. } => Gate::AwardRevoked,
        Event::NominationSuperseded { .. } => Gate::Superseded,
        Event::NominationLapsed { .. } => Gate::Lapsed,
    };
    Some(gate)
}

/// Keeps what later gates ask for.
fn remember(case: &mut Case, event: &Event, origin: &Origin) {
    remember_proposal(case, event, origin);
    remember_dossier(case, event, origin);
    remember_review(case, event, origin);
    remember_decision(case, event, origin);
}

/// The nomination in the hands of its unit.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the other events are another function's"
)]
fn remember_proposal(case: &mut Case, event: &Event, origin: &Origin) {
    let author = &origin.actor.principal;
    match event {
        Event::NominationDrafted { .. } => case.add_author(author),
        Event::NomineeDetailsCorrected { name, title } => {
            let (name, title) = (name.clone(), title.clone());
            case.nominee = Nominee::Individual { name, title };
        }
        Event::ReportAttached { document } => {
            case.report = Some(document.clone());
            case.is_report_confirmed = false;
            case.add_author(author);
        }
        Event::AchievementReportConfirmed { .. } => case.is_report_confirmed = true,
        Event::NomineeProposed { .. } => case.proposed_on = Some(origin.occurred_at.date()),
        Event::UnitEndorsed { session, .. } => case.session = Some(session.clone()),
        Event::EndorsementAnnulled { .. } => {
            case.session = None;
            case.promotion_due = None;
        }
        Event::WaitlistPromoted {
            gate: WaitGate::Unit,
            due,
            ..
        } => case.promotion_due = *due,
        Event::NominationWaitlisted {
            gate: WaitGate::Unit,
            ..
        } => case.promotion_due = None,
        Event::WithdrawalRequested { .. } => case.is_withdrawal_requested = true,
        Event::ObjectionFiled { text, .. } => case.objections.push(text.clone()),
        _ => {}
    }
}

/// The dossier between unit and intake.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the other events are another function's"
)]
fn remember_dossier(case: &mut Case, event: &Event, origin: &Origin) {
    match event {
        Event::DossierSubmitted {
            submission,
            slot_holder,
            ..
        } => {
            case.submission = Some(submission.clone());
            case.slot_holder = Some(slot_holder.clone());
            case.submitted_at = Some(origin.occurred_at);
        }
        Event::DossierReceived {
            legal_regime,
            submitted_at,
            ..
        } => {
            case.legal_regime = Some(legal_regime.clone());
            case.submitted_at = Some(*submitted_at);
        }
        Event::DossierWithdrawn { .. } | Event::DossierRefused { .. } => {
            case.submission = None;
            case.slot_holder = None;
            case.submitted_at = None;
            case.supplement = None;
        }
        Event::SupplementRequested {
            stage,
            items,
            due,
            note,
        } => {
            if *stage == SupplementStage::Review {
                case.supplement_rounds += 1;
            }
            case.supplement = Some(Supplement {
                stage: *stage,
                items: items.clone(),
                due: *due,
                note: note.clone(),
                report: case.report.clone(),
            });
        }
        Event::DossierResubmitted { .. } | Event::SupplementClosed { .. } => case.supplement = None,
        _ => {}
    }
}

/// The review.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the other events are another function's"
)]
fn remember_review(case: &mut Case, event: &Event, origin: &Origin) {
    let author = &origin.actor.principal;
    match event {
        Event::SubstitutesNamed {
            reviewer,
            confirmer,
        } => {
            case.substitutes = Some(Substitutes {
                reviewer: reviewer.clone(),
                confirmer: confirmer.clone(),
            });
        }
        Event::AlternateSignerNamed { signer } => {
            case.alternate_signer = Some(signer.clone());
        }
        Event::ReviewerAssigned { reviewer } | Event::ReviewerReassigned { reviewer, .. } => {
            case.reviewer = Some(reviewer.clone());
        }
        Event::OpinionRequested { body, due, .. } => {
            let (due, answer) = (*due, None);
            case.opinions.insert(body.clone(), Opinion { due, answer });
        }
        Event::OpinionReceived { body, value, .. } => {
            if let Some(asked) = case.opinions.get_mut(body) {
                asked.answer = Some(*value);
            }
        }
        Event::CriterionAssessed {
            criterion,
            value,
            evidence,
            note,
            criteria_version,
            interpretation,
        } => {
            case.criteria_version = Some(*criteria_version);
            let assessed = Assessed {
                value: *value,
                evidence: evidence.clone(),
                note: note.clone(),
                interpretation: *interpretation,
            };
            case.findings.insert(criterion.clone(), assessed);
            case.reviewers.insert(author.clone());
        }
        Event::ReviewRecommended {
            recommendation,
            criteria,
        } => {
            case.recommended = Some((*recommendation, author.clone()));
            case.failed_criteria.clone_from(criteria);
            case.reviewers.insert(author.clone());
        }
        Event::ReassessmentOrdered {
            criteria_version, ..
        } => {
            case.criteria_version = Some(*criteria_version);
            case.findings.clear();
            case.recommended = None;
            case.failed_criteria.clear();
        }
        Event::LegalRegimeReassigned { legal_regime, .. } => {
            case.legal_regime = Some(legal_regime.clone());
        }
        Event::ReturnedToReviewer { .. } | Event::ReviewReopened { .. } => {
            case.recommended = None;
            case.failed_criteria.clear();
            case.returned_to = None;
        }
        _ => {}
    }
}

/// Where a reopened case goes on holds until it goes on: it may have to wait for a slot first.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "every other move is a step on the way"
)]
fn remember_reopening(case: &mut Case, event: &Event) {
    match event {
        Event::ReopenedByComplaint { complaint, gate_to } => {
            case.reopened_by.insert(complaint.clone());
            case.reopened_to = Some(*gate_to);
            case.recommended = None;
            case.failed_criteria.clear();
            case.presentation = None;
        }
        Event::NominationWaitlisted { .. } | Event::WaitlistPromoted { .. } => {}
        _ => case.reopened_to = None,
    }
}

/// Council, Chairman and decision.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the other events are another function's"
)]
fn remember_decision(case: &mut Case, event: &Event, origin: &Origin) {
    match event {
        Event::NominationListed { session } => {
            case.council_session = Some(session.clone());
            case.returned_to = None;
        }
        Event::PresentedToChairman { presentation } => {
            case.presentation = Some(presentation.clone());
        }
        Event::PresentationReturned { .. } => case.presentation = None,
        Event::ChairmanReturned { to, .. } => case.returned_to = Some(*to),
        Event::ChairmanAnswered { .. } => case.returned_to = None,
        Event::ChairmanApproved { approved_by, .. } => {
            case.approved_by = Some(approved_by.clone());
        }
        Event::ApprovalWithdrawn { .. } => {
            case.approved_by = None;
            case.decision = None;
        }
        Event::Awarded { .. } => case.awarded_on = Some(origin.occurred_at.date()),
        Event::DecisionDrafted { decision } => case.decision = Some(decision.clone()),
        Event::SignatureVoided { .. } => {
            case.decision = None;
            case.despite_hold = None;
        }
        Event::IssueDespiteHoldRecorded { decision, .. } => {
            case.despite_hold = Some(decision.clone());
        }
        Event::LeftOutOfDraft { decision } => {
            case.decision.take_if(|own| own == decision);
            case.amendment.take_if(|(own, _)| own == decision);
        }
        event => remember_award(case, event),
    }
}

/// What becomes of an award.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the other events are another function's"
)]
fn remember_award(case: &mut Case, event: &Event) {
    match event {
        Event::AmendmentDrafted { decision, details } => {
            case.amendment = Some((decision.clone(), details.clone()));
        }
        Event::AwardAmended {
            decision,
            kind,
            details,
            ..
        } => {
            case.amendment.take_if(|(own, _)| own == decision);
            if *kind == DecisionKind::Replace {
                case.decision = Some(decision.clone());
            }
            if let Some(details) = details {
                case.rename(details);
            }
        }
        Event::ConductNoted { document, .. } => {
            case.conduct_notes.insert(document.sha256.clone());
        }
        _ => {}
    }
}
