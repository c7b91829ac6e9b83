//! Texts with random damage: no reader panics, and what is read is exactly what was written.

use proptest::prelude::*;

use khen_audit::{
    AddCheckpoint, Checkpoint, Note, Policy, SignatureLine, SignedCheckpoint, TileId, TlogProof,
    VerifierKey,
};

use crate::people::{cosigned, log, policy, witness};

/// Characters that mean something in one format or another.
const TELLING: &str = "[\n\t\r +/=#.x0-9AZaz\u{2014}\u{a0}]";

/// Replaces some characters from a place on by a few others; each part may be empty.
#[derive(Debug, Clone)]
struct Damage {
    place: usize,
    removed: usize,
    added: String,
}

fn damages() -> impl Strategy<Value = Vec<Damage>> {
    let added = prop::string::string_regex(&format!("{TELLING}{{0,3}}")).unwrap();
    let damage = (any::<usize>(), 0usize..4, added).prop_map(|(place, removed, added)| Damage {
        place,
        removed,
        added,
    });
    prop::collection::vec(damage, 1..4)
}

fn damaged(text: &str, damages: &[Damage]) -> String {
    let mut text: Vec<char> = text.chars().collect();
    for damage in damages {
        let place = damage.place % (text.len() + 1);
        let end = text.len().min(place + damage.removed);
        text.splice(place..end, damage.added.chars());
    }
    text.into_iter().collect()
}

/// The text, as it is written after it was read; `None` when it cannot be read.
type Reader = fn(&str) -> Option<String>;

fn formats() -> Vec<(String, Reader)> {
    let checkpoint = cosigned(2);
    let proof = format!(
        "c2sp.org/tlog-proof@v1\nindex 1\n{}\n\n{checkpoint}",
        checkpoint.checkpoint().tree().root
    );
    let request = proof.replacen("c2sp.org/tlog-proof@v1\nindex 1", "old 1", 1);
    vec![
        (log().verifier().to_string(), |text| {
            Some(VerifierKey::parse(text).ok()?.to_string())
        }),
        (witness().verifier().to_string(), |text| {
            Some(VerifierKey::parse(text).ok()?.to_string())
        }),
        (checkpoint.note().signatures()[0].to_string(), |text| {
            Some(SignatureLine::parse(text).ok()?.to_string())
        }),
        (checkpoint.checkpoint().to_string(), |text| {
            Some(Checkpoint::parse(text).ok()?.to_string())
        }),
        (checkpoint.to_string(), |text| {
            Some(Note::parse(text).ok()?.to_string())
        }),
        (checkpoint.to_string(), |text| {
            Some(SignedCheckpoint::parse(text).ok()?.to_string())
        }),
        (proof, |text| Some(TlogProof::parse(text).ok()?.to_string())),
        (request, |text| {
            Some(AddCheckpoint::parse(text).ok()?.to_string())
        }),
        ("tile/0/x001/x234/067.p/12".to_owned(), |text| {
            Some(TileId::parse(text).ok()?.to_string())
        }),
    ]
}

#[test]
fn undamaged_texts_are_read() {
    for (text, read) in formats() {
        assert_eq!(read(&text), Some(text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn damaged_texts_are_refused_or_read_as_they_stand(damages in damages()) {
        for (text, read) in formats() {
            let damaged = damaged(&text, &damages);
            if let Some(written) = read(&damaged) {
                prop_assert_eq!(written, damaged);
            }
        }
    }

    /// A policy may be written with more space and comments than it needs.
    #[test]
    fn a_damaged_policy_is_refused_or_means_what_is_written_of_it(damages in damages()) {
        let damaged = damaged(&policy().to_string(), &damages);
        if let Ok(read) = Policy::parse(&damaged) {
            prop_assert_eq!(Policy::parse(&read.to_string()).unwrap(), read);
        }
    }

    #[test]
    fn no_text_makes_a_reader_panic(text: String) {
        for (_, read) in formats() {
            prop_assert!(read(&text).is_none_or(|written| written == text));
        }
    }
}
