//! A server that decides nothing: it holds every command against the OpenAPI document and says yes.

use std::{
    collections::BTreeSet,
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use axum::{
    Json, Router,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    routing::{get, post},
};
use serde_json::{Map, Value, json};
use tokio::runtime::Runtime;

const OPENAPI: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/openapi.json");

/// The counter, open as long as this lives.
pub(crate) struct Counter {
    seen: Arc<Seen>,
    address: SocketAddr,
    _runtime: Runtime,
}

/// What came to it.
struct Seen {
    openapi: Value,
    known: BTreeSet<String>,
    /// How many commands are still turned away.
    turned_away: Mutex<usize>,
    commands: Mutex<BTreeSet<String>>,
    keys: Mutex<Vec<String>>,
    complaints: Mutex<Vec<String>>,
}

impl Counter {
    pub(crate) fn open() -> Self {
        Self::busy(0)
    }

    /// A counter that is too busy for this many commands first.
    pub(crate) fn busy(turned_away: usize) -> Self {
        let openapi: Value =
            serde_json::from_str(&std::fs::read_to_string(OPENAPI).unwrap()).unwrap();
        let paths = openapi["paths"].as_object().unwrap().keys();
        let commands = paths.filter_map(|path| path.strip_prefix("/api/v1/commands/"));
        let seen = Arc::new(Seen {
            known: commands.map(str::to_owned).collect(),
            openapi,
            turned_away: Mutex::new(turned_away),
            commands: Mutex::default(),
            keys: Mutex::default(),
            complaints: Mutex::default(),
        });
        let runtime = Runtime::new().unwrap();
        let address = runtime.block_on(serve(Arc::clone(&seen)));
        Self {
            seen,
            address,
            _runtime: runtime,
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Commands that were given.
    pub(crate) fn commands(&self) -> BTreeSet<String> {
        self.seen.commands.lock().unwrap().clone()
    }

    /// Idempotency keys, in the order in which they came.
    pub(crate) fn keys(&self) -> Vec<String> {
        self.seen.keys.lock().unwrap().clone()
    }

    /// Commands that the API has.
    pub(crate) fn known_commands(&self) -> impl Iterator<Item = &String> {
        self.seen.known.iter()
    }

    /// What is wrong with what was sent.
    pub(crate) fn complaints(&self) -> Vec<String> {
        self.seen.complaints.lock().unwrap().clone()
    }
}

async fn serve(seen: Arc<Seen>) -> SocketAddr {
    let routes = Router::new()
        .route("/api/v1/commands/{command}", post(command))
        .route("/api/v1/documents", post(document))
        .route("/api/v1/assignments", get(assignments))
        .route("/api/v1/people", get(people))
        .route("/api/v1/me", get(me))
        .route("/export/v1/ledgers", get(one_ledger))
        .route("/export/v1/{ledger}/events", get(no_events))
        .route("/log/{ledger}/checkpoint", get(never_signed))
        .fallback(anything)
        .with_state(seen);
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0))
        .await
        .unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, routes).await });
    address
}

async fn command(
    State(seen): State<Arc<Seen>>,
    Path(command): Path<String>,
    headers: HeaderMap,
    Json(body): Json<Value>,
) -> (StatusCode, Json<Value>) {
    let key = headers["Idempotency-Key"].to_str().unwrap().to_owned();
    seen.keys.lock().unwrap().push(key);
    let mut turned_away = seen.turned_away.lock().unwrap();
    if *turned_away > 0 {
        *turned_away -= 1;
        let problem = json!({ "code": "unavailable", "title": "Busy" });
        return (StatusCode::SERVICE_UNAVAILABLE, Json(problem));
    }
    let schema = &seen.openapi["paths"][format!("/api/v1/commands/{command}")]["post"]["requestBody"]
        ["content"]["application/json"]["schema"];
    // References in the document count from its root.
    let mut root = schema.as_object().cloned().unwrap_or_else(Map::new);
    root.insert("components".to_owned(), seen.openapi["components"].clone());
    let validator = jsonschema::validator_for(&Value::Object(root)).unwrap();
    let wrong = validator.iter_errors(&body).map(|error| {
        let place = error.instance_path().to_string();
        format!("{command} {place}: {error}")
    });
    seen.complaints.lock().unwrap().extend(wrong);
    seen.commands.lock().unwrap().insert(command);
    let version = json!({
        "stream": "nomination/HQ-CCHC-2024-0007",
        "code": "HQ-CCHC-2024-0007-D",
        "version": 1,
    });
    let answer = json!({
        "command_id": "0",
        "is_repeat": false,
        "events": [version],
        "versions": [version],
        "min_position": 1,
    });
    (StatusCode::CREATED, Json(answer))
}

