//! `GET /export/v1/{ledger}/events`.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderName, StatusCode, header},
    response::Response,
    routing::get,
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use schemars::{Schema, SchemaGenerator, json_schema};

use super::{
    LEDGER,
    client::Client,
    news::{self, Found},
    seal::Seal,
    sending::{self, Answer, EACH_TIME, FOR_EVER},
    waits,
};
use crate::{
    extract::{Path, Query as Parameters},
    names::{EVENTS, LOG_SIZE, NEXT, WITNESSED_SIZE},
    operation::{self, Operation, Tag},
    parts::Shared,
    problem::Problem,
};
use khen_domain::IDENTIFIER_CHARS_MAX;
use khen_export::{
    Format, Query,
    limits::{PAGE_EVENT_COUNT_DEFAULT, PAGE_EVENT_COUNT_MAX, WAIT_SECONDS_MAX},
};
use khen_texts::Problem as Slug;

const MEDIA_TYPES: &[&str] = &[Format::Batch.media_type(), Format::Lines.media_type()];

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Export,
        path_parameters: &[LEDGER],
        headers: &[waits::PREFER],
        query: Some(Box::new(parameters)),
        answers: vec![operation::Answer {
            status: StatusCode::OK,
            description: "Events in the order of the ledger, as CloudEvents. `Khen-Next` is the `from` \
                          of the next page; `Khen-Log-Size` is how many events there are, and \
                          `Khen-Witnessed-Size` how many of them witnesses have cosigned.",
            media_types: MEDIA_TYPES,
            schema: None,
        }],
        problems: &[
            Slug::InvalidParameter,
            Slug::NotFound,
            Slug::IntegrityHalt,
            Slug::NotAcceptable,
            Slug::CursorAheadOfLog,
        ],
        ..Operation::question(
            "export_events",
            EVENTS,
            "The events of a ledger from a position on, in pages; nothing is ever left out.",
            get(pull),
        )
    }
}

/// The query parameters, for the document: the room `export` reads them.
fn parameters(_: &mut SchemaGenerator) -> Schema {
    let name =
        r"^([a-z0-9_]+\.(\*|[a-z0-9_]+)|vn\.khen\.[a-z0-9_]+\.[a-z0-9_]+\.v[1-9][0-9]{0,8})$";
    json_schema!({
        "type": "object",
        "required": ["from"],
        "properties": {
            "from": {
                "type": "integer", "format": "uint64",
                "description": "How many events the reader has: 0, or the `Khen-Next` of the page before.",
            },
            "limit": {
                "type": "integer", "minimum": 1, "maximum": PAGE_EVENT_COUNT_MAX,
                "description": format!("Events of the page; {PAGE_EVENT_COUNT_DEFAULT} unless said."),
            },
            "wait": {
                "type": "integer", "minimum": 0, "maximum": WAIT_SECONDS_MAX,
                "description": "Seconds to wait when there is nothing new.",
            },
            "type": {
                "type": "array", "items": { "type": "string", "pattern": name },
                "description": "Only events of these types: `nomination.awarded`, `nomination.*`, or a \
                                whole type.",
            },
            "subject": {
                "type": "string", "pattern": "^[a-z_]+/[!-~]+$", "maxLength": 256,
                "description": "Only events of this stream.",
            },
            "campaign": {
                "type": "string", "pattern": "^[A-Za-z0-9_.-]+$", "maxLength": IDENTIFIER_CHARS_MAX,
                "description": "Only events of streams that are named after this campaign.",
            },
            "unit": {
                "type": "string", "pattern": "^[A-Za-z0-9_.-]+$", "maxLength": IDENTIFIER_CHARS_MAX,
                "description": "Only events of streams of this unit: those that it is named in, and those \
                                whose first event, where its payload is shown to the reader, names it, \
                                such as nominations with what becomes of them.",
            },
            "until_pos": {
                "type": "integer", "format": "uint64",
                "description": "The first position that is not asked for.",
            },
            "recorded_from": {
                "type": "string", "format": "date-time",
                "description": "Only events recorded then or later; goes with `recorded_to`, without `wait`.",
            },
            "recorded_to": {
                "type": "string", "format": "date-time",
                "description": "Only events recorded earlier.",
            },
            "data": {
                "enum": ["full", "none"],
                "description": "Whether payloads are wanted; `full` unless said.",
            },
        },
    })
}

async fn pull(
    State(api): State<Shared>,
    client: Client,
    Path(named): Path<String>,
    Parameters(pairs): Parameters<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let ledger = client.ledger(&api, &named).await?;
    let format = format(&headers)?;
    let query = query(&pairs, &headers)?;
    let found = news::found(&api, &client, ledger, &query, format).await?;
    let Found { ledger, page } = found;
    let seal = Seal::of(&api, &ledger.id).await?;
    let (profile, next) = (client.profile.as_str(), page.next);
    let form = match format {
        Format::Batch => "batch",
        Format::Lines => "lines",
    };
    let answer = Answer {
        // The address says the rest: the same address, start and end are the same events.
        tag: format!("{}-{next}-{profile}-{form}", query.from),
        content_type: format!("{}; charset=utf-8", format.media_type()),
        cache_control: if page.is_final { FOR_EVER } else { EACH_TIME },
        headers: vec![
            (HeaderName::from_static(NEXT), next.to_string()),
            (HeaderName::from_static(LOG_SIZE), ledger.size.to_string()),
            (
                HeaderName::from_static(WITNESSED_SIZE),
                seal.witnessed_size().min(ledger.size.0).to_string(),
            ),
            (
                header::LINK,
                links(&named, &address(&named, &pairs, next.0)),
            ),
        ],
        bytes: page.bytes,
        signer: seal.signer(&api),
    };
    answer.to(&client, &headers).await
}

/// The format that is wanted; without an `Accept` the batch.
fn format(headers: &HeaderMap) -> Result<Format, Problem> {
    let accept = sending::text(headers, &header::ACCEPT);
    let wanted = if accept.is_empty() { "*/*" } else { &accept };
    let available = || Format::ALL.iter().map(|format| format.media_type());
    Format::chosen(wanted).ok_or_else(|| {
        Problem::of(Slug::NotAcceptable).with_fact("available", available().collect::<Vec<_>>())
    })
}

fn query(pairs: &[(String, String)], headers: &HeaderMap) -> Result<Query, Problem> {
    let preferred = waits::preferred(pairs, headers);
    let given = pairs
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    Query::parse(given.chain(preferred.as_deref().map(waits::named)))
        .map_err(Problem::of_parameters)
}

/// The next page, what seals it, and where the past lies in large pieces.
fn links(ledger: &str, next: &str) -> String {
    format!(
        "<{next}>; rel=\"next\", </log/{ledger}/checkpoint>; rel=\"describedby\", \
         </export/v1/{ledger}/segments>; rel=\"archives\""
    )
}

/// The address of the next page: the same question from there on.
fn address(ledger: &str, pairs: &[(String, String)], next: u64) -> String {
    let mut address = format!("/export/v1/{ledger}/events?from={next}");
    for (name, value) in pairs.iter().filter(|(name, _)| name != "from") {
        let value = utf8_percent_encode(value, NON_ALPHANUMERIC);
        address.extend(["&", name, "="].into_iter().chain(value));
    }
    address
}
