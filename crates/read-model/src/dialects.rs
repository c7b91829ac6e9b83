//! Shows a statement in both dialects, for snapshots.

use sea_query::{PostgresQueryBuilder, SelectStatement, SqliteQueryBuilder};

/// Where a line of a shown statement begins.
const CLAUSES: &[&str] = &[
    "FROM ",
    "LEFT JOIN ",
    "WHERE ",
    "AND ",
    "UNION ",
    "ORDER BY ",
    "LIMIT ",
];

/// The statement, clause by clause: once if the dialects agree, else once for each.
pub(crate) fn in_both_dialects(statement: &SelectStatement) -> String {
    let postgres = broken(&statement.to_string(PostgresQueryBuilder));
    let sqlite = broken(&statement.to_string(SqliteQueryBuilder));
    if postgres == sqlite {
        format!("-- both\n{postgres}")
    } else {
        format!("-- Postgres\n{postgres}\n-- SQLite\n{sqlite}")
    }
}

fn broken(sql: &str) -> String {
    let broken = CLAUSES.iter().fold(sql.to_owned(), |sql, clause| {
        sql.replace(&format!(" {clause}"), &format!("\n{clause}"))
    });
    broken.replace(", \"", ",\n  \"")
}
