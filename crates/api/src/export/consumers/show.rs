//! `GET /export/v1/{ledger}/consumers/{id}`.

use axum::{extract::State, http::StatusCode, response::Response, routing::get};

use super::{
    PATH,
    answer::{ConsumerAnswer, answer},
    consumer, own,
};
use crate::{
    export::client::Client,
    extract::{NoQuery, Path},
    operation::{Answer, Operation, Tag},
    parts::Shared,
    problem::Problem,
};
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Export,
        path_parameters: PATH,
        answers: vec![Answer::json::<ConsumerAnswer>(
            StatusCode::OK,
            "How far the consumer is; the `ETag` may be sent in `If-Match` of the next acknowledgement.",
        )],
        problems: &[
            Slug::Malformed,
            Slug::InvalidParameter,
            Slug::ForeignConsumer,
            Slug::NotFound,
            Slug::IntegrityHalt,
        ],
        ..Operation::question(
            "export_consumer",
            "/export/v1/{ledger}/consumers/{id}",
            "How far a consumer of the token's client says that it is; an auditor asks for any.",
            get(show),
        )
    }
}

async fn show(
    State(api): State<Shared>,
    client: Client,
    Path((named, id)): Path<(String, String)>,
    _: NoQuery,
) -> Result<Response, Problem> {
    let id = consumer(&id)?;
    let ledger = client.ledger(&api, &named).await?;
    let found = own(&api, &client, &ledger, &id).await?;
    let ack = found.ok_or_else(|| Problem::of(Slug::NotFound))?;
    answer(&api, &client, &ledger, &ack).await
}
