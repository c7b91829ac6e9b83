//! What the contract cannot say of the office: guards against foreign statements, and races.

#[path = "common/database.rs"]
mod database;

use tokio_postgres::{Client, NoTls, error::DbError};

use database::migrated;
use khen_eventlog::{KeyRecord, KeyStore, LedgerId, OwnerId, WrappedKey};
use khen_store_postgres::PostgresOffice;
use khen_testbed::Postgres;

/// A server with office records: one owner with a key, whose references are told by the tests.
struct House {
    server: Postgres,
    office: PostgresOffice,
    ledger: LedgerId,
    owner: OwnerId,
}

impl House {
    async fn with_an_owner() -> Self {
        let (server, database) = migrated().await;
        let house = Self {
            server,
            office: PostgresOffice::open(&database),
            ledger: LedgerId::parse("hon-quan").expect("this is a slug"),
            owner: OwnerId("person/1".to_owned()),
        };
        let key = WrappedKey(vec![1; 72]);
        let kept = house.office.keep_key(&house.ledger, &house.owner, key);
        kept.await.expect("the key is kept");
        house
    }

    async fn destroy(&self) {
        let destroyed = self.office.destroy_key(&self.ledger, &self.owner);
        destroyed.await.expect("the key is destroyed");
    }

    async fn refer(&self, reference: &str) {
        let kept = self
            .office
            .keep_reference(&self.ledger, reference, &self.owner);
        kept.await.expect("the reference is kept or passed over");
    }

    /// A connection that is not ours.
    async fn stranger(&self) -> Client {
        let connected = tokio_postgres::connect(&self.server.url("khen"), NoTls).await;
        let (client, connection) = connected.expect("the stranger is let in");
        tokio::spawn(connection);
        client
    }
}

async fn is_refused(statement: &str, reason: &str) {
    let house = House::with_an_owner().await;
    house.destroy().await;
    let refused = house.stranger().await.batch_execute(statement).await;
    let refused = refused.expect_err("the guard refuses");
    let message = refused.as_db_error().map(DbError::message);
    assert!(
        message.is_some_and(|said| said.contains(reason)),
        "{refused:?}"
    );
}

async fn references(client: &Client) -> i64 {
    let asked = client.query_one("SELECT count(*) FROM office.reference", &[]);
    asked.await.expect("the references are counted").get(0)
}

/// Waits until somebody waits for a lock: by asking, for there is no event to wait for.
async fn somebody_waits(client: &Client) {
    let waiting = "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)";
    loop {
        let asked = client.query_one(waiting, &[]).await;
        if asked.expect("the locks are read").get(0) {
            return;
        }
    }
}

#[tokio::test]
async fn a_destroyed_key_is_not_set_again() {
    let revive = r"UPDATE office.owner_key SET wrapped = '\x00'";
    is_refused(revive, "a destroyed key is destroyed for ever").await;
}

#[tokio::test]
async fn an_owner_is_never_deleted() {
    is_refused(
        "DELETE FROM office.owner_key",
        "an owner is never forgotten",
    )
    .await;
}

#[tokio::test]
async fn owners_are_never_truncated() {
    is_refused("TRUNCATE office.owner_key", "an owner is never forgotten").await;
}

#[tokio::test]
async fn a_key_is_never_given_to_another_owner() {
    let rename = "UPDATE office.owner_key SET owner = 'person/2'";
    is_refused(rename, "a key stays with its owner").await;
}

#[tokio::test]
async fn a_reference_that_is_being_kept_vanishes_with_the_key() {
    let house = House::with_an_owner().await;
    let (mut keeper, witness) = (house.stranger().await, house.stranger().await);
    let keeping = keeper.transaction().await.expect("it begins");
    let keep = "INSERT INTO office.reference VALUES ('hon-quan', 'ref-a', 'person/1')";
    keeping.execute(keep, &[]).await.expect("it is kept");
    let commit = async {
        somebody_waits(&witness).await;
        keeping.commit().await.expect("it is committed");
    };
    tokio::join!(house.destroy(), commit);
    assert_eq!(references(&witness).await, 0);
}

#[tokio::test]
async fn no_reference_is_kept_while_the_key_is_being_destroyed() {
    let house = House::with_an_owner().await;
    let (mut destroyer, witness) = (house.stranger().await, house.stranger().await);
    let destroying = destroyer.transaction().await.expect("it begins");
    let destroy = "UPDATE office.owner_key SET wrapped = NULL";
    let destroyed = destroying.execute(destroy, &[]).await;
    destroyed.expect("the key is destroyed");
    let commit = async {
        somebody_waits(&witness).await;
        destroying.commit().await.expect("it is committed");
    };
    tokio::join!(house.refer("ref-a"), commit);
    assert_eq!(references(&witness).await, 0);
}

#[tokio::test]
async fn a_key_that_is_being_destroyed_is_not_kept_anew() {
    let house = House::with_an_owner().await;
    let (mut destroyer, witness) = (house.stranger().await, house.stranger().await);
    let destroying = destroyer.transaction().await.expect("it begins");
    let destroy = "INSERT INTO office.owner_key VALUES ('hon-quan', 'person/2', NULL)";
    let destroyed = destroying.execute(destroy, &[]).await;
    destroyed.expect("an owner without a key is destroyed");
    let other = OwnerId("person/2".to_owned());
    let keep = house
        .office
        .keep_key(&house.ledger, &other, WrappedKey(vec![2; 72]));
    let commit = async {
        somebody_waits(&witness).await;
        destroying.commit().await.expect("it is committed");
    };
    let (stands, ()) = tokio::join!(keep, commit);
    let stands = stands.expect("the key is told");
    assert_eq!(stands, KeyRecord::Destroyed);
}
