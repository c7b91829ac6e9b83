//! Lists, a line an entry.

use serde_json::{Value, json};

use super::{local, text, who};
use crate::{
    client::{Speaker, facts},
    verbs,
};
use khen_texts::Line;

/// One line for each thing that waits, with the verb that does it.
pub(crate) fn queue(answer: &Value, speaker: &Speaker) -> String {
    let row = |entry: &Value| {
        let item = entry["code"].as_str().unwrap_or(text(entry, "item"));
        let since = facts([("since", &local(text(entry, "since")))]);
        vec![
            item.to_owned(),
            speaker.pick(entry, "act").to_owned(),
            text(entry, "unit").to_owned(),
            speaker.line(Line::Since, &since).said,
            until(entry, speaker),
            format!("khen {}", verbs::verb_for(text(entry, "act"))),
        ]
    };
    listed(&answer["items"], row)
        .unwrap_or_else(|| speaker.line(Line::NothingWaits, &facts([])).said)
}

/// Until when, where it has a time; and how late it is.
fn until(entry: &Value, speaker: &Speaker) -> String {
    let due = &entry["due"];
    let Some(day) = due["on"].as_str() else {
        return String::new();
    };
    let when = match due["at"].as_str() {
        Some(time) => local(time),
        None => day.to_owned(),
    };
    let line = match due["is_late"].as_bool() {
        Some(true) => Line::Late,
        Some(false) | None => Line::Due,
    };
    let said = speaker.line(line, &facts([("due", &when)])).said;
    [Some(said), warned(due, speaker)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("; ")
}

/// Who hears of it when it is missed, or has heard; said from the first warning on.
fn warned(due: &Value, speaker: &Speaker) -> Option<String> {
    let line = match (due["is_late"].as_bool(), due["warning"].as_i64()) {
        (Some(true), _) => Line::Escalated,
        (_, Some(_)) => Line::Escalates,
        (Some(false) | None, None) => return None,
    };
    let who = speaker.pick(due, "escalates_to");
    let days = |name: &str| due[name].as_u64().unwrap_or(0).to_string();
    let (left, late) = (days("working_days_left"), days("working_days_late"));
    let known = [
        ("who", who),
        ("left", left.as_str()),
        ("late", late.as_str()),
    ];
    (!who.is_empty()).then(|| speaker.line(line, &facts(known)).said)
}

/// One line for each nomination.
pub(crate) fn nominations(answer: &Value, speaker: &Speaker) -> String {
    let row = |one: &Value| {
        let state = speaker.pick(one, "state").to_owned();
        vec![text(one, "code").to_owned(), state, who(one)]
    };
    listed(&answer["items"], row).unwrap_or_else(|| nothing(speaker))
}

/// One line for each desk and day.
pub(crate) fn due(answer: &Value, speaker: &Speaker) -> String {
    let row = |one: &Value| {
        vec![
            until(one, speaker),
            speaker.pick(one, "role").to_owned(),
            text(one, "unit").to_owned(),
            speaker.pick(one, "act").to_owned(),
            one["count"].to_string(),
        ]
    };
    listed(&answer["items"], row).unwrap_or_else(|| nothing(speaker))
}

/// One line for each decision.
pub(crate) fn decisions(answer: &Value, speaker: &Speaker) -> String {
    let row = |one: &Value| {
        let count = |name: &str| one[name].to_string();
        let number = json!({ "decision": one });
        vec![
            text(one, "decision").to_owned(),
            text(one, "stage").to_owned(),
            super::decision(&number).unwrap_or_default(),
            format!("{} + {}", count("collectives"), count("individuals")),
        ]
    };
    listed(&answer["items"], row).unwrap_or_else(|| nothing(speaker))
}

/// One line for each person, or for each role that somebody holds.
pub(crate) fn people(answer: &Value, speaker: &Speaker) -> String {
    let row = |one: &Value| {
        let id = one["assignment"].as_str().unwrap_or(text(one, "person"));
        let rest = ["role", "unit", "name", "title"].map(|member| text(one, member));
        let rest = rest.into_iter().map(str::to_owned);
        [id.to_owned()].into_iter().chain(rest).collect()
    };
    listed(&answer["items"], row).unwrap_or_else(|| nothing(speaker))
}

pub(super) fn nothing(speaker: &Speaker) -> String {
    speaker.line(Line::NothingFound, &facts([])).said
}

/// The items as lines in columns; `None` when there are none.
pub(super) fn listed(items: &Value, row: impl Fn(&Value) -> Vec<String>) -> Option<String> {
    let rows: Vec<Vec<String>> = items.as_array()?.iter().map(row).collect();
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..rows.first()?.len()).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).filter(|(_, width)| **width > 0);
        let cells: Vec<String> = cells
            .map(|(cell, width)| format!("{cell:width$}"))
            .collect();
        cells.join("  ").trim_end().to_owned()
    };
    Some(rows.iter().map(line).collect::<Vec<_>>().join("\n"))
}
