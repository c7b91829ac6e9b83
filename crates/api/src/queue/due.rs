//! `GET /api/v1/due`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::desks::{DesksAsked, act_words, desks};
use crate::{
    days::{Days, DueAnswer, Falls, Waiting},
    door::Reader,
    extract::Query,
    operation::{Answer, Operation, Tag, members_of},
    parts::Shared,
    problem::Problem,
    rows,
};
use khen_domain::Role;
use khen_read_model::{DueGroup, Page, QueueFilter, due};
use khen_texts::{Language, Problem as Slug, Texts};

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Desk,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<DuesAnswer>(
            StatusCode::OK,
            "One page, the earliest first; what has no time is not on it.",
        )],
        problems: &[Slug::Malformed, Slug::RowsBehind],
        ..Operation::question(
            "list_due",
            "/api/v1/due",
            "What is due, gathered by desk, command and day; the queue names each case.",
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
    /// Only what is late.
    late: Option<bool>,
    /// Where the page before it said that this one begins.
    after: Option<String>,
    /// Entries of the page; 50 unless said.
    #[schemars(range(min = 1, max = 200))]
    limit: Option<usize>,
    /// Events that the rows must know: `min_position` of a command's answer.
    min_position: Option<u64>,
}

/// A page of what is due.
#[derive(Debug, Serialize, JsonSchema)]
struct DuesAnswer {
    /// What is due.
    items: Vec<DueItem>,
    /// What to send as `after` for the next page; null on the last one.
    next: Option<String>,
}

/// Something that is due.
#[derive(Debug, Serialize, JsonSchema)]
struct DueItem {
    /// The campaign; a hold has none.
    campaign: Option<String>,
    /// Whose it is: the role.
    role: String,
    /// The role in Vietnamese.
    role_vi: String,
    /// The role in English.
    role_en: String,
    /// Whose it is: the unit; any desk of the role when null.
    unit: Option<String>,
    /// Whose it is: the one assignment; any of the role when null.
    assignment: Option<String>,
    /// The command that comes next.
    act: String,
    /// That command in Vietnamese.
    act_vi: String,
    /// That command in English.
    act_en: String,
    /// How many cases or papers wait for it.
    count: u64,
    /// By when.
    due: DueAnswer,
}

async fn list(
    State(api): State<Shared>,
    reader: Reader,
    Query(asking): Query<Asking>,
) -> Result<Json<DuesAnswer>, Problem> {
    let size = rows::size(asking.limit)?;
    let after = rows::place(asking.after.as_deref())?;
    let desks = desks(&reader, asking.desks)?;
    let days = Days::of(&api, &reader.ledger).await?;
    rows::arrived(&api, &reader.ledger, asking.min_position).await?;
    let filter = QueueFilter {
        desks,
        campaign: asking.campaign,
        act: None,
        late: None,
    };
    let groups = due(&*api.parts.rows, reader.ledger.as_str(), &filter).await?;
    let only_late = asking.late.unwrap_or(false);
    let mut timed: Vec<(String, Falls, DueGroup)> = groups
        .into_iter()
        .filter_map(|group| timed(&days, group))
        .filter(|(_, falls, _)| !only_late || falls.due.is_past(days.now))
        .collect();
    timed.sort_by(|one, other| one.0.cmp(&other.0));
    let behind = timed
        .into_iter()
        .filter(|(place, ..)| after.as_ref().is_none_or(|after| place > after));
    let page = Page::cut(behind.collect(), size, |(place, ..)| place.clone());
    let texts = &api.parts.texts;
    let items = page.items.into_iter();
    Ok(Json(DuesAnswer {
        items: items
            .map(|(_, due, group)| DueItem::of(texts, &days, due, group))
            .collect(),
        next: page.next.as_deref().map(rows::cursor),
    }))
}

/// A group that has a time, and its place in the list: by day, then by all that tells it apart.
fn timed(days: &Days, group: DueGroup) -> Option<(String, Falls, DueGroup)> {
    let DueGroup {
        counted_from, due, ..
    } = group;
    let falls = days.due(Waiting {
        act: &group.act,
        campaign: group.campaign.as_deref(),
        counted_from,
        own: due,
        campaign_due: group.campaign_due,
    })?;
    let from = counted_from.as_microsecond();
    let own = group.due.map_or(0, jiff::Timestamp::as_microsecond);
    let [campaign, unit, assignee] = [&group.campaign, &group.unit, &group.assignee]
        .map(|word| word.as_deref().unwrap_or_default());
    let (role, act) = (&group.role, &group.act);
    let place = format!(
        "{}~{role}~{act}~{campaign}~{unit}~{assignee}~{from:020}~{own}",
        falls.due.day()
    );
    Some((place, falls, group))
}

impl DueItem {
    fn of(texts: &Texts, days: &Days, due: Falls, group: DueGroup) -> Self {
        let role = Role::ALL.iter().find(|role| role.as_str() == group.role);
        let role_words =
            |language| role.map_or_else(|| group.role.clone(), |role| texts.role(language, *role));
        Self {
            role_vi: role_words(Language::Vi),
            role_en: role_words(Language::En),
            act_vi: act_words(texts, Language::Vi, &group.act),
            act_en: act_words(texts, Language::En, &group.act),
            campaign: group.campaign,
            role: group.role,
            unit: group.unit,
            assignment: group.assignee,
            act: group.act,
            count: group.count,
            due: days.told(texts, due),
        }
    }
}
