//! What auditors are told, as lines. Codes, positions and ids stand as they are; words are the
//! server's.

use serde_json::Value;

use super::{local, text};
use crate::client::Speaker;

/// An answer that is only for machines and for whoever reads them.
pub(crate) fn whole(answer: &Value, _: &Speaker) -> String {
    format!("{answer:#}")
}

/// `05  quota`: title, source and limits.
pub(crate) fn audits(answer: &Value, speaker: &Speaker) -> String {
    let told = |audit: &Value| {
        let number = audit["number"].as_u64().unwrap_or_default();
        let title = speaker.pick(audit, "title");
        let mut lines = vec![format!("{number:02}  {title} [{}]", text(audit, "source"))];
        let limit = speaker.pick(audit, "limit");
        lines.extend((!limit.is_empty()).then(|| format!("    {limit}")));
        lines.join("\n")
    };
    each(answer, "items", told)
}

/// `05  breach  12,40  quota/HQ-CCHC-2024: …`
pub(crate) fn findings(answer: &Value, speaker: &Speaker) -> String {
    let told = |finding: &Value| {
        let number = finding["audit"].as_u64().unwrap_or_default();
        format!(
            "{number:02}  {}  {}  {}: {}",
            text(finding, "weight"),
            positions(finding, ","),
            text(finding, "stream"),
            speaker.pick(finding, "words")
        )
    };
    each(answer, "items", told)
}

/// Findings as comma-separated values (RFC 4180), one row each below a row of names.
pub(crate) fn findings_table(answer: &Value, speaker: &Speaker) -> String {
    let head = [
        "audit",
        "code",
        "weight",
        "campaign",
        "stream",
        "positions",
        "words",
    ];
    let row = |finding: &Value| {
        let number = finding["audit"].as_u64().unwrap_or_default().to_string();
        let places = positions(finding, " ");
        let fields = [
            number.as_str(),
            text(finding, "code"),
            text(finding, "weight"),
            text(finding, "campaign"),
            text(finding, "stream"),
            &places,
            speaker.pick(finding, "words"),
        ];
        fields.map(quoted).join(",")
    };
    let rows = each(answer, "items", row);
    let mut table = head.map(quoted).join(",");
    if !rows.is_empty() {
        table = format!("{table}\n{rows}");
    }
    table
}

/// `HQ-CCHC-2024-0001  1204  precedence  review_passed → council_listed`
pub(crate) fn departures(answer: &Value, _: &Speaker) -> String {
    let told = |departure: &Value| {
        let gates = departure["gates"].as_array().into_iter().flatten();
        let gates: Vec<_> = gates.filter_map(Value::as_str).collect();
        format!(
            "{}  {}  {}  {}",
            text(departure, "nomination"),
            departure["position"],
            text(departure, "rule"),
            gates.join(" → ")
        )
    };
    each(answer, "items", told)
}

/// `/nomination/present/gate: "drafted" → "proposed"`
pub(crate) fn difference(answer: &Value, _: &Speaker) -> String {
    let told = |field: &Value| {
        let side = |was_there: &str, value: &str| {
            let is_there = field[was_there].as_bool().unwrap_or_default();
            if is_there {
                field[value].to_string()
            } else {
                "–".to_owned()
            }
        };
        let (before, after) = (side("was_there", "before"), side("is_there", "after"));
        format!("{}: {before} → {after}", text(field, "path"))
    };
    let hash = |name: &str| {
        let state = &answer[name];
        format!("v{}  {}", state["version"], text(state, "state_hash"))
    };
    let fields = each(answer, "fields", told);
    format!("{}\n{}\n{fields}", hash("from"), hash("to"))
}

/// Append by append: `←` what it followed from, `→` what followed from it.
pub(crate) fn traces(answer: &Value, _: &Speaker) -> String {
    let told = |trace: &Value| {
        let mut lines = vec![format!(
            "{}  {}",
            text(trace, "command_id"),
            text(trace, "correlation_id")
        )];
        if trace["cause"].is_object() {
            let reaction = text(trace, "reaction");
            lines.push(format!("  ← {reaction}: {}", event(&trace["cause"])));
        }
        for (mark, name) in [("  ", "events"), ("→ ", "effects")] {
            let events = trace[name].as_array().into_iter().flatten();
            lines.extend(events.map(|one| format!("  {mark}{}", event(one))));
        }
        lines.join("\n")
    };
    each(answer, "items", told)
}

/// A row for each case below a row of names, in columns: `HQ-CCHC-2024-0007-B  awarded  41,2  3,0  C1=met`.
pub(crate) fn peers(answer: &Value, _: &Speaker) -> String {
    let days = |peer: &Value, name: &str| {
        let seconds = peer[name].as_i64();
        seconds.map_or_else(|| "–".to_owned(), tenths_of_days)
    };
    let told = |peer: &Value| {
        let criteria = peer["criteria"].as_object().into_iter().flatten();
        let criteria: Vec<_> = criteria
            .map(|(code, found)| format!("{code}={}", found.as_str().unwrap_or_default()))
            .collect();
        let mark = if peer["code"] == answer["code"] {
            "*"
        } else {
            " "
        };
        format!(
            "{mark} {:<22} {:<18} {:<20} {:>7} {:>7} {:>7}  {}",
            text(peer, "code"),
            text(peer, "unit"),
            text(peer, "gate_now"),
            days(peer, "seconds_since_draft"),
            days(peer, "seconds_since_gate_before"),
            days(peer, "seconds_stayed"),
            criteria.join(" ")
        )
    };
    let head = format!(
        "  {:<22} {:<18} {:<20} {:>7} {:>7} {:>7}  {}",
        text(answer, "gate"),
        "unit",
        "now",
        "draft",
        "before",
        "stayed",
        "criteria"
    );
    format!("{head}\n{}", each(answer, "items", told))
}

