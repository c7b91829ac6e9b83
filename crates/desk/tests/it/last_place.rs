//! Many approvals, one place of the quota.
//!
//! A place is held by the Chairman's approval and used up by the signature (INV-24), so it is the
//! approval that the last place is fought over.

use std::sync::Arc;

use serde_json::json;
use tokio::{sync::Barrier, task::JoinSet};

use crate::{
    office::{Office, ledger, wish},
    signed_letters::presented,
    signer::Signer,
    told::told,
};
use khen_ambient::MovableClock;
use khen_desk::{Desk, DeskError, Done};
use khen_domain::{
    NomineeKind, Role, State, StreamKey,
    stories_kit::{assignment, campaign, moment},
};

/// The others are told that no place is left, and one is held (INV-24).
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_a_hundred_approvals_at_once_for_the_last_place_exactly_one_holds_it() {
    let clock = MovableClock::default();
    clock.move_to(moment("2024-12-26T09:00").timestamp());
    let office = Office::empty(Arc::new(clock)).await;
    let signers: Vec<_> = (1..=100).map(Signer::new).collect();
    let history = presented(&signers, 1);
    office.record(told(&ledger(), &history)).await;

    let (approved, refused) = race(&office, &signers).await;

    assert_eq!(approved, 1);
    assert_eq!(refused, vec!["places_exceeded"; 99]);
    let quota = StreamKey::quota(&campaign());
    let State::Quota(quota) = office.state(&quota).await else {
        panic!("a quota stream has another state");
    };
    let places = quota.places(NomineeKind::Collective).unwrap();
    assert_eq!((places.limit, places.used_count()), (1, 1));
}

/// The Chairman decides all presentations at once, at two desks in turn.
async fn race(office: &Office, signers: &[Signer]) -> (usize, Vec<&'static str>) {
    let desks = [office.desk.clone(), office.another_desk()];
    let start = Arc::new(Barrier::new(signers.len()));
    let mut decisions = JoinSet::new();
    for (signer, desk) in signers.iter().cloned().zip(desks.into_iter().cycle()) {
        let start = Arc::clone(&start);
        decisions.spawn(async move {
            start.wait().await;
            decide(&desk, &signer).await
        });
    }
    let (mut approved, mut refused) = (0, Vec::new());
    for answer in decisions.join_all().await {
        match answer {
            Ok(_) => approved += 1,
            Err(DeskError::Refused(refusal)) => refused.push(refusal.code()),
            Err(error) => panic!("{error}"),
        }
    }
    (approved, refused)
}

async fn decide(desk: &Desk, signer: &Signer) -> Result<Done, DeskError> {
    let chairman = assignment("chu-tich", Role::Chairman);
    let content = json!({ "presentation": signer.presentation() });
    let key = format!("decide-{}", signer.serial);
    let wish = wish(chairman.as_str(), "decide_presentation", &key, content);
    desk.carry_out(wish).await
}
