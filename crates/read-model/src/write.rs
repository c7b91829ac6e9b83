//! The statements that carry out a batch.

use sea_query::{
    DeleteStatement, Expr, ExprTrait, InsertStatement, OnConflict, Query, QueryBuilder, Value,
    Values,
};

use crate::{
    Batch, Cell, CellKind, ClearValueTable, Row, TABLES, Table,
    batch::TableChanges,
    limits::{BOUND_VALUE_COUNT_MAX, LOAD_KEY_COUNT_MAX},
};

/// One statement that changes rows.
#[derive(Debug, Clone)]
pub enum Write {
    /// Puts rows.
    Insert(Box<InsertStatement>),
    /// Removes rows.
    Delete(Box<DeleteStatement>),
}

impl Write {
    /// The statement in the builder's dialect, and the values to bind.
    pub fn build(&self, builder: impl QueryBuilder) -> (String, Values) {
        match self {
            Self::Insert(statement) => statement.build(builder),
            Self::Delete(statement) => statement.build(builder),
        }
    }
}

impl Batch {
    /// The statements that forget owners. They may run before the others, and twice.
    #[must_use]
    pub fn forgetting_writes(&self) -> Vec<Write> {
        let owners = self.forgotten().chunks(LOAD_KEY_COUNT_MAX);
        let forget = |owners: &[String]| {
            Query::delete()
                .from_table(ClearValueTable::Table)
                .and_where(Expr::col(ClearValueTable::Ledger).eq(self.ledger()))
                .and_where(Expr::col(ClearValueTable::Owner).is_in(owners))
                .to_owned()
        };
        owners
            .map(|owners| Write::Delete(Box::new(forget(owners))))
            .collect()
    }

    /// The statements that change the tables, without the cursor.
    #[must_use]
    pub fn table_writes(&self) -> Vec<Write> {
        let of_table = |changes| {
            let removals = removals(self.ledger(), changes);
            removals.into_iter().chain(puts(changes))
        };
        self.changes().flat_map(of_table).collect()
    }
}

/// The statements that remove every row of `ledger`, without the cursor.
#[must_use]
pub fn reset_writes(ledger: &str) -> Vec<Write> {
    let delete = |table: &&Table| {
        Query::delete()
            .from_table(table.name)
            .and_where(Expr::col(table.ledger()).eq(ledger))
            .to_owned()
    };
    let deletes = TABLES.iter().map(delete);
    deletes
        .map(|delete| Write::Delete(Box::new(delete)))
        .collect()
}

fn removals(ledger: &str, changes: &TableChanges) -> Vec<Write> {
    let removed = changes.rows.iter().filter(|(_, row)| row.is_none());
    let keys: Vec<&str> = removed.map(|(key, _)| key.as_str()).collect();
    let table = changes.table;
    let delete = |keys: &[&str]| {
        Query::delete()
            .from_table(table.name)
            .and_where(Expr::col(table.ledger()).eq(ledger))
            .and_where(Expr::col(table.key()).is_in(keys.iter().copied()))
            .to_owned()
    };
    keys.chunks(LOAD_KEY_COUNT_MAX)
        .map(|keys| Write::Delete(Box::new(delete(keys))))
        .collect()
}

fn puts(changes: &TableChanges) -> Vec<Write> {
    let rows: Vec<&Row> = changes.rows.values().flatten().collect();
    let row_count_max = BOUND_VALUE_COUNT_MAX / changes.table.columns.len();
    rows.chunks(row_count_max)
        .map(|rows| Write::Insert(Box::new(upsert(changes.table, rows))))
        .collect()
}

fn upsert(table: &Table, rows: &[&Row]) -> InsertStatement {
    let names = || table.columns.iter().map(|column| column.name);
    let mut insert = Query::insert();
    insert.into_table(table.name).columns(names());
    for row in rows {
        let values = table.columns.iter().zip(&row.0);
        insert.values_panic(values.map(|(column, cell)| Expr::val(value(column.kind, cell))));
    }
    let conflict = OnConflict::columns(names().take(2))
        .update_columns(names().skip(2))
        .to_owned();
    insert.on_conflict(conflict).to_owned()
}

