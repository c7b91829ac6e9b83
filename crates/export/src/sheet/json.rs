//! Rows as JSON objects.

use serde_json::{Map, Value as Json};

use super::{Sheet, Value};

pub(super) fn write(sheet: &Sheet) -> Json {
    let rows = sheet.rows.iter().map(|row| {
        let members = sheet.columns.iter().zip(row);
        let members = members.map(|(column, value)| ((*column).to_owned(), json(value)));
        Json::Object(members.collect::<Map<_, _>>())
    });
    rows.collect()
}

fn json(value: &Value) -> Json {
    match value {
        Value::Empty => Json::Null,
        Value::Number(number) => Json::from(*number),
        Value::Text(text) => Json::from(text.as_str()),
        Value::Date(date) => Json::from(date.to_string()),
    }
}
