//! Public keys as they are written down.

use khen_audit::{KeyKind, KeyName, VerifierKey, VerifierKeyError};

use crate::{
    people::{log, witness},
    strange,
};

#[test]
fn a_key_is_read_from_its_vkey() {
    for (key, kind) in [
        (log().verifier(), KeyKind::Note),
        (witness().verifier(), KeyKind::Cosignature),
    ] {
        assert_eq!(VerifierKey::parse(&key.to_string()).as_ref(), Ok(key));
        assert_eq!(key.kind(), kind);
    }
}

#[test]
fn any_changed_character_of_a_vkey_is_found() {
    for key in [
        log().verifier().to_string(),
        witness().verifier().to_string(),
    ] {
        for other in strange::flipped(&key) {
            assert!(VerifierKey::parse(&other).is_err(), "{other}");
        }
    }
}

#[test]
fn a_vkey_is_written_in_one_way() {
    let vkey = log().verifier().to_string();
    let (name, rest) = vkey.split_once('+').unwrap();
    let (id, key) = rest.split_once('+').unwrap();
    let parse = |name: &str, id: &str, key: &str| VerifierKey::parse(&format!("{name}+{id}+{key}"));
    assert!(parse(name, id, key).is_ok());
    assert_eq!(VerifierKey::parse(name), Err(VerifierKeyError::Shape));
    assert_eq!(
        VerifierKey::parse(&format!("{name}+{id}")),
        Err(VerifierKeyError::Shape)
    );
    assert!(matches!(parse("", id, key), Err(VerifierKeyError::Name(_))));
    assert!(matches!(
        parse("hớn quản", id, key),
        Err(VerifierKeyError::Name(_))
    ));
    for id in [
        "",
        "1",
        "00000000000",
        "+1234567",
        "0xabcdef",
        &id.to_uppercase(),
    ] {
        assert_eq!(
            parse(name, id, key).unwrap_err(),
            VerifierKeyError::Id,
            "{id}"
        );
    }
    assert_eq!(parse(name, id, &key[1..]), Err(VerifierKeyError::Base64));
    assert_eq!(
        parse(name, id, &format!("{key}\n")),
        Err(VerifierKeyError::Base64)
    );
    assert_eq!(parse(name, id, ""), Err(VerifierKeyError::Key));
    assert_eq!(parse(name, id, "AQAA"), Err(VerifierKeyError::Key));
    assert_eq!(
        parse(name, id, "BgAA"),
        Err(VerifierKeyError::Kind { byte: 6 })
    );
}

#[test]
fn a_key_under_another_name_is_not_that_key() {
    let vkey = log().verifier().to_string();
    let renamed = vkey.replacen("hon-quan", "loc-ninh", 1);
    assert!(matches!(
        VerifierKey::parse(&renamed),
        Err(VerifierKeyError::OtherId { .. })
    ));
}

/// The neutral element of the curve would verify for every text.
#[test]
fn a_point_of_small_order_is_no_key() {
    let mut key = [0; 33];
    (key[0], key[1]) = (1, 1);
    let text = {
        use base64::{Engine, engine::general_purpose::STANDARD};
        format!("x+00000000+{}", STANDARD.encode(key))
    };
    assert_eq!(VerifierKey::parse(&text), Err(VerifierKeyError::Key));
}

#[test]
fn what_is_shown_of_a_secret_key_is_public() {
    let (log, witness) = (log(), witness());
    assert_eq!(
        format!("{log:?}"),
        format!("SigningKey({})", log.verifier())
    );
    assert_eq!(
        format!("{witness:?}"),
        format!("CosigningKey({})", witness.verifier())
    );
    assert!(KeyName::parse(log.verifier().name().as_str()).is_ok());
}
