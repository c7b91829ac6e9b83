//! `PUT /export/v1/{ledger}/consumers/{id}/ack`.

use axum::{
    body::Bytes,
    extract::{DefaultBodyLimit, State, rejection::BytesRejection},
    http::{HeaderMap, StatusCode, header},
    response::Response,
    routing::put,
};
use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    PATH,
    answer::{ConsumerAnswer, answer, tag},
    consumer,
};
use crate::{
    body::{self, JSON},
    export::{client::Client, sending::text},
    extract::{Bound, NoQuery, Path},
    limits::ACK_BODY_BYTES_MAX,
    operation::{self, Answer, Header, Operation, Tag, Verb},
    parts::{Api, Shared},
    problem::{Complaint, Problem, unavailable},
};
use khen_accounts::Scope;
use khen_audit::Hash;
use khen_eventlog::{Ack, AckError, Ledger, Position};
use khen_export::root_at;
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        verb: Verb::Put,
        tag: Tag::Export,
        scope: Some(Scope::Ack),
        path_parameters: PATH,
        headers: &[Header {
            name: "If-Match",
            is_required: false,
            description: "The consumer must still be where this `ETag` was answered, or, with `*`, be known.",
            pattern: Some("^[ -~]*$"),
        }],
        body: Some(operation::Body {
            media_types: &[JSON],
            schema: Some(operation::schema_of::<AckBody>()),
        }),
        answers: vec![Answer::json::<ConsumerAnswer>(
            StatusCode::OK,
            "Kept, or kept already; how far the consumer is now.",
        )],
        problems: PROBLEMS,
        ..Operation::question(
            "export_acknowledge",
            "/export/v1/{ledger}/consumers/{id}/ack",
            "A client says how many events of the ledger it has stored, and under which root.",
            put(acknowledge).layer(DefaultBodyLimit::max(ACK_BODY_BYTES_MAX)),
        )
    }
}

const PROBLEMS: &[Slug] = &[
    Slug::Malformed,
    Slug::InvalidParameter,
    Slug::ForeignConsumer,
    Slug::NotFound,
    Slug::CursorAheadOfLog,
    Slug::AckRegression,
    Slug::TooManyConsumers,
    Slug::RootMismatch,
    Slug::ConsumerMoved,
    Slug::TooLarge,
    Slug::UnsupportedMediaType,
    Slug::NotSealed,
    Slug::IntegrityHalt,
    Slug::ReadOnly,
];

/// "We have stored the first `next` events."
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AckBody {
    /// How many events are stored: the `from` of the next page.
    #[serde(deserialize_with = "Bound::of_json")]
    next: Bound,
    /// The root of the RFC 6962 tree over their leaves, in base64.
    #[schemars(extend("pattern" = "^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$"))]
    root: String,
}

async fn acknowledge(
    State(api): State<Shared>,
    client: Client,
    Path((named, id)): Path<(String, String)>,
    _: NoQuery,
    headers: HeaderMap,
    bytes: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let consumer = consumer(&id)?;
    let body: AckBody = body::object(&headers, bytes, ACK_BODY_BYTES_MAX)?;
    let root = Hash::parse(&body.root).map_err(|error| {
        Problem::invalid([Complaint {
            place: "root".to_owned(),
            detail: error.to_string(),
        }])
    })?;
    let ledger = client.ledger(&api, &named).await?;
    api.must_record()?;
    let ack = Ack {
        ledger: ledger.id.clone(),
        consumer,
        client: client.reader.assignment.to_string(),
        profile: client.profile.as_str().to_owned(),
        next: body.next.into(),
        root: root.0,
        at: api.parts.clock.now(),
    };
    must_be_ours(&api, &ledger, &ack).await?;
    let seen = seen(&api, &ack, &headers).await?;
    let kept = api.parts.acks.acknowledge(&ack, seen).await?;
    answer(&api, &client, &ledger, &kept).await
}

/// Passes a root that is the log's at that size.
async fn must_be_ours(api: &Api, ledger: &Ledger, ack: &Ack) -> Result<(), Problem> {
    if ack.next > ledger.size {
        return Err(Problem::of(Slug::CursorAheadOfLog)
            .with_fact("position", ack.next.0)
            .with_fact("log_size", ledger.size.0));
    }
    let log = api.parts.tiles.log(&ledger.id).await?.unwrap_or_default();
    if ack.next > log.size {
        return Err(Problem::of(Slug::NotSealed).with_fact("sealed_size", log.size.0));
    }
    let ours = root_at(&*api.parts.tiles, &ledger.id, ack.next.0).await;
    let ours = ours.map_err(|error| unavailable(&error))?;
    if ours.0 == ack.root {
        Ok(())
    } else {
        Err(Problem::other_root(ack.next, ours))
    }
}

/// Where the client saw the consumer, if it says so with `If-Match`, and the consumer is there.
async fn seen(api: &Api, ack: &Ack, headers: &HeaderMap) -> Result<Option<Position>, Problem> {
    if !headers.contains_key(header::IF_MATCH) {
        return Ok(None);
    }
    let wanted = text(headers, &header::IF_MATCH);
    let stands = api.parts.acks.ack(&ack.ledger, &ack.consumer).await?;
    let stands = stands.ok_or_else(|| Problem::of(Slug::ConsumerMoved))?;
    if stands.client != ack.client {
        return Err(Problem::of(Slug::ForeignConsumer));
    }
    // Whoever lost the answer asks again with the tag of before: it is done already (RFC 9110 13.1.1).
    let is_done = stands.next == ack.next;
    if is_done || is_matched(&wanted, &tag(&stands)) {
        Ok(Some(stands.next))
    } else {
        Err(Problem::of(Slug::ConsumerMoved))
    }
}

/// Whether `If-Match` holds for this tag; strong comparison (RFC 9110 section 13.1.1).
fn is_matched(if_match: &str, tag: &str) -> bool {
    let mut tags = if_match.split(',').map(str::trim);
    tags.any(|one| one == "*" || one == tag)
}

impl Problem {
    /// A root over that many events that is not the log's, and the one that is.
    fn other_root(next: Position, ours: Hash) -> Self {
        Self::of(Slug::RootMismatch)
            .with_fact("next", next.0)
            .with_fact("expected", ours.to_string())
    }
}

impl From<AckError> for Problem {
    fn from(error: AckError) -> Self {
        match error {
            AckError::OtherClient => Self::of(Slug::ForeignConsumer),
            AckError::Regression { stands } => {
                Self::of(Slug::AckRegression).with_fact("expected", stands.next.0)
            }
            AckError::OtherRoot { stands } => Self::other_root(stands.next, Hash(stands.root)),
            AckError::Moved => Self::of(Slug::ConsumerMoved),
            AckError::TooMany { max } => Self::of(Slug::TooManyConsumers).with_fact("max", max),
            AckError::Office(error) => error.into(),
        }
    }
}
