//! When a client asks for another token.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, StatusCode},
    routing::{get, post},
};

use super::*;
use crate::client::Client;
use khen_ambient::SeededChance;

/// A server that grants tokens of this life, the n-th of which is `t-n`, and refuses the first so many.
struct Office {
    life_seconds: i64,
    refuses: usize,
    granted: AtomicUsize,
}

async fn grant(State(office): State<Arc<Office>>, form: String) -> (StatusCode, Json<Value>) {
    let is_asked =
        form.starts_with("grant_type=client_credentials&client_assertion_type=urn%3Aietf");
    assert!(is_asked, "{form}");
    if office.life_seconds < 0 {
        let refusal = json!({ "error": "invalid_client", "error_description": "exp is over" });
        return (StatusCode::UNAUTHORIZED, Json(refusal));
    }
    let number = office.granted.fetch_add(1, Ordering::SeqCst) + 1;
    let token = json!({ "access_token": format!("t-{number}"), "expires_in": office.life_seconds });
    (StatusCode::OK, Json(token))
}

async fn answer(
    State(office): State<Arc<Office>>,
    headers: HeaderMap,
) -> (StatusCode, Json<Value>) {
    let shown = headers["authorization"].to_str().unwrap();
    let number: usize = shown.strip_prefix("Bearer t-").unwrap().parse().unwrap();
    if number <= office.refuses {
        let problem = json!({ "code": "unauthenticated", "title": "Chưa xác thực" });
        return (StatusCode::UNAUTHORIZED, Json(problem));
    }
    (StatusCode::OK, Json(json!({ "number": number })))
}

/// A client of a fresh server.
async fn client(life_seconds: i64, refuses: usize) -> Client {
    let office = Arc::new(Office {
        life_seconds,
        refuses,
        granted: AtomicUsize::new(0),
    });
    let router = Router::new()
        .route(TOKEN_PATH, post(grant))
        .route("/ask", get(answer))
        .with_state(office);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    let url: Url = url.parse().unwrap();
    let tokens = AccessTokens {
        client_id: "c-1".to_owned(),
        key: PrivateKey::random(&SeededChance::new(1)),
        url: url.join(TOKEN_PATH).unwrap(),
        audience: "https://khen.example".to_owned(),
        language: Language::En,
        held: Mutex::default(),
    };
    Client::asking_for(tokens, url, Language::En).unwrap()
}

async fn ask(client: &Client) -> Result<u64, Stop> {
    let answer = client.ask("/ask", &[]).await?;
    Ok(answer["number"].as_u64().unwrap())
}

#[tokio::test]
async fn a_token_serves_until_shortly_before_its_end() {
    let long = client(600, 0).await;
    let short = client(20, 0).await;
    for turn in 1..=3 {
        assert_eq!(ask(&long).await.unwrap(), 1);
        assert_eq!(ask(&short).await.unwrap(), turn);
    }
}

#[tokio::test]
async fn who_ask_at_once_share_one_token() {
    let client = client(600, 0).await;
    let (one, other) = tokio::join!(ask(&client), ask(&client));
    assert_eq!((one.unwrap(), other.unwrap()), (1, 1));
}

#[tokio::test]
async fn a_token_that_is_refused_is_replaced_once() {
    let forgetful = client(600, 1).await;
    assert_eq!(ask(&forgetful).await.unwrap(), 2);
    assert_eq!(ask(&forgetful).await.unwrap(), 2);
    let closed = client(600, 9).await;
    let stop = ask(&closed).await.unwrap_err();
    assert!(stop.is_stranger(), "{stop:?}");
}

#[tokio::test]
async fn why_no_token_is_granted_is_told() {
    let refused = ask(&client(-1, 0).await).await.unwrap_err();
    let Stop::Refused(problem) = &refused else {
        panic!("{refused:?}");
    };
    assert_eq!(problem["code"], "invalid_client");
    let told = refused.told(&Speaker::new(Language::En));
    assert!(
        told.contains("/oauth/token") && told.contains("exp is over"),
        "{told}"
    );
}
