//! Stories of a chair who is involved or not there: a vice-chair presides (SD5).

use super::{EVERYBODY, passed, voting};
use crate::{
    council_session::Choice,
    stories_kit::{Stage, given},
    stories_way::{c1, close_motion, council_secretary, member, open_motion, recuse, session},
    unit_session::{AnnulMotion, AnnulReason, AnnulledMotion},
};

fn annul() -> AnnulMotion {
    AnnulMotion {
        motion: AnnulledMotion::Council {
            session: session(),
            motion: 1,
        },
        reason_code: AnnulReason::CredentialCompromised,
    }
}

/// Two were for C1 and one, whose account was stolen, against; the vote is closed.
fn counted(stage: Stage) -> Stage {
    let votes = [
        ("pho-chu-tich", Choice::For),
        ("head.noi-vu", Choice::For),
        ("cong-doan", Choice::Against),
    ];
    stage
        .voted(1, &votes)
        .then(&council_secretary(), close_motion(1))
}

/// E57, SD5: a chair who takes no part in the item leaves its vote to a vice-chair.
#[test]
fn a_chair_who_takes_no_part_does_not_annul() {
    let stage = voting(&EVERYBODY, vec![c1()]).then(&member("chu-tich"), recuse("chu-tich", c1()));
    let stage = counted(stage);
    given(stage.clone())
        .when(&member("chu-tich"), annul())
        .then_refused("not_the_council_chair");
    for vice in ["pho-chu-tich", "head.noi-vu"] {
        let asked = given(stage.clone()).when(&member(vice), annul());
        assert_eq!(asked.then_effects().len(), 2, "{vice}");
    }
    given(stage)
        .when(&member("cong-doan"), annul())
        .then_refused("not_the_council_chair");
}

/// E57: where the chair is not there, a vice-chair presides.
#[test]
fn a_vice_chair_annuls_where_the_chair_is_absent() {
    let stage = counted(voting(&EVERYBODY[1..], vec![c1()]));
    for vice in ["pho-chu-tich", "head.noi-vu"] {
        let asked = given(stage.clone()).when(&member(vice), annul());
        assert_eq!(asked.then_effects().len(), 2, "{vice}");
    }
}

/// SD5: a chair who is involved opens no vote on the item either.
#[test]
fn a_chair_who_takes_no_part_does_not_preside_over_the_item() {
    let stage = passed()
        .listed(vec![c1()])
        .attended(&EVERYBODY)
        .then(&member("chu-tich"), recuse("chu-tich", c1()));
    given(stage.clone())
        .when(&member("chu-tich"), open_motion(1, vec![c1()]))
        .then_refused("not_the_council_chair");
    let asked = given(stage).when(&member("pho-chu-tich"), open_motion(1, vec![c1()]));
    assert_eq!(asked.then_effects().len(), 1);
}
