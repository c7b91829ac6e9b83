//! What happens to every request: an id, a span, a time limit, words for problems, one log line.

mod language;
mod request_id;
mod trace;

use std::{any::Any, time::Duration};

use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderName, HeaderValue, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use metrics::histogram;
use tracing::{Instrument, Span, error, field::Empty, info, info_span};

use crate::{
    export::WAIT_TIME_MAX,
    limits::REQUEST_TIME_MAX,
    names::{EVENTS, LEDGERS, REQUEST_ID, REQUEST_SECONDS},
    parts::Shared,
    problem::{Problem, worded},
};
use khen_ambient::Stopwatch;
use khen_texts::Problem as Slug;

pub(crate) use request_id::RequestId;

/// The method, if it is one that anybody may know: a label that callers make up would let every
/// request leave a series of its own.
fn known(method: &Method) -> &'static str {
    let known = [
        Method::GET,
        Method::HEAD,
        Method::POST,
        Method::PUT,
        Method::PATCH,
        Method::DELETE,
        Method::OPTIONS,
    ];
    let words = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
    let found = known.iter().zip(words).find(|(one, _)| *one == method);
    found.map_or("other", |(_, word)| word)
}

/// The outermost layer: nothing leaves without id, words and log line.
pub(crate) async fn accompany(
    State(api): State<Shared>,
    mut request: Request,
    next: Next,
) -> Response {
    let watch = Stopwatch::start();
    let language = language::of(request.headers());
    let method = known(request.method());
    let route = request.extensions().get::<MatchedPath>();
    let route = route.map_or("", MatchedPath::as_str).to_owned();
    let span = span(method, &route);
    let trace = trace::take_up(&span, request.headers());
    let id = RequestId::of(request.headers(), trace, &*api.parts.ids);
    span.record("correlation.id", id.as_str());
    request.extensions_mut().insert(id.clone());
    let response = next.run(request).instrument(span.clone()).await;
    let code = response
        .extensions()
        .get::<Problem>()
        .map_or("", Problem::code);
    let mut response = worded(&api.parts.texts, language, id.as_str(), response);
    guard(&mut response, &id);
    let (status, seconds) = (response.status().as_u16(), watch.elapsed().as_secs_f64());
    let labels = [
        ("method", method.to_owned()),
        ("route", route),
        ("status", status.to_string()),
    ];
    histogram!(REQUEST_SECONDS, &labels).record(seconds);
    // Signed, because OpenTelemetry knows no other whole numbers.
    span.record("http.response.status_code", i64::from(status));
    if response.status().is_server_error() {
        span.record("otel.status_code", "ERROR");
    }
    let _entered = span.enter();
    info!(problem = code, seconds, "answered a request");
    response
}

/// The span of a request. Names: OpenTelemetry semantic conventions for HTTP servers.
fn span(method: &'static str, route: &str) -> Span {
    info_span!(
        "http.request",
        otel.name = format!("{method} {route}").trim_end(),
        otel.kind = "server",
        otel.status_code = Empty,
        correlation.id = Empty,
        http.request.method = method,
        http.route = route,
        http.response.status_code = Empty,
        ledger = Empty,
        token.id = Empty,
        actor.hash = Empty,
    )
}

/// Headers that every answer carries; an answer is personal unless it says otherwise.
fn guard(response: &mut Response, id: &RequestId) {
    let headers = response.headers_mut();
    headers.insert(HeaderName::from_static(REQUEST_ID), id.value());
    let fixed = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; frame-ancestors 'none'",
        ),
        (header::CACHE_CONTROL, "no-store"),
    ];
    for (name, value) in fixed {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
}

/// Gives up on a request that takes too long, beside the time that it may have asked to wait. A command that is being recorded is recorded all the
/// same: the same key again tells.
pub(crate) async fn bound_in_time(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>();
    let may_wait = route.is_some_and(|route| [EVENTS, LEDGERS].contains(&route.as_str()));
    let patience = if may_wait {
        WAIT_TIME_MAX
    } else {
        Duration::ZERO
    };
    let answered = tokio::time::timeout(REQUEST_TIME_MAX + patience, next.run(request)).await;
    answered.unwrap_or_else(|_| {
        error!("a request took too long");
        Problem::of(Slug::Unavailable).into_response()
    })
}

/// A defect: logged with its message, told without it.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the layer hands the panic over"
)]
pub(crate) fn broken(panic: Box<dyn Any + Send + 'static>) -> Response {
    let message = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("a panic without a message");
    error!(message, "a request met a defect");
    Problem::of(Slug::Internal).into_response()
}
