//! Sealed files.

use crate::{Setting, fakes::lock, lan, ledger, minh, setting};
use khen_eventlog::{FileRecord, LedgerId, OwnerId};
use khen_privacy::{FileVault, Kept, PrivacyError, Vault, limits};

const REPORT: &[u8] = "%PDF-1.7 Báo cáo thành tích của Đỗ Thị Lan".as_bytes();

async fn kept(vault: &Vault, files: &FileVault) -> FileRecord {
    for owner in [lan(), minh()] {
        vault
            .owner_key_or_new(&ledger(), &owner)
            .await
            .expect("the office answers");
    }
    keep_new(files, &lan()).await
}

async fn keep_new(files: &FileVault, owner: &OwnerId) -> FileRecord {
    let kept = files
        .keep(&ledger(), owner, "application/pdf", REPORT)
        .await;
    let Kept::New(file) = kept.expect("the storage answers") else {
        panic!("this owner had these bytes before");
    };
    file
}

#[tokio::test]
async fn a_file_opens_as_it_was_and_lies_there_unreadable() {
    let Setting {
        office,
        vault,
        files,
    } = setting();
    let file = kept(&vault, &files).await;
    assert_eq!((file.size, &file.owner), (REPORT.len() as u64, &lan()));
    assert_eq!(files.open(&ledger(), &file).await.unwrap(), REPORT);
    let stored = lock(&office.blobs)[&file.blob].clone();
    assert!(!stored.windows(4).any(|window| window == b"%PDF"));
}

#[tokio::test]
async fn the_same_bytes_again_leave_one_file() {
    let Setting {
        office,
        vault,
        files,
    } = setting();
    let first = kept(&vault, &files).await;
    let again = files.keep(&ledger(), &lan(), "image/png", REPORT).await;
    assert_eq!(again.unwrap(), Kept::Known(first));
    assert_eq!(lock(&office.blobs).len(), 1);
}

#[tokio::test]
async fn the_same_bytes_again_mend_what_was_lost_or_damaged() {
    let Setting {
        office,
        vault,
        files,
    } = setting();
    let file = kept(&vault, &files).await;
    let damages: [fn(&mut Vec<u8>); 3] = [
        Vec::clear,
        |bytes| bytes[30] ^= 1,
        |bytes| bytes.truncate(40),
    ];
    for damage in damages {
        damage(lock(&office.blobs).get_mut(&file.blob).unwrap());
        assert!(files.open(&ledger(), &file).await.is_err());
        let again = files.keep(&ledger(), &lan(), "image/png", REPORT).await;
        assert_eq!(again.unwrap(), Kept::Mended(file.clone()));
        assert_eq!(files.open(&ledger(), &file).await.unwrap(), REPORT);
    }
    lock(&office.blobs).clear();
    let (ledger, lan) = (ledger(), lan());
    let upload = || files.keep(&ledger, &lan, "application/pdf", REPORT);
    let (first, second) = tokio::join!(upload(), upload());
    for kept in [first, second] {
        assert_eq!(kept.unwrap(), Kept::Mended(file.clone()));
    }
    assert_eq!(files.open(&ledger, &file).await.unwrap(), REPORT);
    assert_eq!(lock(&office.blobs).len(), 1);
}

#[tokio::test]
async fn two_uploads_at_once_leave_one_file() {
    let Setting {
        office,
        vault,
        files,
    } = setting();
    vault.owner_key_or_new(&ledger(), &lan()).await.unwrap();
    let (ledger, lan) = (ledger(), lan());
    let upload = || files.keep(&ledger, &lan, "application/pdf", REPORT);
    let (first, second) = tokio::join!(upload(), upload());
    match (first.unwrap(), second.unwrap()) {
        (Kept::New(kept), Kept::Known(known)) | (Kept::Known(known), Kept::New(kept)) => {
            assert_eq!(kept, known);
        }
        other => panic!("one is kept and the other known, not {other:?}"),
    }
    assert_eq!(lock(&office.blobs).len(), 1);
}

#[tokio::test]
async fn each_owner_has_a_copy_that_outlives_the_others() {
    let Setting { vault, files, .. } = setting();
    let lans = kept(&vault, &files).await;
    let minhs = keep_new(&files, &minh()).await;
    vault.destroy(&ledger(), &lan()).await.unwrap();
    let answer = files.open(&ledger(), &lans).await;
    assert!(matches!(answer, Err(PrivacyError::Destroyed)));
    assert_eq!(files.open(&ledger(), &minhs).await.unwrap(), REPORT);
}

#[tokio::test]
async fn a_record_that_was_changed_opens_nothing() {
    let Setting {
        office,
        vault,
        files,
    } = setting();
    let file = kept(&vault, &files).await;
    let elsewhere = LedgerId::parse("binh-long").unwrap();
    vault.owner_key_or_new(&elsewhere, &lan()).await.unwrap();
    let (mut other_owner, mut other_hash) = (file.clone(), file.clone());
    other_owner.owner = minh();
    other_hash.sha256[0] ^= 1;
    for (ledger, file) in [
        (&ledger(), &other_owner),
        (&ledger(), &other_hash),
        (&elsewhere, &file),
    ] {
        let answer = files.open(ledger, file).await;
        assert!(matches!(answer, Err(PrivacyError::Closed)));
    }
    if let Some(bytes) = lock(&office.blobs).get_mut(&file.blob) {
        bytes[30] ^= 1;
    }
    let answer = files.open(&ledger(), &file).await;
    assert!(matches!(answer, Err(PrivacyError::Closed)));
    lock(&office.blobs).clear();
    let answer = files.open(&ledger(), &file).await;
    assert!(matches!(answer, Err(PrivacyError::FileMissing)));
}

#[tokio::test]
async fn a_file_needs_an_owner_with_a_key_and_has_a_largest_size() {
    let Setting {
        office,
        vault,
        files,
    } = setting();
    let answer = files.keep(&ledger(), &lan(), "image/png", REPORT).await;
    assert!(matches!(answer, Err(PrivacyError::NoKey)));
    vault.owner_key_or_new(&ledger(), &lan()).await.unwrap();
    let large = vec![0; limits::FILE_BYTES_MAX + 1];
    let answer = files.keep(&ledger(), &lan(), "image/png", &large).await;
    assert!(matches!(answer, Err(PrivacyError::TooLong { .. })));
    assert!(lock(&office.blobs).is_empty());
}
