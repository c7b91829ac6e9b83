//! Who is told what, and when.

use std::collections::BTreeSet;

use khen_domain::{CouncilSessionId, nomination::Event};
use khen_texts::{Audience, Tallies};

/// How much of an event a reader is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Disclosure {
    /// Nothing.
    Hidden,
    /// What happened, with or without its votes.
    Told(Tallies),
}

/// How far a case has come, as far as disclosure depends on it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stage {
    /// Sessions of the Council whose minutes are signed.
    pub(crate) signed: BTreeSet<CouncilSessionId>,
    /// The review has rejected: its findings are the reasons.
    pub(crate) is_rejected_in_review: bool,
    /// The decision is issued.
    pub(crate) is_awarded: bool,
}

impl Stage {
    /// What `audience` is told of `event`.
    pub(crate) fn disclosure(&self, event: &Event, audience: Audience) -> Disclosure {
        match audience {
            Audience::HomeAffairs | Audience::Council | Audience::Chairman | Audience::Auditor => {
                Disclosure::Told(Tallies::Told)
            }
            Audience::Unit => self.to_unit(event),
            Audience::Nominee if self.is_awarded => self.to_unit(event),
            Audience::Nominee => match self.to_unit(event) {
                Disclosure::Told(_) => Disclosure::Told(Tallies::Withheld),
                Disclosure::Hidden => Disclosure::Hidden,
            },
            Audience::Counter => to_counter(event),
            Audience::Public => to_public(event),
        }
    }

    #[expect(clippy::too_many_lines, reason = "a table: one arm per event")]
    fn to_unit(&self, event: &Event) -> Disclosure {
        let is_result_out = !self.signed.is_empty();
        let told_if = |is_out: bool| {
            if is_out {
                Disclosure::Told(Tallies::Told)
            } else {
                Disclosure::Hidden
            }
        };
        match event {
            Event::CriterionAssessed { .. }
            | Event::ReviewRecommended { .. }
            | Event::OpinionRequested { .. }
            | Event::OpinionReceived { .. } => told_if(is_result_out || self.is_rejected_in_review),
            // What Home Affairs and the Chairman say to each other is not the unit's.
            Event::ReturnedToReviewer { .. }
            | Event::ChairmanReturned { .. }
            | Event::ChairmanAnswered { .. }
            | Event::ApprovalWithdrawn { .. }
            | Event::SignatureVoided { .. }
            | Event::IssueDespiteHoldRecorded { .. }
            | Event::ConductNoted { .. }
            | Event::PresentationReturned { .. } => Disclosure::Hidden,
            Event::ReviewPassed { .. }
            | Event::ReviewReopened { .. }
            | Event::ReassessmentOrdered { .. } => told_if(is_result_out),
            Event::CouncilApproved { session, .. } | Event::CouncilDeferred { session, .. } => {
                told_if(self.signed.contains(session))
            }
            Event::CouncilRejected { session, .. } if !self.signed.contains(session) => {
                Disclosure::Told(Tallies::Withheld)
            }
            Event::CouncilRejected { .. }
            | Event::NominationDrafted { .. }
            | Event::NomineeDetailsCorrected { .. }
            | Event::DraftDiscarded {}
            | Event::EndorsementAnnulled { .. }
            | Event::DossierWithdrawn { .. }
            | Event::DossierRefused { .. }
            | Event::SupplementRequested { .. }
            | Event::DossierResubmitted { .. }
            | Event::SupplementClosed { .. }
            | Event::LegalRegimeReassigned { .. }
            | Event::SubstitutesNamed { .. }
            | Event::AlternateSignerNamed { .. }
            | Event::ReviewerReassigned { .. }
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
            | Event::DossierSubmitted { .. }
            | Event::DossierReceived { .. }
            | Event::ReviewerAssigned { .. }
            | Event::ReviewRejected { .. }
            | Event::NominationListed { .. }
            | Event::PresentedToChairman { .. }
            | Event::ChairmanApproved { .. }
            | Event::ChairmanDeclined { .. }
            | Event::DecisionDrafted { .. }
            | Event::LeftOutOfDraft { .. }
            | Event::DecisionSigned { .. }
            | Event::AmendmentDrafted { .. }
            | Event::AwardAmended { .. }
            | Event::AwardRevoked { .. }
            | Event::Awarded { .. } => Disclosure::Told(Tallies::Told),
        }
    }
}

/// Who numbers, issues and pays is told of the decision.
fn to_counter(event: &Event) -> Disclosure {
    let is_of_decision = matches!(
        event,
        Event::DecisionDrafted { .. } | Event::DecisionSigned { .. }
    );
    if is_of_decision {
        Disclosure::Told(Tallies::Withheld)
    } else {
        to_public(event)
    }
}

fn to_public(event: &Event) -> Disclosure {
    let is_public = matches!(
        event,
        Event::DossierSubmitted { .. }
            | Event::DossierReceived { .. }
            | Event::Awarded { .. }
            | Event::AwardAmended { .. }
            | Event::AwardRevoked { .. }
    );
    if is_public {
        Disclosure::Told(Tallies::Withheld)
    } else {
        Disclosure::Hidden
    }
}

/// Whether the reader sees documents and personal values of the case.
pub(crate) fn sees_the_dossier(audience: Audience) -> bool {
    match audience {
        Audience::Unit
        | Audience::Nominee
        | Audience::HomeAffairs
        | Audience::Council
        | Audience::Chairman
        | Audience::Auditor => true,
        Audience::Counter | Audience::Public => false,
    }
}

/// Whether the reader sees which assignment acted; others see only the role.
pub(crate) fn sees_who_acts(audience: Audience) -> bool {
    match audience {
        Audience::HomeAffairs
        | Audience::Council
        | Audience::Chairman
        | Audience::Counter
        | Audience::Auditor => true,
        Audience::Unit | Audience::Nominee | Audience::Public => false,
    }
}
