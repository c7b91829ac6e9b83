//! `GET /api/v1/queue`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    door::Reader,
    extract::Query,
    operation::{Answer, Operation, Tag, members_of},
    parts::Shared,
    problem::Problem,
    rows,
};
use khen_domain::{CommandKind, Role};
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
        problems: &[Slug::Malformed, Slug::Forbidden, Slug::RowsBehind],
        ..Operation::question(
            "list_queue",
            "/api/v1/queue",
            "What waits for the acting assignment.",
            get(list),
        )
    }
}

/// Which page.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Asking {
    /// Of this campaign only.
    campaign: Option<String>,
    /// Where the page before it said that this one begins.
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
    /// The campaign.
    campaign: String,
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
}

async fn list(
    State(api): State<Shared>,
    reader: Reader,
    Query(asking): Query<Asking>,
) -> Result<Json<QueueAnswer>, Problem> {
    let size = rows::size(asking.limit)?;
    let after = rows::place(asking.after.as_deref())?;
    let after = after.map(|place| QueueAfter::parse(&place)).transpose()?;
    rows::arrived(&api, &reader.ledger, asking.min_position).await?;
    let filter = QueueFilter {
        roles: answers_for(reader.role),
        unit: reader.unit.map(String::from),
        assignment: reader.assignment.into(),
        campaign: asking.campaign,
    };
    let (ledger, texts) = (reader.ledger.as_str(), &api.parts.texts);
    let page = queue(&*api.parts.rows, ledger, &filter, after.as_ref(), size).await?;
    Ok(Json(QueueAnswer {
        items: page
            .items
            .into_iter()
            .map(|entry| EntryAnswer::of(texts, entry))
            .collect(),
        next: page.next.as_deref().map(rows::cursor),
    }))
}

/// The desks that a role answers for: deputies and substitutes for those they stand for, too. What
/// they may do there is for the rules to say.
fn answers_for(role: Role) -> Vec<String> {
    let stood_for = match role {
        Role::UnitDeputy => Some(Role::UnitHead),
        Role::SubstituteReviewer => Some(Role::Reviewer),
        Role::SubstituteConfirmer => Some(Role::ReviewHead),
        Role::CampaignManager
        | Role::CampaignAuthority
        | Role::UnitOfficer
        | Role::UnitSecretary
        | Role::UnitHead
        | Role::Nominee
        | Role::IntakeOfficer
        | Role::Reviewer
        | Role::ReviewHead
        | Role::CouncilChair
        | Role::CouncilViceChair
        | Role::CouncilMember
        | Role::CouncilSecretary
        | Role::Chairman
        | Role::ChairmanOffice
        | Role::RecordsClerk
        | Role::FinanceOfficer
        | Role::EvidenceIssuer
        | Role::ComplaintOfficer
        | Role::Auditor
        | Role::Admin
        | Role::System => None,
    };
    let roles = [Some(role), stood_for].into_iter().flatten();
    roles.map(|role| role.as_str().to_owned()).collect()
}

impl EntryAnswer {
    fn of(texts: &Texts, entry: QueueEntry) -> Self {
        let act = CommandKind::parse(&entry.act);
        let worded =
            |language| act.map_or_else(|| entry.act.clone(), |act| texts.command(language, act));
        Self {
            act_vi: worded(Language::Vi),
            act_en: worded(Language::En),
            item: entry.item,
            code: entry.code,
            campaign: entry.campaign,
            unit: entry.unit,
            role: entry.role,
            act: entry.act,
            since: wire_time(entry.since),
        }
    }
}
