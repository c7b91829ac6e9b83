//! Stories of who presides (SD10).

use super::stage;
use crate::{
    Role,
    stories_kit::{
        Stage, assignment, draft_collective, draft_person, given, item, meeting, secretary,
    },
    unit_session::RecordUnitMeeting,
};

/// The head of Tư pháp is nominated (3), and the deputy (4).
fn heads() -> Stage {
    Stage::proposed()
        .proposing(3, &draft_person("head", "tu-phap"))
        .proposing(4, &draft_person("deputy", "tu-phap"))
        .at("2024-11-19T16:00")
}

fn led_by(who: &str, role: Role, serials: &[u32]) -> RecordUnitMeeting {
    let items = serials.iter().map(|serial| item(*serial, (10, 0), 1));
    RecordUnitMeeting {
        chair: assignment(&format!("{who}.tu-phap"), role),
        ..meeting("tu-phap", items)
    }
}

#[test]
fn nobody_presides_over_the_vote_on_the_own_nomination() {
    for (who, role, serials, is_refused) in [
        ("head", Role::UnitHead, &[3_u32][..], true),
        ("deputy", Role::UnitDeputy, &[3], false),
        ("deputy", Role::UnitDeputy, &[4], true),
        ("head", Role::UnitHead, &[4], false),
        ("head", Role::UnitHead, &[3, 4], true),
        ("deputy", Role::UnitDeputy, &[3, 4], true),
    ] {
        let record = led_by(who, role, serials);
        let asked = given(heads()).when(&secretary("tu-phap"), record);
        if is_refused {
            asked.then_refused("chair_is_nominee");
        } else {
            assert!(!asked.then_effects().is_empty(), "{who} {serials:?}");
        }
    }
}

#[test]
fn a_head_presides_over_the_vote_on_the_unit() {
    let stage = Stage::proposed()
        .proposing(3, &draft_collective("tu-phap"))
        .at("2024-11-19T16:00");
    let record = meeting("tu-phap", [item(3, (11, 0), 0)]);
    let asked = given(stage).when(&secretary("tu-phap"), record);
    assert!(!asked.then_effects().is_empty());
}

#[test]
fn a_meeting_counts_the_staff_of_the_directory() {
    let record = RecordUnitMeeting {
        total: 11,
        ..meeting("van-phong", [item(2, (10, 0), 1)])
    };
    given(stage())
        .when(&secretary("van-phong"), record)
        .then_refused("staff_differs");
}
