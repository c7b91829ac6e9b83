//! Stories of corrected details (4.5 row 2), and of a report while the dossier is supplemented.

use crate::{
    DocumentKind, StreamKey,
    nomination::{
        AttachReport, CorrectNomineeDetails, Defect, Event, SupplementItem, SupplementStage,
    },
    stories_kit::{
        Stage, campaign, campaign_manager, day, document, given, nominee, officer, person_of,
        review_head, sealed,
    },
    stories_way::{both, c1, draft, endorsed, i1},
};

fn correct() -> CorrectNomineeDetails {
    CorrectNomineeDetails {
        nomination: i1(),
        campaign: campaign(),
        person: person_of("nominee", "van-phong"),
        nominee_ref: nominee("nominee.van-phong"),
        name: sealed("Điểu Ví Dụ"),
        title: sealed("Chuyên viên"),
    }
}

#[test]
fn a_name_is_corrected_before_the_decision_is_drafted() {
    let corrected = Event::NomineeDetailsCorrected {
        name: sealed("Điểu Ví Dụ"),
        title: sealed("Chuyên viên"),
    };
    given(endorsed())
        .when(&officer("van-phong"), correct())
        .then([(StreamKey::nomination(&i1()), corrected)]);
    let drafted = awaiting_draft()
        .at("2024-12-26T14:00")
        .then(&campaign_manager(), draft(1, both()));
    given(drafted)
        .when(&officer("van-phong"), correct())
        .then_refused("decision_drafted");
}

/// The Chairman approved both.
pub(super) fn awaiting_draft() -> Stage {
    endorsed()
        .received("tai-chinh", vec![c1()])
        .received("van-phong", vec![i1()])
        .review_passed(both())
        .council_approved(&both())
        .chairman_approved(1, both())
}

#[test]
fn only_the_details_of_the_nominee_are_corrected() {
    let other = CorrectNomineeDetails {
        person: person_of("officer", "van-phong"),
        nominee_ref: nominee("officer.van-phong"),
        ..correct()
    };
    given(endorsed())
        .when(&officer("van-phong"), other)
        .then_refused("not_the_nominee");
    let collective = CorrectNomineeDetails {
        nomination: c1(),
        ..correct()
    };
    given(endorsed())
        .when(&officer("tai-chinh"), collective)
        .then_refused("details_of_collective");
    given(endorsed())
        .when(&officer("tai-chinh"), correct())
        .then_refused("other_unit");
}

#[test]
fn a_supplement_changes_the_report_only_when_it_was_asked_for() {
    let attach = AttachReport {
        nomination: c1(),
        document: document(DocumentKind::AchievementReport, 9),
    };
    for (part, is_asked) in [
        (DocumentKind::AchievementReport, true),
        (DocumentKind::Evidence, false),
    ] {
        let requested = Event::SupplementRequested {
            stage: SupplementStage::Review,
            items: vec![SupplementItem {
                part,
                criterion: None,
                defect: Defect::Missing,
            }],
            due: day("2024-12-11"),
            note: None,
        };
        let stage = endorsed()
            .received("tai-chinh", vec![c1()])
            .with(&review_head(), [(StreamKey::nomination(&c1()), requested)]);
        let asked = given(stage).when(&officer("tai-chinh"), attach.clone());
        if is_asked {
            assert_eq!(asked.then_effects().len(), 1);
        } else {
            asked.then_refused("report_not_asked_for");
        }
    }
}
