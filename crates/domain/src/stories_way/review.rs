//! Up to confirmed reviews.

use crate::{
    Actor, AssignmentId, CriterionCode, Finding, NominationId, Role, State, StreamKey,
    campaign::Criterion,
    nomination::{
        Assessment, AssignReviewer, ConfirmReviews, RecommendPass, RecommendReject, RecordFinding,
        Rejection,
    },
    stories_kit::{Stage, acting, assignment, campaign, review_head, sealed},
};

/// The assigned reviewer.
pub(crate) fn reviewer() -> Actor {
    acting("chuyen-mon", Role::Reviewer)
}

pub(crate) fn assign(nominations: Vec<NominationId>) -> AssignReviewer {
    assign_to(assignment("chuyen-mon", Role::Reviewer), nominations)
}

pub(crate) fn assign_to(reviewer: AssignmentId, nominations: Vec<NominationId>) -> AssignReviewer {
    AssignReviewer {
        nominations,
        reviewer,
    }
}

/// Findings on criteria, without evidence or note.
pub(crate) fn find(nomination: NominationId, findings: &[(&str, Finding)]) -> RecordFinding {
    let findings = findings.iter().map(|(code, value)| Assessment {
        criterion: CriterionCode::parse(code).expect("the story's criterion is an identifier"),
        value: *value,
        evidence: Vec::new(),
        note: None,
        interpretation: None,
    });
    RecordFinding {
        nomination,
        findings: findings.collect(),
    }
}

pub(crate) fn recommend_pass(nominations: Vec<NominationId>) -> RecommendPass {
    RecommendPass { nominations }
}

pub(crate) fn recommend_reject(nominations: Vec<NominationId>) -> RecommendReject {
    RecommendReject { nominations }
}

pub(crate) fn pass(nominations: Vec<NominationId>) -> ConfirmReviews {
    ConfirmReviews {
        pass: nominations,
        reject: Vec::new(),
    }
}

pub(crate) fn reject(nomination: NominationId) -> ConfirmReviews {
    let reason = sealed("không đạt tiêu chuẩn");
    ConfirmReviews {
        pass: Vec::new(),
        reject: vec![Rejection { nomination, reason }],
    }
}

impl Stage {
    /// The criteria that a nomination must meet.
    pub(crate) fn criteria_of(&self, nomination: &NominationId) -> Vec<Criterion> {
        let case = self.state(&StreamKey::nomination(nomination));
        let State::Nomination(case) = case.as_ref() else {
            unreachable!("a nomination's stream holds a nomination");
        };
        let case = case.case().expect("the story's nomination is drafted");
        let state = self.state(&StreamKey::campaign(&campaign()));
        let State::Campaign(state) = state.as_ref() else {
            unreachable!("a campaign's stream holds a campaign");
        };
        let active = state.active().expect("the story's campaign is launched");
        let of_case = active.criteria_of(case.criteria_version);
        let criteria = of_case.criteria.iter();
        criteria
            .filter(|one| one.kind == case.kind)
            .cloned()
            .collect()
    }

    /// The reviewer is assigned.
    #[track_caller]
    pub(crate) fn under_review(self, nominations: Vec<NominationId>) -> Self {
        self.then(&review_head(), assign(nominations))
    }

    /// Every criterion is found met.
    #[track_caller]
    pub(crate) fn found_met(self, nomination: &NominationId) -> Self {
        let criteria = self.criteria_of(nomination);
        let findings: Vec<_> = criteria
            .iter()
            .map(|criterion| (criterion.code.as_str(), Finding::Met))
            .collect();
        let command = find(nomination.clone(), &findings);
        self.then(&reviewer(), command)
    }

    /// The review of these passed, by two persons.
    #[track_caller]
    pub(crate) fn review_passed(self, nominations: Vec<NominationId>) -> Self {
        let stage = self.under_review(nominations.clone());
        let stage = nominations.iter().fold(stage, Stage::found_met);
        stage
            .then(&reviewer(), recommend_pass(nominations.clone()))
            .then(&review_head(), pass(nominations))
    }
}
