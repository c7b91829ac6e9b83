//! Notes and their signatures.

use proptest::prelude::*;

use khen_audit::{BadSignature, Note, NoteError, SignatureLine, VerifyError};

use crate::{
    people::{NOON, ORIGIN, at, log, log_key, signed, witness, witness_key},
    strange,
};

const TEXT: &str = "Một dòng\n\nvà một dòng nữa\n";

fn note() -> Note {
    Note::sign(TEXT.to_owned(), &log()).unwrap()
}

#[test]
fn a_note_is_read_back_and_verified() {
    let note = note();
    let read = Note::parse(&note.to_string()).unwrap();
    assert_eq!(read, note);
    assert_eq!(read.text(), TEXT);
    let key = log();
    let verified = read.verify([key.verifier()]).unwrap();
    assert_eq!((verified[0].key, verified[0].at), (key.verifier(), None));
}

#[test]
fn any_changed_character_of_a_note_is_found() {
    let key = log();
    for other in strange::flipped(&note().to_string()) {
        let is_believed =
            Note::parse(&other).is_ok_and(|note| note.verify([key.verifier()]).is_ok());
        assert!(!is_believed, "{other}");
    }
}

#[test]
fn a_note_has_one_form() {
    let whole = note().to_string();
    let line = note().signatures()[0].to_string();
    let wrong = |text: &str| Note::parse(text).unwrap_err();
    let is_line = |error: &NoteError| matches!(error, NoteError::Line { .. });
    assert_eq!(wrong(""), NoteError::Shape);
    assert_eq!(wrong("text\n"), NoteError::Shape);
    assert_eq!(wrong(&format!("text\n{line}\n")), NoteError::Shape);
    assert_eq!(wrong(&format!("text\n\n{line}")), NoteError::Shape);
    assert_eq!(wrong(&format!("{whole}\n")), NoteError::Shape);
    assert_eq!(wrong("text\n\n"), NoteError::Shape);
    for control in ['\r', '\t', '\0', '\u{1f}'] {
        assert_eq!(
            wrong(&format!("te{control}xt\n\n{line}\n")),
            NoteError::Control
        );
    }
    assert!(is_line(&wrong(&whole.replace("\u{2014} ", "- "))));
    assert!(is_line(&wrong(&whole.replace("\u{2014} ", "\u{2013} "))));
    assert!(is_line(&wrong(&whole.replace("\u{2014} ", "\u{2014}  "))));
    assert!(is_line(&wrong(&strange::with_stray_bits(&whole))));
    assert!(is_line(&wrong(&whole.replace('=', ""))));
    assert_eq!(wrong(&"x".repeat(1_000_001)), NoteError::TooLong);
}

#[test]
fn a_line_holds_an_id_and_a_signature() {
    for line in ["\u{2014} a AAAAAAA=", "\u{2014} name AAAAAAAA"] {
        assert_eq!(SignatureLine::parse(line).unwrap().to_string(), line);
    }
    for line in [
        "",
        "\u{2014}",
        "\u{2014} ",
        "\u{2014} a",
        "\u{2014} a ",
        "\u{2014} a AAAA",
        "\u{2014} a AAAAAA==",
        "\u{2014} a b AAAAAAAA",
        "\u{2014}  AAAAAAAA",
        "\u{2014} a+b AAAAAAAA",
        "\u{2014} a AAAAAAAA ",
        "\u{2014} a AAAAAAB=",
        "\u{2014} a\u{a0}b AAAAAAAA",
    ] {
        assert!(SignatureLine::parse(line).is_err(), "{line:?}");
    }
}

#[test]
fn two_lines_of_one_key_are_refused_even_when_it_is_unknown() {
    let whole = note().to_string();
    let line = note().signatures()[0].to_string();
    assert!(matches!(
        Note::parse(&format!("{whole}{line}\n")),
        Err(NoteError::Twice { .. })
    ));
    let other = Note::sign("other\n".to_owned(), &log()).unwrap();
    let twice = format!("{whole}{}\n", other.signatures()[0]);
    assert!(matches!(Note::parse(&twice), Err(NoteError::Twice { .. })));
}

