//! How a client gets an access token, and what it opens.

use std::sync::Arc;

use axum::{body::Body, http::Request};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::{
    house::{House, ISSUER, Wanted, ledger},
    seed::seed,
    talk::{Reply, act, ask, send, with_token},
};
use khen_accounts::{AssertionParts, PrivateKey, Registration, Scope};
use khen_ambient::{Clock, OsChance, SeededChance, SystemClock};
use khen_api::Allowance;
use khen_domain::{
    Role,
    stories_kit::{Stage, assignment, grant, system},
};
use khen_eventlog::{HaltRecord, LedgerId, Position};
use khen_store_sqlite::SqliteLedger;

const EVENTS: &str = "/export/v1/made-up/events?from=0&limit=1";
const LEDGERS: &str = "/export/v1/ledgers";
const KIND: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// A client of a house.
struct Program {
    id: String,
    key: PrivateKey,
}

fn stage() -> Stage {
    let client = grant("officer.tai-chinh", Role::ExportClient, "tai-chinh");
    Stage::ranked().then(&system(), client)
}

async fn open_with(allowance: Allowance) -> (House, Program) {
    let house = House::with(Wanted {
        stage: stage(),
        allowance,
        ..Wanted::default()
    })
    .await;
    let program = register(&house, &[Scope::Read, Scope::Ack], &[ledger()]).await;
    (house, program)
}

async fn open() -> (House, Program) {
    open_with(Allowance::default()).await
}

async fn register(house: &House, scopes: &[Scope], ledgers: &[LedgerId]) -> Program {
    let key = PrivateKey::random(&OsChance);
    let acting = assignment("officer.tai-chinh", Role::ExportClient);
    let grants = ledgers
        .iter()
        .map(|ledger| (ledger.clone(), acting.clone()));
    let registration = Registration {
        name: "Sở Nội vụ tỉnh minh họa".to_owned(),
        scopes: scopes.iter().copied().collect(),
        grants: grants.collect(),
        key: key.public().clone(),
    };
    let client = house.clients.register(registration).await.unwrap();
    Program {
        id: client.client_id,
        key,
    }
}

impl Program {
    fn assertion_at(&self, now: Timestamp, id: &str) -> String {
        self.key.assertion(AssertionParts {
            client_id: &self.id,
            audience: ISSUER,
            id,
            now,
        })
    }

    fn assertion(&self, id: &str) -> String {
        self.assertion_at(SystemClock.now(), id)
    }

    async fn token(&self, house: &House, id: &str) -> String {
        let reply = ask_for_token(house, &form(&self.assertion(id))).await;
        reply.ok(200)["access_token"].as_str().unwrap().to_owned()
    }
}

fn form(assertion: &str) -> String {
    format!(
        "grant_type=client_credentials&client_assertion_type={KIND}&client_assertion={assertion}"
    )
}

async fn ask_for_token(house: &House, form: &str) -> Reply {
    let request = Request::post("/oauth/token")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .body(Body::from(form.to_owned()));
    send(&house.public, request.unwrap()).await
}

#[track_caller]
fn refused(reply: &Reply, status: u16, error: &str) -> String {
    let answer = reply.json();
    let found = (reply.status.as_u16(), &answer["error"]);
    assert_eq!(found, (status, &json!(error)), "{answer}");
    assert_eq!(reply.header("content-type"), "application/json");
    assert_eq!(reply.header("cache-control"), "no-store");
    let description = answer["error_description"].as_str().unwrap();
    // Source: RFC 6749, section 5.2.
    let allowed = |byte: u8| (0x20..=0x7e).contains(&byte) && byte != b'"' && byte != b'\\';
    assert!(description.bytes().all(allowed), "{description}");
    description.to_owned()
}

#[tokio::test]
async fn the_server_says_where_tokens_are_asked_for() {
    let (house, _) = open().await;
    let path = "/.well-known/oauth-authorization-server";
    let told = ask(&house.public, "", path).await.ok(200);
    assert_eq!(told["issuer"], ISSUER);
    assert_eq!(told["token_endpoint"], format!("{ISSUER}/oauth/token"));
    assert_eq!(
        told["token_endpoint_auth_methods_supported"],
        json!(["private_key_jwt"])
    );
}

#[tokio::test]
async fn a_token_reads_the_export_and_nothing_else() {
    let (house, program) = open().await;
    let reply = ask_for_token(&house, &form(&program.assertion("1"))).await;
    let granted = reply.ok(200);
    assert_eq!(reply.header("cache-control"), "no-store");
    assert_eq!(granted["token_type"], "Bearer");
    assert_eq!(granted["expires_in"], 600);
    assert_eq!(granted["scope"], "export.read export.ack");
    let token = granted["access_token"].as_str().unwrap();
    let page = ask(&house.public, token, EVENTS).await;
    // As the standing token of the same assignment reads it.
    let standing = house.token("officer.tai-chinh", Role::ExportClient).await;
    assert_eq!(
        page.ok(200),
        ask(&house.public, &standing, EVENTS).await.ok(200)
    );
    assert_eq!(
        page.header("etag"),
        ask(&house.public, &standing, EVENTS).await.header("etag")
    );
    for elsewhere in ["/api/v1/me", "/api/v1/nominations", "/api/v1/audits"] {
        let reply = ask(&house.public, token, elsewhere).await;
        reply.problem(403, "forbidden");
    }
    let content = json!({ "unit": "tu-phap" });
    let reply = act(&house.public, token, ("record_initiative", "k"), content).await;
    reply.problem(403, "forbidden");
    let other = "/export/v1/other/events?from=0";
    ask(&house.public, token, other)
        .await
        .problem(404, "not-found");
}

