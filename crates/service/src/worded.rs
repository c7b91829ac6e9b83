//! Answers of the API as lines for people. The words are the server's; here they are only placed.

mod boards;
mod ledger;
mod lists;

use jiff::Timestamp;
use serde_json::Value;

use crate::client::{Speaker, facts};
use khen_domain::viet_nam;
use khen_texts::Line;

pub(crate) use boards::{
    awards, board, complaints, eligibility, feedback, fund, publicity, quota, slots,
};
pub(crate) use ledger::{
    audits, decision_steps, departures, difference, findings, findings_table, peers, traces, whole,
};
pub(crate) use lists::{decisions, due, nominations, people, queue};

/// `HQ-CCHC-2024-0001-N  Điểu Ví Dụ`, where it stands, and what comes next.
pub(crate) fn status(answer: &Value, speaker: &Speaker) -> String {
    let mut lines = vec![
        format!("{}  {}", text(answer, "code"), who(answer)),
        format!("  {}", speaker.pick(answer, "state")),
    ];
    let ball = speaker.pick(answer, "ball_with");
    let waits_for = (!ball.is_empty()).then(|| {
        let facts = facts([("who", ball)]);
        speaker.line(Line::WaitsFor, &facts).said
    });
    let next_step = Some(speaker.pick(answer, "next_step").to_owned());
    let rest = [decision(answer), next_step, waits_for];
    let rest = rest.into_iter().flatten().filter(|line| !line.is_empty());
    lines.extend(rest.map(|line| format!("  {line}")));
    lines.join("\n")
}

/// `HQ-CCHC-2024-0001-N  Đủ điều kiện  Điểu Ví Dụ`: one line of many.
pub(crate) fn standing(answer: &Value, speaker: &Speaker) -> String {
    let state = speaker.pick(answer, "state");
    format!("{}  {state}  {}", text(answer, "code"), who(answer))
}

/// An individual with its title, or the unit.
fn who(answer: &Value) -> String {
    match (answer["name"].as_str(), answer["title"].as_str()) {
        (Some(name), Some(title)) => format!("{name}, {title}"),
        (Some(name), None) => name.to_owned(),
        (None, _) => answer["unit_name"]
            .as_str()
            .unwrap_or(text(answer, "unit"))
            .to_owned(),
    }
}

fn text<'a>(answer: &'a Value, name: &str) -> &'a str {
    answer[name].as_str().unwrap_or_default()
}

/// `4385/QĐ-UBND, 27/12/2024`
pub(crate) fn decision(answer: &Value) -> Option<String> {
    let decision = &answer["decision"];
    let number = decision["number"].as_u64()?;
    let symbol = decision["symbol"].as_str()?;
    let date: jiff::civil::Date = decision["date"].as_str()?.parse().ok()?;
    Some(format!("{number}/{symbol}, {}", date.strftime("%d/%m/%Y")))
}

/// One line an event: when, who, what.
pub(crate) fn timeline(answer: &Value, speaker: &Speaker) -> String {
    let line = |entry: &Value| {
        let when = entry["occurred_at"].as_str().map(local).unwrap_or_default();
        let who = speaker.pick(&entry["by"], "role");
        format!("{when}  {who}: {}", speaker.pick(entry, "words"))
    };
    let entries = answer["entries"].as_array().into_iter().flatten();
    entries.map(line).collect::<Vec<_>>().join("\n")
}

/// Title, detail and remedy of a problem, the file it is about, and where a request is wrong.
pub(crate) fn problem(answer: &Value, speaker: &Speaker) -> String {
    let worded = |name: &str| match speaker.pick(answer, name) {
        "" => text(answer, name).to_owned(),
        worded => worded.to_owned(),
    };
    let title = worded("title");
    if title.is_empty() {
        return answer.to_string();
    }
    let errors = answer["errors"].as_array().into_iter().flatten();
    let errors = errors.map(|error| format!("{}: {}", text(error, "place"), text(error, "detail")));
    let rest = [worded("detail"), worded("remedy")]
        .into_iter()
        .chain(errors);
    let rest = rest.filter(|part| !part.is_empty());
    let rest = rest.map(|part| format!("\n  {part}"));
    let file = answer["file"].as_str().map(|file| format!("{file}: "));
    let head = format!("{}{title}.", file.unwrap_or_default());
    [head].into_iter().chain(rest).collect()
}

