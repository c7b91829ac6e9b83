//! What an event notes on the row: papers and times.

use jiff::Timestamp;

use khen_domain::{
    StreamKey,
    decision::DecisionKind,
    nomination::{Event, Gate},
};
use khen_read_model::NominationRow;

/// The events that name neither a paper nor a person that the row keeps.
macro_rules! nothing_named {
    () => {
        Event::NominationDrafted { .. }
            | Event::DraftDiscarded {}
            | Event::EndorsementAnnulled { .. }
            | Event::AlternateSignerNamed { .. }
            | Event::SupplementRequested { .. }
            | Event::DossierResubmitted { .. }
            | Event::SupplementClosed { .. }
            | Event::OpinionRequested { .. }
            | Event::OpinionReceived { .. }
            | Event::ReturnedToReviewer { .. }
            | Event::ReviewReopened { .. }
            | Event::ReassessmentOrdered { .. }
            | Event::ChairmanReturned { .. }
            | Event::ChairmanAnswered { .. }
            | Event::ApprovalWithdrawn { .. }
            | Event::WithdrawalRequested { .. }
            | Event::NominationWithdrawn { .. }
            | Event::HonourDeclined { .. }
            | Event::NominationSuperseded { .. }
            | Event::NominationLapsed { .. }
            | Event::ObjectionFiled { .. }
            | Event::ReportAttached { .. }
            | Event::AchievementReportConfirmed { .. }
            | Event::NomineeProposed { .. }
            | Event::UnitEndorsed { .. }
            | Event::UnitNotEndorsed { .. }
            | Event::NominationWaitlisted { .. }
            | Event::WaitlistPromoted { .. }
            | Event::ReopenedByComplaint { .. }
            | Event::CriterionAssessed { .. }
            | Event::ReviewRecommended { .. }
            | Event::ReviewPassed { .. }
            | Event::ReviewRejected { .. }
            | Event::CouncilApproved { .. }
            | Event::CouncilRejected { .. }
            | Event::CouncilDeferred { .. }
            | Event::ChairmanApproved { .. }
            | Event::ChairmanDeclined { .. }
            | Event::IssueDespiteHoldRecorded { .. }
            | Event::AmendmentDrafted { .. }
            | Event::AwardRevoked { .. }
            | Event::ConductNoted { .. }
    };
}

/// The papers and people that an event names.
pub(super) fn papers(row: &mut NominationRow, event: &Event) {
    let named = |stream: StreamKey| Some(stream.to_string());
    match event {
        Event::DossierSubmitted { submission, .. } => {
            row.submission = named(StreamKey::submission(submission));
        }
        Event::DossierReceived {
            receipt_no,
            legal_regime,
            ..
        } => {
            row.receipt_no = Some(receipt_no.clone());
            row.legal_regime = Some(legal_regime.to_string());
        }
        Event::LegalRegimeReassigned { legal_regime, .. } => {
            row.legal_regime = Some(legal_regime.to_string());
        }
        Event::ReviewerAssigned { reviewer } | Event::ReviewerReassigned { reviewer, .. } => {
            row.reviewer = Some(reviewer.to_string());
        }
        Event::SubstitutesNamed {
            reviewer,
            confirmer,
        } => {
            row.substitute_reviewer = Some(reviewer.to_string());
            row.substitute_confirmer = Some(confirmer.to_string());
        }
        Event::NominationListed { session } => {
            row.council_session = named(StreamKey::council_session(session));
        }
        Event::PresentedToChairman { presentation } => {
            row.presentation = named(StreamKey::presentation(presentation));
        }
        Event::DecisionDrafted { decision } | Event::DecisionSigned { decision } => {
            row.decision = named(StreamKey::decision(decision));
        }
        Event::LeftOutOfDraft { .. } if row.gate == Gate::Awarded.as_str() => {}
        Event::LeftOutOfDraft { .. } => row.decision = None,
        Event::SignatureVoided { .. } => (row.decision, row.signed_at) = (None, None),
        Event::AwardAmended { .. } => amended(row, event),
        Event::Awarded {
            decision,
            number,
            symbol,
            date,
        } => {
            row.decision = named(StreamKey::decision(decision));
            row.number = Some(u64::from(*number));
            row.symbol = Some(symbol.clone());
            row.decided_on = Some(*date);
        }
        Event::NomineeDetailsCorrected { name, title } => {
            row.name_value = Some(name.id.clone());
            row.title_value = Some(title.id.clone());
        }
        Event::DossierWithdrawn { .. } | Event::DossierRefused { .. } => row.submission = None,
        Event::PresentationReturned { .. } => row.presentation = None,
        nothing_named!() => {}
    }
}