/// A missing value has a type too: Postgres asks for it.
fn value(kind: CellKind, cell: &Cell) -> Value {
    match (kind, cell) {
        (CellKind::Int, Cell::Null) => Value::BigInt(None),
        (CellKind::Text, Cell::Null) => Value::String(None),
        (_, Cell::Int(number)) => Value::from(*number),
        (_, Cell::Text(text)) => Value::from(text.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;
    use sea_query::{PostgresQueryBuilder, SqliteQueryBuilder};

    use super::*;
    use crate::{ClearValueRow, Cursor, QueueRow, TableRow, UnitRow};

    fn batch() -> Batch {
        let mut batch = Batch::new("hon-quan", Cursor(3), Cursor(5));
        let unit = |unit: &str, valid_until| UnitRow {
            unit: unit.into(),
            name: "Phòng Tư pháp".into(),
            spelled: "phòng tư pháp".into(),
            folded: "phong tu phap".into(),
            sort_key: "00".into(),
            kind: "specialised_agency".into(),
            group_id: "agencies".into(),
            staff: 6,
            valid_from: "2024-01-01".parse().unwrap(),
            valid_until,
            position: 4,
        };
        batch.put(&unit("tu-phap", None));
        batch.put(&unit("noi-vu", "2024-12-31".parse().ok()));
        batch.remove::<QueueRow>("presentation/HQ-CCHC-2024-1");
        batch.forget("org/person/1");
        batch
    }

    fn shown<B: QueryBuilder>(writes: &[Write], builder: impl Fn() -> B) -> String {
        let shown = writes.iter().map(|write| write.build(builder()).0);
        shown.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn both_dialects_put_and_remove_the_same_rows() {
        let writes = batch().table_writes();
        assert_snapshot!(shown(&writes, || PostgresQueryBuilder), @r#"
        DELETE FROM "queue_v1" WHERE "ledger" = $1 AND "item" IN ($2)
        INSERT INTO "unit_v1" ("ledger", "unit", "name", "spelled", "folded", "sort_key", "kind", "group_id", "staff", "valid_from", "valid_until", "position") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12), ($13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24) ON CONFLICT ("ledger", "unit") DO UPDATE SET "name" = "excluded"."name", "spelled" = "excluded"."spelled", "folded" = "excluded"."folded", "sort_key" = "excluded"."sort_key", "kind" = "excluded"."kind", "group_id" = "excluded"."group_id", "staff" = "excluded"."staff", "valid_from" = "excluded"."valid_from", "valid_until" = "excluded"."valid_until", "position" = "excluded"."position"
        "#);
        assert_snapshot!(shown(&writes, || SqliteQueryBuilder), @r#"
        DELETE FROM "queue_v1" WHERE "ledger" = ? AND "item" IN (?)
        INSERT INTO "unit_v1" ("ledger", "unit", "name", "spelled", "folded", "sort_key", "kind", "group_id", "staff", "valid_from", "valid_until", "position") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT ("ledger", "unit") DO UPDATE SET "name" = "excluded"."name", "spelled" = "excluded"."spelled", "folded" = "excluded"."folded", "sort_key" = "excluded"."sort_key", "kind" = "excluded"."kind", "group_id" = "excluded"."group_id", "staff" = "excluded"."staff", "valid_from" = "excluded"."valid_from", "valid_until" = "excluded"."valid_until", "position" = "excluded"."position"
        "#);
    }

    #[test]
    fn both_dialects_forget_the_same_owners() {
        let writes = batch().forgetting_writes();
        assert_snapshot!(shown(&writes, || PostgresQueryBuilder), @r#"DELETE FROM "clear_value_v1" WHERE "ledger" = $1 AND "owner" IN ($2)"#);
        assert_snapshot!(shown(&writes, || SqliteQueryBuilder), @r#"DELETE FROM "clear_value_v1" WHERE "ledger" = ? AND "owner" IN (?)"#);
    }

    #[test]
    fn a_reset_removes_the_rows_of_every_table() {
        let writes = reset_writes("hon-quan");
        assert_eq!(writes.len(), TABLES.len());
        assert_snapshot!(shown(&writes[..1], || PostgresQueryBuilder), @r#"DELETE FROM "assignment_v1" WHERE "ledger" = $1"#);
        assert_snapshot!(shown(&writes[..1], || SqliteQueryBuilder), @r#"DELETE FROM "assignment_v1" WHERE "ledger" = ?"#);
    }

    #[test]
    fn the_last_change_of_a_key_counts() {
        let value = |text: &str| ClearValueRow::of("1", "org/person/1", text);
        let mut batch = Batch::new("hon-quan", Cursor(0), Cursor(1));
        batch.put(&value("a"));
        batch.put(&value("b"));
        assert_eq!(batch.table_writes().len(), 1);
        batch.remove::<ClearValueRow>("1");
        let writes = batch.table_writes();
        assert!(matches!(&writes[..], [Write::Delete(_)]));
    }

    #[test]
    fn no_statement_binds_too_many_values() {
        let mut batch = Batch::new("hon-quan", Cursor(0), Cursor(1));
        for number in 0..BOUND_VALUE_COUNT_MAX {
            batch.put(&ClearValueRow::of(&number.to_string(), "", ""));
        }
        let writes = batch.table_writes();
        let row_count_max = BOUND_VALUE_COUNT_MAX / ClearValueRow::TABLE.columns.len();
        assert_eq!(writes.len(), BOUND_VALUE_COUNT_MAX.div_ceil(row_count_max));
        for write in writes {
            assert!(write.build(SqliteQueryBuilder).1.0.len() <= BOUND_VALUE_COUNT_MAX);
        }
    }
}
