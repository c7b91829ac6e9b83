//! What the desk's errors are over HTTP.

use axum::http::StatusCode;
use serde_json::{Value, json};

use khen_desk::DeskError;
use khen_domain::{Refusal, access};
use khen_texts::Problem as Slug;

use super::{Kind, Problem, unavailable};

impl From<DeskError> for Problem {
    fn from(error: DeskError) -> Self {
        match error {
            DeskError::Key { .. } => Self::malformed("Idempotency-Key", &error),
            DeskError::Malformed { detail } => Self::malformed("content", &detail),
            DeskError::NoAssignment { assignment } => {
                Self::of(Slug::Forbidden).with_fact("assignment", assignment)
            }
            DeskError::NoPerson { person } => {
                Self::of(Slug::UnknownPerson).with_fact("person", person.as_str())
            }
            DeskError::Erased => Self::of(Slug::Erased),
            DeskError::NoDocument { sha256 } => {
                Self::of(Slug::UnknownDocument).with_fact("sha256", sha256)
            }
            DeskError::Refused(refusal) => Self::refused(refusal),
            DeskError::Stale {
                stream,
                expected,
                actual,
            } => Self::of(Slug::Stale)
                .with_fact("stream", stream.as_str())
                .with_fact("expected", expected.0)
                .with_fact("actual", actual.0),
            DeskError::Conflict { tries } => Self::of(Slug::Conflict).with_fact("tries", tries),
            DeskError::KeyReused => Self::of(Slug::KeyReused),
            DeskError::NoLedger { ledger } => {
                Self::of(Slug::NotFound).with_fact("ledger", ledger.as_str())
            }
            DeskError::Unavailable(_) => unavailable(&error),
        }
    }
}

impl Problem {
    /// A refusal with its facts.
    fn refused(refusal: Box<Refusal>) -> Self {
        let status = if is_about_access(&refusal) {
            StatusCode::FORBIDDEN
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        };
        let mut facts = match serde_json::to_value(&*refusal) {
            Ok(Value::Object(members)) => members,
            Ok(other) => json!({ "value": other })
                .as_object()
                .cloned()
                .unwrap_or_default(),
            Err(error) => return unavailable(&error),
        };
        facts.remove("code");
        let mut problem = Self::new(Kind::Refused(refusal), status);
        problem.facts = facts;
        problem
    }
}

/// Whether it is the actor who stands in the way. A time out of bounds is checked by the same table,
/// but another assignment would not help.
fn is_about_access(refusal: &Refusal) -> bool {
    use access::Refusal as R;

    let Refusal::Access(refusal) = refusal else {
        return false;
    };
    match refusal {
        R::RoleNotAllowed { .. }
        | R::AssignmentUnknown { .. }
        | R::AssignmentNotInForce { .. }
        | R::NotOnBehalf { .. }
        | R::OnBehalfNotCovered { .. }
        | R::OtherUnit { .. }
        | R::OwnUnit { .. } => true,
        R::OccurredLater { .. } | R::LateWithoutReason { .. } => false,
    }
}
