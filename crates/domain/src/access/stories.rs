//! Stories of who may act, and when.

use crate::{
    LateReason, NomineeKind, PresentationId, Role,
    campaign::AnnounceDeadline,
    nomination::AttachReport,
    org::EndAssignment,
    presentation::DecidePresentation,
    stories_kit::{
        Stage, acting, allocate, approved, assignment, campaign, campaign_manager, day, document,
        draft_collective, evidence_issuer, for_authority, given, good_result, group, import, item,
        meeting, moment, nomination, officer, on_behalf, paper, rank, review_head, secretary,
        set_quota, system, unit,
    },
};

fn announce() -> AnnounceDeadline {
    AnnounceDeadline {
        campaign: campaign(),
        due: moment("2024-11-29T17:00"),
    }
}

#[test]
fn a_role_gives_its_own_commands_only() {
    for actor in [officer("tu-phap"), campaign_manager(), system()] {
        given(Stage::allocated())
            .when(&actor, announce())
            .then_refused("role_not_allowed");
    }
    let effects = given(Stage::allocated()).when(&review_head(), announce());
    assert_eq!(effects.then_effects().len(), 1);
}

#[test]
fn an_assignment_says_who_holds_which_role_where() {
    let mut stranger = officer("tu-phap");
    stranger.assignment = assignment("head.tu-phap", Role::UnitHead);
    given(Stage::allocated())
        .when(&stranger, draft_collective("tu-phap"))
        .then_refused("assignment_unknown");
    let mut elsewhere = officer("tu-phap");
    elsewhere.unit = Some(unit("tai-chinh"));
    given(Stage::allocated())
        .when(&elsewhere, draft_collective("tai-chinh"))
        .then_refused("assignment_unknown");
}

#[test]
fn an_assignment_counts_to_its_last_day() {
    let stage = || {
        let end = EndAssignment {
            assignment: assignment("officer.tu-phap", Role::UnitOfficer),
            to: day("2024-11-05"),
            document: paper("Quyết định điều động"),
        };
        Stage::allocated().then(&acting("quan-tri", Role::Admin), end)
    };
    let draft = draft_collective("tu-phap");
    let effects = given(stage().at("2024-11-05T17:00")).when(&officer("tu-phap"), draft.clone());
    assert_eq!(effects.then_effects().len(), 3);
    given(stage().at("2024-11-06T08:00"))
        .when(&officer("tu-phap"), draft)
        .then_refused("assignment_not_in_force");
}

#[test]
fn a_unit_acts_for_itself_only() {
    given(Stage::allocated())
        .when(&officer("tu-phap"), draft_collective("tai-chinh"))
        .then_refused("other_unit");
    let attach = AttachReport {
        nomination: nomination(1),
        document: document(crate::DocumentKind::AchievementReport, 9),
    };
    given(Stage::proposed())
        .when(&officer("tu-phap"), attach)
        .then_refused("other_unit");
}

#[test]
fn nobody_attests_for_the_own_unit() {
    let own = import(
        [("thanh-tra", good_result())],
        crate::FactStatus::Provisional,
    );
    given(Stage::launched().at("2024-10-31T08:00"))
        .when(&evidence_issuer(), own)
        .then_refused("own_unit");
}

#[test]
fn nobody_ranks_the_own_unit_unless_the_chairman_approves() {
    let stage = || {
        Stage::allocated()
            .at("2024-11-05T09:00")
            .proposing(1, &draft_collective("noi-vu"))
            .at("2024-11-19T17:00")
            .then(
                &secretary("noi-vu"),
                meeting("noi-vu", [item(1, (11, 0), 0)]),
            )
    };
    let ranking = || rank("agencies", [1]);
    given(stage())
        .when(&review_head(), ranking())
        .then_refused("own_unit");
    let by_a_clerk = on_behalf(&review_head(), "van-thu", Role::RecordsClerk);
    given(stage())
        .when(&by_a_clerk, ranking())
        .then_refused("on_behalf_not_allowed");
    let effects = given(stage()).when(&approved(&review_head()), ranking());
    assert_eq!(effects.then_effects().len(), 2);
}

#[test]
fn what_happened_is_not_later_than_now() {
    let stage = Stage::registered().recording("2024-03-15T08:01", None);
    given(stage)
        .when(&for_authority(), set_quota(5, 10))
        .then_refused("occurred_later");
}

