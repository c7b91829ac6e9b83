//! `khen demo` serves what it has played.

use serde_json::Value;

use crate::house::{House, Serving};

fn get(serving: &Serving, path: &str, token: Option<&str>) -> (u16, Value, String) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let mut request = reqwest::Client::new().get(format!("{}{path}", serving.url));
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

/// The token of a pasteable line `KHEN_TOKEN=… khen status CODE`.
fn token_and_code(serving: &Serving) -> (String, String) {
    let line = serving
        .said
        .iter()
        .find(|line| line.contains("KHEN_TOKEN=") && line.contains(" status "))
        .expect("a line to paste");
    let token = line
        .split("KHEN_TOKEN=")
        .nth(1)
        .unwrap()
        .split_whitespace()
        .next()
        .unwrap();
    let code = line
        .split(" status ")
        .nth(1)
        .unwrap()
        .split_whitespace()
        .next()
        .unwrap();
    (token.to_owned(), code.to_owned())
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
    assert!(
        status.status.success() && text.contains("4385/QĐ-UBND"),
        "{text}"
    );

    let timeline = house
        .khen(&["timeline", &code, "--url", &serving.url])
        .env("KHEN_TOKEN", &token)
        .output()
        .unwrap();
    let text = String::from_utf8(timeline.stdout).unwrap();
    assert!(
        timeline.status.success() && text.lines().count() > 10,
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
