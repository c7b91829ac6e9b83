//! What a granted step must not have done, whoever asked for it.

use crate::{
    Actor, DocumentKind, Effect, Event, FactSubject, Finding, NomineeKind, State, StreamKey,
    campaign, hold, nomination,
    nomination::Case,
    stories_kit::{Stage, hold_subject, person_behind},
};

/// INV-11 to INV-16 and INV-22, on the nominations that the step moved.
pub(in crate::properties) fn keeps_the_rules(stage: &Stage, actor: &Actor, effects: &[Effect]) {
    for effect in effects {
        let Event::Nomination(event) = &effect.event else {
            continue;
        };
        let state = stage.state(&effect.stream);
        let State::Nomination(state) = state.as_ref() else {
            panic!("a nomination's stream holds a nomination");
        };
        let case = state.case().expect("a moved nomination is there");
        if leads_forward(event) && !is_issued_despite(case, event) {
            assert!(!is_held(stage, case), "INV-16: {effect:?}");
        }
        keeps_its_papers(event, effect);
        keeps_its_reviewers(stage, actor, case, event);
        keeps_its_terms(stage, case, event);
        keeps_its_vote(stage, event, effect);
    }
}

/// The steps that a hold blocks (INV-16).
fn leads_forward(event: &nomination::Event) -> bool {
    use nomination::Event as E;

    matches!(
        event,
        E::NomineeProposed { .. }
            | E::DossierSubmitted { .. }
            | E::ReviewPassed { .. }
            | E::NominationListed { .. }
            | E::CouncilApproved { .. }
            | E::PresentedToChairman { .. }
            | E::ChairmanApproved { .. }
            | E::DecisionDrafted { .. }
            | E::DecisionSigned { .. }
            | E::Awarded { .. }
    )
}

fn is_held(stage: &Stage, case: &Case) -> bool {
    let subject = match case.kind {
        NomineeKind::Collective => FactSubject::from(&case.unit),
        NomineeKind::Individual => {
            let person = person_behind(&case.nominee_ref);
            hold_subject(&person.expect("the stories' persons are nominees by name"))
        }
    };
    let state = stage.state(&StreamKey::hold(&subject));
    let State::Hold(hold::State { holds }) = state.as_ref() else {
        panic!("a subject's stream holds its holds");
    };
    holds.values().any(|hold| hold.lifted.is_none())
}

/// The Chairman answered for this award by a word of his own (INV-16).
fn is_issued_despite(case: &Case, event: &nomination::Event) -> bool {
    let nomination::Event::Awarded { decision, .. } = event else {
        return false;
    };
    case.despite_hold.as_ref() == Some(decision)
}

/// All three parts, each with hash and size (INV-11).
fn keeps_its_papers(event: &nomination::Event, effect: &Effect) {
    let nomination::Event::DossierSubmitted { documents, .. } = event else {
        return;
    };
    for part in [
        DocumentKind::SubmissionLetter,
        DocumentKind::MinutesExtract,
        DocumentKind::AchievementReport,
    ] {
        let mut of_part = documents.iter().filter(|one| one.kind == part);
        let is_whole = |one: &crate::Document| one.sha256.len() == 64 && one.size > 0;
        assert!(of_part.any(is_whole), "INV-11: {effect:?}");
    }
}

/// All met under the version of the case, confirmed by somebody who never reviewed it (INV-12, SD2); a
/// rejection names what failed (INV-13).
fn keeps_its_reviewers(stage: &Stage, actor: &Actor, case: &Case, event: &nomination::Event) {
    if let nomination::Event::ReviewPassed {
        criteria_version,
        criteria,
    } = event
    {
        let active = active(stage, case);
        assert_eq!(Some(*criteria_version), case.criteria_version, "INV-12");
        let of_kind = active.criteria_of(case.criteria_version).criteria.iter();
        let of_kind = of_kind.filter(|one| one.kind == case.kind);
        let found = criteria.iter().map(|one| (&one.code, one.value));
        let asked = of_kind.map(|one| (&one.code, Finding::Met));
        assert!(asked.eq(found), "INV-12: {criteria:?}");
        assert!(!case.reviewers.contains(&actor.principal), "INV-12, SD2");
    }
    if let nomination::Event::ReviewRejected { criteria, .. } = event {
        assert!(!criteria.is_empty(), "INV-13");
    }
}

/// Supplements are limited (INV-14), and nothing is sent after the deadline but with a permission in
/// time, or within the time of its own promotion (INV-15).
fn keeps_its_terms(stage: &Stage, case: &Case, event: &nomination::Event) {
    let today = stage.now().date();
    if let nomination::Event::SupplementRequested { items, due, .. } = event {
        let rounds_max = active(stage, case).rules.supplement_rounds_max;
        assert!(case.supplement_rounds <= rounds_max, "INV-14");
        assert!(!items.is_empty() && *due > today, "INV-14: {items:?}");
    }
    if let nomination::Event::DossierSubmitted { submission, .. } = event {
        let deadline = active(stage, case).deadline;
        let state = stage.state(&StreamKey::submission(submission));
        let State::Submission(state) = state.as_ref() else {
            panic!("a submission's stream holds a submission");
        };
        let papers = state.papers().expect("INV-15: what is sent has papers");
        let permitted = papers.late_permission.as_ref().map(|one| one.until);
        let ends = [deadline, permitted, case.promotion_due]
            .into_iter()
            .flatten();
        assert!(ends.max().is_some_and(|due| stage.now() <= due), "INV-15");
    }
}

/// Nobody is endorsed by a vote that was not carried (INV-22).
fn keeps_its_vote(stage: &Stage, event: &nomination::Event, effect: &Effect) {
    let nomination::Event::UnitEndorsed { session, .. } = event else {
        return;
    };
    let state = stage.state(&StreamKey::unit_session(session));
    let State::UnitSession(state) = state.as_ref() else {
        panic!("a meeting's stream holds a meeting");
    };
    let meeting = state.meeting().expect("who is endorsed had a meeting");
    let is_carried = |one| StreamKey::nomination(one) == effect.stream;
    assert!(meeting.carried().any(is_carried), "INV-22: {effect:?}");
}

fn active(stage: &Stage, case: &Case) -> campaign::Active {
    let state = stage.state(&StreamKey::campaign(&case.campaign));
    let State::Campaign(state) = state.as_ref() else {
        panic!("a campaign's stream holds a campaign");
    };
    let active = state.active();
    active
        .expect("a nomination is of a launched campaign")
        .clone()
}
