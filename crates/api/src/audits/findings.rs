//! `GET /api/v1/audits/findings`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::must_audit;
use crate::{
    door::Reader,
    extract::{Bound, Query},
    operation::{Answer, Operation, Tag, members_of},
    parts::Shared,
    problem::Problem,
};
use khen_domain::CampaignId;
use khen_eventlog::Position;
use khen_history::{
    audit,
    audits::{AUDITS, Finding},
};
use khen_texts::{Language, Problem as Slug, Texts};

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Audit,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<FindingsAnswer>(
            StatusCode::OK,
            "What was found, audit by audit.",
        )],
        problems: &[Slug::Malformed],
        ..Operation::question(
            "run_audits",
            "/api/v1/audits/findings",
            "Asks the ledger the canned questions, in one pass over all of its events.",
            get(run),
        )
    }
}

/// Which questions, and of which part of the ledger.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Asking {
    /// The number of one audit; all unless said.
    #[schemars(range(min = 1, max = AUDITS.len()))]
    number: Option<u8>,
    /// Findings of this campaign, and those that belong to none.
    campaign: Option<CampaignId>,
    /// Events below this position; all unless said.
    to_position: Option<Bound>,
}

/// What audits found.
#[derive(Debug, Serialize, JsonSchema)]
struct FindingsAnswer {
    /// The position behind the last event that was looked at.
    to_position: u64,
    /// The findings.
    items: Vec<FindingAnswer>,
}

/// A finding.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "AuditFinding")]
struct FindingAnswer {
    /// The number of the audit.
    audit: u8,
    /// What is said, as a word.
    code: String,
    /// `breach` for a rule that does not hold, `look` for what is allowed and worth a look.
    weight: String,
    /// The stream that it is about.
    stream: String,
    /// The campaign; null where it belongs to none.
    campaign: Option<String>,
    /// The events that it rests on.
    positions: Vec<u64>,
    /// The finding in Vietnamese.
    words_vi: String,
    /// The finding in English.
    words_en: String,
    /// Its facts.
    facts: Map<String, Value>,
}

impl FindingAnswer {
    fn of(finding: Finding, texts: &Texts) -> Self {
        Self {
            audit: finding.audit,
            code: finding.line.as_str().to_owned(),
            weight: finding.weight.as_str().to_owned(),
            stream: finding.stream.to_string(),
            words_vi: finding.words(texts, Language::Vi),
            words_en: finding.words(texts, Language::En),
            campaign: finding.campaign.map(String::from),
            positions: finding.positions.iter().map(|one| one.0).collect(),
            facts: finding.facts,
        }
    }
}

/// The number of an audit that there is.
///
/// # Errors
/// The problem `malformed`.
fn known(number: u8) -> Result<u8, Problem> {
    if AUDITS.iter().any(|audit| audit.number == number) {
        return Ok(number);
    }
    let detail = format!("expected 1 to {}", AUDITS.len());
    Err(Problem::malformed("number", &detail))
}

async fn run(
    State(api): State<Shared>,
    reader: Reader,
    Query(asking): Query<Asking>,
) -> Result<Json<FindingsAnswer>, Problem> {
    must_audit(&reader)?;
    let only: Vec<u8> = asking.number.map(known).transpose()?.into_iter().collect();
    let until = asking.to_position.map(Position::from);
    let (size, found) = audit(&*api.parts.feed, &reader.ledger, &only, until).await?;
    let is_asked_for = |finding: &Finding| {
        let (of, wanted) = (finding.campaign.as_ref(), asking.campaign.as_ref());
        of.is_none() || wanted.is_none() || of == wanted
    };
    let found = found.into_iter().filter(is_asked_for);
    let items = found.map(|finding| FindingAnswer::of(finding, &api.parts.texts));
    Ok(Json(FindingsAnswer {
        to_position: size.0,
        items: items.collect(),
    }))
}
