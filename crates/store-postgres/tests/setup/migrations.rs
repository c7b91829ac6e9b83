//! Tables are made once, and looked at before they are used.

use futures::future::try_join_all;

use crate::database::{connected, migrated};
use khen_store_postgres::OpenError;
use khen_testbed::Postgres;

#[tokio::test]
async fn processes_that_migrate_at_once_all_succeed() {
    let server = Postgres::start();
    let url = server.database("khen");
    let processes = (0..4).map(async |_| connected(&url).await.migrate().await);
    let done = try_join_all(processes).await;
    done.expect("each finds the tables made or makes them");
    let database = connected(&url).await;
    let looked = database.must_be_migrated().await;
    looked.expect("the tables are those of this program");
}

#[tokio::test]
async fn a_database_without_tables_is_refused() {
    let server = Postgres::start();
    let database = connected(&server.database("khen")).await;
    let refused = database.must_be_migrated().await;
    assert!(matches!(
        refused,
        Err(OpenError::Tables {
            schema: "ledger",
            found: 0,
            needed: 1
        })
    ));
}

#[tokio::test]
async fn tables_of_an_older_release_are_refused_until_they_are_migrated() {
    let (server, database) = migrated().await;
    server.run_sql("khen", "UPDATE ledger.migration SET version = version - 1");
    let refused = database.must_be_migrated().await;
    let refused = refused.expect_err("they are older").to_string();
    assert!(refused.ends_with("run `khen migrate` as the owner of the database"));
}

#[tokio::test]
async fn tables_of_a_newer_release_serve_an_older_program() {
    let (server, database) = migrated().await;
    server.run_sql(
        "khen",
        "INSERT INTO ledger.migration SELECT 99, 'later', applied_on, '7' FROM ledger.migration",
    );
    let looked = database.must_be_migrated().await;
    looked.expect("tables are only ever extended");
    database.migrate().await.expect("there is nothing to do");
}

#[tokio::test]
async fn tables_that_another_script_made_are_refused() {
    let (server, database) = migrated().await;
    server.run_sql("khen", "UPDATE ledger.migration SET checksum = '7'");
    assert!(matches!(
        database.migrate().await,
        Err(OpenError::Migration {
            schema: "ledger",
            ..
        })
    ));
}