#[tokio::test]
async fn a_token_without_the_scope_is_told_which_one_is_missing() {
    let (house, _) = open().await;
    let program = register(&house, &[Scope::Ack], &[ledger()]).await;
    let token = program.token(&house, "1").await;
    for path in [
        EVENTS,
        LEDGERS,
        "/export/v1/made-up",
        "/export/v1/made-up/segments",
    ] {
        let reply = ask(&house.public, &token, path).await;
        let problem = reply.problem(403, "forbidden");
        assert_eq!(problem["facts"]["required_scope"], "export.read");
        assert_eq!(
            reply.header("www-authenticate"),
            "Bearer realm=\"khen\", error=\"insufficient_scope\", scope=\"export.read\""
        );
    }
}

#[tokio::test]
async fn acknowledging_and_documents_take_scopes_of_their_own() {
    let (house, both) = open().await;
    let reader = register(&house, &[Scope::Read], &[ledger()]).await;
    let put = async |token: String| {
        let request = Request::put("/export/v1/made-up/consumers/so/ack");
        let request = with_token(request, &token).header("Content-Type", "application/json");
        send(&house.public, request.body(Body::from("{}")).unwrap()).await
    };
    let refused = put(reader.token(&house, "1").await).await;
    let problem = refused.problem(403, "forbidden");
    assert_eq!(problem["facts"]["required_scope"], "export.ack");
    let blob = format!(
        "/export/v1/made-up/events/0/blobs/sha256/{}",
        "0".repeat(64)
    );
    let refused = ask(&house.public, &both.token(&house, "0").await, &blob).await;
    let problem = refused.problem(403, "forbidden");
    assert_eq!(problem["facts"]["required_scope"], "export.blobs");
    // Let in, and told what is missing in what it says.
    put(both.token(&house, "1").await)
        .await
        .problem(400, "malformed");
    let consumers = "/export/v1/made-up/consumers";
    ask(&house.public, &reader.token(&house, "2").await, consumers)
        .await
        .ok(200);
}

#[tokio::test]
async fn a_form_that_is_none_is_refused_in_the_words_of_oauth() {
    let (house, program) = open().await;
    let whole = |id: &str| form(&program.assertion(id));
    for (form, status, error) in [
        (String::new(), 400, "invalid_request"),
        (
            whole("1").replace("grant_type", "type"),
            400,
            "invalid_request",
        ),
        (
            whole("2").replace("client_credentials", "password"),
            400,
            "unsupported_grant_type",
        ),
        (
            format!("{}&grant_type=client_credentials", whole("3")),
            400,
            "invalid_request",
        ),
        (
            format!("{}&scope=export.read&scope=export.ack", whole("4")),
            400,
            "invalid_request",
        ),
        (
            format!("{}&scope=export.blobs", whole("5")),
            400,
            "invalid_scope",
        ),
        (
            format!("{}&scope=%C4%91%22", whole("6")),
            400,
            "invalid_scope",
        ),
        (whole("7").replace(KIND, "urn:other"), 401, "invalid_client"),
        (
            "grant_type=client_credentials&client_id=a&client_secret=b".to_owned(),
            401,
            "invalid_client",
        ),
        (
            format!("{}&client_id=c-other", whole("8")),
            401,
            "invalid_client",
        ),
        (form("a.b.c"), 401, "invalid_client"),
    ] {
        refused(&ask_for_token(&house, &form).await, status, error);
    }
    let unread = Request::post("/oauth/token")
        .header("Content-Type", "application/json")
        .body(Body::from("{}"));
    refused(
        &send(&house.public, unread.unwrap()).await,
        400,
        "invalid_request",
    );
    let large = ask_for_token(&house, &form(&"a".repeat(20_000))).await;
    large.problem(413, "too-large");
    let unknown = format!("{}&resource=https://khen.example&scope=", whole("9"));
    ask_for_token(&house, &unknown).await.ok(200);
}

