//! Stories of the summation: scheduled, held, reported, closed.

use crate::{
    ConferenceId, DocumentKind,
    conference::{CloseConference, RecordAwardCeremony, RecordSummationReport, ScheduleConference},
    stories_kit::{Stage, campaign, campaign_manager, document, given, moment},
    stories_way::{beginning, decision, issued},
};

fn conference() -> ConferenceId {
    ConferenceId {
        campaign: campaign(),
        number: 1,
    }
}

fn schedule(starts_at: &str) -> ScheduleConference {
    ScheduleConference {
        conference: conference(),
        within: "Hội nghị tổng kết cải cách hành chính".into(),
        starts_at: moment(starts_at),
    }
}

fn ceremony(number: u32) -> RecordAwardCeremony {
    RecordAwardCeremony {
        conference: conference(),
        decisions: vec![decision(number)],
    }
}

fn report() -> RecordSummationReport {
    RecordSummationReport {
        conference: conference(),
        report: document(DocumentKind::SummationReport, 0x74),
    }
}

fn close() -> CloseConference {
    CloseConference {
        conference: conference(),
    }
}

fn scheduled() -> Stage {
    issued().then(&campaign_manager(), schedule("2025-01-17T08:00"))
}

fn held() -> Stage {
    scheduled().at("2025-01-17T08:00")
}

#[test]
fn awards_are_presented_once_the_conference_has_begun_and_only_issued_ones() {
    given(scheduled().at("2025-01-17T07:59"))
        .when(&campaign_manager(), ceremony(1))
        .then_refused("conference_not_begun");
    given(held())
        .when(&campaign_manager(), ceremony(2))
        .then_refused("decision_absent");
    let effects = given(held()).when(&campaign_manager(), ceremony(1));
    assert_eq!(effects.then_effects().len(), 1);
    given(issued())
        .when(&campaign_manager(), ceremony(1))
        .then_refused("conference_absent");
    let nothing = RecordAwardCeremony {
        decisions: Vec::new(),
        ..ceremony(1)
    };
    given(held())
        .when(&campaign_manager(), nothing)
        .then_refused("nothing_presented");
}

#[test]
fn a_conference_is_moved_until_something_took_place_there() {
    let moved = given(scheduled()).when(&campaign_manager(), schedule("2025-01-20T08:00"));
    assert_eq!(moved.then_effects().len(), 1);
    given(held().then(&campaign_manager(), report()))
        .when(&campaign_manager(), schedule("2025-01-20T08:00"))
        .then_refused("conference_held");
    let early = given(beginning()).when(&campaign_manager(), schedule("2025-01-17T08:00"));
    assert_eq!(early.then_effects().len(), 1);
}

#[test]
fn a_conference_is_closed_with_its_report() {
    given(scheduled())
        .when(&campaign_manager(), close())
        .then_refused("summation_report_missing");
    given(scheduled())
        .when(&campaign_manager(), report())
        .then_refused("conference_not_begun");
    let reported = held().then(&campaign_manager(), report());
    let effects = given(reported.clone()).when(&campaign_manager(), close());
    assert_eq!(effects.then_effects().len(), 1);
    given(reported.then(&campaign_manager(), close()))
        .when(&campaign_manager(), ceremony(1))
        .then_refused("conference_closed");
}
