//! The statements that carry out a batch.

use sea_query::{DeleteStatement, Expr, ExprTrait, InsertStatement, OnConflict, Query, Value};

use crate::{
    Batch, CellKind, ClearValueTable, Row, TABLES, Table, batch::TableChanges,
    limits::LOAD_KEY_COUNT_MAX,
};

/// The rows of one table that a batch puts, in the order of their keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Puts<'a> {
    /// The table.
    pub table: &'static Table,
    /// The rows; their cells are to be bound to [`put_statement`] one row after the other.
    pub rows: Vec<&'a Row>,
}

impl Batch {
    /// The statements that forget owners. They may run before the others, and twice.
    #[must_use]
    pub fn forgetting(&self) -> Vec<DeleteStatement> {
        let owners = self.forgotten().chunks(LOAD_KEY_COUNT_MAX);
        let forget = |owners: &[String]| {
            Query::delete()
                .from_table(ClearValueTable::Table)
                .and_where(Expr::col(ClearValueTable::Ledger).eq(self.ledger()))
                .and_where(Expr::col(ClearValueTable::Owner).is_in(owners))
                .to_owned()
        };
        owners.map(forget).collect()
    }

    /// The statements that remove rows.
    #[must_use]
    pub fn removals(&self) -> Vec<DeleteStatement> {
        let of_table = |changes| removals(self.ledger(), changes);
        self.changes().flat_map(of_table).collect()
    }

    /// The rows to be put, table by table.
    pub fn puts(&self) -> impl Iterator<Item = Puts<'_>> {
        self.changes().map(|changes| Puts {
            table: changes.table,
            rows: changes.rows.values().flatten().collect(),
        })
    }
}

/// Puts one row of `table`, in place of one with the same key. The statement is the same for every
/// row, so that it is worth keeping prepared; the values in it are blank.
#[must_use]
pub fn put_statement(table: &Table) -> InsertStatement {
    let names = || table.columns.iter().map(|column| column.name);
    let blank = table.columns.iter().map(|column| match column.kind {
        // A missing value has a type too: Postgres asks for it.
        CellKind::Int => Value::BigInt(None),
        CellKind::Text => Value::String(None),
    });
    let conflict = OnConflict::columns(names().take(2))
        .update_columns(names().skip(2))
        .to_owned();
    Query::insert()
        .into_table(table.name)
        .columns(names())
        .values_panic(blank.map(Expr::val))
        .on_conflict(conflict)
        .to_owned()
}

/// Puts many rows of `table` in one statement of Postgres, in place of those with the same keys: the
/// parameter `$n` is the array of the values of the n-th column. SQLite has no arrays.
///
/// # Panics
/// Never: as many values are selected as there are columns.
#[must_use]
pub fn put_columns_statement(table: &Table) -> InsertStatement {
    let names = || table.columns.iter().map(|column| column.name);
    let values = table.columns.iter().zip(1_usize..).map(|(column, place)| {
        let element = match column.kind {
            CellKind::Int => "bigint",
            CellKind::Text => "text",
        };
        Expr::cust(format!("unnest(${place}::{element}[])"))
    });
    let conflict = OnConflict::columns(names().take(2))
        .update_columns(names().skip(2))
        .to_owned();
    Query::insert()
        .into_table(table.name)
        .columns(names())
        .select_from(Query::select().exprs(values).to_owned())
        .expect("as many values are selected as there are columns")
        .on_conflict(conflict)
        .to_owned()
}

/// The statements that remove every row of `ledger`, without the cursor.
#[must_use]
pub fn reset_statements(ledger: &str) -> Vec<DeleteStatement> {
    let reset = |table: &&Table| {
        Query::delete()
            .from_table(table.name)
            .and_where(Expr::col(table.ledger()).eq(ledger))
            .to_owned()
    };
    TABLES.iter().map(reset).collect()
}

/// The statements that remove every row of all ledgers, without the cursors. A store does that many
/// times faster than [`reset_statements`], where no other ledger has a cursor ([`crate::other_cursors`]).
#[must_use]
pub fn empty_statements() -> Vec<DeleteStatement> {
    let empty = |table: &&Table| Query::delete().from_table(table.name).to_owned();
    TABLES.iter().map(empty).collect()
}