#[test]
fn what_is_recorded_late_says_why() {
    // Friday 15 March; Monday is one working day later, Tuesday two.
    for (now, reason, refusal) in [
        ("2024-03-18T08:00", None, None),
        ("2024-03-19T08:00", None, Some("late_without_reason")),
        ("2024-03-19T08:00", Some(LateReason::Outage), None),
    ] {
        let stage = Stage::registered()
            .at(now)
            .recording("2024-03-15T09:00", reason);
        let outcome = given(stage).when(&for_authority(), set_quota(5, 10));
        match refusal {
            Some(code) => outcome.then_refused(code),
            None => assert_eq!(outcome.then_effects().len(), 1),
        }
    }
}

#[test]
fn a_meeting_may_be_recorded_later_than_other_things() {
    // The meeting was on Tuesday 19 November; five working days later is Tuesday 26 November.
    for (now, refusal) in [
        ("2024-11-26T17:00", None),
        ("2024-11-27T08:00", Some("late_without_reason")),
    ] {
        let record = meeting("tai-chinh", [item(1, (11, 0), 0)]);
        let outcome = given(Stage::proposed().at(now)).when(&secretary("tai-chinh"), record);
        match refusal {
            Some(code) => outcome.then_refused(code),
            None => assert_eq!(outcome.then_effects().len(), 9),
        }
    }
}

#[test]
fn an_act_of_another_is_recorded_on_behalf_of_somebody_who_may() {
    let decide = || DecidePresentation {
        delegation: None,
        send_back: vec![],
        presentation: PresentationId {
            campaign: campaign(),
            number: 1,
        },
        decline: Vec::new(),
    };
    let clerk = acting("vp-to-trinh", Role::ChairmanOffice);
    for (actor, code) in [
        (clerk.clone(), "not_on_behalf"),
        (
            on_behalf(&clerk, "pho-chu-tich", Role::CouncilViceChair),
            "on_behalf_not_covered",
        ),
        (
            on_behalf(&clerk, "khong-ai", Role::Chairman),
            "on_behalf_not_covered",
        ),
        (
            on_behalf(&clerk, "chu-tich", Role::Chairman),
            "presentation_absent",
        ),
    ] {
        given(Stage::launched())
            .when(&actor, decide())
            .then_refused(code);
    }
}

#[test]
fn who_acts_in_an_own_right_acts_for_nobody_else() {
    for principal in [
        assignment("head.tai-chinh", Role::UnitHead),
        assignment("chu-tich", Role::Chairman),
        assignment("khong-ai", Role::UnitHead),
    ] {
        let mut for_another = officer("tai-chinh");
        for_another.on_behalf_of = Some(principal);
        given(Stage::allocated())
            .when(&for_another, draft_collective("tai-chinh"))
            .then_refused("on_behalf_not_allowed");
    }
}

#[test]
fn what_the_authority_decides_is_drafted_on_its_behalf() {
    given(Stage::registered())
        .when(&campaign_manager(), set_quota(5, 10))
        .then_refused("not_on_behalf");
    given(Stage::registered())
        .when(&approved(&campaign_manager()), set_quota(5, 10))
        .then_refused("on_behalf_not_covered");
    let authority = acting("chu-tich", Role::CampaignAuthority);
    for actor in [authority, for_authority()] {
        let effects = given(Stage::registered()).when(&actor, set_quota(5, 10));
        assert_eq!(effects.then_effects().len(), 1);
    }
}

#[test]
fn whoever_is_acted_for_holds_an_assignment_in_force() {
    let end = EndAssignment {
        assignment: assignment("chu-tich", Role::Chairman),
        to: day("2024-10-30"),
        document: paper("Quyết định nghỉ hưu"),
    };
    let stage = Stage::determined().then(&acting("quan-tri", Role::Admin), end);
    let to_agencies = allocate(NomineeKind::Collective, [(group("agencies"), 2)]);
    given(stage)
        .when(&approved(&campaign_manager()), to_agencies)
        .then_refused("assignment_not_in_force");
}

#[test]
fn who_holds_no_assignment_learns_nothing_of_times() {
    let mut stranger = officer("tu-phap");
    stranger.assignment = assignment("khong-ai", Role::UnitOfficer);
    let stage = Stage::allocated().recording("-009999-01-03T08:00", None);
    given(stage)
        .when(&stranger, draft_collective("tu-phap"))
        .then_refused("assignment_unknown");
}