/// Days with one digit behind the point, cut.
fn tenths_of_days(seconds: i64) -> String {
    let sign = if seconds < 0 { "-" } else { "" };
    let tenths = seconds.unsigned_abs() / 8_640;
    format!("{sign}{}.{}", tenths / 10, tenths % 10)
}

/// Who moved the case from which gate to which, by which authority.
pub(crate) fn decision_steps(answer: &Value, _: &Speaker) -> String {
    let told = |step: &Value| {
        let before = step["gate_before"].as_str().unwrap_or("–");
        let mut lines = vec![
            event(&step["event"]),
            format!("  {before} → {}", text(step, "gate_after")),
            format!("  {}", authority(&step["authority"])),
        ];
        if step["on_behalf_of"].is_object() {
            lines.push(format!("  ({})", authority(&step["on_behalf_of"])));
        }
        let documents = step["documents"].as_array().into_iter().flatten();
        lines.extend(
            documents.map(|one| format!("  {} {}", text(one, "kind"), text(one, "sha256"))),
        );
        if step["facts"]
            .as_object()
            .is_some_and(|facts| !facts.is_empty())
        {
            lines.push(format!("  {}", step["facts"]));
        }
        let read = step["read"].as_array().into_iter().flatten();
        let read: Vec<_> = read
            .map(|one| format!("{}@{}", text(one, "stream"), one["version"]))
            .collect();
        lines.extend((!read.is_empty()).then(|| format!("  ⊢ {}", read.join(" "))));
        lines.join("\n")
    };
    each(answer, "items", told)
}

fn authority(authority: &Value) -> String {
    let until = authority["until"].as_str().unwrap_or("…");
    format!(
        "{}, {}, {}–{until}, {}",
        text(authority, "assignment"),
        text(authority, "title"),
        text(authority, "from"),
        text(&authority["document"], "title")
    )
}

/// `1204  20/12/2024 09:30  council_secretary  nomination/…@12  vn.khen.….v1`
fn event(event: &Value) -> String {
    format!(
        "{}  {}  {}  {}@{}  {}",
        event["position"],
        local(text(event, "recorded_at")),
        text(event, "role"),
        text(event, "stream"),
        event["version"],
        text(event, "type")
    )
}

fn positions(finding: &Value, between: &str) -> String {
    let positions = finding["positions"].as_array().into_iter().flatten();
    let positions: Vec<_> = positions.map(ToString::to_string).collect();
    positions.join(between)
}

fn each(answer: &Value, name: &str, told: impl Fn(&Value) -> String) -> String {
    let items = answer[name].as_array().into_iter().flatten();
    items.map(told).collect::<Vec<_>>().join("\n")
}

/// A field of a table, between quotation marks. A leading sign that spreadsheets take for a formula
/// is made text by an apostrophe.
fn quoted(field: &str) -> String {
    let guard = if field.starts_with(['=', '+', '-', '@']) {
        "'"
    } else {
        ""
    };
    format!("\"{guard}{}\"", field.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use khen_texts::Language;

    #[test]
    fn a_finding_is_a_line_and_a_row() {
        let answer = json!({ "items": [{
            "audit": 5, "code": "quota-exceeded", "weight": "breach", "campaign": null,
            "stream": "quota/HQ-CCHC-2024", "positions": [12, 40],
            "words_vi": "=quá \"số lượng\"", "words_en": "too many",
        }]});
        let (vi, en) = (Speaker::new(Language::Vi), Speaker::new(Language::En));
        assert_eq!(
            findings(&answer, &en),
            "05  breach  12,40  quota/HQ-CCHC-2024: too many"
        );
        let table = findings_table(&answer, &vi);
        let row = table.lines().nth(1);
        let expected = "\"5\",\"quota-exceeded\",\"breach\",\"\",\"quota/HQ-CCHC-2024\",\"12 40\",\"'=quá \"\"số lượng\"\"\"";
        assert_eq!(row, Some(expected));
        assert_eq!(
            findings_table(&json!({ "items": [] }), &vi).lines().count(),
            1
        );
    }

    #[test]
    fn a_field_that_was_not_there_is_told_apart_from_null() {
        let state = |version: u64| json!({ "version": version, "state_hash": "ab" });
        let answer = json!({ "from": state(1), "to": state(2), "fields": [{
            "path": "/gate", "was_there": false, "before": null,
            "is_there": true, "after": null,
        }]});
        let told = difference(&answer, &Speaker::new(Language::En));
        assert_eq!(told, "v1  ab\nv2  ab\n/gate: – → null");
    }
}
