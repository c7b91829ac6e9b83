//! Values on their way into a statement and cells on their way out.

use bytes::BytesMut;
use sea_query::{Value, Values};
use tokio_postgres::{
    Row as PostgresRow,
    types::{IsNull, ToSql, Type, to_sql_checked},
};

use crate::fault::Fault;
use khen_read_model::{Cell, Row};

/// A value of a statement, which knows its type: the server need not be asked for it.
#[derive(Debug)]
pub(super) enum Bound {
    Int(Option<i64>),
    Text(Option<String>),
}

impl Bound {
    pub(super) fn kind(&self) -> Type {
        match self {
            Self::Int(_) => Type::INT8,
            Self::Text(_) => Type::TEXT,
        }
    }
}

impl ToSql for Bound {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Int(number) => number.to_sql(kind, out),
            Self::Text(text) => text.to_sql(kind, out),
        }
    }

    fn accepts(kind: &Type) -> bool {
        matches!(*kind, Type::INT8 | Type::TEXT)
    }

    to_sql_checked!();
}

/// The values of a statement as Postgres takes them.
pub(super) fn bound(values: Values) -> Result<Vec<Bound>, Fault> {
    values.0.into_iter().map(bind).collect()
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "`read-model` binds numbers and texts; any other value is refused"
)]
fn bind(value: Value) -> Result<Bound, Fault> {
    match value {
        Value::BigInt(number) => Ok(Bound::Int(number)),
        Value::BigUnsigned(Some(number)) => match i64::try_from(number) {
            Ok(number) => Ok(Bound::Int(Some(number))),
            Err(_) => Err(Fault::Value),
        },
        Value::String(text) => Ok(Bound::Text(text)),
        _ => Err(Fault::Value),
    }
}

/// The cells of a row, in the order of its columns.
pub(super) fn cells(row: &PostgresRow) -> Result<Row, Fault> {
    let columns = row.columns().iter().enumerate();
    let cells = columns.map(|(index, column)| match *column.type_() {
        Type::INT8 => Ok(row
            .try_get::<_, Option<i64>>(index)?
            .map_or(Cell::Null, Cell::Int)),
        Type::TEXT | Type::VARCHAR => Ok(row
            .try_get::<_, Option<String>>(index)?
            .map_or(Cell::Null, Cell::Text)),
        Type::INT4 => Ok(row
            .try_get::<_, Option<i32>>(index)?
            .map_or(Cell::Null, |number| Cell::Int(i64::from(number)))),
        _ => Err(Fault::Corrupt {
            place: format!("column {} of an answer", column.name()),
        }),
    });
    cells.collect::<Result<_, _>>().map(Row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_texts_are_bound_with_their_types() {
        let values = Values(vec![
            Value::from(7_i64),
            Value::from(51_u64),
            Value::from("Hớn Quản"),
            Value::BigInt(None),
            Value::String(None),
        ]);
        let kinds: Vec<_> = bound(values).unwrap().iter().map(Bound::kind).collect();
        assert_eq!(
            kinds,
            [Type::INT8, Type::INT8, Type::TEXT, Type::INT8, Type::TEXT]
        );
    }

    #[test]
    fn what_read_model_never_binds_is_refused() {
        for value in [Value::from(0.5), Value::from(u64::MAX)] {
            assert!(bind(value).is_err());
        }
    }
}
