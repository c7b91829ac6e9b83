//! Writers that stop half-way.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use khen_blobs::FolderBlobs;
use khen_eventlog::{BlobError, BlobId, BlobStore};

/// Names the folder that a victim writes to.
const VICTIM: &str = "KHEN_BLOBS_VICTIM";
/// Blobs kept before the victim is killed.
const KEPT_COUNT: usize = 20;

fn id(number: u8) -> BlobId {
    BlobId::from_random([number; 16])
}

/// Bytes that show from their start how many there must be.
fn content(id: &BlobId) -> Vec<u8> {
    id.as_str().repeat(8 << 10).into_bytes()
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("the folder can be read").path())
        .collect()
}

#[tokio::test]
async fn a_leftover_is_never_seen_and_goes_at_the_next_start() {
    let root = tempfile::tempdir().unwrap();
    let incoming = root.path().join("incoming");
    let blobs = FolderBlobs::open(root.path()).unwrap();
    fs::write(incoming.join(format!("{}.1.0", id(1).as_str())), b"half").unwrap();
    assert_eq!(blobs.get(&id(1)).await.unwrap(), None);

    let beside = FolderBlobs::open(root.path()).unwrap();
    assert_eq!(
        files_in(&incoming).len(),
        1,
        "it may belong to a live writer"
    );
    drop((blobs, beside));

    let blobs = FolderBlobs::open(root.path()).unwrap();
    assert!(files_in(&incoming).is_empty());
    blobs.put(&id(1), b"whole").await.unwrap();
    assert_eq!(blobs.get(&id(1)).await.unwrap().unwrap(), b"whole");
}

#[tokio::test]
async fn a_write_that_fails_leaves_nothing_behind() {
    let root = tempfile::tempdir().unwrap();
    let blobs = FolderBlobs::open(root.path()).unwrap();
    let obstacle = root.path().join("01");
    fs::write(&obstacle, b"no folder can be made here").unwrap();
    let answer = blobs.put(&id(1), b"bytes").await;
    assert!(matches!(answer, Err(BlobError::Unavailable(_))));
    assert!(files_in(&root.path().join("incoming")).is_empty());

    fs::remove_file(obstacle).unwrap();
    assert_eq!(blobs.get(&id(1)).await.unwrap(), None);
    blobs.put(&id(1), b"bytes").await.unwrap();
    assert!(matches!(
        blobs.put(&id(1), b"other").await,
        Err(BlobError::Taken)
    ));
    assert_eq!(blobs.get(&id(1)).await.unwrap().unwrap(), b"bytes");
    assert!(files_in(&root.path().join("incoming")).is_empty());
}

#[tokio::test]
async fn a_killed_writer_leaves_whole_blobs_only() {
    let root = tempfile::tempdir().unwrap();
    let mut victim = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "a_victim_writes_until_it_is_killed",
            "--nocapture",
        ])
        .env(VICTIM, root.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let said = BufReader::new(victim.stdout.take().unwrap()).lines();
    let kept: Vec<BlobId> = said
        .map_while(Result::ok)
        .filter_map(|line| BlobId::parse(line.strip_prefix("kept ")?))
        .take(KEPT_COUNT)
        .collect();
    victim.kill().unwrap();
    victim.wait().unwrap();

    assert_eq!(kept.len(), KEPT_COUNT);
    let blobs = FolderBlobs::open(root.path()).unwrap();
    for id in &kept {
        assert_eq!(blobs.get(id).await.unwrap().unwrap(), content(id));
    }
    for number in 0..=u8::MAX {
        if let Some(bytes) = blobs.get(&id(number)).await.unwrap() {
            assert_eq!(bytes, content(&id(number)));
        }
    }
    assert!(files_in(&root.path().join("incoming")).is_empty());
}

/// The other half of the story above; on its own it does nothing.
#[tokio::test]
async fn a_victim_writes_until_it_is_killed() {
    let Some(root) = std::env::var_os(VICTIM) else {
        return;
    };
    let blobs = FolderBlobs::open(Path::new(&root)).unwrap();
    let mut said = std::io::stdout();
    writeln!(said, "ready").unwrap();
    for number in 0..=u8::MAX {
        blobs.put(&id(number), &content(&id(number))).await.unwrap();
        writeln!(said, "kept {}", id(number).as_str()).unwrap();
    }
}
