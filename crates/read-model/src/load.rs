//! Loads the rows that a batch touches.

use std::collections::BTreeMap;

use sea_query::{Expr, ExprTrait, Query, SelectStatement};

use crate::{Cells, QueryError, RowReader, Table, TableRow, limits::LOAD_KEY_COUNT_MAX};

/// The rows of `ledger` with these keys, by key; keys without a row are missing.
///
/// # Errors
/// [`QueryError`].
pub async fn load<T: TableRow>(
    rows: &dyn RowReader,
    ledger: &str,
    keys: &[String],
) -> Result<BTreeMap<String, T>, QueryError> {
    let mut loaded = BTreeMap::new();
    for keys in keys.chunks(LOAD_KEY_COUNT_MAX) {
        for row in rows.select(statement(T::TABLE, ledger, keys)).await? {
            let row = T::read(&mut Cells::new(T::TABLE.name, row))?;
            loaded.insert(row.key().to_owned(), row);
        }
    }
    Ok(loaded)
}

fn statement(table: &Table, ledger: &str, keys: &[String]) -> SelectStatement {
    Query::select()
        .columns(table.columns.iter().map(|column| column.name))
        .from(table.name)
        .and_where(Expr::col(table.ledger()).eq(ledger))
        .and_where(Expr::col(table.key()).is_in(keys))
        .take()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::{PersonRow, dialects::in_both_dialects};

    #[test]
    fn both_dialects_load_the_same_rows() {
        let keys = ["1".to_owned(), "2".to_owned()];
        let statement = statement(PersonRow::TABLE, "hon-quan", &keys);
        assert_snapshot!(in_both_dialects(&statement));
    }
}
