//! Checkpoints as they are written down.

use proptest::prelude::*;

use khen_audit::{
    Checkpoint, CheckpointError, Hash, KeyName, Origin, PosixTime, SignedCheckpoint, TreeHead,
};

use crate::{
    people::{ORIGIN, checkpoint, log, signed, tree},
    strange,
};

const ROOT: &str = "LBrNZYJwLUvPA8xQo3iHJUQsalkWjVXitXyoK+RwH1E=";

fn wrong(text: &str) -> CheckpointError {
    Checkpoint::parse(text).unwrap_err()
}

#[test]
fn a_size_has_no_leading_zero_and_no_sign() {
    let with_size = |size: &str| format!("{ORIGIN}\n{size}\n{ROOT}\n");
    assert_eq!(Checkpoint::parse(&with_size("0")).unwrap().tree().size, 0);
    assert_eq!(
        Checkpoint::parse(&with_size("18446744073709551615"))
            .unwrap()
            .tree()
            .size,
        u64::MAX
    );
    for size in [
        "05",
        "00",
        "+5",
        "-5",
        "5 ",
        " 5",
        "5.0",
        "0x5",
        "18446744073709551616",
    ] {
        assert_eq!(wrong(&with_size(size)), CheckpointError::Size, "{size}");
    }
}

#[test]
fn a_checkpoint_has_one_form() {
    let whole = format!("{ORIGIN}\n5\n{ROOT}\n");
    assert!(Checkpoint::parse(&whole).is_ok());
    assert_eq!(wrong(""), CheckpointError::Shape);
    assert_eq!(wrong(whole.trim_end()), CheckpointError::Shape);
    assert_eq!(wrong(&format!("{whole}\n")), CheckpointError::Shape);
    assert_eq!(wrong(&format!("\n5\n{ROOT}\n")), CheckpointError::Shape);
    assert_eq!(wrong(&format!("{ORIGIN}\n5\n")), CheckpointError::Shape);
    assert_eq!(
        wrong(&whole.replace('\n', "\r\n")),
        CheckpointError::Control
    );
    for root in [
        &ROOT[1..],
        &ROOT.replace('=', ""),
        &strange::with_stray_bits(ROOT),
        &ROOT.replace('+', "-"),
    ] {
        let text = format!("{ORIGIN}\n5\n{root}\n");
        assert!(matches!(wrong(&text), CheckpointError::Root(_)), "{root}");
    }
}

#[test]
fn lines_that_a_log_added_are_kept_and_signed() {
    let text = format!("{ORIGIN}\n5\n{ROOT}\nadded\nlines\n");
    let read = Checkpoint::parse(&text).unwrap();
    assert_eq!(read.extensions(), ["added", "lines"]);
    assert_eq!(read.to_string(), text);
    let signed = SignedCheckpoint::sign(read, &log()).unwrap();
    let changed = signed.to_string().replace("added", "other");
    let changed = SignedCheckpoint::parse(&changed).unwrap();
    assert!(changed.note().verified_by(log().verifier()).is_err());
}

#[test]
fn a_note_about_something_else_is_no_checkpoint() {
    let text = khen_audit::Note::sign("a\nnote\n".to_owned(), &log())
        .unwrap()
        .to_string();
    assert!(SignedCheckpoint::parse(&text).is_err());
    assert_eq!(
        SignedCheckpoint::parse(&signed(3).to_string()),
        Ok(signed(3))
    );
}

#[test]
fn an_origin_is_a_line() {
    for origin in ["", "two\nlines", "tab\t"] {
        assert!(Origin::parse(origin).is_err(), "{origin:?}");
    }
    // Other logs may be called whatever they like.
    assert!(Origin::parse("Sổ nhật ký + 1").is_ok());
    let name = KeyName::parse(ORIGIN).unwrap();
    assert_eq!(Origin::from(name).as_str(), ORIGIN);
}

#[test]
fn a_time_beyond_63_bits_is_refused() {
    assert!(PosixTime::try_new(1 << 63).is_err());
    assert_eq!(
        PosixTime::try_new((1 << 63) - 1).unwrap().seconds(),
        (1 << 63) - 1
    );
}

proptest! {
    #[test]
    fn every_checkpoint_is_read_back(size: u64, root: [u8; 32]) {
        let one = checkpoint(TreeHead { size, root: Hash(root) });
        prop_assert_eq!(Checkpoint::parse(&one.to_string()), Ok(one));
    }

    #[test]
    fn whatever_is_read_as_a_checkpoint_is_written_so(size in "[0-9+]{0,3}", tail in "[A-Z=\n]{0,5}") {
        let text = format!("{ORIGIN}\n{size}\n{}{tail}\n", tree(1).root);
        if let Ok(one) = Checkpoint::parse(&text) {
            prop_assert_eq!(one.to_string(), text);
        }
    }
}
