//! Sealed values.

use serde_json::json;

use crate::{Setting, lan, ledger, minh, setting, vault_with};
use khen_eventlog::{LedgerId, OwnerId};
use khen_privacy::{
    ClearValue, FieldClass, Lead, OwnerWord, PrivacyError, SealedValue, Vault, limits,
    open_with_value_key,
};

const NAME: &str = "Đỗ Thị Lan";

fn clear(text: &str) -> ClearValue<'_> {
    ClearValue {
        owner_word: OwnerWord::Stream,
        class: FieldClass::parse("person_name").expect("the text names a class"),
        text,
    }
}

async fn sealed_for(vault: &Vault, owner: &OwnerId) -> SealedValue {
    vault
        .owner_key_or_new(&ledger(), owner)
        .await
        .expect("the office answers");
    vault
        .seal(&ledger(), owner, clear(NAME))
        .await
        .expect("the owner has a key")
}

#[tokio::test]
async fn a_value_opens_in_another_process_from_its_json() {
    let Setting { office, vault, .. } = setting();
    let json = sealed_for(&vault, &lan()).await.to_json();
    assert!(!json.to_string().contains("Lan"));
    let sealed = SealedValue::parse(&json).unwrap();
    let other_process = vault_with(&office, 1);
    let opened = other_process.open(&ledger(), &lan(), &sealed).await;
    assert_eq!(opened.unwrap(), NAME);
}

#[tokio::test]
async fn equal_values_look_unrelated() {
    let Setting { vault, .. } = setting();
    let first = sealed_for(&vault, &lan()).await.to_json();
    let second = sealed_for(&vault, &lan()).await.to_json();
    assert_ne!(first["box"], second["box"]);
    assert_ne!(first["id"], second["id"]);
}

#[tokio::test]
async fn a_value_opens_only_as_what_it_was_sealed_for() {
    let Setting { vault, .. } = setting();
    let sealed = sealed_for(&vault, &lan()).await;
    let (key, _) = vault.owner_key_or_new(&ledger(), &lan()).await.unwrap();
    let value_key = key.value_key(&sealed.id());
    let elsewhere = LedgerId::parse("binh-long").unwrap();
    let changed = |member: &str, to: &str| {
        let mut json = sealed.to_json();
        json[member] = json!(to);
        SealedValue::parse(&json).expect("the change keeps the shape")
    };
    let tampered = {
        let text = sealed.to_json()["box"].as_str().unwrap().to_owned();
        let last = if text.starts_with('A') { "B" } else { "A" };
        changed("box", &format!("{last}{}", &text[1..]))
    };
    for (ledger, owner, sealed) in [
        (&elsewhere, lan(), sealed.clone()),
        (&ledger(), minh(), sealed.clone()),
        (&ledger(), lan(), changed("class", "birth_date")),
        (&ledger(), lan(), tampered),
    ] {
        let answer = open_with_value_key(&value_key, ledger, &owner, &sealed);
        assert!(matches!(answer, Err(PrivacyError::Closed)));
    }
    let other_id = changed("id", "00112233445566778899aabbccddeeff");
    let answer = vault.open(&ledger(), &lan(), &other_id).await;
    assert!(matches!(answer, Err(PrivacyError::Closed)));
}

#[tokio::test]
async fn a_disclosed_value_key_opens_its_value_and_no_other() {
    let Setting { vault, .. } = setting();
    let sealed = sealed_for(&vault, &lan()).await;
    let other = sealed_for(&vault, &lan()).await;
    let (key, _) = vault.owner_key_or_new(&ledger(), &lan()).await.unwrap();
    let disclosed = key.value_key(&sealed.id());
    let opened = open_with_value_key(&disclosed, &ledger(), &lan(), &sealed);
    assert_eq!(opened.unwrap(), NAME);
    let answer = open_with_value_key(&disclosed, &ledger(), &lan(), &other);
    assert!(matches!(answer, Err(PrivacyError::Closed)));
}

#[tokio::test]
async fn destroying_a_key_silences_its_owner_and_nobody_else() {
    let Setting { office, vault, .. } = setting();
    let lans = sealed_for(&vault, &lan()).await;
    let minhs = sealed_for(&vault, &minh()).await;
    // Both vaults have used the key; only one of them is told.
    let other_process = vault_with(&office, 1);
    other_process.open(&ledger(), &lan(), &lans).await.unwrap();
    other_process.destroy(&ledger(), &lan()).await.unwrap();
    for vault in [&vault, &other_process] {
        let answer = vault.open(&ledger(), &lan(), &lans).await;
        assert!(matches!(answer, Err(PrivacyError::Destroyed)));
        let answer = vault.seal(&ledger(), &lan(), clear(NAME)).await;
        assert!(matches!(answer, Err(PrivacyError::Destroyed)));
        let opened = vault.open(&ledger(), &minh(), &minhs).await;
        assert_eq!(opened.unwrap(), NAME);
    }
}

#[tokio::test]
async fn sealing_makes_no_key() {
    let Setting { vault, .. } = setting();
    let answer = vault.seal(&ledger(), &lan(), clear(NAME)).await;
    assert!(matches!(answer, Err(PrivacyError::NoKey)));
    assert!(vault.owner_key(&ledger(), &lan()).await.unwrap().is_none());
}

#[tokio::test]
async fn the_longest_value_is_sealed_and_a_longer_one_refused() {
    let Setting { vault, .. } = setting();
    vault.owner_key_or_new(&ledger(), &lan()).await.unwrap();
    let longest = "x".repeat(limits::CLEAR_VALUE_BYTES_MAX);
    let sealed = vault.seal(&ledger(), &lan(), clear(&longest)).await;
    let sealed = SealedValue::parse(&sealed.unwrap().to_json()).unwrap();
    let opened = vault.open(&ledger(), &lan(), &sealed).await.unwrap();
    assert_eq!(opened, longest);
    let answer = vault
        .seal(&ledger(), &lan(), clear(&format!("{longest}x")))
        .await;
    assert!(matches!(answer, Err(PrivacyError::TooLong { .. })));
}

#[tokio::test]
async fn many_values_open_at_once_as_they_do_one_by_one() {
    let Setting { vault, .. } = setting();
    let lans = sealed_for(&vault, &lan()).await;
    let minhs = sealed_for(&vault, &minh()).await;
    let reference = vault
        .keep_nominee_reference(&ledger(), &lan(), "HQ-CCHC-2024")
        .await
        .unwrap();
    let values = [
        (Lead::Owner(minh()), minhs.clone()),
        (Lead::Reference(&reference), lans.clone()),
        (Lead::Reference("unknown"), lans.clone()),
        (Lead::Owner(lan()), minhs.clone()),
    ];
    let texts = async || {
        let opened = vault.open_all(&ledger(), &values).await.unwrap();
        let opened = opened.into_iter();
        let texts = opened.map(|one| one.ok().map(|opened| opened.map(|opened| opened.text)));
        texts.collect::<Vec<_>>()
    };
    let name = || Some(Some(NAME.to_owned()));
    assert_eq!(texts().await, [name(), name(), Some(None), None]);
    vault.destroy(&ledger(), &lan()).await.unwrap();
    assert_eq!(texts().await, [name(), Some(None), Some(None), Some(None)]);
}