/// A time of the wire, in Viet Nam.
fn local(time: &str) -> String {
    time.parse::<Timestamp>().map_or_else(
        |_| time.to_owned(),
        |time| {
            time.to_zoned(viet_nam())
                .strftime("%d/%m/%Y %H:%M")
                .to_string()
        },
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use khen_texts::Language;

    #[test]
    fn a_case_is_told_in_a_few_lines() {
        let answer = json!({
            "code": "HQ-CCHC-2024-0001-N",
            "name": "Điểu Ví Dụ",
            "title": "Chuyên viên",
            "state_vi": "Đã có quyết định khen thưởng",
            "next_step_vi": "Nhận Giấy khen",
            "ball_with_vi": null,
            "decision": { "number": 4385, "symbol": "QĐ-UBND", "date": "2024-12-27" },
        });
        assert_eq!(
            status(&answer, &Speaker::new(Language::Vi)),
            "HQ-CCHC-2024-0001-N  Điểu Ví Dụ, Chuyên viên\n  Đã có quyết định khen thưởng\n  \
             4385/QĐ-UBND, 27/12/2024\n  Nhận Giấy khen"
        );
    }

    #[test]
    fn what_is_due_tells_who_hears_of_a_miss_from_the_first_warning_on() {
        let told = |warning: Option<i8>, is_late: bool| {
            let due = json!({
                "on": "2024-11-29",
                "is_late": is_late,
                "warning": warning,
                "working_days_left": 2,
                "working_days_late": 3,
                "escalates_to_en": "Chairman",
            });
            let item = json!({ "due": due, "role_en": "Office", "act_en": "Check", "count": 1 });
            super::due(&json!({ "items": [item] }), &Speaker::new(Language::En))
        };
        assert!(!told(None, false).contains("Chairman"));
        let warned = told(Some(-2), false);
        assert!(
            warned.contains("2 working days left, then Chairman hears of it"),
            "{warned}"
        );
        let late = told(None, true);
        assert!(
            late.contains("3 working days late, Chairman hears of it"),
            "{late}"
        );
    }

    #[test]
    fn a_fund_tells_what_is_left_and_where_the_rest_went() {
        let answer = json!({
            "year": 2024, "credited": 2_000_000, "committed": 0, "paid": 702_000,
            "available": 1_298_000,
            "entries": [{
                "at": "2024-12-27T02:00:00.000000Z",
                "kind": "paid",
                "amount": 702_000,
                "nomination": "HQ-CCHC-2024-0007-B",
            }],
        });
        let told = fund(&answer, &Speaker::new(Language::Vi));
        let (sums, entry) = told.split_once('\n').unwrap();
        assert!(
            sums.contains("Quỹ năm 2024") && sums.contains("1.298.000"),
            "{sums}"
        );
        assert!(
            entry.ends_with("702.000 đồng  HQ-CCHC-2024-0007-B"),
            "{entry}"
        );
    }

    #[test]
    fn an_award_tells_its_certificate_and_its_prize() {
        let award = json!({
            "code": "HQ-CCHC-2024-0007-B",
            "name": "Điểu Ví Dụ",
            "certificate": { "stage_vi": "Đã in", "register_number": 12 },
            "prize": null,
        });
        assert_eq!(
            awards(&json!({ "items": [award] }), &Speaker::new(Language::Vi)),
            "HQ-CCHC-2024-0007-B  Đã in  12  Điểu Ví Dụ"
        );
    }

    #[test]
    fn times_are_told_as_in_viet_nam() {
        let entry = json!({
            "occurred_at": "2024-12-27T02:00:00.000000Z",
            "words_en": "Signed",
            "by": { "role_en": "Chairman" },
        });
        assert_eq!(
            timeline(&json!({ "entries": [entry] }), &Speaker::new(Language::En)),
            "27/12/2024 09:00  Chairman: Signed"
        );
    }
}
