//! What the desk's errors are over HTTP.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Kind, Problem, unavailable};
use khen_desk::DeskError;
use khen_domain::{CommandKind, Refusal, access, nomination};
use khen_eventlog::{HaltRecord, ReadOnlyRecord, wire_time};
use khen_texts::Problem as Slug;

impl From<DeskError> for Problem {
    fn from(error: DeskError) -> Self {
        match error {
            DeskError::Key { .. } => Self::malformed("Idempotency-Key", &error),
            DeskError::Malformed { detail } => content(&detail),
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
            DeskError::Halted(halt) => Self::halted(&halt),
            DeskError::ReadOnly(record) => Self::read_only(record.as_deref()),
            DeskError::Unavailable(_) => unavailable(&error),
        }
    }
}

/// What is wrong with a content; the desk puts the JSON pointer of the place first.
fn content(detail: &str) -> Problem {
    let pointed = detail.split_once(": ");
    match pointed.filter(|(place, _)| place.starts_with('/')) {
        None => Problem::unreadable("content", detail),
        Some((place, detail)) => {
            Problem::unreadable(&format!("content{}", place.replace('/', ".")), detail)
        }
    }
}

impl Problem {
    /// Why a command was not carried out. Whoever acts only for the own unit is not told that another
    /// unit has this case: it is absent, as one that nobody drafted.
    pub(crate) fn of_command(kind: CommandKind, error: DeskError) -> Self {
        let is_hidden = acts_on_own_case(kind)
            && matches!(&error, DeskError::Refused(refusal) if is_not_there(refusal));
        if is_hidden {
            Self::of(Slug::NotFound)
        } else {
            error.into()
        }
    }

    /// A ledger that is not what was signed for.
    pub(crate) fn halted(halt: &HaltRecord) -> Self {
        Self::of(Slug::IntegrityHalt)
            .with_fact("since", wire_time(halt.since))
            .with_fact("last_witnessed_size", halt.witnessed.0)
    }

    /// A time in which nothing is recorded, and since when and why where an operator has begun it.
    pub(crate) fn read_only(record: Option<&ReadOnlyRecord>) -> Self {
        let problem = Self::of(Slug::ReadOnly);
        match record {
            None => problem,
            Some(record) => problem
                .with_fact("since", wire_time(record.since))
                .with_fact("reason", record.reason.as_str()),
        }
    }

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

/// Whether the command names a case, and only its unit acts on it.
fn acts_on_own_case(kind: CommandKind) -> bool {
    use CommandKind as K;

    matches!(kind, K::AttachReport | K::ConfirmReport | K::ProposeNominee)
}

/// Whether there is no such case, or none for this actor.
fn is_not_there(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::Access(access::Refusal::OtherUnit { .. })
            | Refusal::Nomination(nomination::Refusal::Absent {})
    )
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
        | R::OnBehalfNotAllowed { .. }
        | R::OnBehalfNotCovered { .. }
        | R::OtherUnit { .. }
        | R::OwnUnit { .. } => true,
        R::OccurredLater { .. } | R::LateWithoutReason { .. } => false,
    }
}
