//! Problems as RFC 9457 writes them, in both languages.

use axum::{
    Json,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use super::{Complaint, Kind, Problem, unworded};
use khen_texts::{Language, Texts, Words};

/// A problem (RFC 9457).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
pub(crate) struct ProblemAnswer {
    /// `/problems/<slug>`: stable, so that programs may rely on it.
    #[serde(rename = "type")]
    #[schemars(extend("format" = "uri-reference"))]
    kind: String,
    /// What went wrong, in the reader's language.
    title: String,
    /// The HTTP status.
    status: u16,
    /// What it means in this case, in the reader's language.
    detail: String,
    /// The detail in Vietnamese.
    detail_vi: String,
    /// The detail in English.
    detail_en: String,
    /// The stable code: that of the refusal, or the slug.
    code: &'static str,
    /// The request's id, also in `X-Request-Id`: what to tell an administrator.
    trace_id: String,
    /// What the rule has seen, by name.
    facts: Map<String, Value>,
    /// What can be done about a refusal, in the reader's language.
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<String>,
    /// The remedy in Vietnamese.
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy_vi: Option<String>,
    /// The remedy in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy_en: Option<String>,
    /// What is wrong with parts of the request, for programmers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Complaint>,
}

/// Gives a problem its words; any other response stays as it is.
pub(crate) fn worded(
    texts: &Texts,
    language: Language,
    trace_id: &str,
    mut response: Response,
) -> Response {
    let problem = response.extensions_mut().remove::<Problem>();
    let Some(problem) = problem.or_else(|| unworded(&response)) else {
        return response;
    };
    let answer = problem.answer(texts, language, trace_id);
    let mut told = (problem.status, Json(answer)).into_response();
    let headers = told.headers_mut();
    for (name, value) in response.headers() {
        if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            headers.insert(name, value.clone());
        }
    }
    let fixed = [
        (header::CONTENT_TYPE, "application/problem+json"),
        (header::CONTENT_LANGUAGE, language.as_str()),
        (header::VARY, "Accept-Language"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    told
}

impl Problem {
    fn answer(&self, texts: &Texts, language: Language, trace_id: &str) -> ProblemAnswer {
        let [vi, en] = [Language::Vi, Language::En].map(|language| self.words(texts, language));
        let words = match language {
            Language::Vi => &vi,
            Language::En => &en,
        };
        let remedy = |words: &Words| (!words.remedy.is_empty()).then(|| words.remedy.clone());
        ProblemAnswer {
            kind: format!("/problems/{}", self.code().replace('_', "-")),
            title: words.title.clone(),
            status: self.status.as_u16(),
            detail: words.detail.clone(),
            remedy: remedy(words),
            remedy_vi: remedy(&vi),
            remedy_en: remedy(&en),
            detail_vi: vi.detail,
            detail_en: en.detail,
            code: self.code(),
            trace_id: trace_id.to_owned(),
            facts: self.facts.clone(),
            errors: self.errors.clone(),
        }
    }

    fn words(&self, texts: &Texts, language: Language) -> Words {
        match &self.kind {
            Kind::Refused(refusal) => texts.refusal(language, refusal),
            Kind::Transport(slug) => {
                let words = texts.problem(language, *slug, &self.facts);
                Words {
                    title: words.title,
                    detail: words.detail,
                    remedy: String::new(),
                }
            }
        }
    }
}
