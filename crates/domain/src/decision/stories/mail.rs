//! Stories of an issued decision: who gets it, and who is told.

use super::{sealed, signed, stream};
use crate::{
    NominationId, NomineeKind,
    decision::{
        Dispatch, Event, RecallDocument, RecallReason, RecordRecallConfirmed, RecordReceipt,
        SendResultNotices,
    },
    stories_kit::{Stage, day, given, nomination, review_head},
    stories_way::{both, c1, clerk, decision, i1, issue},
};

const TO: &str = "Sở Nội vụ";

fn issued() -> Stage {
    let stage = sealed().at("2024-12-27T10:00");
    stage.then(&clerk(), issue(1))
}

fn dispatch(recipients: &[&str]) -> Dispatch {
    Dispatch {
        decision: decision(1),
        recipients: recipients.iter().map(|one| (*one).to_owned()).collect(),
    }
}

fn receipt(received_on: &str) -> RecordReceipt {
    RecordReceipt {
        decision: decision(1),
        recipient: TO.into(),
        received_on: day(received_on),
    }
}

fn recall() -> RecallDocument {
    RecallDocument {
        decision: decision(1),
        recipient: TO.into(),
        reason_code: RecallReason::WrongCopy,
    }
}

fn notices(nominations: Vec<NominationId>) -> SendResultNotices {
    SendResultNotices {
        decision: decision(1),
        nominations,
    }
}

#[test]
fn an_issued_decision_goes_to_the_recipients_of_its_list() {
    let dispatched = Event::DecisionDispatched {
        recipients: vec![TO.into()],
    };
    given(issued())
        .when(&clerk(), dispatch(&[TO]))
        .then([(stream(), dispatched)]);
    given(issued())
        .when(&clerk(), dispatch(&[TO, "Báo tỉnh"]))
        .then_refused("not_a_recipient");
    given(issued())
        .when(&clerk(), dispatch(&[]))
        .then_refused("recipients_missing");
    given(signed())
        .when(&clerk(), dispatch(&[TO]))
        .then_refused("decision_not_issued");
}

#[test]
fn each_recipient_is_sent_it_once() {
    let rest = Event::DecisionDispatched {
        recipients: vec!["Như Điều 3".into()],
    };
    given(issued().then(&clerk(), dispatch(&[TO])))
        .when(&clerk(), dispatch(&[TO, "Như Điều 3"]))
        .then([(stream(), rest)]);
}

#[test]
fn a_recipient_has_what_was_sent() {
    given(issued())
        .when(&clerk(), receipt("2024-12-27"))
        .then_refused("decision_not_dispatched");
    let sent = issued().then(&clerk(), dispatch(&[TO]));
    given(sent.clone())
        .when(&clerk(), receipt("2024-12-28"))
        .then_refused("received_in_future");
    let received = Event::ReceiptRecorded {
        recipient: TO.into(),
        received_on: day("2024-12-27"),
    };
    given(sent)
        .when(&clerk(), receipt("2024-12-27"))
        .then([(stream(), received)]);
}

#[test]
fn a_wrong_copy_is_called_back_and_the_right_one_sent() {
    given(issued())
        .when(&clerk(), recall())
        .then_refused("decision_not_dispatched");
    let sent = issued().then(&clerk(), dispatch(&[TO]));
    let recalled = Event::DocumentRecalled {
        recipient: TO.into(),
        reason_code: RecallReason::WrongCopy,
    };
    given(sent.clone())
        .when(&clerk(), recall())
        .then([(stream(), recalled)]);
    let effects = given(sent.then(&clerk(), recall()))
        .when(&clerk(), dispatch(&[TO]))
        .then_effects();
    assert_eq!(effects.len(), 1);
}

#[test]
fn units_are_told_each_result_once() {
    let sent = |nominations| Event::ResultNoticesSent { nominations };
    given(issued())
        .when(&review_head(), notices(both()))
        .then([(stream(), sent(both()))]);
    given(issued().then(&review_head(), notices(vec![c1()])))
        .when(&review_head(), notices(both()))
        .then([(stream(), sent(vec![i1()]))]);
}

#[test]
fn who_has_no_result_yet_is_not_told() {
    let waiting = nomination(3);
    let stage = issued().nominated(&waiting, "tu-phap", NomineeKind::Individual);
    given(stage)
        .when(&review_head(), notices(vec![c1(), waiting]))
        .then_refused("result_pending");
    given(signed())
        .when(&review_head(), notices(both()))
        .then_refused("decision_not_issued");
}

#[test]
fn who_gave_a_copy_back_confirms_it() {
    let confirm = |confirmed_on| RecordRecallConfirmed {
        decision: decision(1),
        recipient: TO.into(),
        confirmed_on: day(confirmed_on),
    };
    let sent = issued().then(&clerk(), dispatch(&[TO]));
    given(sent.clone())
        .when(&clerk(), confirm("2024-12-27"))
        .then_refused("decision_not_recalled");
    let recalled = sent.then(&clerk(), recall());
    given(recalled.clone())
        .when(&clerk(), confirm("2024-12-28"))
        .then_refused("recall_confirmed_in_future");
    let confirmed = Event::RecallConfirmed {
        recipient: TO.into(),
        confirmed_on: day("2024-12-27"),
    };
    given(recalled)
        .when(&clerk(), confirm("2024-12-27"))
        .then([(stream(), confirmed)]);
}