#[tokio::test]
async fn an_assertion_that_does_not_hold_says_why_to_who_has_the_key() {
    let (house, program) = open().await;
    let now = SystemClock.now();
    let early = now - jiff::SignedDuration::from_mins(10);
    let old = ask_for_token(&house, &form(&program.assertion_at(early, "1"))).await;
    assert!(refused(&old, 401, "invalid_client").starts_with("exp is over"));
    let whole = program.assertion("2");
    ask_for_token(&house, &form(&whole)).await.ok(200);
    let again = ask_for_token(&house, &form(&whole)).await;
    assert!(refused(&again, 401, "invalid_client").contains("used before"));
    // A stranger cannot tell a client from nobody.
    let stranger = PrivateKey::random(&SeededChance::new(3));
    let known = Program {
        id: program.id.clone(),
        key: stranger.clone(),
    };
    let nobody = Program {
        id: "c-nobody".to_owned(),
        key: stranger,
    };
    let told = [known, nobody].map(|one| form(&one.assertion("3")));
    let [known, nobody] = [
        ask_for_token(&house, &told[0]).await,
        ask_for_token(&house, &told[1]).await,
    ];
    assert_eq!(
        refused(&known, 401, "invalid_client"),
        refused(&nobody, 401, "invalid_client")
    );
}

#[tokio::test]
async fn a_revoked_client_is_out_at_once() {
    let (house, program) = open().await;
    let token = program.token(&house, "1").await;
    ask(&house.public, &token, EVENTS).await.ok(200);
    assert!(house.clients.revoke(&program.id).await.unwrap());
    let reply = ask(&house.public, &token, EVENTS).await;
    reply.problem(401, "unauthenticated");
    let challenge = "Bearer realm=\"khen\", error=\"invalid_token\"";
    assert_eq!(reply.header("www-authenticate"), challenge);
    let reply = ask_for_token(&house, &form(&program.assertion("2"))).await;
    assert!(refused(&reply, 401, "invalid_client").contains("revoked"));
}

/// Asks until nothing is left of an allowance of two, in whichever minute that is.
async fn used_up(mut ask: impl AsyncFnMut(u32) -> Reply) -> Reply {
    let mut count = 0;
    loop {
        let reply = ask(count).await;
        if reply.status.as_u16() == 429 {
            return reply;
        }
        count += 1;
        assert!(count < 10, "there is no limit");
    }
}

#[tokio::test]
async fn who_fails_too_often_is_told_so_and_locks_nobody_out() {
    let (house, program) = open_with(Allowance {
        grants_per_minute: 2,
        ..Allowance::default()
    })
    .await;
    let stranger = Program {
        id: program.id.clone(),
        key: PrivateKey::random(&SeededChance::new(3)),
    };
    let failed = used_up(async |count| {
        ask_for_token(&house, &form(&stranger.assertion(&count.to_string()))).await
    });
    let reply = failed.await;
    reply.problem(429, "rate-limited");
    assert!(!reply.header("retry-after").is_empty());
    program.token(&house, "own").await;
    let granted = used_up(async |count| {
        ask_for_token(&house, &form(&program.assertion(&format!("own-{count}")))).await
    });
    granted.await.problem(429, "rate-limited");
}

#[tokio::test]
async fn all_tokens_of_a_client_share_one_allowance() {
    let (house, program) = open_with(Allowance {
        exports_per_minute: 2,
        ..Allowance::default()
    })
    .await;
    let reply = used_up(async |count| {
        let token = program.token(&house, &count.to_string()).await;
        ask(&house.public, &token, EVENTS).await
    });
    reply.await.problem(429, "rate-limited");
}

#[tokio::test]
async fn one_client_reads_several_ledgers() {
    let (house, _) = open().await;
    let other = LedgerId::parse("other").unwrap();
    let clock = Arc::new(house.clock.clone());
    let store = SqliteLedger::open(house.folder(), clock).unwrap();
    seed(&store, &house.vault, &other, stage().history()).await;
    let program = register(&house, &[Scope::Read], &[ledger(), other.clone()]).await;
    let token = program.token(&house, "1").await;
    let named = |answer: &Value| -> Vec<String> {
        let ledgers = answer["ledgers"].as_array().unwrap().iter();
        ledgers
            .map(|one| one["ledger"].as_str().unwrap().to_owned())
            .collect()
    };
    let all = ask(&house.public, &token, LEDGERS).await.ok(200);
    assert_eq!(named(&all), ["made-up", "other"]);
    for ledger in ["made-up", "other"] {
        let path = format!("/export/v1/{ledger}/events?from=0&limit=1");
        let page = ask(&house.public, &token, &path).await.ok(200);
        assert_eq!(page.as_array().unwrap().len(), 1, "{ledger}");
    }
    let listed = ask(&house.public, &token, LEDGERS).await;
    let waiting = {
        let (public, tag) = (house.public.clone(), listed.header("etag").to_owned());
        let request = Request::get(format!("{LEDGERS}?wait=60")).header("If-None-Match", tag);
        let request = with_token(request, &token).body(Body::empty()).unwrap();
        tokio::spawn(async move { send(&public, request).await })
    };
    house.halts.put(HaltRecord {
        ledger: other,
        witnessed: Position(1),
        reason: "made up".to_owned(),
        since: house.clock.now(),
    });
    let rest = ask(&house.public, &token, LEDGERS).await.ok(200);
    assert_eq!(named(&rest), ["made-up"]);
    assert_eq!(waiting.await.unwrap().ok(200), rest, "who waited is told");
}
