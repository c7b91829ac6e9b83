//! A real office: definitions, a first token, a server without demo people.

use serde_json::{Value, json};

use crate::house::House;

const AUTHORITY: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../schemas/definitions/hon-quan-2024.authority.toml"
);
const PEOPLE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../schemas/definitions/hon-quan-2024.people.toml"
);
const CAMPAIGN: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../schemas/definitions/cchc-2024.campaign.toml"
);

const COMMUNE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../schemas/definitions/commune-2025.authority.toml"
);
const COMMUNE_PEOPLE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../schemas/definitions/commune-2025.people.toml"
);
const COMMUNE_SLUG: &str = "tan-khai";

/// The first assignment of this role.
fn assignment(house: &House, role: &str) -> String {
    let listed = house.succeed(&["token", "issue", "--ledger", "hon-quan"]);
    listed
        .lines()
        .find(|line| line.split_whitespace().any(|word| word == role))
        .and_then(|line| line.split_whitespace().find(|word| word.starts_with("a-")))
        .unwrap_or_else(|| panic!("no {role} in\n{listed}"))
        .to_owned()
}

/// Issues a token for the first assignment of this role.
pub(crate) fn token(house: &House, role: &str) -> String {
    let assignment = assignment(house, role);
    let issued = house.succeed(&[
        "token",
        "issue",
        "--ledger",
        "hon-quan",
        "--assignment",
        &assignment,
    ]);
    issued
        .split_whitespace()
        .find(|word| word.starts_with("khen_"))
        .unwrap()
        .to_owned()
}

/// An office with authority, people and plan.
pub(crate) fn loaded() -> House {
    let house = House::new();
    house.succeed(&["load", AUTHORITY, PEOPLE, CAMPAIGN]);
    house
}

/// The launch, recorded from the plan that the campaign authority has signed.
pub(crate) fn launch(house: &House, date: &str) -> Value {
    json!({
        "content": { "campaign": "HQ-CCHC-2024", "date": date },
        "on_behalf_of": assignment(house, "campaign_authority"),
    })
}

#[test]
fn loading_again_changes_nothing() {
    let house = loaded();
    let events = house.events().len();
    house.succeed(&["load", AUTHORITY, PEOPLE, CAMPAIGN]);
    assert_eq!(house.events().len(), events);
    house.succeed(&["doctor"]);
}

#[test]
fn a_demo_stays_out_of_a_real_office() {
    let house = loaded();
    let events = house.events().len();
    let told = house.fail(&["season"]);
    assert!(told.contains("--data"), "{told}");
    assert_eq!(house.events().len(), events);
}

#[test]
fn the_first_token_opens_what_its_role_may_do() {
    let house = loaded();
    let (manager, officer) = (
        token(&house, "campaign_manager"),
        token(&house, "unit_officer"),
    );
    let serving = house.serve("serve");
    let day = launch(&house, "2024-03-15");
    let asked = |key, token: &str, body| post(&serving.url, ("launch_campaign", key), token, body);
    assert_eq!(asked(Some("k-1"), &officer, &day).0, 403);
    assert_eq!(asked(None, &manager, &day).0, 400);
    assert_eq!(asked(Some("k-1"), &manager, &day).0, 201);
    assert_eq!(asked(Some("k-1"), &manager, &day).0, 200);
    assert_eq!(asked(Some("k-2"), &manager, &day).0, 200);
    let (status, problem) = asked(Some("k-1"), &manager, &launch(&house, "2024-03-16"));
    assert_eq!(status, 422, "{problem:#}");
    assert!(serving.stop());
}

#[test]
fn a_revoked_token_opens_nothing() {
    let house = loaded();
    let manager = token(&house, "campaign_manager");
    let serving = house.serve("serve");
    let id = manager.split('_').nth(1).unwrap();
    house.succeed(&["token", "revoke", id]);
    let asked = ("launch_campaign", Some("k-1"));
    assert_eq!(
        post(&serving.url, asked, &manager, &launch(&house, "2024-03-15")).0,
        401
    );
}

#[test]
fn what_the_ledger_refuses_is_told_with_file_and_line() {
    let house = loaded();
    let changed = house.path("changed.campaign.toml");
    let text = std::fs::read_to_string(CAMPAIGN).unwrap();
    let changes = text.replacen("fund = \"Từ nguồn", "fund = \"Nguồn", 1);
    std::fs::write(&changed, &changes).unwrap();
    let told = house.fail(&["load", changed.to_str().unwrap()]);
    let line = text.lines().position(|line| line == "[plan]").unwrap() + 1;
    let place = format!("changed.campaign.toml:{line}: không nạp được campaign/HQ-CCHC-2024/plan");
    assert!(told.contains(&place), "{told}");
}

