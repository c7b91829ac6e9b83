//! A mirror tells the office what it has stored, and the office shows it as a receipt.

use std::{fs, path::Path};

use serde_json::Value;

use crate::{
    house::{House, Serving},
    pull::{assert_code, feedback, once, pull},
    pull_killed::{Moment, killed},
    pull_log::LOOK_COUNT_MAX,
    seed::{Seed, scaled},
};
use khen_audit::SignedCheckpoint;

/// Kills at CI size.
const KILL_COUNT: usize = 10;
const ACK: [&str; 3] = ["--ack", "--consumer", "so-noi-vu"];

/// Pulls to the end of the log and acknowledges; answers what was told.
fn acknowledged(house: &House, serving: &Serving, mirror: &Path) -> Value {
    let more = [&ACK[..], &["--once", "--format", "json"]].concat();
    let output = pull(house, &serving.url, mirror, &more).output().unwrap();
    assert_code(&output, 0);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    answer["ledgers"][0].clone()
}

/// Pulls until the log has signed for everything, so that everything is acknowledged.
fn all_acknowledged(house: &House, serving: &Serving, mirror: &Path) -> Value {
    let mut told = (0..LOOK_COUNT_MAX).map(|_| acknowledged(house, serving, mirror));
    let told = told.find(|told| told["acknowledged"] == told["next"]);
    told.expect("the log signs for what there is")
}

/// What the server knows of the consumer; none where it knows none.
fn view(house: &House, serving: &Serving) -> Option<Value> {
    let token = fs::read_to_string(house.data().join("tokens/KT.auditor")).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let url = format!("{}/export/v1/hon-quan/consumers/so-noi-vu", serving.url);
    runtime.block_on(async {
        let asked = crate::house::http().get(url).bearer_auth(token.trim());
        let answer = asked.send().await.unwrap();
        let is_known = answer.status().is_success();
        let bytes = answer.bytes().await.unwrap();
        is_known.then(|| serde_json::from_slice(&bytes).unwrap())
    })
}

/// The size and the root of the checkpoint that the mirror keeps.
fn checkpoint(mirror: &Path) -> Option<(u64, String)> {
    let note = fs::read_to_string(mirror.join("hon-quan/checkpoint")).ok()?;
    let signed = SignedCheckpoint::parse(&note).unwrap();
    let tree = signed.checkpoint().tree();
    Some((tree.size, tree.root.to_string()))
}

/// Insists that a checkpoint on this disk covers whatever the server knows.
#[track_caller]
fn assert_stored(house: &House, serving: &Serving, mirror: &Path) {
    let Some(view) = view(house, serving) else {
        return;
    };
    let (size, root) = checkpoint(mirror).expect("it is kept before it is acknowledged");
    let known = view["next"].as_u64().unwrap();
    assert!(known <= size, "{known} of {size}");
    assert!(known < size || view["root"] == root, "{view}");
}

#[test]
fn a_mirror_that_is_killed_never_acknowledges_what_it_has_not_stored() {
    let (seed, house) = (Seed::of_this_run(), House::new());
    let serving = house.serve("demo --until launch");
    let mirror = house.path("mirror");
    for number in 1..=scaled(KILL_COUNT) {
        // Something happens, so that there is a page to be told of.
        let filed = feedback(&house, &serving, number).output().unwrap();
        assert_code(&filed, 0);
        let more = [&ACK[..], &["--page-events", "9"]].concat();
        let pulling = pull(&house, &serving.url, &mirror, &more);
        killed(pulling, Moment::drawn(&seed, 1));
        assert_stored(&house, &serving, &mirror);
    }
    let told = all_acknowledged(&house, &serving, &mirror);
    assert_stored(&house, &serving, &mirror);
    let view = view(&house, &serving).unwrap();
    assert_eq!(
        (&view["next"], &view["root"]),
        (&told["next"], &told["root"])
    );
    assert_eq!(view["lag_events"], 0);
}

#[test]
fn what_was_stored_and_not_acknowledged_is_acknowledged_by_the_next_pull() {
    let house = House::new();
    let serving = house.serve("demo --until launch");
    let mirror = house.path("mirror");
    // As after a kill between the two.
    let stored = (0..LOOK_COUNT_MAX).find_map(|_| {
        assert_code(&once(&house, &serving, &mirror), 0);
        checkpoint(&mirror)
    });
    assert_eq!(view(&house, &serving), None);
    let (size, _) = stored.expect("the log is signed");
    assert!(acknowledged(&house, &serving, &mirror)["acknowledged"].as_u64() >= Some(size));
    all_acknowledged(&house, &serving, &mirror);
    let receipt = house.succeed(&["log", "show", "--ledger", "hon-quan"]);
    let next = view(&house, &serving).unwrap()["next"].as_u64().unwrap();
    // The auditor's is a mirror; that of an export client would be the Sở's.
    let said = format!("Bản sao đã nhận đến sự kiện số {} lúc ", next - 1);
    assert!(receipt.contains(&said), "{receipt}");
    assert!(receipt.contains("(so-noi-vu)"), "{receipt}");
}

#[test]
fn a_copy_that_lost_its_files_begins_anew_once_it_is_forgotten() {
    let house = House::new();
    let serving = house.serve("demo --until launch");
    let mirror = house.path("mirror");
    all_acknowledged(&house, &serving, &mirror);
    let words = ["admin", "forget-consumer", "--ledger", "hon-quan"];
    let words = [&words[..], &["--consumer", "so-noi-vu"]].concat();
    house.succeed(&words);
    assert_eq!(view(&house, &serving), None);
    let told = house.fail(&words);
    assert!(told.contains("no consumer so-noi-vu"), "{told}");
    fs::remove_dir_all(&mirror).unwrap();
    all_acknowledged(&house, &serving, &mirror);
}
