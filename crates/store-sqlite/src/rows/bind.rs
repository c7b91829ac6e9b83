//! Values on their way into a statement and cells on their way out.

use rusqlite::{
    ToSql,
    types::{ToSqlOutput, Value as SqliteValue, ValueRef},
};
use sea_query::{Value, Values};

use crate::fault::Fault;
use khen_read_model::{Cell, Row};

/// A cell on its way into a statement.
pub(super) struct Bound<'a>(pub(super) &'a Cell);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self.0 {
            Cell::Null => ValueRef::Null,
            Cell::Int(number) => ValueRef::Integer(*number),
            Cell::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}

/// The values of a statement as SQLite takes them.
pub(super) fn bound(values: Values) -> Result<Vec<SqliteValue>, Fault> {
    values.0.into_iter().map(bind).collect()
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "`read-model` binds numbers and texts; any other value is refused"
)]
fn bind(value: Value) -> Result<SqliteValue, Fault> {
    match value {
        Value::BigInt(number) => Ok(number.map_or(SqliteValue::Null, SqliteValue::Integer)),
        Value::BigUnsigned(Some(number)) => match i64::try_from(number) {
            Ok(number) => Ok(SqliteValue::Integer(number)),
            Err(error) => Err(unbound(error)),
        },
        Value::String(text) => Ok(text.map_or(SqliteValue::Null, SqliteValue::Text)),
        _ => Err(unbound("only numbers and texts are bound")),
    }
}

fn unbound(reason: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Fault {
    rusqlite::Error::ToSqlConversionFailure(reason.into()).into()
}

/// The cells of a row, in the order of its columns.
pub(super) fn cells(row: &rusqlite::Row<'_>) -> Result<Row, Fault> {
    let count = row.as_ref().column_count();
    (0..count)
        .map(|index| cell(row, index))
        .collect::<Result<_, _>>()
        .map(Row)
}

fn cell(row: &rusqlite::Row<'_>, index: usize) -> Result<Cell, Fault> {
    let corrupt = || {
        let column = row.as_ref().column_name(index).unwrap_or("?");
        Fault::Corrupt {
            place: format!("rows, column {column}"),
        }
    };
    match row.get_ref(index)? {
        ValueRef::Null => Ok(Cell::Null),
        ValueRef::Integer(number) => Ok(Cell::Int(number)),
        ValueRef::Text(text) => {
            let text = std::str::from_utf8(text).map_err(|_| corrupt())?;
            Ok(Cell::Text(text.to_owned()))
        }
        ValueRef::Real(_) | ValueRef::Blob(_) => Err(corrupt()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_texts_are_bound() {
        let values = Values(vec![
            Value::from(7_i64),
            Value::from(51_u64),
            Value::from("Hớn Quản"),
            Value::BigInt(None),
            Value::String(None),
        ]);
        assert_eq!(
            bound(values).unwrap(),
            [
                SqliteValue::Integer(7),
                SqliteValue::Integer(51),
                SqliteValue::Text("Hớn Quản".into()),
                SqliteValue::Null,
                SqliteValue::Null,
            ]
        );
    }

    #[test]
    fn what_read_model_never_binds_is_refused() {
        for value in [Value::from(0.5), Value::from(u64::MAX)] {
            assert!(bind(value).is_err());
        }
    }
}
