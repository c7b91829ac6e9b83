//! Whose desk a nomination lies on.

use jiff::Timestamp;

use crate::moment::end_of;
use khen_domain::{
    CommandKind, Role, StreamKey,
    nomination::{Event, Gate, ReturnedTo, SupplementStage, WaitGate, WaitReason},
};
use khen_read_model::NominationRow;

/// Where a nomination goes with an event.
enum Next {
    /// It stays where it lies.
    Same,
    /// To a desk of its own unit.
    Unit(Role, CommandKind),
    /// To any desk of a role.
    Any(Role, CommandKind),
    /// To one assignment.
    One(Role, CommandKind, String),
    /// Along with a paper: whoever acts on the paper acts on it.
    With(StreamKey),
    /// To nobody: it is at its end, or waits for what happens elsewhere.
    Nobody,
}

/// Lays the nomination on the desk that an event leads to.
pub(super) fn hand_over(row: &mut NominationRow, event: &Event, at: Timestamp) {
    let (desk, scope_unit, assignee) = match next(row, event) {
        Next::Same => return,
        Next::With(paper) => return lay_with(row, &paper),
        Next::Any(role, act) => (Some((role, act)), None, None),
        Next::Unit(role, act) => (Some((role, act)), Some(row.unit.clone()), None),
        Next::One(role, act, assignee) => (Some((role, act)), None, Some(assignee)),
        Next::Nobody => (None, None, None),
    };
    (row.scope_unit, row.assignee, row.carrier) = (scope_unit, assignee, None);
    row.role = desk.map(|(role, _)| role.as_str().to_owned());
    row.act = desk.map(|(_, act)| act.as_str().to_owned());
    row.since = desk.map(|_| at);
    row.counted_from = desk.map(|(_, act)| counted_from(row, act, at));
    row.due = own_due(event);
}

/// Lays the nomination with a paper: whoever acts on the paper acts on it.
pub(super) fn lay_with(row: &mut NominationRow, paper: &StreamKey) {
    (row.scope_unit, row.assignee) = (None, None);
    (row.role, row.act, row.since) = (None, None, None);
    (row.counted_from, row.due) = (None, None);
    row.carrier = Some(paper.to_string());
}

/// The time of a review runs from the receipt on, whoever has it.
fn counted_from(row: &NominationRow, act: CommandKind, at: Timestamp) -> Timestamp {
    let is_review = [
        CommandKind::AssignReviewer,
        CommandKind::RecordFinding,
        CommandKind::ConfirmReviews,
    ]
    .contains(&act);
    row.received_at.filter(|_| is_review).unwrap_or(at)
}

/// The time that an event gives the next desk.
fn own_due(event: &Event) -> Option<Timestamp> {
    if let Event::SupplementRequested { due, .. } = event {
        Some(end_of(*due))
    } else {
        None
    }
}