#[test]
fn a_hundred_signatures_are_read_and_no_more() {
    let mut whole = note().to_string();
    let keys: Vec<_> = (2..=101)
        .map(|number| log_key("cosigner.example", number))
        .collect();
    for key in &keys[..99] {
        whole = format!("{whole}{}\n", key.sign(TEXT));
    }
    let mut full = Note::parse(&whole).unwrap();
    assert_eq!(
        full.verify(keys.iter().map(khen_audit::SigningKey::verifier))
            .unwrap()
            .len(),
        99
    );
    let one_more = keys[99].sign(TEXT);
    assert_eq!(
        Note::parse(&format!("{whole}{one_more}\n")),
        Err(NoteError::TooMany)
    );
    assert_eq!(full.put(one_more), Err(NoteError::TooMany));
    assert_eq!(full.put(keys[0].sign(TEXT)), Ok(()));
}

#[test]
fn unknown_keys_are_ignored_and_known_ones_must_fit() {
    let (known, other) = (log(), log_key(ORIGIN, 9));
    let mut note = note();
    note.put(log_key("x.example", 1).sign("another text\n"))
        .unwrap();
    // The name of a known key under another id.
    note.put(other.sign("another text\n")).unwrap();
    assert_eq!(note.verify([known.verifier()]).unwrap().len(), 1);
    assert_eq!(
        note.verify([known.verifier(), other.verifier()])
            .unwrap_err(),
        VerifyError::Bad(BadSignature {
            name: other.verifier().name().clone(),
            id: other.verifier().id(),
        })
    );
    let nobody = log_key("nobody.example", 5);
    assert_eq!(note.verify([nobody.verifier()]), Err(VerifyError::Unknown));
    assert_eq!(note.verify([]), Err(VerifyError::Unknown));
}

#[test]
fn a_later_line_takes_the_place_of_an_earlier_one_of_its_key() {
    let witness = witness();
    let mut checkpoint = signed(3);
    for seconds in [NOON, NOON + 60] {
        let line = witness.cosign(checkpoint.checkpoint(), at(seconds));
        checkpoint.put(line).unwrap();
    }
    assert_eq!(checkpoint.note().signatures().len(), 2);
    let verified = checkpoint.note().verified_by(witness.verifier()).unwrap();
    assert_eq!(verified.unwrap().at, Some(at(NOON + 60)));
}

#[test]
fn a_cosignature_is_bound_to_its_time_and_kind() {
    let witness = witness();
    let mut checkpoint = signed(3);
    let line = witness.cosign(checkpoint.checkpoint(), at(NOON));
    checkpoint.put(line).unwrap();
    for other in strange::flipped(&checkpoint.to_string()) {
        let Ok(note) = Note::parse(&other) else {
            continue;
        };
        if let Ok(Some(_)) = note.verified_by(witness.verifier()) {
            // Only the line of the log may have changed.
            assert_eq!(note.text(), checkpoint.note().text());
            assert_eq!(note.signatures()[1], checkpoint.note().signatures()[1]);
        }
    }
    // The same secret under the same name signs as a log what is no cosignature.
    let as_log = log_key(crate::people::WITNESS, 2);
    assert_ne!(as_log.verifier().id(), witness.verifier().id());
    assert_eq!(
        as_log.verifier().public_bytes(),
        witness.verifier().public_bytes()
    );
    assert_eq!(checkpoint.note().verified_by(as_log.verifier()), Ok(None));
    let elsewhere = witness_key("elsewhere.example", 2);
    assert_eq!(
        checkpoint.note().verified_by(elsewhere.verifier()),
        Ok(None)
    );
}

#[test]
fn a_text_that_no_note_can_hold_is_not_signed() {
    for text in ["", "no end", "tab\t\n"] {
        assert!(Note::sign(text.to_owned(), &log()).is_err(), "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_text_is_read_back(lines in prop::collection::vec("[^\\x00-\\x1f]{0,20}", 1..6)) {
        let text = format!("{}\n", lines.join("\n"));
        let note = Note::sign(text, &log()).unwrap();
        prop_assert_eq!(Note::parse(&note.to_string()).unwrap(), note);
    }

    #[test]
    fn whatever_is_read_as_a_note_is_written_so(text in "[a-c\n]{0,6}\n\n?(\u{2014} [ab+]{0,2} [AB=]{0,9}\n?){0,3}") {
        if let Ok(note) = Note::parse(&text) {
            prop_assert_eq!(note.to_string(), text);
        }
    }
}
