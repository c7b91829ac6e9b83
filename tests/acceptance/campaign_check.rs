//! `khen campaign check` explains a campaign to the one who wrote it.

use crate::house::House;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/definitions/");

fn shipped(file: &str) -> String {
    format!("{FOLDER}{file}")
}

/// What is printed, and whether it ended well.
fn check(arguments: &[&str]) -> (String, bool) {
    let house = House::new();
    let arguments: Vec<&str> = ["campaign", "check"]
        .iter()
        .chain(arguments)
        .copied()
        .collect();
    let output = house.khen(&arguments).output().unwrap();
    assert!(output.stderr.is_empty());
    let text = String::from_utf8(output.stdout).unwrap();
    (text, output.status.success())
}

/// The shipped campaign with some of its text changed, checked without its authority.
fn check_with(changes: &[(&str, &str)], arguments: &[&str]) -> (String, bool) {
    let mut text = std::fs::read_to_string(shipped("cchc-2024.campaign.toml")).unwrap();
    for (old, new) in changes {
        assert!(text.contains(old), "{old}");
        text = text.replacen(old, new, 1);
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("changed.campaign.toml");
    std::fs::write(&file, text).unwrap();
    let arguments: Vec<&str> = [file.to_str().unwrap()]
        .iter()
        .chain(arguments)
        .copied()
        .collect();
    let (text, is_sound) = check(&arguments);
    let folder = format!("{}/", folder.path().display());
    (text.replace(&folder, ""), is_sound)
}

#[test]
fn the_shipped_campaign_is_explained_in_vietnamese() {
    let (campaign, authority) = (
        shipped("cchc-2024.campaign.toml"),
        shipped("hon-quan-2024.authority.toml"),
    );
    let (text, is_sound) = check(&[&campaign, "--authority", &authority]);
    assert!(is_sound);
    insta::assert_snapshot!("campaign_check@shipped.vi", text);
}

#[test]
fn the_shipped_campaign_is_explained_in_english() {
    let (campaign, authority) = (
        shipped("cchc-2024.campaign.toml"),
        shipped("hon-quan-2024.authority.toml"),
    );
    let (text, is_sound) = check(&[&campaign, "--authority", &authority, "--language", "en"]);
    assert!(is_sound);
    insta::assert_snapshot!("campaign_check@shipped.en", text);
}

#[test]
fn mistakes_and_what_is_unusual_are_told_and_the_check_fails() {
    let changes = [
        (
            "collective = 5\nindividual = 10",
            "collective = 0\nindividual = 0",
        ),
        ("signer = \"CHỦ TỊCH\"", "signer = \"\""),
        ("tie = \"lost\"", "tie = \"chair_side\""),
        ("check = \"no_leader_disciplined\"", "check = \"finding\""),
        ("agenda_days = 3", "agenda_days = 0"),
        ("recording_days = 5", "recording_days = 30"),
    ];
    let (text, is_sound) = check_with(&changes, &[]);
    assert!(!is_sound);
    let remarks = text.split("\n\nĐiều cần xem lại").nth(1).unwrap();
    insta::assert_snapshot!("campaign_check@mistakes.vi", remarks);
}

#[test]
fn a_file_that_cannot_be_read_is_told_with_its_line() {
    let (text, is_sound) = check_with(&[("check = \"score_rose\"", "check = \"luck\"")], &[]);
    assert!(!is_sound);
    assert!(text.contains("changed.campaign.toml:170:"), "{text}");
}

#[test]
fn programs_get_codes_and_places() {
    let changes = [(
        "collective = 5\nindividual = 10",
        "collective = 0\nindividual = 0",
    )];
    let (text, is_sound) = check_with(&changes, &["--format", "json"]);
    assert!(!is_sound);
    let told: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(told["is_sound"], false);
    assert_eq!(told["errors"][0]["code"], "empty-quota");
    assert_eq!(told["errors"][0]["line"], 14);
    let campaign = &told["campaigns"][0];
    assert_eq!(campaign["campaign"], "HQ-CCHC-2024");
    assert_eq!(campaign["sections"][0]["code"], "plan-section");
    assert_eq!(campaign["warnings"][0]["code"], "plan-undated");
}

/// What is computed with but was not confirmed from the law is told as such, and cited nowhere.
#[test]
fn every_shipped_campaign_is_sound_and_what_is_unverified_is_told() {
    for (campaign, authority, unverified) in [
        (
            "cchc-2024",
            "hon-quan-2024",
            "ND-98-2023: individual_bp, collective_bp, rounding",
        ),
        (
            "commune-2025",
            "commune-2025",
            "ND-152-2025: collective_bp, rounding",
        ),
    ] {
        let campaign = shipped(&format!("{campaign}.campaign.toml"));
        let authority = shipped(&format!("{authority}.authority.toml"));
        let (text, is_sound) = check(&[&campaign, "--authority", &authority]);
        assert!(is_sound, "{text}");
        assert!(text.contains(unverified), "{text}");
    }
}
