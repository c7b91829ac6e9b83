//! Stories of a place that is there again after a revocation (4.7, INV-24).

use NomineeKind::Individual;

use crate::{
    NomineeKind, StreamKey,
    decision::RevocationGround,
    nomination,
    quota::{Event, RestoreQuota},
    slot::{self, FreedBecause},
    stories_kit::{Stage, campaign, day, for_authority, given, head, of_unit, paper, review_head},
    stories_way::{decision, endorsed, i1},
};

const OFFICE: &str = "van-phong";

fn restore() -> RestoreQuota {
    RestoreQuota {
        nomination: i1(),
        document: paper("Công văn trả lại số lượng"),
    }
}

fn slots() -> StreamKey {
    StreamKey::slot(&campaign(), Individual, &of_unit(OFFICE))
}

/// A person of Văn phòng was sent, and a signature used up a place.
fn consumed() -> Stage {
    let used = Event::PlaceConsumed {
        kind: Individual,
        nomination: i1(),
        limit: 10,
        used_before: 0,
    };
    endorsed()
        .sent(OFFICE, vec![i1()])
        .with(&review_head(), [(StreamKey::quota(&campaign()), used)])
}

fn revoked(stage: Stage) -> Stage {
    let event = nomination::Event::AwardRevoked {
        decision: decision(2),
        number: 47,
        symbol: "QĐ-UBND".into(),
        date: day("2025-01-08"),
        ground: RevocationGround::DishonestDeclaration,
    };
    stage.with(&head(OFFICE), [(StreamKey::nomination(&i1()), event)])
}

/// INV-24.
#[test]
fn a_revoked_award_gives_its_place_and_its_slot_back_by_an_act() {
    let RestoreQuota {
        nomination,
        document,
    } = restore();
    let restored = Event::QuotaRestored {
        kind: Individual,
        nomination,
        document,
    };
    let freed = slot::Event::SlotFreed {
        nomination: i1(),
        reason_code: FreedBecause::QuotaRestored,
    };
    given(revoked(consumed()))
        .when(&for_authority(), restore())
        .then([
            (StreamKey::quota(&campaign()), crate::Event::from(restored)),
            (slots(), freed.into()),
        ]);
}

#[test]
fn a_place_is_given_back_only_after_a_revocation_and_by_an_act() {
    let untitled = RestoreQuota {
        document: paper(" "),
        ..restore()
    };
    for (stage, command, code) in [
        (consumed(), restore(), "wrong_gate"),
        (revoked(consumed()), untitled, "quota_paper_untitled"),
        (revoked(endorsed()), restore(), "no_place_consumed"),
    ] {
        given(stage)
            .when(&for_authority(), command)
            .then_refused(code);
    }
    given(revoked(consumed()))
        .when(&review_head(), restore())
        .then_refused("role_not_allowed");
}
