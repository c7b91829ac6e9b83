//! Many units, one slot.

use std::{collections::BTreeSet, sync::Arc};

use serde_json::json;
use tokio::{sync::Barrier, task::JoinSet};

use crate::{
    office::{Office, ledger, wish},
    signed_letters::{shared_slots, signed_letters},
    signer::Signer,
    told::told,
};
use khen_ambient::MovableClock;
use khen_desk::{Desk, DeskError, Done};
use khen_domain::{State, stories_kit::moment};

/// What a sent letter of one collective records.
const WON: [&str; 3] = [
    "vn.khen.submission.submission_sent.v1",
    "vn.khen.slot.slot_taken.v1",
    "vn.khen.nomination.dossier_submitted.v1",
];

/// The others are told that no slot is free, and nothing is recorded but what the winner did
/// (INV-23).
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_a_hundred_who_ask_at_once_for_the_last_slot_exactly_one_gets_it() {
    let clock = MovableClock::default();
    clock.move_to(moment("2024-11-28T09:00").timestamp());
    let office = Office::empty(Arc::new(clock)).await;
    let signers: Vec<_> = (1..=100).map(Signer::new).collect();
    let history = signed_letters(&signers, 1);
    let before_the_race = office.record(told(&ledger(), &history)).await;

    let (sent, refused) = race(&office, signers).await;

    let [winner] = &sent[..] else {
        panic!("{} letters were sent", sent.len());
    };
    assert_eq!(refused, vec!["no_free_slot"; 99]);
    let recorded = office.events_from(before_the_race).await;
    let recorded: Vec<_> = recorded
        .iter()
        .map(|event| event.event_type.as_str())
        .collect();
    assert_eq!(recorded, WON);
    let State::Slot(slots) = office.state(&shared_slots()).await else {
        panic!("a slot stream has another state");
    };
    assert_eq!(slots.granted, 1);
    assert_eq!(slots.taken, BTreeSet::from([winner.nomination()]));
}

/// All heads submit at once, at two desks in turn; who succeeds, and the codes of the refusals.
async fn race(office: &Office, signers: Vec<Signer>) -> (Vec<Signer>, Vec<&'static str>) {
    let desks = [office.desk.clone(), office.another_desk()];
    let start = Arc::new(Barrier::new(signers.len()));
    let mut heads = JoinSet::new();
    for (signer, desk) in signers.into_iter().zip(desks.into_iter().cycle()) {
        let start = Arc::clone(&start);
        heads.spawn(async move {
            start.wait().await;
            (submit(&desk, &signer).await, signer)
        });
    }
    let (mut sent, mut refused) = (Vec::new(), Vec::new());
    for (answer, signer) in heads.join_all().await {
        match answer {
            Ok(_) => sent.push(signer),
            Err(DeskError::Refused(refusal)) => refused.push(refusal.code()),
            Err(error) => panic!("{signer:?}: {error}"),
        }
    }
    (sent, refused)
}

async fn submit(desk: &Desk, signer: &Signer) -> Result<Done, DeskError> {
    let (head, content) = (signer.head(), json!({ "submission": signer.submission() }));
    let key = format!("submit-{}", signer.serial);
    let wish = wish(head.as_str(), "submit_submission", &key, content);
    desk.carry_out(wish).await
}
