//! Boards of a campaign.

use serde_json::{Map, Value};

use super::{
    lists::{listed, nothing},
    local, text, who,
};
use crate::client::Speaker;
use khen_texts::Line;

/// How many cases stand at each state, in the order of the way.
pub(crate) fn board(answer: &Value, speaker: &Speaker) -> String {
    let row = |one: &Value| {
        vec![
            speaker.pick(one, "state").to_owned(),
            said(speaker, Line::Kinds, one),
        ]
    };
    listed(&answer["states"], row).unwrap_or_else(|| nothing(speaker))
}

/// One line for each kind of nominee.
pub(crate) fn quota(answer: &Value, speaker: &Speaker) -> String {
    let row = |one: &Value| {
        vec![
            said(speaker, Line::Places, one),
            if_told(speaker, Line::PlacesUsed, one),
        ]
    };
    listed(&answer["kinds"], row).unwrap_or_else(|| nothing(speaker))
}

/// One line for each unit or group that holds slots.
pub(crate) fn slots(answer: &Value, speaker: &Speaker) -> String {
    let row = |one: &Value| {
        let holder = one["unit"].as_str().unwrap_or(text(one, "group"));
        vec![
            holder.to_owned(),
            said(speaker, Line::Slots, one),
            if_told(speaker, Line::SlotsTaken, one),
        ]
    };
    listed(&answer["items"], row).unwrap_or_else(|| nothing(speaker))
}

/// One line for each unit and kind.
pub(crate) fn eligibility(answer: &Value, speaker: &Speaker) -> String {
    let row = |one: &Value| {
        vec![
            text(one, "kind").to_owned(),
            text(one, "unit").to_owned(),
            speaker.pick(one, "reason").to_owned(),
        ]
    };
    listed(&answer["items"], row).unwrap_or_else(|| nothing(speaker))
}

/// What was asked and what was answered, one after the other.
pub(crate) fn feedback(answer: &Value, speaker: &Speaker) -> String {
    let row = |one: &Value| {
        vec![
            text(one, "feedback").to_owned(),
            speaker.pick(one, "topic").to_owned(),
            text(one, "text").to_owned(),
            text(one, "answer").to_owned(),
        ]
    };
    listed(&answer["items"], row).unwrap_or_else(|| nothing(speaker))
}

/// What was written, about which case, and where it stands.
pub(crate) fn complaints(answer: &Value, speaker: &Speaker) -> String {
    let row = |one: &Value| {
        vec![
            text(one, "complaint").to_owned(),
            speaker.pick(one, "kind").to_owned(),
            text(one, "nomination").to_owned(),
            speaker.pick(one, "state").to_owned(),
            text(one, "text").to_owned(),
        ]
    };
    listed(&answer["items"], row).unwrap_or_else(|| nothing(speaker))
}

/// One line for each award: its certificate, its number in the register, its prize.
pub(crate) fn awards(answer: &Value, speaker: &Speaker) -> String {
    let row = |one: &Value| {
        let (certificate, prize) = (&one["certificate"], &one["prize"]);
        let number = certificate["register_number"].as_u64();
        vec![
            text(one, "code").to_owned(),
            speaker.pick(certificate, "stage").to_owned(),
            number.map(|number| number.to_string()).unwrap_or_default(),
            speaker.pick(prize, "stage").to_owned(),
            amount(prize, speaker),
            who(one),
        ]
    };
    listed(&answer["items"], row).unwrap_or_else(|| nothing(speaker))
}

/// One line for each broadcast or story.
pub(crate) fn publicity(answer: &Value, speaker: &Speaker) -> String {
    let row = |one: &Value| {
        vec![
            text(one, "id").to_owned(),
            speaker.pick(one, "topic").to_owned(),
            speaker.pick(one, "state").to_owned(),
            local(text(one, "changed_at")),
        ]
    };
    listed(&answer["items"], row).unwrap_or_else(|| nothing(speaker))
}

/// What the fund holds, and one line for each movement of money.
pub(crate) fn fund(answer: &Value, speaker: &Speaker) -> String {
    let row = |one: &Value| {
        let about = one["nomination"].as_str().unwrap_or(text(one, "decision"));
        vec![
            local(text(one, "at")),
            speaker.pick(one, "kind").to_owned(),
            amount(one, speaker),
            about.to_owned(),
        ]
    };
    // A year is a name here, and is not grouped like a number.
    let mut sums = answer.clone();
    sums["year"] = answer["year"].to_string().into();
    let sums = said(speaker, Line::Fund, &sums);
    let entries = listed(&answer["entries"], row);
    [Some(sums), entries]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("\n")
}

/// An amount of money, where there is one.
fn amount(one: &Value, speaker: &Speaker) -> String {
    match one["amount"].as_i64() {
        Some(_) => said(speaker, Line::Money, one),
        None => String::new(),
    }
}

/// A line about the members of an entry.
fn said(speaker: &Speaker, line: Line, one: &Value) -> String {
    let none = Map::new();
    speaker.line(line, one.as_object().unwrap_or(&none)).said
}

/// The same, where the reader is told what is free.
fn if_told(speaker: &Speaker, line: Line, one: &Value) -> String {
    match one["free"].as_u64() {
        Some(_) => said(speaker, line, one),
        None => String::new(),
    }
}
