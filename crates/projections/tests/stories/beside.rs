//! Publicity and conferences, and whose turn it is with them.

use crate::kit::{History, campaign};
use khen_domain::{
    ConferenceId, DecisionId, PublicityId, StreamKey,
    conference::Event as Conference,
    publicity::{Channel, Event as Publicity},
    stories_kit::{day, moment},
};
use khen_projections::Queue;

fn planned(channel: Channel) -> (StreamKey, History) {
    let stream = StreamKey::publicity(&PublicityId {
        campaign: campaign(),
        number: 1,
    });
    let planned = Publicity::PublicityPlanned {
        campaign: campaign(),
        channel,
        planned_for: day("2024-12-30"),
        nomination: None,
    };
    let history = History::default().then(&stream, planned);
    (stream, history)
}

#[test]
fn what_is_planned_waits_for_whoever_broadcasts_or_publishes_it() {
    for (channel, role, act) in [
        (Channel::Loudspeaker, "broadcaster", "record_broadcast"),
        (Channel::Website, "publicity_officer", "publish_story"),
    ] {
        let row = planned(channel).1.row::<Queue>();
        assert_eq!((row.role.as_str(), row.act.as_str()), (role, act));
    }
}

#[test]
fn what_has_to_be_corrected_waits_again_and_then_no_more() {
    let (stream, history) = planned(Channel::Loudspeaker);
    let broadcast = Publicity::BroadcastRecorded {
        date: day("2024-12-30"),
        nominations: Vec::new(),
    };
    let history = history.then(&stream, broadcast);
    assert!(history.rows::<Queue>().is_empty());
    let decision = DecisionId {
        campaign: campaign(),
        number: 2,
    };
    let required = Publicity::CorrectionRequired {
        decision,
        nominations: Vec::new(),
    };
    let history = history.then(&stream, required);
    assert_eq!(history.row::<Queue>().act, "record_correction_broadcast");
    let corrected = Publicity::CorrectionBroadcastRecorded {
        date: day("2025-01-10"),
    };
    assert!(history.then(&stream, corrected).rows::<Queue>().is_empty());
}

#[test]
fn a_conference_waits_for_its_ceremony_its_report_and_its_end() {
    let stream = StreamKey::conference(&ConferenceId {
        campaign: campaign(),
        number: 1,
    });
    let scheduled = Conference::ConferenceScheduled {
        campaign: campaign(),
        within: "Hội nghị tổng kết".into(),
        starts_at: moment("2025-01-17T08:00"),
    };
    let history = History::default().then(&stream, scheduled);
    assert_eq!(history.row::<Queue>().act, "record_award_ceremony");
    let presented = Conference::AwardCeremonyRecorded {
        decisions: Vec::new(),
    };
    let history = history.then(&stream, presented);
    assert_eq!(history.row::<Queue>().act, "record_summation_report");
    let history = history.then(&stream, Conference::ConferenceClosed {});
    assert!(history.rows::<Queue>().is_empty());
}
