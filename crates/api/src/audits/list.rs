//! `GET /api/v1/audits`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Map;

use super::must_audit;
use crate::{
    door::Reader,
    extract::NoQuery,
    operation::{Answer, Operation, Tag},
    parts::Shared,
    problem::Problem,
};
use khen_history::audits::{AUDITS, CannedAudit};
use khen_texts::{Language, Problem as Slug, Texts};

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Audit,
        answers: vec![Answer::json::<AuditsAnswer>(
            StatusCode::OK,
            "Every audit, in the order of its number.",
        )],
        problems: &[Slug::Malformed],
        ..Operation::question(
            "list_audits",
            "/api/v1/audits",
            "The canned audits: what each looks for, what it rests on and what it cannot see.",
            get(list),
        )
    }
}

/// The canned audits.
#[derive(Debug, Serialize, JsonSchema)]
struct AuditsAnswer {
    /// The audits.
    items: Vec<AuditAnswer>,
}

/// A canned audit.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CannedAudit")]
struct AuditAnswer {
    /// Its number.
    number: u8,
    /// Its code.
    code: String,
    /// What it looks for, in Vietnamese.
    title_vi: String,
    /// What it looks for, in English.
    title_en: String,
    /// What it rests on.
    source: String,
    /// What it cannot see, in Vietnamese.
    limit_vi: Option<String>,
    /// What it cannot see, in English.
    limit_en: Option<String>,
}

impl AuditAnswer {
    fn of(audit: &CannedAudit, texts: &Texts) -> Self {
        let said = |language, line| texts.audit(language, line, &Map::new());
        let limit = |language| audit.limit.map(|line| said(language, line));
        Self {
            number: audit.number,
            code: audit.title.as_str().to_owned(),
            title_vi: said(Language::Vi, audit.title),
            title_en: said(Language::En, audit.title),
            source: audit.source.to_owned(),
            limit_vi: limit(Language::Vi),
            limit_en: limit(Language::En),
        }
    }
}

async fn list(
    State(api): State<Shared>,
    reader: Reader,
    _: NoQuery,
) -> Result<Json<AuditsAnswer>, Problem> {
    must_audit(&reader)?;
    let texts = &api.parts.texts;
    let items = AUDITS.iter().map(|audit| AuditAnswer::of(audit, texts));
    Ok(Json(AuditsAnswer {
        items: items.collect(),
    }))
}
