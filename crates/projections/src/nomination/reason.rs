//! Why a nomination was refused, put off or made to wait.

use crate::word::word;
use khen_domain::nomination::Event;

/// The reason that an event gives; `None` for one that needs none.
pub(super) fn of(event: &Event) -> Option<String> {
    match event {
        Event::UnitNotEndorsed { reason_code, .. } => Some(word(reason_code)),
        Event::NominationWaitlisted { reason_code, .. } => Some(word(reason_code)),
        Event::DossierRefused { reason_code, .. } => Some(word(reason_code)),
        Event::ReviewRejected { reason_code, .. } => Some(word(reason_code)),
        Event::CouncilRejected { reason_code, .. } | Event::CouncilDeferred { reason_code, .. } => {
            Some(word(reason_code))
        }
        Event::AwardRevoked { ground, .. } => Some(word(ground)),
        // The Chairman's reason is free text, and sealed.
        Event::ChairmanDeclined { .. }
        | Event::NominationDrafted { .. }
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
        | Event::ReportAttached { .. }
        | Event::AchievementReportConfirmed { .. }
        | Event::NomineeProposed { .. }
        | Event::UnitEndorsed { .. }
        | Event::WaitlistPromoted { .. }
        | Event::ReopenedByComplaint { .. }
        | Event::DossierSubmitted { .. }
        | Event::DossierReceived { .. }
        | Event::ReviewerAssigned { .. }
        | Event::CriterionAssessed { .. }
        | Event::ReviewRecommended { .. }
        | Event::ReviewPassed { .. }
        | Event::NominationListed { .. }
        | Event::CouncilApproved { .. }
        | Event::PresentedToChairman { .. }
        | Event::ChairmanApproved { .. }
        | Event::DecisionDrafted { .. }
        | Event::LeftOutOfDraft { .. }
        | Event::DecisionSigned { .. }
        | Event::SignatureVoided { .. }
        | Event::IssueDespiteHoldRecorded { .. }
        | Event::AmendmentDrafted { .. }
        | Event::AwardAmended { .. }
        | Event::ConductNoted { .. }
        | Event::Awarded { .. } => None,
    }
}
