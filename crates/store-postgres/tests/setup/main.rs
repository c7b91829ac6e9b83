//! How a database is set up: tables, roles, guards and encrypted connections.

mod damage;
#[path = "../common/database.rs"]
mod database;
mod guards;
mod migrations;
mod roles;
mod sets;
#[path = "../common/stores.rs"]
mod stores;
mod tls;

use tokio_postgres::{Client, NoTls};

/// A plain connection to the database at this URL.
async fn raw(url: &str) -> Client {
    let connected = tokio_postgres::connect(url, NoTls).await;
    let (client, connection) = connected.expect("the server is reached");
    tokio::spawn(connection);
    client
}

/// What the server says when it refuses this statement.
async fn refused(client: &Client, sql: &str) -> String {
    let refused = client.batch_execute(sql).await;
    let error = refused.expect_err(sql);
    let answer = error.as_db_error().expect("the server refuses it");
    answer.message().to_owned()
}
