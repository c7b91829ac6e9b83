//! Stories of the deadline: announced, and later for all.

use crate::{
    StreamKey,
    campaign::{AnnounceDeadline, Event, ExtendDeadline, ExtensionCause},
    stories_kit::{Stage, campaign, given, moment, review_head},
};

fn announce(due: &str) -> AnnounceDeadline {
    AnnounceDeadline {
        campaign: campaign(),
        due: moment(due),
    }
}

fn extend(due: &str, cause: ExtensionCause) -> ExtendDeadline {
    ExtendDeadline {
        campaign: campaign(),
        due: moment(due),
        cause,
        reason: "Mưa bão kéo dài".into(),
    }
}

/// The deadline is Friday 29 November 2024, 17:00; it is that afternoon.
fn announced() -> Stage {
    Stage::launched()
        .at("2024-11-01T08:00")
        .then(&review_head(), announce("2024-11-29T17:00"))
        .at("2024-11-29T16:00")
}

#[test]
fn a_deadline_lies_a_working_day_ahead() {
    // Friday 1 November 2024: the next working day is Monday.
    let stage = || Stage::launched().at("2024-11-01T08:00");
    for due in ["2024-11-01T17:00", "2024-11-03T17:00"] {
        given(stage())
            .when(&review_head(), announce(due))
            .then_refused("deadline_too_near");
    }
    let due = moment("2024-11-04T00:00");
    given(stage())
        .when(&review_head(), announce("2024-11-04T00:00"))
        .then([(
            StreamKey::campaign(&campaign()),
            Event::DeadlineAnnounced { due },
        )]);
}

#[test]
fn a_deadline_is_announced_once_and_after_the_launch() {
    let stage = Stage::launched()
        .at("2024-11-01T08:00")
        .then(&review_head(), announce("2024-11-29T17:00"));
    given(stage)
        .when(&review_head(), announce("2024-12-06T17:00"))
        .then_refused("deadline_announced");
    given(Stage::registered())
        .when(&review_head(), announce("2024-11-29T17:00"))
        .then_refused("campaign_absent");
}

#[test]
fn an_extension_is_later_and_leaves_a_working_day() {
    let cause = ExtensionCause::ForceMajeure;
    for (due, code) in [
        ("2024-11-28T17:00", "deadline_not_later"),
        ("2024-11-29T16:59", "deadline_not_later"),
        ("2024-11-29T18:00", "deadline_too_near"),
        ("2024-12-01T17:00", "deadline_too_near"),
    ] {
        given(announced())
            .when(&review_head(), extend(due, cause))
            .then_refused(code);
    }
    given(announced())
        .when(&review_head(), extend("2024-11-29T17:00", cause))
        .then_nothing_happens();
    let extended = Event::DeadlineExtended {
        due: moment("2024-12-02T00:00"),
        cause,
        reason: "Mưa bão kéo dài".into(),
    };
    given(announced())
        .when(&review_head(), extend("2024-12-02T00:00", cause))
        .then([(StreamKey::campaign(&campaign()), extended)]);
}

#[test]
fn after_an_outage_the_same_day_is_enough() {
    let cause = ExtensionCause::Outage;
    let passed = || announced().at("2024-11-29T17:30");
    let effects = given(passed()).when(&review_head(), extend("2024-11-29T17:31", cause));
    assert_eq!(effects.then_effects().len(), 1);
    given(passed())
        .when(&review_head(), extend("2024-11-29T17:30", cause))
        .then_refused("deadline_behind");
}

#[test]
fn an_extension_says_why_and_moves_what_was_announced() {
    let due = "2024-12-06T17:00";
    let silent = ExtendDeadline {
        reason: " ".into(),
        ..extend(due, ExtensionCause::Schedule)
    };
    given(announced())
        .when(&review_head(), silent)
        .then_refused("extension_reason_missing");
    given(Stage::launched())
        .when(&review_head(), extend(due, ExtensionCause::Schedule))
        .then_refused("nothing_to_extend");
    given(Stage::registered())
        .when(&review_head(), extend(due, ExtensionCause::Schedule))
        .then_refused("campaign_absent");
}
