//! Keys of owners and references.

use crate::{Setting, fakes::lock, lan, ledger, minh, setting, vault_with};
use khen_eventlog::{KeyRecord, LedgerId};
use khen_privacy::PrivacyError;

#[tokio::test]
async fn an_owner_gets_one_key_for_ever() {
    let Setting { vault, .. } = setting();
    assert!(vault.owner_key(&ledger(), &lan()).await.unwrap().is_none());
    let (made, is_new) = vault.owner_key_or_new(&ledger(), &lan()).await.unwrap();
    assert!(is_new);
    let (again, is_new) = vault.owner_key_or_new(&ledger(), &lan()).await.unwrap();
    assert!(!is_new);
    assert_eq!(made.sha256(), again.sha256());
    let (other, _) = vault.owner_key_or_new(&ledger(), &minh()).await.unwrap();
    assert_ne!(made.sha256(), other.sha256());
}

#[tokio::test]
async fn a_destroyed_owner_never_gets_a_key_again() {
    let Setting { vault, .. } = setting();
    vault.owner_key_or_new(&ledger(), &lan()).await.unwrap();
    vault.destroy(&ledger(), &lan()).await.unwrap();
    for answer in [
        vault.owner_key(&ledger(), &lan()).await.map(|_| ()),
        vault.owner_key_or_new(&ledger(), &lan()).await.map(|_| ()),
    ] {
        assert!(matches!(answer, Err(PrivacyError::Destroyed)));
    }
}

#[tokio::test]
async fn another_master_key_is_told_as_such() {
    let Setting { office, vault, .. } = setting();
    vault.owner_key_or_new(&ledger(), &lan()).await.unwrap();
    let stranger = vault_with(&office, 2);
    let answer = stranger.owner_key_or_new(&ledger(), &lan()).await;
    assert!(matches!(answer, Err(PrivacyError::WrongMasterKey)));
}

#[tokio::test]
async fn a_wrapped_key_serves_only_the_owner_it_was_wrapped_for() {
    let Setting { office, vault, .. } = setting();
    vault.owner_key_or_new(&ledger(), &lan()).await.unwrap();
    let lans = lock(&office.keys)[&(ledger(), lan())].clone();
    let KeyRecord::Held(lans) = lans else {
        unreachable!("the key was kept above")
    };
    let elsewhere = LedgerId::parse("binh-long").unwrap();
    for (ledger, owner) in [(ledger(), minh()), (elsewhere, lan())] {
        let swapped = KeyRecord::Held(lans.clone());
        lock(&office.keys).insert((ledger.clone(), owner.clone()), swapped);
        let answer = vault.owner_key(&ledger, &owner).await;
        assert!(matches!(answer, Err(PrivacyError::WrongMasterKey)));
    }
}

#[tokio::test]
async fn a_reference_leads_to_its_owner_until_the_key_is_destroyed() {
    let Setting { vault, .. } = setting();
    vault.owner_key_or_new(&ledger(), &lan()).await.unwrap();
    let (ledger, lan) = (ledger(), lan());
    let references = [
        vault
            .keep_nominee_reference(&ledger, &lan, "HQ-CCHC-2023")
            .await
            .unwrap(),
        vault
            .keep_nominee_reference(&ledger, &lan, "HQ-CCHC-2024")
            .await
            .unwrap(),
        vault
            .keep_fact_reference(&ledger, &lan, 2024)
            .await
            .unwrap(),
    ];
    assert_ne!(references[0], references[1]);
    for reference in &references {
        assert_eq!(reference.len(), 32);
        let owner = vault.owner_of(&ledger, reference).await.unwrap();
        assert_eq!(owner, Some(lan.clone()));
    }
    vault.destroy(&ledger, &lan).await.unwrap();
    for reference in &references {
        assert_eq!(vault.owner_of(&ledger, reference).await.unwrap(), None);
    }
}

#[tokio::test]
async fn an_owner_without_a_key_gets_no_reference() {
    let Setting { vault, .. } = setting();
    let answer = vault
        .keep_nominee_reference(&ledger(), &lan(), "HQ-CCHC-2024")
        .await;
    assert!(matches!(answer, Err(PrivacyError::NoKey)));
}
