//! What a played season and the demo say.

use serde_json::{Map, Value};

use crate::{Language, Texts, family::lines};

lines! {
    /// One thing to say about a season, by the last part of its message `season-<slug>`.
    SeasonLine;

    /// The heading of the report.
    Title = "title" {},
    /// Where the ledger lies.
    Folder = "folder" { folder },
    /// The campaign, and where it stopped.
    Campaign = "campaign" { campaign, stop },
    /// How much was done.
    Work = "work" { commands, nominations, seconds },
    /// How many stand in a state.
    Count = "count" { count, state },
    /// A nominee.
    Nominee = "nominee" { code, nomination, name, state },
    /// The decision.
    Decision = "decision" { decision, collective, individual },
    /// What its prizes come to.
    Prizes = "prizes" { collective, individual, total },
    /// It came out as it must.
    AsItMust = "as-it-must" {},
    /// Heading: the people.
    People = "people" {},
    /// Heading: what waits.
    Desks = "desks" {},
    /// A desk where something waits.
    Desk = "desk" { count, role, name, unit_name },
    /// Heading: lines to paste for one nomination.
    OneNomination = "one-nomination" { code },
}

impl Texts {
    /// A line about a season, with these facts.
    #[must_use]
    pub fn season(
        &self,
        language: Language,
        line: SeasonLine,
        facts: &Map<String, Value>,
    ) -> String {
        self.member(language, &format!("season-{}", line.as_str()), facts)
    }
}
