//! `GET /api/v1/campaigns/{campaign}/feedback`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    opened,
    page::{Asking, page},
};
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
use khen_texts::{Audience, Language, Problem as Slug};

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Campaigns,
        path_parameters: PATH,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<FeedbackAnswer>(
            StatusCode::OK,
            "One page, unit by unit.",
        )],
        problems: &[Slug::Malformed, Slug::RowsBehind],
        ..Operation::question(
            "list_feedback",
            "/api/v1/campaigns/{campaign}/feedback",
            "Feedback (phản ánh, vướng mắc) and its answers; a unit reads its own and what was answered for all.",
            get(list),
        )
    }
}

/// A page of feedback.
#[derive(Debug, Serialize, JsonSchema)]
struct FeedbackAnswer {
    /// The feedback.
    items: Vec<FeedbackOf>,
    /// What to send as `after` for the next page; null on the last one.
    next: Option<String>,
}

/// Feedback of a unit, with its answer.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Feedback")]
struct FeedbackOf {
    /// Its id, as commands name it.
    feedback: String,
    /// The unit that filed it.
    unit: Option<String>,
    /// What it is about.
    topic: String,
    /// The topic in Vietnamese.
    topic_vi: String,
    /// The topic in English.
    topic_en: String,
    /// Its last event: `feedback_filed`, `feedback_routed`, `feedback_answered`, `feedback_closed`.
    state: String,
    /// The same in Vietnamese.
    state_vi: String,
    /// The same in English.
    state_en: String,
    /// Whether the answer is for all units.
    is_general: bool,
    /// What was filed; null once it is erased.
    text: Option<String>,
    /// What was answered; null without an answer and once it is erased.
    answer: Option<String>,
    /// When it was filed.
    filed_at: String,
    /// When it last changed.
    changed_at: String,
}

async fn list(
    State(api): State<Shared>,
    reader: Reader,
    Path(campaign): Path<String>,
    Query(asking): Query<Asking>,
) -> Result<Json<FeedbackAnswer>, Problem> {
    let unit = reader_unit(&reader)?;
    let kind = StreamKind::Feedback;
    let (found, next) = page(&api, &reader, (kind, campaign), unit, asking).await?;
    let mut items = Vec::new();
    for row in found {
        items.push(FeedbackOf::of(&api, &reader, row).await?);
    }
    Ok(Json(FeedbackAnswer { items, next }))
}

/// The unit whose feedback the reader sees besides what is for all; `None` for those who see all.
fn reader_unit(reader: &Reader) -> Result<Option<String>, Problem> {
    let audience = reader.audience();
    if audience.is_office() {
        return Ok(None);
    }
    let own = reader.unit.as_ref().filter(|_| audience == Audience::Unit);
    let own = own.ok_or_else(|| Problem::of(Slug::Forbidden))?;
    Ok(Some(own.to_string()))
}

impl FeedbackOf {
    async fn of(api: &Api, reader: &Reader, row: TicketRow) -> Result<Self, Problem> {
        let (ledger, ticket) = (&reader.ledger, row.ticket.as_str());
        let words = |language| api.parts.texts.word(language, &row.topic);
        let stands = |language| api.parts.texts.word(language, &row.state);
        let id = ticket.split_once('/').map_or(ticket, |(_, id)| id);
        Ok(Self {
            feedback: id.to_owned(),
            topic_vi: words(Language::Vi),
            topic_en: words(Language::En),
            state_vi: stands(Language::Vi),
            state_en: stands(Language::En),
            text: opened(api, ledger, ticket, row.text.as_deref()).await?,
            answer: opened(api, ledger, ticket, row.answer.as_deref()).await?,
            unit: row.unit,
            topic: row.topic,
            state: row.state,
            is_general: row.is_general,
            filed_at: wire_time(row.opened_at),
            changed_at: wire_time(row.changed_at),
        })
    }
}
