//! `GET /api/v1/nominations`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use metrics::counter;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    answer::NominationAnswer,
    told::{gate, may_filter},
};
use crate::{
    days::Days,
    door::{Reader, Sight},
    extract::Query,
    names::PII_READS,
    operation::{Answer, Operation, members_of},
    parts::{Api, Shared},
    problem::Problem,
    rows::{self, CURSOR_FORMAT},
};
use khen_domain::{CampaignId, NomineeKind, Role, nomination::Gate};
use khen_read_model::{NominationFilter, NominationSort, nominations};
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<NominationsAnswer>(
            StatusCode::OK,
            "One page, in the order asked for.",
        )],
        problems: &[Slug::Malformed, Slug::RowsBehind],
        ..Operation::question(
            "list_nominations_of_reader",
            "/api/v1/nominations",
            "The nominations that the reader may see: a role of a unit those of its own unit, a \
             nominee the own one of a campaign.",
            get(list),
        )
    }
}

/// Which nominations, and which page of them.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Asking {
    /// Of this unit.
    unit: Option<String>,
    /// Of this campaign; a nominee must say which.
    campaign: Option<String>,
    /// `collective` or `individual`.
    kind: Option<NomineeKind>,
    /// Of the units of this group (khối).
    group: Option<String>,
    /// On this paper: the stream of a submission, a session, a presentation or a decision. Outside
    /// the office, of a submission only.
    paper: Option<String>,
    /// Waiting for a desk of this role. Told in the office only.
    desk: Option<Role>,
    /// Whether something is being verified about the nominee. Told in the office only.
    held: Option<bool>,
    /// Only what waits for somebody for too long. Told in the office only.
    late: Option<bool>,
    /// Whose nominee, unit or code bears this text, with or without diacritics; the better hits
    /// come first.
    #[schemars(length(max = 100))]
    q: Option<String>,
    /// The order: `code` unless said.
    sort: Option<Sort>,
    /// At this gate. Gates that only the office is told of cannot be asked for outside.
    #[schemars(with = "Option<Gate>")]
    state: Option<String>,
    /// Where the page before it said that this one begins.
    #[schemars(extend("format" = CURSOR_FORMAT))]
    after: Option<String>,
    /// Nominations of the page; 50 unless said.
    #[schemars(range(min = 1, max = 200))]
    limit: Option<usize>,
    /// Events that the rows must know: `min_position` of a command's answer.
    min_position: Option<u64>,
}

/// In which order nominations stand.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "NominationSort")]
enum Sort {
    /// By code.
    Code,
    /// By the given name of the nominee, a collective by the name of its unit.
    Name,
    /// What did not change for the longest time first.
    Changed,
}

impl From<Sort> for NominationSort {
    fn from(sort: Sort) -> Self {
        match sort {
            Sort::Code => Self::Code,
            Sort::Name => Self::Name,
            Sort::Changed => Self::Changed,
        }
    }
}

/// A page of nominations.
#[derive(Debug, Serialize, JsonSchema)]
struct NominationsAnswer {
    /// The nominations.
    items: Vec<NominationAnswer>,
    /// What to send as `after` for the next page; null on the last one.
    next: Option<String>,
}

async fn list(
    State(api): State<Shared>,
    reader: Reader,
    Query(asking): Query<Asking>,
) -> Result<Json<NominationsAnswer>, Problem> {
    let size = rows::size(asking.limit)?;
    let sort = asking.sort.map(NominationSort::from).unwrap_or_default();
    let after = rows::place(asking.after.as_deref())?;
    let after = after.map(|place| sort.place(&place)).transpose()?;
    let min_position = asking.min_position;
    let days = Days::of(&api, &reader.ledger).await?;
    let Some(filter) = filter(&api, &reader, &days, asking).await? else {
        return Ok(Json(NominationsAnswer {
            items: Vec::new(),
            next: None,
        }));
    };
    rows::arrived(&api, &reader.ledger, min_position).await?;
    let ledger = reader.ledger.as_str();
    let rows = &*api.parts.rows;
    let page = nominations(rows, ledger, &filter, sort, after.as_ref(), size).await?;
    counter!(PII_READS, "role" => reader.role.as_str()).increment(1);
    let items = page
        .items
        .into_iter()
        .map(|one| NominationAnswer::of(&api.parts.texts, &days, reader.role, one));
    Ok(Json(NominationsAnswer {
        items: items.collect::<Result<_, _>>()?,
        next: page.next.as_deref().map(rows::cursor),
    }))
}

/// What is asked, cut down to what the reader may see; `None` when that is nothing.
async fn filter(
    api: &Api,
    reader: &Reader,
    days: &Days,
    asking: Asking,
) -> Result<Option<NominationFilter>, Problem> {
    let sight = reader.sight()?;
    if let Some(word) = &asking.state {
        let gate =
            gate(word).ok_or_else(|| Problem::malformed("state", "there is no such gate"))?;
        if !may_filter(gate, reader.audience()) {
            return Err(Problem::of(Slug::Forbidden).with_fact("state", word.as_str()));
        }
    }
    if let Some(paper) = &asking.paper
        && !reader.audience().is_office()
        && !paper.starts_with("submission/")
    {
        return Err(Problem::of(Slug::Forbidden).with_fact("paper", paper.as_str()));
    }
    let is_of_office = asking.desk.is_some() || asking.held.is_some() || asking.late.is_some();
    if is_of_office && !reader.audience().is_office() {
        return Err(Problem::of(Slug::Forbidden));
    }
    let late = asking.late.filter(|late| *late);
    let mut filter = NominationFilter {
        desk: asking.desk.map(|role| role.as_str().to_owned()),
        held: asking.held,
        late: late.map(|_| days.lateness()),
        campaign: asking.campaign,
        unit: asking.unit,
        kind: asking.kind.map(|kind| kind.to_string()),
        gate: asking.state,
        group: asking.group,
        paper: asking.paper,
        search: rows::search(asking.q.as_deref())?,
        ..NominationFilter::default()
    };
    match sight {
        Sight::Every => {}
        Sight::OfUnit(own)
            if filter
                .unit
                .as_deref()
                .is_some_and(|unit| unit != own.as_str()) =>
        {
            return Ok(None);
        }
        Sight::OfUnit(own) => filter.unit = Some(own.into()),
        Sight::Own => {
            let campaign = filter
                .campaign
                .as_deref()
                .and_then(|id| CampaignId::parse(id).ok());
            // Who a nominee is differs from campaign to campaign, so one must be named.
            let missing = || Problem::of(Slug::Forbidden).with_fact("required", "campaign");
            let own = reader
                .own_reference(api, &campaign.ok_or_else(missing)?)
                .await?;
            let Some(own) = own else { return Ok(None) };
            filter.nominee_ref = Some(own.into());
        }
    }
    Ok(Some(filter))
}
