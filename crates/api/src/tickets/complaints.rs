//! `GET /api/v1/campaigns/{campaign}/complaints`.

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
use khen_domain::{Role, StreamKind};
use khen_eventlog::wire_time;
use khen_read_model::TicketRow;
use khen_texts::{Language, Problem as Slug};

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Campaigns,
        path_parameters: PATH,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<ComplaintsAnswer>(
            StatusCode::OK,
            "One page, in the order in which they came in.",
        )],
        problems: &[Slug::Malformed, Slug::RowsBehind],
        ..Operation::question(
            "list_complaints",
            "/api/v1/campaigns/{campaign}/complaints",
            "Complaints and denunciations (khiếu nại, tố cáo): restricted to whoever handles them, the Chairman who decides, and auditors.",
            get(list),
        )
    }
}

/// A page of complaints.
#[derive(Debug, Serialize, JsonSchema)]
struct ComplaintsAnswer {
    /// The complaints.
    items: Vec<ComplaintOf>,
    /// What to send as `after` for the next page; null on the last one.
    next: Option<String>,
}

/// A complaint or denunciation.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Complaint")]
struct ComplaintOf {
    /// Its id, as commands name it.
    complaint: String,
    /// What the law calls it: `complaint` or `denunciation`.
    kind: String,
    /// The kind in Vietnamese.
    kind_vi: String,
    /// The kind in English.
    kind_en: String,
    /// The nomination that it is about.
    nomination: Option<String>,
    /// Its last event: `complaint_registered`, `complaint_accepted`, `complaint_decided`,
    /// `complaint_withdrawn`.
    state: String,
    /// The same in Vietnamese.
    state_vi: String,
    /// The same in English.
    state_en: String,
    /// What was written; null once it is erased.
    text: Option<String>,
    /// When it came in.
    registered_at: String,
    /// When it last changed.
    changed_at: String,
}

async fn list(
    State(api): State<Shared>,
    reader: Reader,
    Path(campaign): Path<String>,
    Query(asking): Query<Asking>,
) -> Result<Json<ComplaintsAnswer>, Problem> {
    if !handles_complaints(reader.role) {
        return Err(Problem::of(Slug::Forbidden));
    }
    let kind = StreamKind::Complaint;
    let (found, next) = page(&api, &reader, (kind, campaign), None, asking).await?;
    let mut items = Vec::new();
    for row in found {
        items.push(ComplaintOf::of(&api, &reader, row).await?);
    }
    Ok(Json(ComplaintsAnswer { items, next }))
}

/// Whoever handles complaints, the Chairman who decides them, and auditors: nobody else learns who wrote
/// about whom (4.14).
pub(crate) fn handles_complaints(role: Role) -> bool {
    matches!(
        role,
        Role::ComplaintOfficer | Role::Chairman | Role::Auditor
    )
}

impl ComplaintOf {
    async fn of(api: &Api, reader: &Reader, row: TicketRow) -> Result<Self, Problem> {
        let (ledger, ticket) = (&reader.ledger, row.ticket.as_str());
        let words = |language| api.parts.texts.word(language, &row.topic);
        let stands = |language| api.parts.texts.word(language, &row.state);
        let id = ticket.split_once('/').map_or(ticket, |(_, id)| id);
        Ok(Self {
            complaint: id.to_owned(),
            kind_vi: words(Language::Vi),
            kind_en: words(Language::En),
            state_vi: stands(Language::Vi),
            state_en: stands(Language::En),
            text: opened(api, ledger, ticket, row.text.as_deref()).await?,
            kind: row.topic,
            nomination: row.nomination,
            state: row.state,
            registered_at: wire_time(row.opened_at),
            changed_at: wire_time(row.changed_at),
        })
    }
}
