//! Each role may do what its process does, and no more.

use crate::{database::connected, raw, refused, stores::opened};
use khen_contract::{Wish, made_ledger, recorded};
use khen_eventlog::{EventFeed, Position};
use khen_testbed::Postgres;

/// A server whose database belongs to `khen_owner`, who has made the tables; it holds one event, which
/// `khen_app` has recorded.
pub(crate) async fn with_roles() -> Postgres {
    let server = Postgres::start();
    for role in ["owner", "app", "worker", "exporter", "auditor"] {
        server.run_sql("postgres", &format!("CREATE ROLE khen_{role} LOGIN"));
    }
    server.run_sql("postgres", "CREATE DATABASE khen OWNER khen_owner");
    let owner = connected(&url(&server, "khen_owner")).await;
    owner.migrate().await.expect("the tables are made");
    let app = connected(&url(&server, "khen_app")).await;
    app.must_be_migrated().await.expect("the tables are there");
    let store = opened(&app);
    let ledger = made_ledger(&store).await;
    recorded(
        &store,
        &Wish::new(&ledger, "1").writing("slot/1", 0, &["a"]),
    )
    .await;
    let events = store.read_from(&ledger, Position(0), 10).await;
    assert_eq!(events.expect("the feed is read").len(), 1);
    server
}

pub(crate) fn url(server: &Postgres, role: &str) -> String {
    format!("postgres://{role}@127.0.0.1:{}/khen", server.port())
}

/// What each role is refused, with the reason.
async fn is_refused(server: &Postgres, role: &str, refusals: &[(&str, &str)]) {
    let client = raw(&url(server, role)).await;
    for (sql, of) in refusals {
        let said = refused(&client, sql).await;
        assert_eq!(said, format!("permission denied for {of}"), "{role}: {sql}");
    }
}

/// What each role may do.
async fn is_allowed(server: &Postgres, role: &str, all: &[&str]) {
    let client = raw(&url(server, role)).await;
    for sql in all {
        let done = client.batch_execute(sql).await;
        assert!(done.is_ok(), "{role}: {sql}: {done:?}");
    }
}

const READ_EVENTS: &str = "SELECT * FROM ledger.event";
const READ_ROWS: &str = "SELECT * FROM rows.cursor_v1";
const WRITE_ROWS: &str = "DELETE FROM rows.cursor_v1";
const READ_LOGS: &str = "SELECT * FROM seal.log, seal.tile, seal.checkpoint";
const WRITE_LOGS: &str = "UPDATE seal.log SET size = size";
const READ_OFFICE: &str = "SELECT * FROM office.migration";

/// Changes of evidence, refused before any trigger is asked.
const CHANGES: [(&str, &str); 5] = [
    ("UPDATE ledger.event SET data = '{}'", "table event"),
    ("DELETE FROM ledger.event", "table event"),
    ("TRUNCATE ledger.event", "table event"),
    ("DELETE FROM ledger.stream", "table stream"),
    ("DELETE FROM ledger.ledger", "table ledger"),
];

#[tokio::test]
async fn the_application_records_but_changes_no_evidence_and_no_rows() {
    let server = with_roles().await;
    is_allowed(&server, "khen_app", &[READ_EVENTS, READ_ROWS, READ_LOGS]).await;
    is_refused(&server, "khen_app", &CHANGES).await;
    let others = [
        (WRITE_ROWS, "table cursor_v1"),
        (WRITE_LOGS, "table log"),
        ("CREATE TABLE ledger.another ()", "schema ledger"),
        ("DELETE FROM ledger.migration", "table migration"),
    ];
    is_refused(&server, "khen_app", &others).await;
    let untie = "ALTER TABLE ledger.event DISABLE TRIGGER ALL";
    let app = raw(&url(&server, "khen_app")).await;
    assert_eq!(refused(&app, untie).await, "must be owner of table event");
}

#[tokio::test]
async fn the_worker_writes_rows_but_changes_no_evidence() {
    let server = with_roles().await;
    is_allowed(
        &server,
        "khen_worker",
        &[READ_EVENTS, READ_ROWS, WRITE_ROWS, READ_LOGS, WRITE_LOGS],
    )
    .await;
    is_refused(&server, "khen_worker", &CHANGES).await;
    let others = [
        ("DELETE FROM seal.tile", "table tile"),
        ("TRUNCATE seal.tile", "table tile"),
        ("DELETE FROM seal.migration", "table migration"),
    ];
    is_refused(&server, "khen_worker", &others).await;
    let worker = connected(&url(&server, "khen_worker")).await;
    worker
        .must_be_migrated()
        .await
        .expect("the tables are there");
}

#[tokio::test]
async fn the_exporter_sees_ledger_and_logs_and_nothing_else() {
    let server = with_roles().await;
    is_allowed(&server, "khen_exporter", &[READ_EVENTS, READ_LOGS]).await;
    is_refused(&server, "khen_exporter", &CHANGES).await;
    let others = [
        (
            "INSERT INTO ledger.event SELECT * FROM ledger.event",
            "table event",
        ),
        (WRITE_LOGS, "table log"),
        (READ_ROWS, "schema rows"),
        (READ_OFFICE, "schema office"),
    ];
    is_refused(&server, "khen_exporter", &others).await;
}

#[tokio::test]
async fn the_auditor_sees_ledger_logs_and_rows_but_no_office() {
    let server = with_roles().await;
    is_allowed(
        &server,
        "khen_auditor",
        &[READ_EVENTS, READ_ROWS, READ_LOGS],
    )
    .await;
    is_refused(&server, "khen_auditor", &CHANGES).await;
    let others = [
        (
            "INSERT INTO ledger.event SELECT * FROM ledger.event",
            "table event",
        ),
        (WRITE_ROWS, "table cursor_v1"),
        (WRITE_LOGS, "table log"),
        (READ_OFFICE, "schema office"),
    ];
    is_refused(&server, "khen_auditor", &others).await;
}
