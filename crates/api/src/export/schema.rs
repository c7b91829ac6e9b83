//! `GET /export/v1/{ledger}/schemas/{type}/{version}`.

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
    routing::get,
};

use super::{
    LEDGER,
    client::Client,
    sending::{Answer, FOR_EVER},
};
use crate::{
    extract::{NoQuery, Path},
    operation::{self, Operation, Parameter, Tag},
    parts::Shared,
    problem::Problem,
};
use khen_codec::event_schema;
use khen_eventlog::EventType;
use khen_texts::Problem as Slug;

const MEDIA_TYPE: &str = "application/schema+json";

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Export,
        path_parameters: PATH,
        answers: vec![operation::Answer {
            status: StatusCode::OK,
            description: "The JSON Schema (2020-12) of `data.event`.",
            media_types: &[MEDIA_TYPE],
            schema: None,
        }],
        problems: &[Slug::Malformed, Slug::NotFound, Slug::IntegrityHalt],
        ..Operation::question(
            "export_schema",
            "/export/v1/{ledger}/schemas/{type}/{version}",
            "What the payload of a type of event looks like.",
            get(show),
        )
    }
}

const PATH: &[Parameter] = &[
    LEDGER,
    Parameter {
        name: "type",
        is_required: true,
        description: "The type without its shell, such as `nomination.awarded`.",
        pattern: None,
    },
    Parameter {
        name: "version",
        is_required: true,
        description: "Its version, such as `v1`.",
        pattern: None,
    },
];

async fn show(
    State(api): State<Shared>,
    client: Client,
    Path((ledger, name, version)): Path<(String, String, String)>,
    _: NoQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    client.ledger(&api, &ledger).await?;
    let event_type = EventType::parse(&format!("vn.khen.{name}.{version}")).ok();
    let schema = event_type.as_ref().and_then(event_schema);
    let schema = schema.ok_or_else(|| Problem::of(Slug::NotFound))?;
    let answer = Answer {
        bytes: schema.to_string().into_bytes(),
        content_type: MEDIA_TYPE.to_owned(),
        tag: format!("{name}.{version}"),
        cache_control: FOR_EVER,
        headers: Vec::new(),
        signer: None,
    };
    answer.to(&client, &headers).await
}
