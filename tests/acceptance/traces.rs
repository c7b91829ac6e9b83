//! Traces: from the request to the rows, and from an event or a log line back.

use std::sync::{Arc, Mutex};

use axum::{Router, body::Bytes, extract::State, routing::post};
use opentelemetry_proto::tonic::{
    collector::trace::v1::ExportTraceServiceRequest, common::v1::any_value::Value as Said,
    trace::v1::Span,
};
use prost::Message as _;
use serde_json::Value;
use tokio::{net::TcpListener, runtime::Runtime};

use crate::house::House;

const ENDPOINT: &str = "KHEN_TELEMETRY__OTLP_ENDPOINT";

type Received = Arc<Mutex<Vec<Span>>>;

/// Keeps what it is sent, as long as it lives.
struct Collector {
    url: String,
    received: Received,
    _runtime: Runtime,
}

impl Collector {
    fn start() -> Self {
        let runtime = Runtime::new().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let received = Received::default();
        let router = Router::new()
            .route("/v1/traces", post(receive))
            .with_state(Arc::clone(&received));
        runtime.spawn(async move { axum::serve(listener, router).await });
        Self {
            url,
            received,
            _runtime: runtime,
        }
    }

    fn spans(&self) -> Vec<Span> {
        self.received.lock().unwrap().clone()
    }
}

async fn receive(State(received): State<Received>, body: Bytes) {
    let sent = ExportTraceServiceRequest::decode(body).unwrap();
    let resources = sent.resource_spans.into_iter();
    let scopes = resources.flat_map(|resource| resource.scope_spans);
    let spans = scopes.flat_map(|scope| scope.spans);
    received.lock().unwrap().extend(spans);
}

/// An attribute of a span.
fn attribute(span: &Span, name: &str) -> Option<Said> {
    let found = span.attributes.iter().find(|one| one.key == name)?;
    found.value.as_ref()?.value.clone()
}

fn text(span: &Span, name: &str) -> String {
    match attribute(span, name) {
        Some(Said::StringValue(text)) => text,
        other => panic!("{name} of {}: {other:?}", span.name),
    }
}

fn number(span: &Span, name: &str) -> i64 {
    match attribute(span, name) {
        Some(Said::IntValue(number)) => number,
        other => panic!("{name} of {}: {other:?}", span.name),
    }
}

#[test]
fn one_trace_leads_from_the_request_through_the_command_to_the_rows() {
    let collector = Collector::start();
    let house = House::new();
    let mut season = house.khen(&["season", "--until", "launch"]);
    let status = season.env(ENDPOINT, &collector.url).status().unwrap();
    assert!(status.success());

    let spans = collector.spans();
    let below = |parent: &Span, name: &str| {
        let mut found = spans.iter().filter(|span| {
            span.name == name
                && span.trace_id == parent.trace_id
                && span.parent_span_id == parent.span_id
        });
        let child = found.next();
        child.unwrap_or_else(|| panic!("no {name} below {}", parent.name))
    };
    let mut recorded: Vec<&Span> = spans
        .iter()
        .filter(|span| span.name.starts_with("POST /api/v1/commands/"))
        .filter(|span| number(span, "http.response.status_code") == 201)
        .collect();
    recorded.sort_by_key(|span| span.start_time_unix_nano);
    let request = recorded[0];
    assert_eq!(request.parent_span_id, Vec::<u8>::new());
    let kind = request.name.rsplit('/').next().unwrap();

    let command = below(request, "desk.command.carry_out");
    assert_eq!(text(command, "command.kind"), kind);
    assert_eq!(text(command, "command.outcome"), "recorded");
    let append = below(command, "log.events.append");
    assert_eq!(text(append, "db.system.name"), "sqlite");
    assert_eq!(text(append, "db.operation.name"), "append");
    let rows = spans
        .iter()
        .filter(|span| span.name == "worker.request.follow" && text(span, "worker.sink") == "rows")
        .find(|span| span.parent_span_id == request.span_id)
        .expect("the rows follow the request");
    assert_eq!(rows.trace_id, request.trace_id);
    let places = |span| ["event.first_position", "event.position"].map(|name| number(span, name));
    assert_eq!(places(rows), places(command));

    let event = &house.events()[usize::try_from(places(rows)[0]).unwrap()];
    let trace = hex::encode(&request.trace_id);
    assert_eq!(event.correlation, trace);
    assert_eq!(text(rows, "correlation.id"), trace);
}

#[test]
fn the_trace_of_the_caller_stands_in_answer_and_log() {
    const TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";
    const CALL: &str = "00f067aa0ba902b7";
    let collector = Collector::start();
    let house = House::new();
    let serving = house.serve_with("serve", &[(ENDPOINT, &collector.url)]);
    let runtime = Runtime::new().unwrap();
    let answer = runtime.block_on(async {
        let request = crate::house::http().get(format!("{}/api/v1/me", serving.url));
        let traced = request.header("traceparent", format!("00-{TRACE}-{CALL}-01"));
        traced.send().await.unwrap()
    });
    assert_eq!(answer.headers()["x-request-id"], TRACE);
    let log = serving.log.clone();
    assert!(serving.stop());

    let spans = collector.spans();
    let request = spans.iter().find(|span| span.name == "GET /api/v1/me");
    let request = request.expect("the request is traced");
    assert_eq!(hex::encode(&request.trace_id), TRACE);
    assert_eq!(hex::encode(&request.parent_span_id), CALL);

    let log = std::fs::read_to_string(log).unwrap();
    let line = log
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .find(|line| line["msg"] == "answered a request")
        .expect("a request is logged");
    assert_eq!(line["trace_id"], TRACE);
    assert_eq!(line["span_id"], hex::encode(&request.span_id));
    assert_eq!(line["correlation"], TRACE);
    assert_eq!(line["http.response.status_code"], 401);
}
