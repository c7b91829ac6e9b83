//! `verify.html`, opened from a file in a browser without a network, comes to the same conclusions.

use std::{fs, process::Command};

use crate::changes::{Change, bundle, concealed, text};
use khen_audit::Manifest;

/// What the page shows at the end, as HTML.
fn shown(page: &str) -> String {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("verify.html");
    fs::write(&file, page).unwrap();
    let profile = place.path().join("profile");
    let output = Command::new("chromium")
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
        ])
        .args([
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ])
        // Nothing is to be reached, and nothing asked for.
        .args([
            "--proxy-server=127.0.0.1:9",
            "--host-resolver-rules=MAP * ~NOTFOUND",
        ])
        .arg(format!("--user-data-dir={}", profile.display()))
        // The page is at rest before its time is over; the clock of the page does not wait for it.
        .args(["--virtual-time-budget=20000", "--dump-dom"])
        .arg(format!("file://{}", file.display()))
        .output()
        .expect("chromium runs; `tests/run` installs it");
    String::from_utf8(output.stdout).unwrap()
}

fn verdict(html: &str) -> &str {
    let (_, rest) = html.split_once("data-verdict=\"").unwrap();
    rest.split_once('"').unwrap().0
}

/// The page that carries the texts of these files.
fn page(change: &Change) -> String {
    text(&change.files, Manifest::PAGE_PATH)
}

#[test]
fn the_page_of_a_sound_bundle_says_so_by_itself() {
    let html = shown(&text(&bundle(), Manifest::PAGE_PATH));
    assert_eq!(verdict(&html), "ok", "{html}");
    assert!(
        html.contains("5 sự kiện của nomination/HQ-CCHC-2024-0007"),
        "{html}"
    );
    assert!(
        html.contains("so-noi-vu (2024-12-16T08:45:00.000Z)"),
        "{html}"
    );
}

#[test]
fn the_page_finds_what_was_changed_and_signed_for() {
    // A browser takes its time; these are of each kind.
    let kinds = [
        "data-changed",
        "leaf-changed",
        "event-left-out",
        "witness-missing",
    ];
    let changes = concealed().into_iter();
    for change in changes.filter(|change| kinds.contains(&change.name)) {
        let html = shown(&page(&change));
        let expected = match change.exit_code {
            1 => "proof-failed",
            2 => "policy-not-met",
            other => panic!("{} exits with {other}", change.name),
        };
        assert_eq!(verdict(&html), expected, "{}: {html}", change.name);
        let place = change.at.split(':').next().unwrap();
        assert!(
            html.contains(&format!("<code>{place}")),
            "{}: {html}",
            change.name
        );
    }
}

#[test]
fn the_page_finds_a_text_that_nobody_signed_for() {
    let page = text(&bundle(), Manifest::PAGE_PATH);
    let changed = page.replacen("Trần Thị Mẫu", "Lê Thị Mẫu", 1);
    assert_ne!(changed, page);
    let html = shown(&changed);
    assert_eq!(verdict(&html), "proof-failed", "{html}");
    assert!(html.contains("events.ndjson:1"), "{html}");
}
