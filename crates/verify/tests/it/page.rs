//! `verify.html`, opened from a file in a browser without a network, comes to the same conclusions.

use base64::{Engine, engine::general_purpose::STANDARD};

use crate::changes::{Change, bundle, concealed, packed, text, zip};
use khen_audit::Manifest;
use khen_testbed::page_shown;
use khen_verify::Files;

/// What the page shows at the end, as HTML.
fn shown(page: &str) -> String {
    page_shown(page, "")
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

#[test]
fn an_archive_that_is_dropped_on_the_page_is_checked_whole() {
    let page = text(&bundle(), Manifest::PAGE_PATH);
    let dropped = |zip: &[u8]| {
        let zip = STANDARD.encode(zip);
        page_shown(
            &page,
            &format!("await take([new File([base64('{zip}')], 'dropped.zip')]);"),
        )
    };
    let whole = zip();
    let html = dropped(&whole);
    assert_eq!(verdict(&html), "ok", "{html}");
    assert!(html.contains("22 / 22 tệp"), "{html}");
    let archive = Files::from_zip(&whole).unwrap();
    let fewer = archive.iter().filter(|(path, _)| *path != "report.html");
    let fewer: Vec<(&str, &[u8])> = fewer.collect();
    let html = dropped(&packed(&fewer));
    assert_eq!(verdict(&html), "proof-failed", "{html}");
    assert!(html.contains("<code>report.html"), "{html}");
    let html = dropped(&whole[..whole.len() / 2]);
    assert_eq!(verdict(&html), "malformed", "{html}");
}
