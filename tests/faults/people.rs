//! Who sends commands.

use crate::running::Settings;

/// The ledger of the season's authority.
pub(crate) const LEDGER: &str = "hon-quan";

/// Somebody with a token.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) assignment: String,
    /// The unit, where the role belongs to one.
    pub(crate) unit: Option<String>,
    pub(crate) token: String,
}

/// Every officer of a unit, and those of Home Affairs who answer them.
pub(crate) fn people(settings: &Settings) -> Vec<Person> {
    let list = settings.succeed(&["token", "issue", "--ledger", LEDGER]);
    let lines = list.lines().map(|line| line.split_whitespace().collect());
    let chosen = lines.filter_map(|words: Vec<&str>| match words.as_slice() {
        [assignment, "unit_officer", unit, ..] => Some((*assignment, Some(*unit))),
        [assignment, "review_head" | "campaign_manager", ..] => Some((*assignment, None)),
        _ => None,
    });
    let issued = chosen.map(|(assignment, unit)| {
        let order = [
            "token",
            "issue",
            "--ledger",
            LEDGER,
            "--assignment",
            assignment,
        ];
        Person {
            assignment: assignment.to_owned(),
            unit: unit.map(str::to_owned),
            token: settings.succeed(&order).trim().to_owned(),
        }
    });
    issued.collect()
}
