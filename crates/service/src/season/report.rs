//! What happened, for people: asked from the API like anybody's question.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Season, Until, outcome::Outcome};
use crate::worded;
use khen_domain::{Dong, NomineeKind, prize};
use khen_texts::{Language, SeasonLine as Line, Texts};

/// Nominees up to which each is told by name.
const NAMED_NOMINEES_MAX: usize = 50;

/// What the report tells besides the outcome.
pub(crate) struct Played<'a> {
    /// Where it stopped.
    pub(crate) until: Until,
    /// Where the ledger lies.
    pub(crate) folder: String,
    /// How long it took.
    pub(crate) took: std::time::Duration,
    /// The words.
    pub(crate) texts: &'a Texts,
}

impl Played<'_> {
    /// A line in Vietnamese, the language of the report.
    pub(crate) fn say(&self, line: Line, facts: &Value) -> String {
        say(self.texts, line, facts)
    }
}

/// A line in Vietnamese, with these facts, an object.
pub(crate) fn say(texts: &Texts, line: Line, facts: &Value) -> String {
    let none = serde_json::Map::new();
    texts.season(Language::Vi, line, facts.as_object().unwrap_or(&none))
}

/// The report of a season.
pub(crate) fn report(
    season: &Season,
    outcome: &Outcome,
    played: &Played<'_>,
) -> anyhow::Result<String> {
    let title = played.say(Line::Title, &json!({}));
    let underline = "=".repeat(title.chars().count());
    let work = json!({
        "commands": season.player.commands(),
        "nominations": outcome.cases().count(),
        "seconds": format!("{:.1}", played.took.as_secs_f64()),
    });
    let campaign = json!({ "campaign": season.campaign(), "stop": played.until.as_str() });
    let mut lines = vec![
        String::new(),
        title,
        underline,
        played.say(Line::Folder, &json!({ "folder": played.folder })),
        played.say(Line::Campaign, &campaign),
        played.say(Line::Work, &work),
        String::new(),
    ];
    lines.extend(counts(outcome, played));
    lines.push(String::new());
    if outcome.cases().count() <= NAMED_NOMINEES_MAX {
        lines.extend(nominees(season, outcome, played));
        lines.push(String::new());
    }
    lines.extend(decided(season, outcome, played)?);
    if Some(played.until) >= season.end() {
        lines.push(played.say(Line::AsItMust, &json!({})));
    }
    Ok(lines.join("\n"))
}

/// How many stand where.
fn counts(outcome: &Outcome, played: &Played<'_>) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for case in outcome.cases() {
        *counts.entry(state(case)).or_default() += 1;
    }
    let counts = counts.into_iter();
    let told = counts
        .map(|(state, count)| played.say(Line::Count, &json!({ "count": count, "state": state })));
    told.collect()
}

fn nominees(season: &Season, outcome: &Outcome, played: &Played<'_>) -> Vec<String> {
    let nominees = season.nominees().filter_map(|(_, nominee)| {
        let nomination = season.nomination(&nominee.code).ok()?;
        let case = outcome.case(&nomination);
        let name = case["name"].as_str().or(case["unit_name"].as_str());
        let facts = json!({
            "code": nominee.code,
            "nomination": case["code"],
            "name": name,
            "state": state(case),
        });
        Some(played.say(Line::Nominee, &facts))
    });
    nominees.collect()
}

fn state(case: &Value) -> &str {
    case["state_vi"].as_str().unwrap_or_default()
}

/// The decision and what its prizes come to, by the rules in force at its date.
fn decided(season: &Season, outcome: &Outcome, played: &Played<'_>) -> anyhow::Result<Vec<String>> {
    let awarded: Vec<&Value> = outcome
        .cases()
        .filter(|case| case["gate"] == "awarded")
        .collect();
    let Some(decision) = awarded.first().and_then(|case| worded::decision(case)) else {
        return Ok(Vec::new());
    };
    let date: jiff::civil::Date = awarded[0]["decision"]["date"]
        .as_str()
        .unwrap_or_default()
        .parse()?;
    let (coefficients, base_wage) = season.definitions.prize_rules(date)?;
    let amount = |kind| prize(coefficients, base_wage, kind).amount;
    let number = |kind: NomineeKind| {
        awarded
            .iter()
            .filter(|case| case["kind"] == kind.as_str())
            .count()
    };
    let kinds = [NomineeKind::Collective, NomineeKind::Individual];
    let [collectives, individuals] = kinds.map(number);
    let [collective, individual] = kinds.map(amount);
    let total =
        collective.0 * i64::try_from(collectives)? + individual.0 * i64::try_from(individuals)?;
    let money = |amount| played.texts.money(Language::Vi, amount);
    let made = json!({
        "decision": decision,
        "collective": collectives,
        "individual": individuals,
    });
    let prizes = json!({
        "collective": money(collective),
        "individual": money(individual),
        "total": money(Dong(total)),
    });
    Ok(vec![
        played.say(Line::Decision, &made),
        played.say(Line::Prizes, &prizes),
    ])
}
