//! `GET /api/v1/nominations/{code}/decision`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use super::{
    event::{EventAnswer, ReadAnswer},
    must_audit,
};
use crate::{
    door::Reader,
    extract::{NoQuery, Path},
    nominations::get::PATH,
    operation::{Answer, Operation, Tag},
    parts::Shared,
    problem::Problem,
};
use khen_domain::{
    Document, NominationId, SourceDocument, decision::SigningAuthority, nomination::Gate,
};
use khen_history::{Authority, Step};
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Audit,
        path_parameters: PATH,
        answers: vec![Answer::json::<DecisionTraceAnswer>(
            StatusCode::OK,
            "Every step, in order.",
        )],
        problems: &[Slug::Malformed, Slug::NotFound],
        ..Operation::question(
            "get_decision_trace",
            "/api/v1/nominations/{code}/decision",
            "Why a case was decided as it was: who, in which role, by which authority, on which documents, under which criteria, having read what.",
            get(show),
        )
    }
}

/// Why a case was decided as it was.
#[derive(Debug, Serialize, JsonSchema)]
struct DecisionTraceAnswer {
    /// Mã hồ sơ, with its check letter.
    code: String,
    /// The steps.
    items: Vec<StepAnswer>,
}

/// One step.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "DecisionStep")]
struct StepAnswer {
    /// The event.
    event: EventAnswer,
    /// The gate before; null for a new case.
    gate_before: Option<Gate>,
    /// The gate after.
    gate_after: Gate,
    /// The acting assignment.
    authority: AuthorityAnswer,
    /// The assignment whose act is recorded; null where it is the actor's own.
    on_behalf_of: Option<AuthorityAnswer>,
    /// In whose authority a decision was signed.
    signing_authority: Option<SigningAuthority>,
    /// By which delegation.
    delegation: Option<String>,
    /// Documents that the event names.
    documents: Vec<Document>,
    /// Criteria and their version, tallies, reason codes: the payload without personal values.
    facts: Map<String, Value>,
    /// Streams and versions that the decision had read.
    read: Vec<ReadAnswer>,
}

/// An assignment, and what it rests on.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Authority")]
struct AuthorityAnswer {
    /// The assignment.
    assignment: String,
    /// Chức vụ; null for an assignment that the ledger does not know.
    title: Option<String>,
    /// First day.
    from: Option<String>,
    /// Last day; null while it has none.
    until: Option<String>,
    /// The paper that it rests on.
    document: Option<SourceDocument>,
}

impl AuthorityAnswer {
    fn of(authority: Authority) -> Self {
        let (from, until) = authority.valid.unzip();
        Self {
            assignment: authority.assignment.to_string(),
            title: authority.title,
            from: from.map(|day| day.to_string()),
            until: until.flatten().map(|day| day.to_string()),
            document: authority.document,
        }
    }
}

impl StepAnswer {
    fn of(step: Step) -> Self {
        let (signing_authority, delegation) = step.signature.unzip();
        Self {
            event: EventAnswer::of(&step.entry),
            gate_before: step.gate_before,
            gate_after: step.gate_after,
            authority: AuthorityAnswer::of(step.authority),
            on_behalf_of: step.on_behalf_of.map(AuthorityAnswer::of),
            signing_authority,
            delegation: delegation.flatten().map(|id| id.to_string()),
            documents: step.documents,
            facts: step.facts,
            read: ReadAnswer::all(&step.read),
        }
    }
}

async fn show(
    State(api): State<Shared>,
    reader: Reader,
    Path(code): Path<String>,
    _: NoQuery,
) -> Result<Json<DecisionTraceAnswer>, Problem> {
    must_audit(&reader)?;
    let none = || Problem::of(Slug::NotFound);
    let id = NominationId::parse(&code).map_err(|_| none())?;
    let steps = api.parts.history.decision(&reader.ledger, &id).await?;
    if steps.is_empty() {
        return Err(none());
    }
    Ok(Json(DecisionTraceAnswer {
        code: id.code(),
        items: steps.into_iter().map(StepAnswer::of).collect(),
    }))
}
