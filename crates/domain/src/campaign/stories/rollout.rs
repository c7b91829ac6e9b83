//! Stories of a campaign carried out: rolled out, urged, checked.

use crate::{
    DocumentKind, LateReason, StreamKey,
    campaign::{ConfirmRollout, Event, RecordInspection, RecordReminder},
    stories_kit::{Stage, campaign, campaign_manager, day, document, given, head, paper, unit},
};

/// Friday 28 June 2024.
fn stage() -> Stage {
    Stage::launched().at("2024-06-28T16:00")
}

fn confirm(of: &str) -> ConfirmRollout {
    ConfirmRollout {
        campaign: campaign(),
        unit: unit(of),
    }
}

fn remind(units: &[&str], date: &str) -> RecordReminder {
    RecordReminder {
        campaign: campaign(),
        date: day(date),
        units: units.iter().copied().map(unit).collect(),
        document: paper("Công văn đôn đốc"),
    }
}

fn inspect(units: &[&str], date: &str) -> RecordInspection {
    RecordInspection {
        campaign: campaign(),
        date: day(date),
        units: units.iter().copied().map(unit).collect(),
        minutes: Some(document(DocumentKind::Minutes, 3)),
    }
}

#[test]
fn a_head_confirms_the_rollout_of_the_own_unit_once() {
    let unit = unit("tu-phap");
    given(stage())
        .when(&head("tu-phap"), confirm("tu-phap"))
        .then([(
            StreamKey::campaign(&campaign()),
            Event::RolloutConfirmed { unit },
        )]);
    given(stage())
        .when(&head("tu-phap"), confirm("tan-khai"))
        .then_refused("other_unit");
    given(Stage::registered())
        .when(&head("tu-phap"), confirm("tu-phap"))
        .then_refused("campaign_absent");
}

#[test]
fn all_units_are_urged_or_some() {
    let manager = campaign_manager();
    for units in [&[][..], &["tu-phap", "tan-khai"]] {
        let effects = given(stage()).when(&manager, remind(units, "2024-06-28"));
        assert_eq!(effects.then_effects().len(), 1);
    }
    let untitled = RecordReminder {
        document: paper(""),
        ..remind(&[], "2024-06-28")
    };
    given(stage())
        .when(&manager, untitled)
        .then_refused("campaign_paper_untitled");
}

#[test]
fn a_check_is_of_known_units_with_minutes() {
    let manager = campaign_manager();
    let effects = given(stage()).when(&manager, inspect(&["tu-phap"], "2024-06-28"));
    assert_eq!(effects.then_effects().len(), 1);
    for (units, code) in [
        (&[][..], "nothing_named"),
        (&["tu-phap", "tu-phap"], "unit_twice"),
        (&["khong-co"], "unit_unknown"),
    ] {
        given(stage())
            .when(&manager, inspect(units, "2024-06-28"))
            .then_refused(code);
    }
    let letter = RecordInspection {
        minutes: Some(document(DocumentKind::SubmissionLetter, 3)),
        ..inspect(&["tu-phap"], "2024-06-28")
    };
    given(stage())
        .when(&manager, letter)
        .then_refused("wrong_document_kind");
}

#[test]
fn what_is_recorded_happened_and_not_long_ago() {
    let manager = campaign_manager();
    for (date, code) in [
        ("2024-06-29", Some("campaign_day_ahead")),
        ("2024-06-28", None),
        ("2024-06-21", None),
        ("2024-06-20", Some("late_without_reason")),
    ] {
        let inspected = given(stage()).when(&manager, inspect(&["tu-phap"], date));
        let urged = given(stage()).when(&manager, remind(&[], date));
        for outcome in [inspected, urged] {
            match code {
                Some(code) => outcome.then_refused(code),
                None => assert_eq!(outcome.then_effects().len(), 1),
            }
        }
    }
    let explained = stage().recording("2024-06-28T15:00", Some(LateReason::PaperSigned));
    let effects = given(explained).when(&manager, remind(&[], "2024-06-20"));
    assert_eq!(effects.then_effects().len(), 1);
}