#[expect(clippy::too_many_lines, reason = "a table: one arm per event")]
fn next(row: &NominationRow, event: &Event) -> Next {
    use CommandKind as K;

    let is_drafted = row.gate == Gate::Drafted.as_str();
    match event {
        Event::ReportAttached { .. } if is_drafted => Next::Unit(Role::UnitHead, K::ConfirmReport),
        Event::AchievementReportConfirmed { .. } if is_drafted => {
            Next::Unit(Role::UnitOfficer, K::ProposeNominee)
        }
        // Later the unit may still change the report, while something else comes next.
        Event::ReportAttached { .. }
        | Event::AchievementReportConfirmed { .. }
        | Event::NomineeDetailsCorrected { .. }
        | Event::AlternateSignerNamed { .. }
        | Event::OpinionRequested { .. }
        | Event::OpinionReceived { .. }
        | Event::ObjectionFiled { .. }
        | Event::IssueDespiteHoldRecorded { .. }
        | Event::AmendmentDrafted { .. }
        | Event::AwardAmended { .. }
        | Event::ConductNoted { .. }
        | Event::LegalRegimeReassigned { .. }
        | Event::CriterionAssessed { .. } => Next::Same,
        Event::ReassessmentOrdered { gate_to, .. } if *gate_to == Gate::SupplementRequested => {
            Next::Same
        }
        Event::SupplementRequested { .. } => Next::Unit(Role::UnitHead, K::Resubmit),
        Event::DossierResubmitted { stage, .. } => resubmitted(row, *stage),
        Event::SupplementClosed { stage } => expired(row, *stage),
        Event::SubstitutesNamed { .. } => substituted(row),
        Event::ReviewReopened { .. }
        | Event::ReassessmentOrdered { .. }
        | Event::ReturnedToReviewer { .. } => to_reviewer(row, row.reviewer.clone()),
        Event::ChairmanReturned { to, .. } => sent_back(*to),
        Event::WithdrawalRequested { .. } => Next::Any(Role::Chairman, K::ConsentToWithdrawal),
        Event::NominationDrafted { .. } => Next::Unit(Role::UnitOfficer, K::AttachReport),
        Event::NomineeProposed { .. } | Event::EndorsementAnnulled { .. } => {
            Next::Unit(Role::UnitSecretary, K::RecordUnitMeeting)
        }
        Event::UnitEndorsed { .. }
        | Event::DossierRefused { .. }
        | Event::DossierWithdrawn { .. } => Next::Unit(Role::UnitOfficer, K::OpenSubmission),
        Event::WaitlistPromoted { to: Some(gate), .. }
        | Event::ReopenedByComplaint { gate_to: gate, .. } => reopened(row, *gate),
        Event::WaitlistPromoted { gate, .. } => promoted(*gate),
        Event::NominationWaitlisted { reason_code, .. } => waiting(*reason_code),
        Event::DossierSubmitted { submission, .. } => Next::With(StreamKey::submission(submission)),
        Event::DossierReceived { .. } => to_confirmer(row, K::AssignReviewer),
        Event::ReviewerAssigned { reviewer } | Event::ReviewerReassigned { reviewer, .. } => {
            to_reviewer(row, Some(reviewer.to_string()))
        }
        Event::ReviewRecommended { .. } => to_confirmer(row, K::ConfirmReviews),
        Event::ReviewPassed { .. } | Event::CouncilDeferred { .. } => {
            Next::Any(Role::CouncilSecretary, K::ListNominations)
        }
        Event::NominationListed { session } => Next::With(StreamKey::council_session(session)),
        Event::CouncilApproved { .. } | Event::PresentationReturned { .. } => {
            Next::Any(Role::ReviewHead, K::PresentToChairman)
        }
        Event::PresentedToChairman { presentation }
        | Event::ChairmanAnswered { presentation, .. }
        | Event::ApprovalWithdrawn { presentation, .. } => {
            Next::With(StreamKey::presentation(presentation))
        }
        // An award that a later decision was to amend lies on no desk.
        Event::LeftOutOfDraft { .. } if row.gate == Gate::Awarded.as_str() => Next::Same,
        Event::ChairmanApproved { .. }
        | Event::SignatureVoided { .. }
        | Event::LeftOutOfDraft { .. } => Next::Any(Role::CampaignManager, K::DraftDecision),
        Event::DecisionDrafted { decision } | Event::DecisionSigned { decision } => {
            Next::With(StreamKey::decision(decision))
        }
        Event::UnitNotEndorsed { .. }
        | Event::ReviewRejected { .. }
        | Event::CouncilRejected { .. }
        | Event::ChairmanDeclined { .. }
        | Event::DraftDiscarded {}
        | Event::NominationWithdrawn { .. }
        | Event::HonourDeclined { .. }
        | Event::NominationSuperseded { .. }
        | Event::NominationLapsed { .. }
        | Event::AwardRevoked { .. }
        | Event::Awarded { .. } => Next::Nobody,
    }
}

