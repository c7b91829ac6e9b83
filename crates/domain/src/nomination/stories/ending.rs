//! Stories of nominations that end before the signature (4.5 rows 3 and 40).

use super::{details::awaiting_draft, drafted};
use crate::{
    DocumentKind, Event as Any, NominationId, NomineeKind, StreamKey,
    nomination::{
        ConsentToWithdrawal, DeclineHonour, DiscardDraft, Event, Gate, Supersede, Withdraw,
        Withdrawal,
    },
    quota::{self, ReleasedBecause},
    slot::{self, FreedBecause},
    stories_kit::{
        Stage, campaign, deputy, document, draft_collective, draft_person, given, head,
        nomination as serial, of_unit, officer, on_behalf, review_head, sealed, unit,
    },
    stories_way::{both, c1, chairman, endorsed, i1, office},
};

fn withdraw(nominations: &[NominationId]) -> Withdraw {
    let withdrawals = nominations.iter().map(|nomination| Withdrawal {
        nomination: nomination.clone(),
        reason: sealed("Chuyển công tác"),
    });
    Withdraw {
        withdrawals: withdrawals.collect(),
    }
}

fn consent() -> ConsentToWithdrawal {
    ConsentToWithdrawal {
        nominations: vec![i1()],
    }
}

fn decline(nomination: NominationId) -> DeclineHonour {
    DeclineHonour {
        nomination,
        document: document(DocumentKind::Evidence, 9),
    }
}

fn supersede(in_favour_of: &str) -> Supersede {
    Supersede {
        nomination: i1(),
        in_favour_of: unit(in_favour_of),
        reason: sealed("Biệt phái"),
    }
}

fn withdrawn() -> (StreamKey, Any) {
    let reason = Some(sealed("Chuyển công tác"));
    on_i1(Event::NominationWithdrawn { reason })
}

fn on_i1(event: Event) -> (StreamKey, Any) {
    (StreamKey::nomination(&i1()), event.into())
}

fn freed(reason_code: FreedBecause) -> (StreamKey, Any) {
    let slots = StreamKey::slot(&campaign(), NomineeKind::Individual, &of_unit("van-phong"));
    let event = slot::Event::SlotFreed {
        nomination: i1(),
        reason_code,
    };
    (slots, event.into())
}

fn released(reason_code: ReleasedBecause) -> (StreamKey, Any) {
    let event = quota::Event::PlaceReleased {
        kind: NomineeKind::Individual,
        nomination: i1(),
        reason_code,
    };
    (StreamKey::quota(&campaign()), event.into())
}

#[test]
fn a_draft_is_thrown_away_and_its_nominee_may_be_drafted_again() {
    let discard = DiscardDraft {
        nomination: serial(1),
    };
    let stream = StreamKey::nomination(&serial(1));
    given(drafted())
        .when(&officer("tai-chinh"), discard.clone())
        .then([(stream, Event::DraftDiscarded {})]);
    let again = drafted().then(&officer("tai-chinh"), discard.clone());
    let effects = given(again)
        .when(&officer("tai-chinh"), draft_collective("tai-chinh"))
        .then_effects();
    assert_eq!(effects[0].stream, StreamKey::nomination(&serial(2)));
    given(Stage::proposed())
        .when(&officer("tai-chinh"), discard)
        .then_refused("wrong_gate");
}

#[test]
fn a_unit_withdraws_at_once_and_frees_the_slot_that_was_taken() {
    given(endorsed())
        .when(&head("van-phong"), withdraw(&[i1()]))
        .then([withdrawn()]);
    given(endorsed().sent("van-phong", vec![i1()]))
        .when(&head("van-phong"), withdraw(&[i1()]))
        .then([freed(FreedBecause::Withdrawn), withdrawn()]);
    given(endorsed())
        .when(&head("van-phong"), withdraw(&both()))
        .then_refused("other_unit");
    given(endorsed())
        .when(&head("van-phong"), withdraw(&[i1(), i1()]))
        .then_refused("listed_twice");
}

