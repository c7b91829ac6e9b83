//! The history of the case for people, numbered to positions.

use jiff::{
    Timestamp,
    tz::{Offset, TimeZone},
};

use super::{
    evidence::{Evidence, ToldEvent},
    tables::document_path,
};
use khen_eventlog::Payload;

const HEAD: &str = include_str!("files/report_head.html");
/// Vietnam has had no daylight saving time since 1975.
const VIETNAM: Offset = jiff::tz::offset(7);

pub(super) fn html(evidence: &Evidence) -> String {
    let title = escaped(&evidence.title);
    let mut html = HEAD.replace("{title}", &title);
    let checkpoint = evidence.checkpoint.checkpoint();
    let size = checkpoint.tree().size.to_string();
    let root = checkpoint.tree().root.to_string();
    let facts = [
        ("Mã hồ sơ", evidence.code.as_str()),
        ("Nhật ký", checkpoint.origin().as_str()),
        ("Số sự kiện của nhật ký", &size),
        ("Mã gốc", &root),
    ];
    html.push_str("<dl>\n");
    html.extend(facts.iter().map(|(label, value)| row(label, value)));
    html.push_str("</dl>\n<h2>Diễn biến</h2>\n<ol>\n");
    html.extend(evidence.events.iter().map(event));
    html.push_str("</ol>\n");
    html.push_str(&documents(evidence));
    html.push_str("</main>\n</body>\n</html>\n");
    html
}

fn event(told: &ToldEvent) -> String {
    let ToldEvent {
        event,
        what,
        who,
        payload,
        facts,
    } = told;
    let position = event.position;
    let mut html = format!(
        "<li id=\"pos-{position}\" value=\"{position}\">\n<h3>{}</h3>\n<dl>\n",
        escaped(what)
    );
    let version = format!("{}, phiên bản {}", event.stream.as_str(), event.version.0);
    let (occurred, recorded) = (moment(event.occurred_at), moment(event.recorded_at));
    html.push_str(&row("Người thực hiện", who));
    html.push_str(&row("Thời điểm", &occurred));
    html.push_str(&row("Ghi vào sổ", &recorded));
    html.push_str(&row("Thuộc về", &version));
    html.extend(facts.iter().map(|(label, value)| row(label, value)));
    match payload {
        Payload::Whole => {}
        Payload::Withheld | Payload::NotAsked => {
            html.push_str(&row(
                "Nội dung",
                "không kèm trong gói này; mã băm vẫn kiểm tra được",
            ));
        }
    }
    html.push_str(&format_proof(position.0));
    html.push_str("</dl>\n</li>\n");
    html
}

fn format_proof(position: u64) -> String {
    format!(
        "<dt>Bằng chứng</dt><dd><a href=\"proofs/{position}.tlog-proof\">proofs/{position}.tlog-proof</a></dd>\n"
    )
}

fn documents(evidence: &Evidence) -> String {
    if evidence.documents.is_empty() {
        return String::new();
    }
    let items = evidence.documents.iter().map(|document| {
        let path = document_path(document);
        let signer = document
            .signer
            .as_deref()
            .map(|signer| format!(", ký bởi {}", escaped(signer)));
        let name = escaped(&document.name);
        format!(
            "<li><a href=\"{path}\">{name}</a>{}</li>\n",
            signer.unwrap_or_default()
        )
    });
    format!(
        "<h2>Tài liệu</h2>\n<ul>\n{}</ul>\n",
        items.collect::<String>()
    )
}

fn row(label: &str, value: &str) -> String {
    format!("<dt>{}</dt><dd>{}</dd>\n", escaped(label), escaped(value))
}

fn moment(at: Timestamp) -> String {
    let local = at.to_zoned(TimeZone::fixed(VIETNAM));
    local
        .strftime("%H:%M:%S ngày %d/%m/%Y (giờ Việt Nam)")
        .to_string()
}

/// Nothing of a case becomes mark-up.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for one in text.chars() {
        match one {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_case_becomes_mark_up() {
        let text = "<b onclick='x'>\"Hớn Quản\" & sở</b>";
        let expected = "&lt;b onclick=&#39;x&#39;&gt;&quot;Hớn Quản&quot; &amp; sở&lt;/b&gt;";
        assert_eq!(escaped(text), expected);
    }

    #[test]
    fn a_moment_is_told_in_the_time_of_the_place() {
        let at = "2024-11-05T20:10:00.000002Z".parse().unwrap();
        assert_eq!(moment(at), "03:10:00 ngày 06/11/2024 (giờ Việt Nam)");
    }
}
