//! Rows are made again while a server serves.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use serde_json::Value;

use crate::{
    demo::{get, token_and_code},
    house::{House, Serving},
};

/// The codes of the first page of nominations, as somebody at the desk of that token reads it.
fn codes(serving: &Serving, token: &str) -> Vec<String> {
    let (status, page, _) = get(serving, "/api/v1/nominations", Some(token));
    assert_eq!(status, 200, "{page:#}");
    let items = page["items"].as_array().expect("a page has items");
    let code = |item: &Value| {
        item["code"]
            .as_str()
            .expect("an item has a code")
            .to_owned()
    };
    items.iter().map(code).collect()
}

#[test]
fn nobody_who_asks_meanwhile_notices_a_rebuild() {
    let house = House::new();
    let serving = house.serve("demo --until review");
    let (token, code) = token_and_code(&serving);
    let before = codes(&serving, &token);
    assert!(before.contains(&code), "{before:?}");
    let hash = house.succeed(&["rebuild", "--hash-only"]);
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        let asking = scope.spawn(|| {
            let mut answer_count = 0;
            while !is_over.load(Ordering::Acquire) {
                assert_eq!(codes(&serving, &token), before);
                answer_count += 1;
            }
            answer_count
        });
        for _ in 0..3 {
            let output = house.khen(&["rebuild"]).output().unwrap();
            let [said, told] =
                [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap());
            assert!(output.status.success(), "{said}{told}");
            assert_eq!(said, hash);
            assert!(told.contains("EQUAL"), "{told}");
        }
        let back = house.succeed(&["rebuild", "--back"]);
        assert!(back.contains("serve again"), "{back}");
        is_over.store(true, Ordering::Release);
        assert_ne!(asking.join().expect("every answer is whole"), 0);
    });
    assert_eq!(codes(&serving, &token), before);
    assert_eq!(house.succeed(&["rebuild", "--hash-only"]), hash);
}

#[test]
fn there_are_no_rows_to_go_back_to_at_first() {
    let house = House::new();
    house.succeed(&["season"]);
    let told = house.fail(&["rebuild", "--back"]);
    assert!(told.contains("no rows to go back to"), "{told}");
}