/// To the head of Home Affairs, or to whoever confirms in its place (SD3).
fn to_confirmer(row: &NominationRow, act: CommandKind) -> Next {
    match &row.substitute_confirmer {
        None => Next::Any(Role::ReviewHead, act),
        Some(confirmer) => Next::One(Role::SubstituteConfirmer, act, confirmer.clone()),
    }
}

/// To the reviewer, who is a substitute where one is named (SD3).
fn to_reviewer(row: &NominationRow, reviewer: Option<String>) -> Next {
    let role = if row.substitute_reviewer.is_some() {
        Role::SubstituteReviewer
    } else {
        Role::Reviewer
    };
    match reviewer {
        None => Next::Any(role, CommandKind::RecordFinding),
        Some(reviewer) => Next::One(role, CommandKind::RecordFinding, reviewer),
    }
}

/// Intake looks again, or the reviewer.
fn resubmitted(row: &NominationRow, stage: SupplementStage) -> Next {
    match stage {
        SupplementStage::Intake => {
            Next::Any(Role::IntakeOfficer, CommandKind::AcknowledgeSubmission)
        }
        SupplementStage::Review => to_reviewer(row, row.reviewer.clone()),
    }
}

/// The unit begins anew, or the reviewer goes on with what there is.
fn expired(row: &NominationRow, stage: SupplementStage) -> Next {
    match stage {
        SupplementStage::Intake => Next::Unit(Role::UnitOfficer, CommandKind::OpenSubmission),
        SupplementStage::Review => to_reviewer(row, row.reviewer.clone()),
    }
}

/// A case that waits for its reviewer to be assigned moves to whoever confirms it now.
fn substituted(row: &NominationRow) -> Next {
    let act = CommandKind::AssignReviewer;
    if row.act.as_deref() == Some(act.as_str()) {
        to_confirmer(row, act)
    } else {
        Next::Same
    }
}

/// Whose turn it is when the Chairman sends a case back.
fn sent_back(to: ReturnedTo) -> Next {
    match to {
        ReturnedTo::Clarification => Next::Any(Role::ReviewHead, CommandKind::AnswerChairman),
        ReturnedTo::Review => Next::Any(Role::ReviewHead, CommandKind::ReopenReview),
        ReturnedTo::Council => Next::Any(Role::CouncilSecretary, CommandKind::ListNominations),
    }
}

/// Who can end a wait. Behind a ranking, only a slot that another nomination frees ends it.
fn waiting(reason: WaitReason) -> Next {
    match reason {
        WaitReason::NoSlot | WaitReason::SlotsReturned => {
            Next::Any(Role::CampaignManager, CommandKind::AllocateQuota)
        }
        WaitReason::GroupUnranked => Next::Any(Role::ReviewHead, CommandKind::RankGroup),
        WaitReason::UnitUnranked => Next::Unit(Role::UnitHead, CommandKind::RankNominees),
        WaitReason::RankedBehind | WaitReason::QuotaLowered | WaitReason::Reopened => Next::Nobody,
    }
}

/// Whoever works at the gate where an upheld complaint leads back to.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a complaint leads back to no other gate"
)]
fn reopened(row: &NominationRow, gate: Gate) -> Next {
    match gate {
        Gate::UnderReview => to_reviewer(row, row.reviewer.clone()),
        Gate::CouncilDeferred => Next::Any(Role::CouncilSecretary, CommandKind::ListNominations),
        _ => Next::Any(Role::ReviewHead, CommandKind::PresentToChairman),
    }
}

/// Whose turn it is where a promoted case had stopped.
fn promoted(gate: WaitGate) -> Next {
    match gate {
        WaitGate::Unit => Next::Unit(Role::UnitOfficer, CommandKind::OpenSubmission),
        WaitGate::Review => Next::Any(Role::CouncilSecretary, CommandKind::ListNominations),
        WaitGate::Council => Next::Any(Role::ReviewHead, CommandKind::PresentToChairman),
    }
}
