//! `GET /api/v1/me`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    door::Reader,
    extract::NoQuery,
    operation::{Answer, Operation, Tag},
    parts::Shared,
};
use khen_domain::{CommandKind, Role, access};
use khen_texts::{Language, Problem as Slug};

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Desk,
        answers: vec![Answer::json::<MeAnswer>(
            StatusCode::OK,
            "Who acts with this token.",
        )],
        problems: &[Slug::Malformed],
        ..Operation::question(
            "get_me",
            "/api/v1/me",
            "Who asks, in which capacity.",
            get(me),
        )
    }
}

/// Who acts with a token.
#[derive(Debug, Serialize, JsonSchema)]
struct MeAnswer {
    /// The ledger.
    ledger: String,
    /// The acting assignment.
    assignment: String,
    /// The person.
    principal: String,
    /// The role.
    role: Role,
    /// The role in Vietnamese.
    role_vi: String,
    /// The role in English.
    role_en: String,
    /// The unit, where the assignment has one.
    unit: Option<String>,
    /// Commands that the role may give, for itself or on behalf of somebody.
    commands: Vec<&'static str>,
}

async fn me(State(api): State<Shared>, reader: Reader, _: NoQuery) -> Json<MeAnswer> {
    let texts = &api.parts.texts;
    let role = reader.role;
    let given = CommandKind::ALL.iter().filter(|kind| {
        let rule = access::rule(**kind);
        rule.scope(role).is_some() || rule.recorders.contains(&role)
    });
    Json(MeAnswer {
        ledger: reader.ledger.as_str().to_owned(),
        assignment: reader.assignment.into(),
        principal: reader.person.into(),
        role,
        role_vi: texts.role(Language::Vi, role),
        role_en: texts.role(Language::En, role),
        unit: reader.unit.map(String::from),
        commands: given.map(|kind| kind.as_str()).collect(),
    })
}