/// An award named otherwise, or standing in a decision that replaces the first.
fn amended(row: &mut NominationRow, event: &Event) {
    let Event::AwardAmended {
        decision,
        number,
        symbol,
        date,
        kind,
        details,
    } = event
    else {
        return;
    };
    if *kind == DecisionKind::Replace {
        row.decision = Some(StreamKey::decision(decision).to_string());
        row.number = Some(u64::from(*number));
        row.symbol = Some(symbol.clone());
        row.decided_on = Some(*date);
    }
    let titled = details.as_ref().and_then(|details| {
        let title = details.title.as_ref()?;
        Some((details.name.id.clone(), title.id.clone()))
    });
    if let Some((name, title)) = titled {
        (row.name_value, row.title_value) = (Some(name), Some(title));
    }
}

/// The time at which the nomination passed the gate of an event.
pub(super) fn times(row: &mut NominationRow, event: &Event, at: Timestamp) {
    let gate = match event {
        Event::NomineeProposed { .. } => &mut row.proposed_at,
        Event::UnitEndorsed { .. } | Event::UnitNotEndorsed { .. } => &mut row.endorsed_at,
        Event::DossierSubmitted { .. } => &mut row.submitted_at,
        Event::DossierReceived { .. } => &mut row.received_at,
        Event::ReviewerAssigned { .. } => {
            row.assigned_at.get_or_insert(at);
            return;
        }
        Event::ReviewPassed { .. } | Event::ReviewRejected { .. } => &mut row.reviewed_at,
        Event::NominationListed { .. } => &mut row.listed_at,
        Event::CouncilApproved { .. }
        | Event::CouncilRejected { .. }
        | Event::CouncilDeferred { .. } => &mut row.council_at,
        Event::PresentedToChairman { .. } => &mut row.presented_at,
        Event::ChairmanApproved { .. } | Event::ChairmanDeclined { .. } => &mut row.chairman_at,
        Event::DecisionSigned { .. } => &mut row.signed_at,
        Event::Awarded { .. } => &mut row.awarded_at,
        Event::NominationDrafted { .. }
        | Event::NomineeDetailsCorrected { .. }
        | Event::DraftDiscarded {}
        | Event::EndorsementAnnulled { .. }
        | Event::DossierWithdrawn { .. }
        | Event::SupplementRequested { .. }
        | Event::DossierResubmitted { .. }
        | Event::SupplementClosed { .. }
        | Event::SubstitutesNamed { .. }
        | Event::AlternateSignerNamed { .. }
        | Event::ReviewerReassigned { .. }
        | Event::OpinionRequested { .. }
        | Event::OpinionReceived { .. }
        | Event::ReturnedToReviewer { .. }
        | Event::ReviewReopened { .. }
        | Event::ReassessmentOrdered { .. }
        | Event::LegalRegimeReassigned { .. }
        | Event::PresentationReturned { .. }
        | Event::ChairmanReturned { .. }
        | Event::ChairmanAnswered { .. }
        | Event::ApprovalWithdrawn { .. }
        | Event::WithdrawalRequested { .. }
        | Event::NominationWithdrawn { .. }
        | Event::HonourDeclined { .. }
        | Event::NominationSuperseded { .. }
        | Event::NominationLapsed { .. }
        | Event::ObjectionFiled { .. }
        | Event::DossierRefused { .. }
        | Event::ReportAttached { .. }
        | Event::AchievementReportConfirmed { .. }
        | Event::NominationWaitlisted { .. }
        | Event::WaitlistPromoted { .. }
        | Event::ReopenedByComplaint { .. }
        | Event::CriterionAssessed { .. }
        | Event::ReviewRecommended { .. }
        | Event::DecisionDrafted { .. }
        | Event::SignatureVoided { .. }
        | Event::IssueDespiteHoldRecorded { .. }
        | Event::AmendmentDrafted { .. }
        | Event::AwardAmended { .. }
        | Event::AwardRevoked { .. }
        | Event::ConductNoted { .. }
        | Event::LeftOutOfDraft { .. } => return,
    };
    *gate = Some(at);
}
