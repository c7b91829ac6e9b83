//! `GET /api/v1/campaigns/{campaign}/ocel`, `/xes` and `/conformance`.

use axum::{
    Json,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::must_audit;
use crate::{
    campaigns::get::PATH,
    door::Reader,
    extract::{Bound, Path, Query},
    operation::{Answer, Operation, Tag, members_of},
    parts::Shared,
    problem::Problem,
};
use khen_domain::{CampaignId, nomination::Gate};
use khen_eventlog::Position;
use khen_history::{
    each_entry,
    logs::{Conformance, Departure, Ocel, Rule, Xes},
};
use khen_texts::Problem as Slug;

/// The media type of a log in XES.
const XML: &str = "application/xml";

pub(crate) fn ocel() -> Operation {
    Operation {
        answers: vec![Answer::json::<Value>(
            StatusCode::OK,
            "The log, OCEL 2.0 in JSON.",
        )],
        ..operation(Operation::question(
            "get_ocel",
            "/api/v1/campaigns/{campaign}/ocel",
            "A campaign as an object-centric event log.",
            get(tell_ocel),
        ))
    }
}

pub(crate) fn xes() -> Operation {
    Operation {
        answers: vec![Answer {
            status: StatusCode::OK,
            description: "The log, XES.",
            media_types: &[XML],
            schema: None,
        }],
        ..operation(Operation::question(
            "get_xes",
            "/api/v1/campaigns/{campaign}/xes",
            "A campaign as an event log with one trace per nomination.",
            get(tell_xes),
        ))
    }
}

pub(crate) fn conformance() -> Operation {
    Operation {
        answers: vec![Answer::json::<ConformanceAnswer>(
            StatusCode::OK,
            "Every departure, case by case.",
        )],
        ..operation(Operation::question(
            "get_conformance",
            "/api/v1/campaigns/{campaign}/conformance",
            "Where cases of a campaign depart from the way that they must go.",
            get(tell_conformance),
        ))
    }
}

fn operation(question: Operation) -> Operation {
    Operation {
        tag: Tag::Audit,
        path_parameters: PATH,
        query: Some(members_of::<Asking>()),
        problems: &[Slug::Malformed, Slug::NotFound],
        ..question
    }
}

/// Which part of the ledger.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Asking {
    /// Events below this position; all unless said.
    to_position: Option<Bound>,
}

/// Where cases depart from their way.
#[derive(Debug, Serialize, JsonSchema)]
struct ConformanceAnswer {
    /// How many cases there are.
    cases: usize,
    /// The departures.
    items: Vec<DepartureAnswer>,
}

/// Where a case departs from its way.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Departure")]
struct DepartureAnswer {
    /// The case.
    nomination: String,
    /// The event at which it shows.
    position: u64,
    /// The template of a constraint, or `move`.
    rule: String,
    /// The gates that it is about.
    gates: Vec<Gate>,
}

impl DepartureAnswer {
    fn of(departure: &Departure) -> Self {
        let (rule, gates) = match departure.rule {
            Rule::Constraint(constraint) => (constraint.template(), constraint.gates()),
            Rule::Move(from, to) => ("move", vec![from, to]),
        };
        Self {
            nomination: departure.nomination.to_string(),
            position: departure.position.0,
            rule: rule.to_owned(),
            gates,
        }
    }
}

async fn tell_ocel(
    State(api): State<Shared>,
    reader: Reader,
    Path(campaign): Path<String>,
    Query(asking): Query<Asking>,
) -> Result<Json<Value>, Problem> {
    let campaign = begin(&reader, &campaign)?;
    let mut log = Ocel::begin(&campaign);
    let until = asking.to_position.map(Position::from);
    each_entry(&*api.parts.feed, &reader.ledger, until, |entry| {
        log.see(&entry);
    })
    .await?;
    Ok(Json(log.finish()))
}

async fn tell_xes(
    State(api): State<Shared>,
    reader: Reader,
    Path(campaign): Path<String>,
    Query(asking): Query<Asking>,
) -> Result<Response, Problem> {
    let campaign = begin(&reader, &campaign)?;
    let mut log = Xes::begin(&campaign, &api.parts.texts);
    let until = asking.to_position.map(Position::from);
    each_entry(&*api.parts.feed, &reader.ledger, until, |entry| {
        log.see(&entry);
    })
    .await?;
    Ok(([(header::CONTENT_TYPE, XML)], log.finish()).into_response())
}

async fn tell_conformance(
    State(api): State<Shared>,
    reader: Reader,
    Path(campaign): Path<String>,
    Query(asking): Query<Asking>,
) -> Result<Json<ConformanceAnswer>, Problem> {
    let campaign = begin(&reader, &campaign)?;
    let mut cases = Conformance::begin(&campaign);
    let until = asking.to_position.map(Position::from);
    each_entry(&*api.parts.feed, &reader.ledger, until, |entry| {
        cases.see(&entry);
    })
    .await?;
    let departures = cases.departures();
    Ok(Json(ConformanceAnswer {
        cases: cases.case_count(),
        items: departures.iter().map(DepartureAnswer::of).collect(),
    }))
}

fn begin(reader: &Reader, campaign: &str) -> Result<CampaignId, Problem> {
    must_audit(reader)?;
    CampaignId::parse(campaign).map_err(|_| Problem::of(Slug::NotFound))
}
