//! The report as a page.

use super::{Listed, Report, ToldEntry};

const HEAD: &str = include_str!("../files/report_head.html");

pub(super) fn written(report: &Report) -> String {
    let mut html = HEAD.replace("{title}", &escaped(&report.title));
    html.push_str("<dl>\n");
    html.extend(report.facts.iter().map(row));
    html.push_str("</dl>\n<h2>Diễn biến</h2>\n<ol>\n");
    html.extend(report.events.iter().map(entry));
    html.push_str("</ol>\n");
    html.push_str(&documents(&report.documents));
    html.push_str("</main>\n</body>\n</html>\n");
    html
}

fn entry(entry: &ToldEntry) -> String {
    let (position, what) = (entry.position, escaped(&entry.what));
    let rows: String = entry.facts.iter().map(row).collect();
    format!(
        "<li id=\"pos-{position}\" value=\"{position}\">\n<h3>{what}</h3>\n<dl>\n{rows}\
         <dt>Bằng chứng</dt><dd><a href=\"proofs/{position}.tlog-proof\">proofs/{position}.tlog-proof</a></dd>\n\
         </dl>\n</li>\n"
    )
}

fn documents(documents: &[Listed]) -> String {
    if documents.is_empty() {
        return String::new();
    }
    let items = documents.iter().map(|document| {
        let signer = document.signer.as_deref();
        let signer = signer.map(|signer| format!(", ký bởi {}", escaped(signer)));
        let (path, name) = (&document.path, escaped(&document.name));
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

fn row((label, value): &(String, String)) -> String {
    format!("<dt>{}</dt><dd>{}</dd>\n", escaped(label), escaped(value))
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
}
