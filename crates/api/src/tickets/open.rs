//! `GET /api/v1/campaigns/{campaign}/publicity` and `…/conferences`: what everybody may read.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::Serialize;

use super::page::{Asking, page};
use crate::{
    campaigns::get::PATH,
    door::Reader,
    extract::{Path, Query},
    operation::{Answer, Operation, Tag, members_of},
    parts::{Api, Shared},
    problem::Problem,
};
use khen_domain::StreamKind;
use khen_eventlog::wire_time;
use khen_read_model::TicketRow;
use khen_texts::{Language, Problem as Slug, Texts};

pub(crate) fn publicity() -> Operation {
    operation(Operation::question(
        "list_publicity",
        "/api/v1/campaigns/{campaign}/publicity",
        "Publicity (tuyên truyền, nêu gương) of a campaign, planned and done.",
        get(list_publicity),
    ))
}

pub(crate) fn conferences() -> Operation {
    operation(Operation::question(
        "list_conferences",
        "/api/v1/campaigns/{campaign}/conferences",
        "Conferences (hội nghị tổng kết) of a campaign.",
        get(list_conferences),
    ))
}

fn operation(operation: Operation) -> Operation {
    Operation {
        tag: Tag::Campaigns,
        path_parameters: PATH,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<TicketsAnswer>(
            StatusCode::OK,
            "One page, in the order of the ids.",
        )],
        problems: &[Slug::Malformed, Slug::RowsBehind],
        ..operation
    }
}

/// A page of what is planned and done.
#[derive(Debug, Serialize, JsonSchema)]
struct TicketsAnswer {
    /// The entries.
    items: Vec<TicketAnswer>,
    /// What to send as `after` for the next page; null on the last one.
    next: Option<String>,
}

/// What is planned or done beside the cases.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Ticket")]
struct TicketAnswer {
    /// Its id, as commands name it.
    id: String,
    /// What it is: a channel, or the conference that it is part of.
    topic: String,
    /// The same in Vietnamese.
    topic_vi: String,
    /// The same in English.
    topic_en: String,
    /// Its last event.
    state: String,
    /// The same in Vietnamese.
    state_vi: String,
    /// The same in English.
    state_en: String,
    /// When it was planned.
    opened_at: String,
    /// When it last changed.
    changed_at: String,
}

async fn list_publicity(
    State(api): State<Shared>,
    reader: Reader,
    Path(campaign): Path<String>,
    Query(asking): Query<Asking>,
) -> Result<Json<TicketsAnswer>, Problem> {
    list(&api, &reader, (StreamKind::Publicity, campaign), asking).await
}

async fn list_conferences(
    State(api): State<Shared>,
    reader: Reader,
    Path(campaign): Path<String>,
    Query(asking): Query<Asking>,
) -> Result<Json<TicketsAnswer>, Problem> {
    list(&api, &reader, (StreamKind::Conference, campaign), asking).await
}

async fn list(
    api: &Api,
    reader: &Reader,
    what: (StreamKind, String),
    asking: Asking,
) -> Result<Json<TicketsAnswer>, Problem> {
    let (found, next) = page(api, reader, what, None, asking).await?;
    let (texts, found) = (&api.parts.texts, found.into_iter());
    Ok(Json(TicketsAnswer {
        items: found.map(|row| TicketAnswer::of(texts, row)).collect(),
        next,
    }))
}

impl TicketAnswer {
    fn of(texts: &Texts, row: TicketRow) -> Self {
        let words = |language, word: &str| texts.word(language, word);
        let id = row.ticket.split_once('/').map_or("", |(_, id)| id);
        Self {
            id: id.to_owned(),
            topic_vi: words(Language::Vi, &row.topic),
            topic_en: words(Language::En, &row.topic),
            state_vi: words(Language::Vi, &row.state),
            state_en: words(Language::En, &row.state),
            topic: row.topic,
            state: row.state,
            opened_at: wire_time(row.opened_at),
            changed_at: wire_time(row.changed_at),
        }
    }
}
