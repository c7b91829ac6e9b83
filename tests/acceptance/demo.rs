//! `khen demo` serves what it has played.

use serde_json::Value;

use crate::house::{House, Serving};

pub(crate) fn get(serving: &Serving, path: &str, token: Option<&str>) -> (u16, Value, String) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let mut request = crate::house::http().get(format!("{}{path}", serving.url));
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        let response = request.send().await.unwrap();
        let status = response.status().as_u16();
        let kind = response.headers()["content-type"]
            .to_str()
            .unwrap()
            .to_owned();
        (status, response.json().await.unwrap_or_default(), kind)
    })
}

/// The token and the code of a line to paste, `KHEN_TOKEN_FILE=FILE khen status CODE`.
pub(crate) fn token_and_code(serving: &Serving) -> (String, String) {
    let line = serving
        .said
        .iter()
        .find(|line| line.contains("KHEN_TOKEN_FILE=") && line.contains(" status "))
        .expect("a line to paste");
    let word_after = |mark: &str| {
        let rest = line.split(mark).nth(1).unwrap();
        rest.split(' ').next().unwrap().to_owned()
    };
    let token = std::fs::read_to_string(word_after("KHEN_TOKEN_FILE=")).unwrap();
    (token.trim().to_owned(), word_after(" status "))
}

#[test]
fn the_lines_to_paste_work_and_strangers_get_a_problem() {
    let house = House::new();
    let serving = house.serve("demo");
    let (token, code) = token_and_code(&serving);

    let status = house
        .khen(&["status", &code, "--url", &serving.url])
        .env("KHEN_TOKEN", &token)
        .output()
        .unwrap();
    let text = String::from_utf8(status.stdout).unwrap();
    assert!(status.status.success() && text.contains(&code), "{text}");

    let timeline = house
        .khen(&["timeline", &code, "--url", &serving.url])
        .env("KHEN_TOKEN", &token)
        .output()
        .unwrap();
    let text = String::from_utf8(timeline.stdout).unwrap();
    assert!(
        timeline.status.success() && text.lines().count() >= 10,
        "{text}"
    );

    let path = format!("/api/v1/nominations/{code}");
    let (status, problem, kind) = get(&serving, &path, None);
    assert_eq!((status, kind.as_str()), (401, "application/problem+json"));
    assert!(
        problem["detail_vi"].is_string() && problem["detail_en"].is_string(),
        "{problem:#}"
    );
    assert_eq!(get(&serving, &path, Some(&token)).0, 200);
    assert_eq!(get(&serving, "/openapi.json", None).1["openapi"], "3.1.0");
    assert_eq!(get(&serving, "/livez", None).0, 200);
    let (status, ready, _) = get(&serving, "/readyz", None);
    assert_eq!(status, 200, "{ready:#}");
    assert!(ready.to_string().contains("store.writable"), "{ready:#}");
    assert!(serving.stop(), "a served demo leaves in good order");
}

#[test]
fn a_demo_stops_where_work_waits_at_many_desks() {
    let house = House::new();
    let serving = house.serve("demo");
    let waits = |handle_and_role: &str| {
        let is_pasted =
            |line: &&String| line.contains("KHEN_TOKEN_FILE=") && line.contains(" queue ");
        let mut lines = serving.said.iter().filter(is_pasted);
        lines.any(|line| line.contains(handle_and_role))
    };
    for desk in [
        "CM.reviewer",
        "SR.substitute_reviewer",
        "DVNN-TT.unit_head",
        "CT.chairman",
        "VT.records_clerk",
        "F1.finance_officer",
    ] {
        assert!(waits(desk), "nothing waits for {desk}: {:#?}", serving.said);
    }
    assert!(serving.stop());
}

#[test]
fn a_demo_that_was_stopped_goes_on_where_it_stood() {
    let house = House::new();
    assert!(house.serve("demo").stop());
    let events = house.events().len();
    let serving = house.serve("demo");
    let (token, code) = token_and_code(&serving);
    assert_eq!(
        get(
            &serving,
            &format!("/api/v1/nominations/{code}"),
            Some(&token)
        )
        .0,
        200
    );
    assert!(serving.stop());
    assert_eq!(house.events().len(), events);
}

#[test]
fn a_demo_of_another_profile_shows_a_case_of_its_own() {
    let house = House::new();
    let serving = house.serve("demo --profile commune-2025");
    let (token, code) = token_and_code(&serving);
    assert!(code.starts_with("TK-CDS-2025-"), "{code}");
    let path = format!("/api/v1/nominations/{code}");
    assert_eq!(get(&serving, &path, Some(&token)).0, 200);
    assert!(serving.stop());
}