#[test]
fn a_quota_of_nobody_fails_the_check() {
    let house = House::new();
    let changed = house.path("changed.campaign.toml");
    let text = std::fs::read_to_string(CAMPAIGN).unwrap();
    let nobody = text
        .replacen("collective = 5", "collective = 0", 1)
        .replacen("individual = 10", "individual = 0", 1);
    std::fs::write(&changed, &nobody).unwrap();
    let told = house.fail(&["load", "--check", changed.to_str().unwrap()]);
    assert!(told.contains("nobody can be awarded"), "{told}");
}

#[test]
fn a_mistake_in_a_definition_is_told_with_file_and_line() {
    let house = House::new();
    let broken = house.path("broken.authority.toml");
    let text = std::fs::read_to_string(AUTHORITY).unwrap();
    let text = text.replacen("specialised_agency", "specialised_agenci", 1);
    std::fs::write(&broken, &text).unwrap();
    let line = text
        .lines()
        .position(|line| line.contains("specialised_agenci"))
        .unwrap()
        + 1;
    let told = house.fail(&["load", broken.to_str().unwrap()]);
    assert!(
        told.contains(&format!("broken.authority.toml:{line}")),
        "{told}"
    );
}

pub(crate) fn post(
    url: &str,
    (command, key): (&str, Option<&str>),
    token: &str,
    body: &Value,
) -> (u16, Value) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let mut request = crate::house::http()
            .post(format!("{url}/api/v1/commands/{command}"))
            .bearer_auth(token)
            .json(body);
        if let Some(key) = key {
            request = request.header("Idempotency-Key", key);
        }
        let response = request.send().await.unwrap();
        (
            response.status().as_u16(),
            response.json().await.unwrap_or_default(),
        )
    })
}

#[test]
fn a_client_reads_one_ledger_more_and_one_less_and_doctor_says_where_it_finds_us() {
    let house = loaded();
    house.succeed(&["load", COMMUNE, COMMUNE_PEOPLE]);
    let (private, public) = (house.path("so.key"), house.path("so.pub"));
    let made = house.succeed(&["client", "key", "--out", private.to_str().unwrap()]);
    std::fs::write(&public, made).unwrap();
    let key = public.to_str().unwrap();
    let registered = house.succeed(&[
        "client",
        "register",
        "--ledger",
        "hon-quan",
        "--name",
        "Sở minh họa",
        "--key",
        key,
    ]);
    let client = registered.trim();
    let listed = |slug: &str| {
        let list = house.succeed(&["client", "list"]);
        list.contains(&format!("ledger {slug} "))
    };
    let opened = house.succeed(&["client", "add-ledger", client, "--ledger", COMMUNE_SLUG]);
    assert!(opened.contains(COMMUNE_SLUG), "{opened}");
    assert!(listed("hon-quan") && listed(COMMUNE_SLUG));
    let again = house.fail(&["client", "add-ledger", client, "--ledger", COMMUNE_SLUG]);
    assert!(again.contains("reads this ledger already"), "{again}");
    house.succeed(&["client", "remove-ledger", client, "--ledger", "hon-quan"]);
    assert!(!listed("hon-quan") && listed(COMMUNE_SLUG));
    let last = house.fail(&["client", "remove-ledger", client, "--ledger", COMMUNE_SLUG]);
    assert!(last.contains("revoke the client"), "{last}");

    let doctor = |variables: &[(&str, &str)]| {
        let output = house
            .khen(&["doctor"])
            .envs(variables.iter().copied())
            .output();
        String::from_utf8(output.unwrap().stdout).unwrap()
    };
    let outside = ("KHEN_HTTP__LISTEN", "0.0.0.0:8080");
    let named = ("KHEN_OAUTH__ISSUER", "https://khen.example");
    assert!(doctor(&[]).contains("ok      1 clients"));
    assert!(doctor(&[outside]).contains("unsafe  1 clients"));
    assert!(doctor(&[outside, named]).contains("ok      1 clients"));
    house.succeed(&["client", "revoke", client]);
    assert!(!doctor(&[outside]).contains("clients"));
}
