//! `GET /export/v1/{ledger}/events/{pos}`.

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
    routing::get,
};

use super::{
    LEDGER,
    client::Client,
    sending::{Answer, EACH_TIME},
};
use crate::{
    extract::{NoQuery, Path},
    operation::{self, Operation, Parameter, Tag},
    parts::Shared,
    problem::Problem,
};
use khen_eventlog::Position;
use khen_export::{EVENT_MEDIA_TYPE, event};
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Export,
        path_parameters: PATH,
        answers: vec![operation::Answer {
            status: StatusCode::OK,
            description: "The event, as a CloudEvent.",
            media_types: &[EVENT_MEDIA_TYPE],
            schema: None,
        }],
        problems: &[Slug::Malformed, Slug::NotFound, Slug::IntegrityHalt],
        ..Operation::question(
            "export_event",
            "/export/v1/{ledger}/events/{pos}",
            "One event of a ledger.",
            get(show),
        )
    }
}

const PATH: &[Parameter] = &[
    LEDGER,
    Parameter {
        name: "pos",
        is_required: true,
        description: "Its position, from 0.",
        pattern: None,
    },
];

async fn show(
    State(api): State<Shared>,
    client: Client,
    Path((named, position)): Path<(String, u64)>,
    _: NoQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let ledger = client.ledger(&api, &named).await?;
    let found = event(
        &*api.parts.feed,
        &ledger,
        client.profile,
        Position(position),
    )
    .await?;
    let answer = Answer {
        bytes: found.ok_or_else(|| Problem::of(Slug::NotFound))?,
        content_type: format!("{EVENT_MEDIA_TYPE}; charset=utf-8"),
        tag: format!("{position}-{}", client.profile.as_str()),
        cache_control: EACH_TIME,
        headers: Vec::new(),
        signer: None,
    };
    answer.to(&client, &headers).await
}
