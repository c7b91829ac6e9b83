//! The way of a case: from which gate it may move to which.

use khen_domain::nomination::Gate;

/// Every move that the rules know (domain 4.5), in the order of the way.
pub const MOVES: &[(Gate, Gate)] = &[
    (Gate::Drafted, Gate::Proposed),
    (Gate::Drafted, Gate::Withdrawn),
    (Gate::Proposed, Gate::UnitEndorsed),
    (Gate::Proposed, Gate::UnitNotEndorsed),
    (Gate::UnitEndorsed, Gate::Submitted),
    (Gate::UnitEndorsed, Gate::UnitWaitlisted),
    (Gate::UnitEndorsed, Gate::Proposed),
    // Waiting again is for another reason.
    (Gate::UnitWaitlisted, Gate::UnitWaitlisted),
    (Gate::UnitWaitlisted, Gate::UnitEndorsed),
    (Gate::UnitWaitlisted, Gate::Proposed),
    (Gate::Submitted, Gate::Received),
    (Gate::Submitted, Gate::SupplementRequested),
    (Gate::Submitted, Gate::UnitEndorsed),
    (Gate::SupplementRequested, Gate::Submitted),
    (Gate::SupplementRequested, Gate::UnderReview),
    (Gate::SupplementRequested, Gate::UnitEndorsed),
    (Gate::Received, Gate::UnderReview),
    (Gate::UnderReview, Gate::ReviewPassed),
    (Gate::UnderReview, Gate::ReviewRejected),
    (Gate::UnderReview, Gate::SupplementRequested),
    (Gate::ReviewPassed, Gate::CouncilListed),
    (Gate::ReviewPassed, Gate::ReviewWaitlisted),
    (Gate::ReviewPassed, Gate::UnderReview),
    (Gate::ReviewWaitlisted, Gate::ReviewPassed),
    (Gate::ReviewWaitlisted, Gate::UnderReview),
    (Gate::ReviewRejected, Gate::UnderReview),
    (Gate::ReviewRejected, Gate::ReviewWaitlisted),
    (Gate::CouncilListed, Gate::CouncilApproved),
    (Gate::CouncilListed, Gate::CouncilRejected),
    (Gate::CouncilListed, Gate::CouncilDeferred),
    (Gate::CouncilDeferred, Gate::CouncilListed),
    (Gate::CouncilDeferred, Gate::UnderReview),
    (Gate::CouncilRejected, Gate::CouncilDeferred),
    (Gate::CouncilRejected, Gate::CouncilWaitlisted),
    (Gate::CouncilApproved, Gate::Presented),
    (Gate::CouncilApproved, Gate::CouncilDeferred),
    (Gate::CouncilApproved, Gate::CouncilWaitlisted),
    (Gate::CouncilWaitlisted, Gate::CouncilApproved),
    (Gate::CouncilWaitlisted, Gate::CouncilDeferred),
    (Gate::Presented, Gate::ChairmanApproved),
    (Gate::Presented, Gate::ChairmanDeclined),
    (Gate::Presented, Gate::ChairmanReturned),
    (Gate::Presented, Gate::CouncilApproved),
    (Gate::ChairmanReturned, Gate::Presented),
    (Gate::ChairmanReturned, Gate::CouncilListed),
    (Gate::ChairmanReturned, Gate::UnderReview),
    (Gate::ChairmanDeclined, Gate::CouncilApproved),
    (Gate::ChairmanDeclined, Gate::CouncilWaitlisted),
    (Gate::ChairmanApproved, Gate::DecisionSigned),
    (Gate::ChairmanApproved, Gate::Presented),
    (Gate::DecisionSigned, Gate::Awarded),
    (Gate::DecisionSigned, Gate::ChairmanApproved),
    (Gate::Awarded, Gate::AwardRevoked),
];

/// Gates that a case on its way, not yet signed, may end at from wherever it stands (row 40).
pub(super) const ENDINGS: [Gate; 3] = [Gate::Withdrawn, Gate::Superseded, Gate::Lapsed];

/// Whether a case may move so.
pub(super) fn may_move(from: Gate, to: Gate) -> bool {
    MOVES.contains(&(from, to)) || (ENDINGS.contains(&to) && may_end(from))
}

/// Whether a case may end here by withdrawal, in favour of another or by the end of the selection.
pub(super) fn may_end(gate: Gate) -> bool {
    !gate.is_terminal() && gate != Gate::DecisionSigned
}
