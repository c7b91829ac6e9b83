//! `POST /api/v1/commands/<command>`.

use axum::{
    Json,
    extract::{DefaultBodyLimit, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::post,
};
use metrics::counter;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::{answer::CommandAnswer, sent::Sent};
use crate::{
    body::JSON,
    limits::COMMAND_BODY_BYTES_MAX,
    names::COMMANDS,
    openapi,
    operation::{Answer, Body, Header, Operation, Tag, Verb},
    parts::Shared,
    problem::Problem,
};
use khen_domain::CommandKind;
use khen_texts::Problem as Slug;

pub(super) fn operation(kind: CommandKind) -> Operation {
    let handler = move |State(api): State<Shared>, sent: Sent| answer(kind, api, sent);
    Operation {
        verb: Verb::Post,
        tag: Tag::Commands,
        headers: HEADERS,
        body: Some(Body {
            media_types: &[JSON],
            schema: Some(Box::new(move |generator| {
                openapi::command_body(kind, generator)
            })),
        }),
        answers: vec![
            Answer::json::<CommandAnswer>(StatusCode::CREATED, "Recorded."),
            Answer::json::<CommandAnswer>(
                StatusCode::OK,
                "Nothing new to record: the wish was fulfilled already, or the command was sent \
                 again and this is its first result.",
            ),
        ],
        problems: PROBLEMS,
        is_refusable: true,
        ..Operation::question(
            kind.as_str(),
            &format!("/api/v1/commands/{}", kind.as_str()),
            &summary(kind),
            post(handler).layer(DefaultBodyLimit::max(COMMAND_BODY_BYTES_MAX)),
        )
    }
}

const HEADERS: &[Header] = &[
    Header {
        name: "Idempotency-Key",
        is_required: true,
        description: "The same key is the same command, for ever: 1 to 200 characters.",
        pattern: Some("^[!-~]([ -~]{0,198}[!-~])?$"),
    },
    Header {
        name: "If-Match",
        is_required: false,
        description: "A stream and the version that the caller saw, `\"<stream>@<version>\"`; a \
                      condition of the recording itself.",
        pattern: Some("^\"[a-z_]{1,40}/[!-~]{1,180}@[0-9]{1,18}\"$"),
    },
];

const PROBLEMS: &[Slug] = &[
    Slug::Malformed,
    Slug::NoKey,
    Slug::NotFound,
    Slug::Conflict,
    Slug::Stale,
    Slug::TooLarge,
    Slug::UnsupportedMediaType,
    Slug::KeyReused,
    Slug::UnknownDocument,
    Slug::UnknownPerson,
    Slug::Erased,
    Slug::IntegrityHalt,
    Slug::ReadOnly,
];

/// The first sentence of what the domain says about its command.
fn summary(kind: CommandKind) -> String {
    let schema = kind.schema(&mut SchemaSettings::draft2020_12().into_generator());
    let description = schema
        .get("description")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let first = description.split_inclusive('.').next().unwrap_or_default();
    first.replace('\n', " ")
}

async fn answer(kind: CommandKind, api: Shared, sent: Sent) -> Result<Response, Problem> {
    let answered = match sent.wish(kind) {
        Ok(wish) => {
            let carried_out = api.parts.desk.carry_out(wish).await;
            carried_out.map_err(|error| Problem::of_command(kind, error))
        }
        Err(problem) => Err(problem),
    };
    let (status, outcome) = match &answered {
        Err(problem) => (StatusCode::OK, problem.code()),
        Ok(done) if done.is_repeat => (StatusCode::OK, "repeated"),
        Ok(done) if done.events.is_empty() => (StatusCode::OK, "fulfilled"),
        Ok(_) => (StatusCode::CREATED, "recorded"),
    };
    counter!(COMMANDS, "command" => kind.as_str(), "outcome" => outcome).increment(1);
    let done = answered?;
    Ok((status, Json(CommandAnswer::of(&done))).into_response())
}