#[test]
fn before_the_chairman_a_withdrawal_takes_his_consent() {
    let requested = Event::WithdrawalRequested {
        reason: sealed("Chuyển công tác"),
    };
    given(awaiting_draft())
        .when(&head("van-phong"), withdraw(&[i1()]))
        .then([on_i1(requested)]);
    given(awaiting_draft())
        .when(&chairman(), consent())
        .then_refused("withdrawal_not_requested");
    let asked = awaiting_draft().then(&head("van-phong"), withdraw(&[i1()]));
    let by_office = on_behalf(&office(), "chu-tich", crate::Role::Chairman);
    given(asked).when(&by_office, consent()).then([
        released(ReleasedBecause::Withdrawn),
        freed(FreedBecause::Withdrawn),
        on_i1(Event::NominationWithdrawn { reason: None }),
    ]);
}

#[test]
fn what_is_signed_or_over_is_not_withdrawn() {
    let signed = awaiting_draft().decision_signed(1, both());
    given(signed.clone())
        .when(&head("van-phong"), withdraw(&[i1()]))
        .then_refused("nomination_signed");
    given(signed)
        .when(&head("van-phong"), decline(i1()))
        .then_refused("nomination_signed");
    let lost = Event::UnitNotEndorsed {
        session: crate::stories_way::meeting("van-phong"),
        tally: crate::Tally::default(),
        reason_code: crate::nomination::UnitReason::Tie,
    };
    let ended = endorsed().with(&head("van-phong"), [on_i1(lost)]);
    given(ended)
        .when(&head("van-phong"), withdraw(&[i1()]))
        .then_refused("nomination_ended");
}

#[test]
fn a_nominee_declines_at_any_gate_without_consent() {
    let declined = Event::HonourDeclined {
        document: document(DocumentKind::Evidence, 9),
    };
    given(awaiting_draft())
        .when(&head("van-phong"), decline(i1()))
        .then([
            released(ReleasedBecause::HonourDeclined),
            freed(FreedBecause::HonourDeclined),
            on_i1(declined),
        ]);
    let wrong = DeclineHonour {
        document: document(DocumentKind::Minutes, 9),
        ..decline(i1())
    };
    given(endorsed())
        .when(&head("van-phong"), wrong)
        .then_refused("wrong_document_kind");
}

#[test]
fn a_head_does_not_record_the_own_declination() {
    let stage = Stage::proposed().proposing(3, &draft_person("head", "tu-phap"));
    given(stage.clone())
        .when(&head("tu-phap"), decline(serial(3)))
        .then_refused("own_nomination");
    let asked = given(stage).when(&deputy("tu-phap"), decline(serial(3)));
    assert_eq!(asked.then_effects().len(), 1);
}

#[test]
fn home_affairs_ends_a_nomination_in_favour_of_another_unit() {
    let superseded = Event::NominationSuperseded {
        in_favour_of: unit("tu-phap"),
        reason: sealed("Biệt phái"),
    };
    given(endorsed().sent("van-phong", vec![i1()]))
        .when(&review_head(), supersede("tu-phap"))
        .then([freed(FreedBecause::Superseded), on_i1(superseded)]);
    given(endorsed())
        .when(&review_head(), supersede("van-phong"))
        .then_refused("not_for_another_unit");
    given(endorsed())
        .when(&review_head(), supersede("nowhere"))
        .then_refused("unit_unknown");
    let collective = Supersede {
        nomination: c1(),
        ..supersede("tu-phap")
    };
    given(endorsed())
        .when(&review_head(), collective)
        .then_refused("not_for_another_unit");
}

#[test]
fn an_end_leaves_the_gate_of_its_own() {
    let ended = endorsed().then(&review_head(), supersede("tu-phap"));
    let crate::State::Nomination(state) = &*ended.state(&StreamKey::nomination(&i1())) else {
        panic!("the nomination is there");
    };
    assert_eq!(state.case().map(|case| case.gate), Some(Gate::Superseded));
}
