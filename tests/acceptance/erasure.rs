//! Destroying a key makes every value of that person unreadable and leaves every hash as it was.

use std::sync::Arc;

use serde_json::Value;

use crate::house::{House, ledger};
use khen_ambient::OsChance;
use khen_eventlog::{OwnerId, RecordedEvent, data_hash};
use khen_privacy::{MasterKey, PrivacyError, SealedValue, Vault};
use khen_store_sqlite::SqliteOffice;

#[test]
fn a_destroyed_key_closes_every_value_and_changes_no_byte() {
    let house = House::new();
    house.succeed(&["season"]);
    let before = house.events();
    let registered: Vec<&RecordedEvent> = before
        .iter()
        .filter(|event| event.event_type.as_str() == "vn.khen.org.person_registered.v1")
        .collect();
    let (erased, spared) = (registered[0], registered[1]);

    let office = Arc::new(SqliteOffice::open(&house.data()).unwrap());
    let master = MasterKey::load(&house.data().join("secrets/master.key")).unwrap();
    let vault = Vault::new(office, master, Arc::new(OsChance));
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        assert!(open(&vault, erased).await.is_ok());
        vault.destroy(&ledger(), &owner(erased)).await.unwrap();
        assert!(matches!(
            open(&vault, erased).await,
            Err(PrivacyError::Destroyed)
        ));
        assert!(open(&vault, spared).await.is_ok());
    });

    let after = house.events();
    assert_eq!(before, after);
    assert!(
        after
            .iter()
            .all(|event| data_hash(&event.salt, &event.data) == event.data_hash)
    );
}

fn owner(event: &RecordedEvent) -> OwnerId {
    OwnerId(event.stream.to_string())
}

async fn open(vault: &Vault, event: &RecordedEvent) -> Result<String, PrivacyError> {
    let data: Value = serde_json::from_slice(&event.data).unwrap();
    let name = SealedValue::parse(&data["event"]["name"]).unwrap();
    vault.open(&ledger(), &owner(event), &name).await
}
