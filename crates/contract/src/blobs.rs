//! The contract's chapter on stored files.

use khen_eventlog::{BlobError, BlobId, BlobStore};

fn id(byte: u8) -> BlobId {
    BlobId::from_random([byte; 16])
}

async fn put(blobs: &dyn BlobStore, byte: u8, bytes: &[u8]) {
    let put = blobs.put(&id(byte), bytes).await;
    put.expect("the file is kept");
}

async fn get(blobs: &dyn BlobStore, byte: u8) -> Option<Vec<u8>> {
    blobs.get(&id(byte)).await.expect("the file is looked up")
}

/// A file reads back byte for byte, empty and large ones too.
pub async fn a_file_reads_back_byte_for_byte(blobs: &dyn BlobStore) {
    let large: Vec<u8> = (0..=u8::MAX).cycle().take(1 << 20).collect();
    put(blobs, 1, &large).await;
    put(blobs, 2, b"").await;
    assert_eq!(get(blobs, 1).await, Some(large));
    assert_eq!(get(blobs, 2).await.as_deref(), Some(&b""[..]));
}

/// A file that was never kept is absent, which is no failure.
pub async fn a_missing_file_is_absent(blobs: &dyn BlobStore) {
    put(blobs, 1, b"kept").await;
    assert_eq!(get(blobs, 2).await, None);
}

/// An id is used once: the second file is refused and the first stands.
pub async fn an_id_is_used_once(blobs: &dyn BlobStore) {
    put(blobs, 1, b"first").await;
    let second = blobs.put(&id(1), b"second").await;
    assert!(matches!(second, Err(BlobError::Taken)));
    assert_eq!(get(blobs, 1).await.as_deref(), Some(&b"first"[..]));
}

/// Of two files under one id at the same moment, one stands whole and the other is refused.
pub async fn one_of_two_racing_files_stands(blobs: &dyn BlobStore) {
    let large = |byte| vec![byte; 1 << 16];
    let (a, b) = (large(b'a'), large(b'b'));
    let name = id(1);
    let (first, second) = tokio::join!(blobs.put(&name, &a), blobs.put(&name, &b));
    assert!(first.is_ok() != second.is_ok());
    let stands = if first.is_ok() { a } else { b };
    assert_eq!(get(blobs, 1).await, Some(stands));
}

/// A removed file is gone; removing it again, or a stranger, changes nothing.
pub async fn a_removed_file_is_gone(blobs: &dyn BlobStore) {
    put(blobs, 1, b"gone").await;
    put(blobs, 2, b"stays").await;
    for byte in [1, 1, 3] {
        let removed = blobs.remove(&id(byte)).await;
        removed.expect("the file is removed");
    }
    assert_eq!(get(blobs, 1).await, None);
    assert_eq!(get(blobs, 2).await.as_deref(), Some(&b"stays"[..]));
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$fresh` dereferences to a [`BlobStore`].
#[macro_export]
macro_rules! blobs_contract {
    ($fresh:expr) => {
        $crate::clauses!(blobs: $fresh, |adapter| (&*adapter),
            a_file_reads_back_byte_for_byte,
            a_missing_file_is_absent,
            an_id_is_used_once,
            one_of_two_racing_files_stands,
            a_removed_file_is_gone,
        );
    };
}
