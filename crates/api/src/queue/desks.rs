//! Whose desks a reader may ask about.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::{door::Reader, problem::Problem, tickets::complaints::handles_complaints};
use khen_domain::{CommandKind, desks::answers_for};
use khen_read_model::Desks;
use khen_texts::{Audience, Language, Problem as Slug, Texts};

/// Whose desks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Desks")]
pub(super) enum DesksAsked {
    /// One's own.
    Own,
    /// Those of the own unit.
    Unit,
    /// Everybody's.
    All,
}

/// What nobody learns of but those who handle complaints (4.14).
const RESTRICTED: [CommandKind; 2] = [CommandKind::AcceptComplaint, CommandKind::DecideComplaint];

/// The desks that are asked about.
///
/// # Errors
/// The problem `forbidden` for the desks of others.
pub(super) fn desks(reader: &Reader, asked: Option<DesksAsked>) -> Result<Desks, Problem> {
    let forbidden = || Problem::of(Slug::Forbidden);
    match asked.unwrap_or(DesksAsked::Own) {
        DesksAsked::Own => Ok(Desks::Own {
            roles: answers_for(reader.role)
                .iter()
                .map(|role| role.as_str().to_owned())
                .collect(),
            unit: reader.unit.clone().map(String::from),
            assignment: reader.assignment.to_string(),
        }),
        DesksAsked::Unit => {
            let unit = reader
                .unit
                .clone()
                .filter(|_| reader.audience() == Audience::Unit);
            unit.map(|unit| Desks::OfUnit(unit.into()))
                .ok_or_else(forbidden)
        }
        DesksAsked::All if !reader.audience().is_office() => Err(forbidden()),
        DesksAsked::All if handles_complaints(reader.role) => Ok(Desks::All),
        DesksAsked::All => Ok(Desks::AllBut(
            RESTRICTED
                .iter()
                .map(|act| act.as_str().to_owned())
                .collect(),
        )),
    }
}

/// The command with this word, as on a list of what somebody may do.
pub(super) fn act_words(texts: &Texts, language: Language, act: &str) -> String {
    let command = CommandKind::parse(act);
    command.map_or_else(|| act.to_owned(), |act| texts.command(language, act))
}
