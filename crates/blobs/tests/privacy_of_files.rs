//! Who may look at the folder.

use std::{fs, os::unix::fs::PermissionsExt};

use khen_blobs::FolderBlobs;
use khen_eventlog::{BlobId, BlobStore};

#[tokio::test]
async fn only_its_user_reads_a_blob() {
    let root = tempfile::tempdir().unwrap();
    let blobs = FolderBlobs::open(&root.path().join("files")).unwrap();
    let id = BlobId::from_random([0xab; 16]);
    blobs.put(&id, b"bytes").await.unwrap();
    let shelf = root.path().join("files/ab/ab");
    for (path, mode) in [
        (root.path().join("files"), 0o700),
        (shelf.clone(), 0o700),
        (shelf.join(id.as_str()), 0o600),
    ] {
        let found = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        assert_eq!(found, mode, "{}", path.display());
    }
}
