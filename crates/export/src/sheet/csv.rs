//! Comma-separated values (RFC 4180), as Excel opens them: UTF-8 with a byte order mark.

use super::{Sheet, Value, looks_like_a_formula};

/// Without it Excel takes the text for Windows-1258.
const BYTE_ORDER_MARK: &str = "\u{feff}";
const LINE_END: &str = "\r\n";

pub(super) fn write(sheet: &Sheet) -> Vec<u8> {
    let mut csv = BYTE_ORDER_MARK.to_owned();
    let header = sheet.columns.iter().map(|column| (*column).to_owned());
    line(&mut csv, header);
    for row in &sheet.rows {
        line(&mut csv, row.iter().map(text));
    }
    csv.into_bytes()
}

fn line(csv: &mut String, fields: impl Iterator<Item = String>) {
    for (index, field) in fields.enumerate() {
        if index > 0 {
            csv.push(',');
        }
        csv.push_str(&quoted(field));
    }
    csv.push_str(LINE_END);
}

fn text(value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Number(number) => number.to_string(),
        // The apostrophe is what an office types itself to keep a text a text.
        Value::Text(text) if looks_like_a_formula(text) => format!("'{text}"),
        Value::Text(text) => text.clone(),
        Value::Date(date) => date.strftime("%d/%m/%Y").to_string(),
    }
}

fn quoted(field: String) -> String {
    if field.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn values_are_quoted_and_formulas_are_texts() {
        let sheet = Sheet {
            name: "a".into(),
            columns: vec!["A", "B"],
            rows: vec![
                vec![date(2024, 2, 5).into(), 7.into()],
                vec!["=cmd|'/c calc'!A1".into(), "+84".into()],
                vec!["-1".into(), "@SUM".into()],
                vec!["nói \"được\", làm được".into(), "hai\ndòng".into()],
                vec![Value::Empty, "Đặng Thị Hường".into()],
            ],
        };
        let csv = String::from_utf8(write(&sheet)).unwrap();
        assert_eq!(
            csv,
            "\u{feff}A,B\r\n\
             05/02/2024,7\r\n\
             '=cmd|'/c calc'!A1,'+84\r\n\
             '-1,'@SUM\r\n\
             \"nói \"\"được\"\", làm được\",\"hai\ndòng\"\r\n\
             ,Đặng Thị Hường\r\n"
        );
    }
}
