//! Hot statements find what they look for by the index they were written for.

use std::sync::Arc;

use rusqlite::Connection;

use khen_ambient::SystemClock;
use khen_contract::{Wish, made_ledger, recorded};
use khen_store_sqlite::{
    LEDGER_FILE, OFFICE_FILE, SEAL_FILE, SqliteLedger, SqliteOffice, SqliteSeal,
};

macro_rules! statement {
    ($name:literal) => {
        include_str!(concat!("../../../schemas/sql/sqlite/", $name, ".sql"))
    };
}

fn plan(connection: &Connection, statement: &str) -> String {
    let explain = ["EXPLAIN QUERY PLAN ", statement].concat();
    let mut prepared = connection.prepare(&explain).expect("it is a statement");
    // Parameters are left unbound: a plan does not depend on their values.
    let steps = prepared
        .raw_query()
        .mapped(|row| row.get::<_, String>("detail"));
    let steps: Result<Vec<_>, _> = steps.collect();
    steps.expect("the plan is read").join("; ")
}

fn check(connection: &Connection, statement: &str, steps: &[&str]) {
    let plan = plan(connection, statement);
    for step in steps {
        assert!(plan.contains(step), "expected {step:?} in {plan:?}");
    }
    assert!(
        !plan.contains("SCAN") && !plan.contains("TEMP B-TREE"),
        "{plan:?}"
    );
}

#[tokio::test]
async fn statements_of_the_ledger_use_their_indexes() {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let store = SqliteLedger::open(folder.path(), Arc::new(SystemClock)).expect("it opens");
    let ledger = made_ledger(&store).await;
    for round in 0..50 {
        let wish = Wish::new(&ledger, &round.to_string());
        recorded(&store, &wish.writing("slot/1", round, &["a"])).await;
    }
    let connection = Connection::open(folder.path().join(LEDGER_FILE)).expect("it opens");
    let by_seat = "SEARCH event USING INTEGER PRIMARY KEY";
    let by_stream = "SEARCH event USING INDEX event_by_stream (stream_no=?";
    let by_name = "stream_by_name (ledger_no=? AND name=?)";
    let cases = [
        (statement!("find_ledger"), vec!["ledger_by_slug (slug=?)"]),
        (statement!("last_event"), vec![by_seat]),
        (
            statement!("find_stream"),
            vec![by_name, "COVERING INDEX event_by_stream (stream_no=?)"],
        ),
        (
            statement!("find_command"),
            vec![
                "SEARCH command_new USING PRIMARY KEY (prefix=? AND first_seat>?",
                "SEARCH command_recent USING PRIMARY KEY (prefix=? AND first_seat>?",
                "SEARCH command_old USING PRIMARY KEY (prefix=? AND first_seat>?",
            ],
        ),
        (
            statement!("read_seats"),
            vec![by_seat, "SEARCH stream USING INTEGER PRIMARY KEY"],
        ),
        (statement!("read_stream"), vec![by_name, by_stream]),
        (
            statement!("list_places"),
            vec![
                "stream_by_name (ledger_no=? AND name>? AND name<?)",
                by_stream,
            ],
        ),
    ];
    for (statement, steps) in cases {
        check(&connection, statement, &steps);
    }
}

#[test]
fn statements_of_the_office_use_their_indexes() {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let _office = SqliteOffice::open(folder.path()).expect("the folder opens");
    let connection = Connection::open(folder.path().join(OFFICE_FILE)).expect("it opens");
    let cases = [
        (statement!("find_key"), "owner_key USING PRIMARY KEY"),
        (statement!("delete_references"), "reference_by_owner"),
        (statement!("find_owner"), "reference USING PRIMARY KEY"),
        (
            statement!("find_credential"),
            "credential USING PRIMARY KEY",
        ),
        (statement!("list_credentials"), "credential_by_ledger"),
        (statement!("list_files"), "stored_file USING PRIMARY KEY"),
        (statement!("find_file"), "stored_file USING PRIMARY KEY"),
        (statement!("list_cursors"), "sink_cursor USING PRIMARY KEY"),
        (statement!("clear_stop"), "sink_stop USING PRIMARY KEY"),
    ];
    for (statement, step) in cases {
        check(&connection, statement, &[step]);
    }
}

#[test]
fn statements_of_the_logs_use_their_indexes() {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let _seal = SqliteSeal::open(folder.path()).expect("the folder opens");
    let connection = Connection::open(folder.path().join(SEAL_FILE)).expect("it opens");
    let cases = [
        (statement!("find_log"), "log USING PRIMARY KEY"),
        (
            statement!("find_tile"),
            "tile USING INDEX sqlite_autoindex_tile_1 (ledger=? AND level=? AND number=?)",
        ),
        (
            statement!("list_checkpoints"),
            "checkpoint USING PRIMARY KEY",
        ),
    ];
    for (statement, step) in cases {
        check(&connection, statement, &[step]);
    }
}
