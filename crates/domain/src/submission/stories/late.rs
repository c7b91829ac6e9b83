//! Stories of letters that come late, and of what lets them in (INV-15, E33).

use super::{FINANCE, letter, stream};
use crate::{
    DocumentKind, Event as Any, Role,
    stories_kit::{
        Stage, approved, assignment, document, given, head, moment, officer, review_head,
    },
    stories_way::{attach, c1, endorsed, sign_letter, submission, submit},
    submission::{
        Event, GrantLatePermission, Late, LateBasis, LateCause, LatePermission,
        RequestLatePermission,
    },
};

const DEADLINE: &str = "2024-11-29T17:00";
const UNTIL: &str = "2024-12-03T17:00";

fn request(of: &str) -> RequestLatePermission {
    RequestLatePermission {
        submission: submission(of),
        reason_code: LateCause::MeetingRepeated,
    }
}

fn grant(of: &str, until: &str) -> GrantLatePermission {
    GrantLatePermission {
        submission: submission(of),
        until: moment(until),
        reason_code: LateCause::MeetingRepeated,
    }
}

fn granted(by: crate::AssignmentId) -> Event {
    Event::LatePermissionGranted {
        by,
        until: moment(UNTIL),
        reason_code: LateCause::MeetingRepeated,
    }
}

fn signed() -> Stage {
    endorsed()
        .prepared(FINANCE, vec![c1()])
        .then(&head(FINANCE), sign_letter(FINANCE))
}

fn asked() -> Stage {
    signed()
        .at("2024-12-02T08:05")
        .then(&head(FINANCE), request(FINANCE))
}

fn permitted() -> Stage {
    asked()
        .at("2024-12-02T08:40")
        .then(&review_head(), grant(FINANCE, UNTIL))
}

/// What the sent letter says of being late.
#[track_caller]
fn late(stage: Stage) -> Option<Late> {
    let effects = given(stage)
        .when(&head(FINANCE), submit(FINANCE))
        .then_effects();
    let Any::Submission(Event::SubmissionSent { late, .. }) = effects[0].event.clone() else {
        panic!("the letter is sent: {effects:?}");
    };
    late
}

/// E33.
#[test]
fn a_letter_that_is_late_by_minutes_waits_for_a_permission() {
    given(signed().at("2024-11-29T17:20"))
        .when(&head(FINANCE), submit(FINANCE))
        .then_refused("deadline_passed");
    given(asked().at("2024-12-02T08:40"))
        .when(&review_head(), grant(FINANCE, UNTIL))
        .then([(
            stream(FINANCE),
            granted(assignment("head.noi-vu", Role::ReviewHead)),
        )]);
    let expected = Late {
        deadline: moment(DEADLINE),
        basis: LateBasis::Permission(LatePermission {
            by: assignment("head.noi-vu", Role::ReviewHead),
            until: moment(UNTIL),
            reason_code: LateCause::MeetingRepeated,
        }),
    };
    assert_eq!(late(permitted().at("2024-12-02T09:30")), Some(expected));
}

/// INV-15.
#[test]
fn a_permission_ends_with_its_moment() {
    for (now, is_late) in [
        ("2024-12-03T17:00", false),
        ("2024-12-03T17:00:00.000001", true),
    ] {
        let asked = given(permitted().at(now)).when(&head(FINANCE), submit(FINANCE));
        if is_late {
            asked.then_refused("deadline_passed");
        } else {
            assert_eq!(asked.then_effects().len(), 3, "{now}");
        }
    }
}

#[test]
fn a_letter_in_time_is_not_late_whatever_is_permitted() {
    let before = signed()
        .then(&head(FINANCE), request(FINANCE))
        .then(&review_head(), grant(FINANCE, UNTIL));
    assert_eq!(late(before.at(DEADLINE)), None);
}

#[test]
fn a_permission_answers_a_request_and_permits_something() {
    given(signed())
        .when(&review_head(), grant(FINANCE, UNTIL))
        .then_refused("late_permission_not_requested");
    for until in [DEADLINE, "2024-12-02T08:05"] {
        given(asked())
            .when(&review_head(), grant(FINANCE, until))
            .then_refused("late_permission_empty");
    }
    let longer = grant(FINANCE, "2024-12-04T17:00");
    let asked = given(permitted()).when(&review_head(), longer);
    assert_eq!(asked.then_effects().len(), 1);
}

/// SD11.
#[test]
fn home_affairs_permits_its_own_unit_only_by_the_chairmans_approval() {
    given(endorsed())
        .when(&review_head(), grant("noi-vu", UNTIL))
        .then_refused("own_unit");
    given(endorsed())
        .when(&approved(&review_head()), grant("noi-vu", UNTIL))
        .then_refused("submission_absent");
    given(asked())
        .when(&approved(&review_head()), grant(FINANCE, UNTIL))
        .then([(
            stream(FINANCE),
            granted(assignment("chu-tich", Role::Chairman)),
        )]);
}

#[test]
fn a_permission_outlives_an_edit_of_the_letter() {
    let other = document(DocumentKind::SubmissionLetter, 9);
    let sha256 = other.sha256.clone();
    let sign = crate::submission::SignSubmissionLetter {
        sha256,
        ..sign_letter(FINANCE)
    };
    let edited = permitted()
        .then(&officer(FINANCE), attach(FINANCE, other))
        .then(&head(FINANCE), sign);
    assert!(late(edited).is_some());
}

#[test]
fn only_a_signed_letter_that_is_not_sent_asks_to_come_late() {
    let prepared = endorsed().prepared(FINANCE, vec![c1()]);
    given(prepared.clone())
        .when(&head(FINANCE), request(FINANCE))
        .then_refused("submission_not_signed");
    let withdrawn = crate::submission::WithdrawSubmission {
        submission: submission(FINANCE),
    };
    let withdrawn = prepared.then(&head(FINANCE), withdrawn);
    for (stage, code) in [
        (endorsed(), "submission_absent"),
        (endorsed().sent(FINANCE, vec![c1()]), "submission_sent"),
        (withdrawn, "submission_ended"),
    ] {
        given(stage)
            .when(&head(FINANCE), request(FINANCE))
            .then_refused(code);
    }
    let again = attach(FINANCE, letter());
    given(permitted())
        .when(&officer(FINANCE), again)
        .then_nothing_happens();
}
