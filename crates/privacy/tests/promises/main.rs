//! The promises of the room, kept over ports that live in memory.

mod fakes;
mod files;
mod keys;
mod values;

use std::sync::Arc;

use fakes::Office;
use khen_ambient::SeededChance;
use khen_eventlog::{LedgerId, OwnerId};
use khen_privacy::{FileVault, FileVaultParts, MasterKey, Vault};

/// A vault over a fresh office; chance and master key follow from `seed`.
struct Setting {
    office: Arc<Office>,
    vault: Vault,
    files: FileVault,
}

fn setting() -> Setting {
    let office = Arc::new(Office::default());
    let vault = vault_with(&office, 1);
    let parts = FileVaultParts {
        vault: vault.clone(),
        blobs: office.clone(),
        index: office.clone(),
    };
    Setting {
        office,
        vault,
        files: FileVault::new(parts),
    }
}

/// Another process over the same office; the same seed means the same master key.
fn vault_with(office: &Arc<Office>, master_seed: u64) -> Vault {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let master = MasterKey::create(
        &folder.path().join("master.key"),
        &SeededChance::new(master_seed),
    )
    .expect("a new file can be written");
    Vault::new(office.clone(), master, Arc::new(SeededChance::new(100)))
}

fn ledger() -> LedgerId {
    LedgerId::parse("hon-quan").expect("the text is a slug")
}

fn lan() -> OwnerId {
    OwnerId("org/5b1e0f6a9c3d4e2f8a7b6c5d4e3f2a1b".to_owned())
}

fn minh() -> OwnerId {
    OwnerId("org/0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f".to_owned())
}
