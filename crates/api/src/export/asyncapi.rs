//! `GET /export/v1/{ledger}/asyncapi.yaml`.

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
    routing::get,
};

use super::{LEDGER, client::Client, sending::Answer, service::CACHE_CONTROL};
use crate::{
    asyncapi::asyncapi_document,
    extract::{NoQuery, Path},
    operation::{self, Operation, Tag},
    parts::Shared,
    problem::Problem,
};
use khen_texts::Problem as Slug;

/// RFC 9512.
const MEDIA_TYPE: &str = "application/yaml";

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Export,
        path_parameters: &[LEDGER],
        answers: vec![operation::Answer {
            status: StatusCode::OK,
            description: "The AsyncAPI 3.0 document of the fan-out.",
            media_types: &[MEDIA_TYPE],
            schema: None,
        }],
        problems: &[Slug::Malformed, Slug::NotFound],
        ..Operation::question(
            "export_asyncapi",
            "/export/v1/{ledger}/asyncapi.yaml",
            "What goes out in the streams of those who subscribe.",
            get(show),
        )
    }
}

async fn show(
    State(api): State<Shared>,
    client: Client,
    Path(ledger): Path<String>,
    _: NoQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    client.ledger(&api, &ledger).await?;
    let document = asyncapi_document(|event_type| {
        let (name, version) = event_type.name_and_version();
        format!("./schemas/{name}/v{version}")
    });
    let answer = Answer {
        bytes: document.into_bytes(),
        content_type: MEDIA_TYPE.to_owned(),
        tag: env!("CARGO_PKG_VERSION").to_owned(),
        cache_control: CACHE_CONTROL,
        headers: Vec::new(),
        signer: None,
    };
    answer.to(&client, &headers).await
}
