//! `GET /api/v1/queue`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::desks::{DesksAsked, act_words, desks};
use crate::{
    days::{Days, DueAnswer, Waiting},
    door::Reader,
    extract::Query,
    operation::{Answer, Operation, Tag, members_of},
    parts::Shared,
    problem::Problem,
    rows::{self, CURSOR_FORMAT},
};
use khen_eventlog::wire_time;
use khen_read_model::{QueueAfter, QueueEntry, QueueFilter, queue};
use khen_texts::{Language, Problem as Slug, Texts};

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Desk,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<QueueAnswer>(
            StatusCode::OK,
            "One page, the oldest first.",
        )],
        problems: &[Slug::Malformed, Slug::RowsBehind],
        ..Operation::question(
            "list_queue",
            "/api/v1/queue",
            "What waits for the acting assignment, or for the desks of its unit or of everybody.",
            get(list),
        )
    }
}

/// Which page.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Asking {
    /// Whose desks: one's own unless said; those of the own unit, for roles of a unit; everybody's,
    /// for the office.
    desks: Option<DesksAsked>,
    /// Of this campaign only, with what belongs to no campaign.
    campaign: Option<String>,
    /// Waiting for this command only.
    act: Option<String>,
    /// Only what waits for too long.
    late: Option<bool>,
    /// Where the page before it said that this one begins.
    #[schemars(extend("format" = CURSOR_FORMAT))]
    after: Option<String>,
    /// Entries of the page; 50 unless said.
    #[schemars(range(min = 1, max = 200))]
    limit: Option<usize>,
    /// Events that the rows must know: `min_position` of a command's answer.
    min_position: Option<u64>,
}

/// A page of a queue.
#[derive(Debug, Serialize, JsonSchema)]
struct QueueAnswer {
    /// What waits.
    items: Vec<EntryAnswer>,
    /// What to send as `after` for the next page; null on the last one.
    next: Option<String>,
}

/// One thing that waits.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "QueueEntry")]
struct EntryAnswer {
    /// A nomination's id, or the stream of a paper.
    item: String,
    /// Mã hồ sơ, of a nomination.
    code: Option<String>,
    /// The campaign; a hold has none.
    campaign: Option<String>,
    /// The unit that it is about.
    unit: Option<String>,
    /// The role that it waits for.
    role: String,
    /// The command that comes next.
    act: String,
    /// That command in Vietnamese.
    act_vi: String,
    /// That command in English.
    act_en: String,
    /// Since when it waits.
    since: String,
    /// By when it is due, if it has a time.
    due: Option<DueAnswer>,
}

async fn list(
    State(api): State<Shared>,
    reader: Reader,
    Query(asking): Query<Asking>,
) -> Result<Json<QueueAnswer>, Problem> {
    let size = rows::size(asking.limit)?;
    let after = rows::place(asking.after.as_deref())?;
    let after = after.map(|place| QueueAfter::parse(&place)).transpose()?;
    let desks = desks(&reader, asking.desks)?;
    let days = Days::of(&api, &reader.ledger).await?;
    rows::arrived(&api, &reader.ledger, asking.min_position).await?;
    let filter = QueueFilter {
        desks,
        campaign: asking.campaign,
        act: asking.act,
        late: asking.late.filter(|late| *late).map(|_| days.lateness()),
    };
    let (ledger, texts) = (reader.ledger.as_str(), &api.parts.texts);
    let page = queue(&*api.parts.rows, ledger, &filter, after.as_ref(), size).await?;
    let items = page.items.into_iter();
    Ok(Json(QueueAnswer {
        items: items
            .map(|entry| EntryAnswer::of(texts, &days, entry))
            .collect(),
        next: page.next.as_deref().map(rows::cursor),
    }))
}

impl EntryAnswer {
    fn of(texts: &Texts, days: &Days, entry: QueueEntry) -> Self {
        let QueueEntry {
            counted_from, due, ..
        } = entry;
        let due = days.due(Waiting {
            act: &entry.act,
            campaign: entry.campaign.as_deref(),
            counted_from,
            own: due,
            campaign_due: entry.campaign_due,
        });
        Self {
            act_vi: act_words(texts, Language::Vi, &entry.act),
            act_en: act_words(texts, Language::En, &entry.act),
            item: entry.item,
            code: entry.code,
            campaign: entry.campaign,
            unit: entry.unit,
            role: entry.role,
            act: entry.act,
            since: wire_time(entry.since),
            due: due.map(|due| days.told(texts, due)),
        }
    }
}
