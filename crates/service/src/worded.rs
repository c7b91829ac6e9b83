//! Answers of the API as lines for people. The words are the server's; here they are only placed.

use jiff::Timestamp;
use serde_json::Value;

use khen_domain::viet_nam;

/// `HQ-CCHC-2024-0001-K  Đã có quyết định …`, and what comes next.
pub(crate) fn status(answer: &Value, language: &str) -> String {
    let text = |name: &str| answer[name].as_str().unwrap_or_default();
    let worded = |name: &str| text(&format!("{name}_{language}")).to_owned();
    let who = match (answer["name"].as_str(), answer["title"].as_str()) {
        (Some(name), Some(title)) => format!("{name}, {title}"),
        (Some(name), None) => name.to_owned(),
        (None, _) => answer["unit_name"]
            .as_str()
            .unwrap_or(text("unit"))
            .to_owned(),
    };
    let mut lines = vec![
        format!("{}  {who}", text("code")),
        format!("  {}", worded("state")),
    ];
    if let Some(decision) = decision(answer) {
        lines.push(format!("  {decision}"));
    }
    let label = if language == "vi" {
        "Đang chờ"
    } else {
        "Waits for"
    };
    let ball_with = match worded("ball_with") {
        nobody if nobody.is_empty() => nobody,
        somebody => format!("{label}: {somebody}"),
    };
    lines.extend(
        [worded("next_step"), ball_with]
            .into_iter()
            .filter(|line| !line.is_empty())
            .map(|line| format!("  {line}")),
    );
    lines.join("\n")
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
pub(crate) fn timeline(answer: &Value, language: &str) -> String {
    let (words, role) = (format!("words_{language}"), format!("role_{language}"));
    let line = |entry: &Value| {
        let when = entry["occurred_at"].as_str().map(local).unwrap_or_default();
        let who = entry["by"][&role].as_str().unwrap_or_default();
        format!(
            "{when}  {who}: {}",
            entry[&words].as_str().unwrap_or_default()
        )
    };
    answer["entries"]
        .as_array()
        .into_iter()
        .flatten()
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Title, detail and remedy of a problem.
pub(crate) fn problem(answer: &Value, language: &str) -> String {
    let text = |name: &str| {
        let worded = answer[format!("{name}_{language}")].as_str();
        worded
            .or_else(|| answer[name].as_str())
            .unwrap_or_default()
            .to_owned()
    };
    let (title, rest) = (text("title"), [text("detail"), text("remedy")]);
    if title.is_empty() {
        return answer.to_string();
    }
    let rest = rest.into_iter().filter(|part| !part.is_empty());
    let parts: Vec<String> = [format!("{title}.")].into_iter().chain(rest).collect();
    parts.join(" ")
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

    #[test]
    fn a_case_is_told_in_a_few_lines() {
        let answer = json!({
            "code": "HQ-CCHC-2024-0001-K",
            "name": "Điểu Ví Dụ",
            "title": "Chuyên viên",
            "state_vi": "Đã có quyết định khen thưởng",
            "next_step_vi": "Nhận Giấy khen",
            "ball_with_vi": null,
            "decision": { "number": 4385, "symbol": "QĐ-UBND", "date": "2024-12-27" },
        });
        assert_eq!(
            status(&answer, "vi"),
            "HQ-CCHC-2024-0001-K  Điểu Ví Dụ, Chuyên viên\n  Đã có quyết định khen thưởng\n  \
             4385/QĐ-UBND, 27/12/2024\n  Nhận Giấy khen"
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
            timeline(&json!({ "entries": [entry] }), "en"),
            "27/12/2024 09:00  Chairman: Signed"
        );
    }
}
