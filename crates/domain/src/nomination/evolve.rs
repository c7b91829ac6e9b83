//! What an event means.

use super::{Assessed, Case, Event, Gate, State};
use crate::Origin;

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
                nominee: _,
            },
        ) => Box::new(Case::drafted(campaign, unit, *nominee_kind, nominee_ref)),
        (State::Present(case), _) => case,
        (State::Absent, _) => return State::Absent,
    };
    remember(&mut case, event, origin);
    if let Some(gate) = gate_after(event) {
        case.gate = gate;
    }
    State::Present(case)
}

/// The gate that an event leads to; `None` when the nomination stays where it is.
#[must_use]
pub fn gate_after(event: &Event) -> Option<Gate> {
    let gate = match event {
        Event::ReportAttached { .. }
        | Event::AchievementReportConfirmed { .. }
        | Event::CriterionAssessed { .. }
        | Event::ReviewRecommended { .. }
        | Event::DecisionDrafted { .. } => return None,
        Event::NominationDrafted { .. } => Gate::Drafted,
        Event::NomineeProposed { .. } => Gate::Proposed,
        Event::UnitEndorsed { .. } | Event::WaitlistPromoted { .. } => Gate::UnitEndorsed,
        Event::UnitNotEndorsed { .. } => Gate::UnitNotEndorsed,
        Event::NominationWaitlisted { .. } => Gate::UnitWaitlisted,
        Event::DossierSubmitted { .. } => Gate::Submitted,
        Event::DossierReceived { .. } => Gate::Received,
        Event::ReviewerAssigned { .. } => Gate::UnderReview,
        Event::ReviewPassed { .. } => Gate::ReviewPassed,
        Event::ReviewRejected { .. } => Gate::ReviewRejected,
        Event::NominationListed { .. } => Gate::CouncilListed,
        Event::CouncilApproved { .. } => Gate::CouncilApproved,
        Event::CouncilRejected { .. } => Gate::CouncilRejected,
        Event::CouncilDeferred { .. } => Gate::CouncilDeferred,
        Event::PresentedToChairman { .. } => Gate::Presented,
        Event::ChairmanApproved { .. } => Gate::ChairmanApproved,
        Event::ChairmanDeclined { .. } => Gate::ChairmanDeclined,
        Event::DecisionSigned { .. } => Gate::DecisionSigned,
        Event::Awarded { .. } => Gate::Awarded,
    };
    Some(gate)
}

/// Keeps what later gates ask for.
fn remember(case: &mut Case, event: &Event, origin: &Origin) {
    let author = &origin.actor.principal;
    match event {
        Event::NominationDrafted { .. } => case.add_author(author),
        Event::ReportAttached { document } => {
            case.report = Some(document.clone());
            case.is_report_confirmed = false;
            case.add_author(author);
        }
        Event::AchievementReportConfirmed { .. } => case.is_report_confirmed = true,
        Event::UnitEndorsed { session, .. } => case.session = Some(session.clone()),
        Event::DossierSubmitted { submission, .. } => case.submission = Some(submission.clone()),
        Event::DossierReceived {
            legal_regime,
            submitted_at,
            ..
        } => {
            case.legal_regime = Some(legal_regime.clone());
            case.submitted_at = Some(*submitted_at);
        }
        Event::ReviewerAssigned { reviewer } => case.reviewer = Some(reviewer.clone()),
        Event::CriterionAssessed {
            criterion,
            value,
            evidence,
            note,
            ..
        } => {
            let assessed = Assessed {
                value: *value,
                evidence: evidence.clone(),
                note: note.clone(),
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
        Event::NominationListed { session } => case.council_session = Some(session.clone()),
        Event::PresentedToChairman { presentation } => {
            case.presentation = Some(presentation.clone());
        }
        Event::ChairmanApproved { approved_by, .. } => {
            case.approved_by = Some(approved_by.clone());
        }
        Event::DecisionDrafted { decision } => case.decision = Some(decision.clone()),
        Event::NomineeProposed { .. } => case.proposed_on = Some(origin.occurred_at.date()),
        Event::UnitNotEndorsed { .. }
        | Event::NominationWaitlisted { .. }
        | Event::WaitlistPromoted { .. }
        | Event::ReviewPassed { .. }
        | Event::ReviewRejected { .. }
        | Event::CouncilApproved { .. }
        | Event::CouncilRejected { .. }
        | Event::CouncilDeferred { .. }
        | Event::ChairmanDeclined { .. }
        | Event::DecisionSigned { .. }
        | Event::Awarded { .. } => {}
    }
}