fn removals(ledger: &str, changes: &TableChanges) -> Vec<DeleteStatement> {
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
    keys.chunks(LOAD_KEY_COUNT_MAX).map(delete).collect()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;
    use sea_query::{PostgresQueryBuilder, SqliteQueryBuilder};

    use super::*;
    use crate::{Cell, ClearValueRow, Cursor, PersonRow, QueueRow, TableRow, UnitRow};

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

    #[test]
    fn both_dialects_put_a_row_alike() {
        let statement = put_statement(PersonRow::TABLE);
        assert_snapshot!(statement.build(PostgresQueryBuilder).0, @r#"INSERT INTO "person_v1" ("ledger", "person", "name_value", "category", "unit", "position") VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT ("ledger", "person") DO UPDATE SET "name_value" = "excluded"."name_value", "category" = "excluded"."category", "unit" = "excluded"."unit", "position" = "excluded"."position""#);
        assert_snapshot!(statement.build(SqliteQueryBuilder).0, @r#"INSERT INTO "person_v1" ("ledger", "person", "name_value", "category", "unit", "position") VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT ("ledger", "person") DO UPDATE SET "name_value" = "excluded"."name_value", "category" = "excluded"."category", "unit" = "excluded"."unit", "position" = "excluded"."position""#);
    }

    #[test]
    fn postgres_puts_many_rows_column_by_column() {
        let statement = put_columns_statement(PersonRow::TABLE);
        assert_snapshot!(statement.to_string(PostgresQueryBuilder), @r#"INSERT INTO "person_v1" ("ledger", "person", "name_value", "category", "unit", "position") SELECT unnest($1::text[]), unnest($2::text[]), unnest($3::text[]), unnest($4::text[]), unnest($5::text[]), unnest($6::bigint[]) ON CONFLICT ("ledger", "person") DO UPDATE SET "name_value" = "excluded"."name_value", "category" = "excluded"."category", "unit" = "excluded"."unit", "position" = "excluded"."position""#);
    }

    #[test]
    fn rows_are_put_in_the_order_of_their_keys() {
        let batch = batch();
        let keys = batch.puts().map(|puts| {
            let keys = puts.rows.iter().map(|row| row.0[1].clone());
            (puts.table.name, keys.collect::<Vec<_>>())
        });
        let key = |key: &str| Cell::Text(key.into());
        assert_eq!(
            keys.collect::<Vec<_>>(),
            [
                ("queue_v1", vec![]),
                ("unit_v1", vec![key("noi-vu"), key("tu-phap")])
            ]
        );
    }

    #[test]
    fn both_dialects_remove_the_same_rows() {
        let [removal] = &batch().removals()[..] else {
            panic!("rows of one table are removed");
        };
        assert_snapshot!(removal.to_string(PostgresQueryBuilder), @r#"DELETE FROM "queue_v1" WHERE "ledger" = 'hon-quan' AND "item" IN ('presentation/HQ-CCHC-2024-1')"#);
        assert_snapshot!(removal.to_string(SqliteQueryBuilder), @r#"DELETE FROM "queue_v1" WHERE "ledger" = 'hon-quan' AND "item" IN ('presentation/HQ-CCHC-2024-1')"#);
    }

    #[test]
    fn both_dialects_forget_the_same_owners() {
        let [forgetting] = &batch().forgetting()[..] else {
            panic!("few owners are forgotten at once");
        };
        assert_snapshot!(forgetting.to_string(PostgresQueryBuilder), @r#"DELETE FROM "clear_value_v1" WHERE "ledger" = 'hon-quan' AND "owner" IN ('org/person/1')"#);
        assert_snapshot!(forgetting.to_string(SqliteQueryBuilder), @r#"DELETE FROM "clear_value_v1" WHERE "ledger" = 'hon-quan' AND "owner" IN ('org/person/1')"#);
    }

    #[test]
    fn a_reset_removes_the_rows_of_every_table() {
        let statements = reset_statements("hon-quan");
        assert_eq!(statements.len(), TABLES.len());
        assert_snapshot!(statements[0].to_string(PostgresQueryBuilder), @r#"DELETE FROM "assignment_v1" WHERE "ledger" = 'hon-quan'"#);
        assert_snapshot!(statements[0].to_string(SqliteQueryBuilder), @r#"DELETE FROM "assignment_v1" WHERE "ledger" = 'hon-quan'"#);
    }

    #[test]
    fn emptying_removes_whatever_a_reset_removes() {
        let statements = empty_statements();
        assert_eq!(statements.len(), TABLES.len());
        assert_snapshot!(statements[0].to_string(PostgresQueryBuilder), @r#"DELETE FROM "assignment_v1""#);
        assert_snapshot!(statements[0].to_string(SqliteQueryBuilder), @r#"DELETE FROM "assignment_v1""#);
    }

    #[test]
    fn the_last_change_of_a_key_counts() {
        let value = |text: &str| ClearValueRow::of("1", "org/person/1", text);
        let mut batch = Batch::new("hon-quan", Cursor(0), Cursor(1));
        batch.put(&value("a"));
        batch.put(&value("b"));
        let put = |batch: &Batch| batch.puts().map(|puts| puts.rows.len()).sum::<usize>();
        assert_eq!((put(&batch), batch.removals().len()), (1, 0));
        batch.remove::<ClearValueRow>("1");
        assert_eq!((put(&batch), batch.removals().len()), (0, 1));
    }
}