async fn document() -> (StatusCode, Json<Value>) {
    let kept = json!({
        "sha256": "0".repeat(64),
        "media_type": "application/pdf",
        "size": 16,
    });
    (StatusCode::CREATED, Json(kept))
}

/// People in every role, as the examples speak of them.
async fn assignments(Query(asked): Query<Map<String, Value>>) -> Json<Value> {
    let titles = [
        ("unit_head", "Chánh Văn phòng"),
        ("reviewer", "Chuyên viên Phòng Nội vụ"),
        ("substitute_reviewer", "Thanh tra viên"),
        ("substitute_confirmer", "Phó Chánh Thanh tra"),
        ("council_chair", "Chủ tịch Hội đồng"),
        ("council_vice_chair", "Phó Chủ tịch Hội đồng"),
        ("council_member", "Phó Chủ tịch Thường trực Hội đồng"),
        ("council_member", "Ủy viên Hội đồng"),
        ("chairman", "Chủ tịch UBND huyện"),
        ("campaign_authority", "Chủ tịch UBND huyện"),
        ("deputy_signatory", "Phó Chủ tịch UBND huyện"),
    ];
    let is_asked = |role: &str| asked.get("role").is_none_or(|asked| asked == role);
    let holder = |(turn, (role, title)): (usize, &(&str, &str))| {
        json!({
            "assignment": format!("a-{turn}"),
            "person": format!("p-{turn}"),
            "name": if *role == "reviewer" { "Hoàng Văn Thử Nghiệm" } else { "Trần Minh Họa" },
            "role": role,
            "title": title,
        })
    };
    let held = titles
        .iter()
        .enumerate()
        .filter(|(_, (role, _))| is_asked(role));
    Json(json!({ "items": held.map(holder).collect::<Vec<_>>(), "next": null }))
}

async fn people() -> Json<Value> {
    let person = json!({ "person": "p-1", "name": "Điểu Ví Dụ", "unit": "van-phong" });
    Json(json!({ "items": [person], "next": null }))
}

async fn me() -> Json<Value> {
    Json(json!({ "assignment": "a-1", "principal": "p-1", "unit": "van-phong" }))
}

/// The ledgers that everybody reads.
async fn one_ledger() -> Json<Value> {
    Json(json!({ "ledgers": [{ "ledger": "hon-quan", "log_size": 0 }] }))
}

/// The log of a ledger that was never signed.
async fn never_signed() -> (StatusCode, Json<Value>) {
    let problem = json!({ "code": "not-found", "title": "Not found" });
    (StatusCode::NOT_FOUND, Json(problem))
}

/// The feed of a ledger without events.
async fn no_events() -> [(&'static str, String); 3] {
    [
        ("khen-next", "0".to_owned()),
        ("khen-log-size", "0".to_owned()),
        ("repr-digest", khen_export::repr_digest(b"")),
    ]
}

async fn anything() -> Json<Value> {
    Json(json!({ "code": "HQ-CCHC-2024-0007-D", "unit": "van-phong", "items": [], "next": null }))
}
