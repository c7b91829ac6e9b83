//! Stories of publicity: planned, published, and nobody named before the award is issued.

use crate::{
    DocumentKind, PublicityId, Role,
    publicity::{
        Channel, PlanPublicity, PublishStory, RecordBroadcast, RecordCorrectionBroadcast,
        WithdrawStory, WithdrawnBecause,
    },
    stories_kit::{Stage, acting, campaign, day, document, given},
    stories_way::{beginning, c1, files_opened, publicist},
};

fn ticket(number: u32) -> PublicityId {
    PublicityId {
        campaign: campaign(),
        number,
    }
}

fn plan(number: u32) -> PlanPublicity {
    PlanPublicity {
        publicity: ticket(number),
        channel: Channel::Radio,
        planned_for: day("2024-12-31"),
        nomination: None,
    }
}

fn story(is_named: bool, is_told: bool) -> PublishStory {
    PublishStory {
        publicity: ticket(1),
        date: day("2024-12-30"),
        nomination: is_named.then(c1),
        notice: is_told.then(|| document(DocumentKind::Evidence, 0x71)),
    }
}

fn broadcast() -> RecordBroadcast {
    RecordBroadcast {
        publicity: ticket(1),
        date: day("2024-12-30"),
        nominations: vec![c1()],
    }
}

fn planned() -> Stage {
    files_opened()
        .at("2024-12-30T09:00")
        .then(&publicist(), plan(1))
}

#[test]
fn tickets_are_planned_in_order() {
    given(beginning())
        .when(&publicist(), plan(2))
        .then_refused("publicity_out_of_order");
    let effects = given(beginning()).when(&publicist(), plan(1));
    assert_eq!(effects.then_effects().len(), 2);
    let otherwise = PlanPublicity {
        channel: Channel::Website,
        ..plan(1)
    };
    given(planned())
        .when(&publicist(), otherwise)
        .then_refused("publicity_planned_otherwise");
}

#[test]
fn a_story_names_an_awardee_after_the_issue_and_after_a_notice() {
    given(planned())
        .when(&publicist(), story(true, false))
        .then_refused("story_notice_missing");
    let published = given(planned()).when(&publicist(), story(true, true));
    assert_eq!(published.then_effects().len(), 1);
    let plain = given(planned()).when(&publicist(), story(false, false));
    assert_eq!(plain.then_effects().len(), 1);
    given(planned().revoked(&c1()))
        .when(&publicist(), story(true, true))
        .then_refused("named_without_award");
    let ahead = PublishStory {
        date: day("2024-12-31"),
        ..story(false, false)
    };
    given(planned())
        .when(&publicist(), ahead)
        .then_refused("published_in_future");
}

#[test]
fn a_ticket_is_carried_out_once() {
    let broadcaster = acting("dai", Role::Broadcaster);
    given(planned().then(&broadcaster, broadcast()))
        .when(&publicist(), story(true, true))
        .then_refused("publicity_wrong_stage");
    given(files_opened().at("2024-12-30T09:00"))
        .when(&broadcaster, broadcast())
        .then_refused("publicity_absent");
    given(planned().revoked(&c1()))
        .when(&broadcaster, broadcast())
        .then_refused("named_without_award");
}

#[test]
fn a_published_story_can_be_withdrawn() {
    let withdraw = WithdrawStory {
        publicity: ticket(1),
        reason_code: WithdrawnBecause::SubjectAsks,
    };
    given(planned())
        .when(&publicist(), withdraw.clone())
        .then_refused("no_published_story");
    let published = planned().then(&publicist(), story(true, true));
    let effects = given(published).when(&publicist(), withdraw);
    assert_eq!(effects.then_effects().len(), 1);
}

/// E47.
#[test]
fn a_correction_is_broadcast_where_one_is_due() {
    let correct = RecordCorrectionBroadcast {
        publicity: ticket(1),
        date: day("2025-01-13"),
    };
    let broadcast = || planned().then(&publicist(), broadcast());
    given(broadcast().at("2025-01-13T09:00"))
        .when(&publicist(), correct.clone())
        .then_refused("nothing_to_correct");
    let close = crate::award_files::CloseRevokedAwards {
        from: 0,
        decision: crate::stories_way::decision(1),
    };
    let stage = broadcast()
        .at("2025-01-13T09:00")
        .revoked(&c1())
        .then(&crate::stories_kit::system(), close);
    let effects = given(stage).when(&publicist(), correct);
    assert_eq!(effects.then_effects().len(), 1);
}

#[test]
fn the_same_broadcast_names_the_same_awardees() {
    let others = RecordBroadcast {
        nominations: Vec::new(),
        ..broadcast()
    };
    given(planned().then(&publicist(), broadcast()))
        .when(&publicist(), others)
        .then_refused("publicity_wrong_stage");
}
