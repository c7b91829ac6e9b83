//! The contract's chapter on the index of uploaded files.

use crate::ledger;
use khen_eventlog::{BlobId, FileIndex, FileRecord, OwnerId, WrappedKey};

const HASH: [u8; 32] = [0xab; 32];

fn file(owner: &str, blob: u8) -> FileRecord {
    FileRecord {
        sha256: HASH,
        blob: BlobId::from_random([blob; 16]),
        owner: OwnerId(owner.to_owned()),
        key: WrappedKey(vec![blob; 72]),
        media_type: "application/pdf".to_owned(),
        size: 120_000,
    }
}

async fn keep(files: &dyn FileIndex, slug: &str, record: FileRecord) -> FileRecord {
    let kept = files.keep_file(&ledger(slug), record).await;
    kept.expect("the file is kept")
}

async fn found(files: &dyn FileIndex, slug: &str, sha256: [u8; 32]) -> Vec<FileRecord> {
    let found = files.files(&ledger(slug), &sha256).await;
    found.expect("the files are looked up")
}

/// A file is found by the hash of its clear bytes, in its ledger only.
pub async fn a_kept_file_is_found_by_its_hash(files: &dyn FileIndex) {
    let kept = keep(files, "hon-quan", file("nomination/1", 1)).await;
    assert_eq!(kept, file("nomination/1", 1));
    assert_eq!(found(files, "hon-quan", HASH).await, [kept]);
    assert_eq!(found(files, "hon-quan", [0; 32]).await, []);
    assert_eq!(found(files, "loc-ninh", HASH).await, []);
}

/// An owner has the same bytes once: the first record stands, also when two arrive at once.
pub async fn an_owner_has_the_same_bytes_once(files: &dyn FileIndex) {
    let (one, two) = tokio::join!(
        keep(files, "hon-quan", file("nomination/1", 1)),
        keep(files, "hon-quan", file("nomination/1", 2))
    );
    assert_eq!(one, two);
    assert_eq!(found(files, "hon-quan", HASH).await, [one]);
}

/// Two owners of the same bytes have a file each, under a key each.
pub async fn every_owner_has_a_file_of_their_own(files: &dyn FileIndex) {
    keep(files, "hon-quan", file("nomination/2", 2)).await;
    keep(files, "hon-quan", file("nomination/1", 1)).await;
    let mut both = found(files, "hon-quan", HASH).await;
    both.sort_by(|a, b| a.owner.cmp(&b.owner));
    assert_eq!(both, [file("nomination/1", 1), file("nomination/2", 2)]);
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$fresh` dereferences to a [`FileIndex`].
#[macro_export]
macro_rules! files_contract {
    ($fresh:expr) => {
        $crate::clauses!(files: $fresh, |adapter| (&*adapter),
            a_kept_file_is_found_by_its_hash,
            an_owner_has_the_same_bytes_once,
            every_owner_has_a_file_of_their_own,
        );
    };
}
