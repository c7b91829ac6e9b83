//! The canonical form of JSON (RFC 8785), narrowed to what a ledger may hold.
//!
//! No floats: money is whole đồng, ratios are text or basis points. Integers are those that every
//! reader of JSON keeps exactly, within ±(2^53 − 1).
//! Strings and keys are in Unicode normalisation form C. The form sorts keys itself (by UTF-16
//! code units, RFC 8785 section 3.2.3), whatever the JSON library does.

use serde_json::Value;
use thiserror::Error;
use unicode_normalization::is_nfc;

use crate::limits::CANONICAL_INTEGER_MAX;

/// A value that has no canonical form here.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CanonicalError {
    /// A number with a fraction or an exponent.
    #[error("the number {number} is not an integer")]
    Float {
        /// The number as written.
        number: String,
    },
    /// An integer that a reader of JSON may not keep exactly.
    #[error("the integer {number} is not within 2^53")]
    IntegerTooLarge {
        /// The number as written.
        number: String,
    },
    /// Text outside normalisation form C. The text itself may be personal and is not repeated.
    #[error("a string is not in Unicode normalisation form C")]
    NotNormalised,
}

/// The canonical bytes of `value`.
///
/// # Errors
/// [`CanonicalError`] names the first value that has no canonical form.
pub fn canonical(value: &Value) -> Result<Vec<u8>, CanonicalError> {
    let mut bytes = Vec::with_capacity(512);
    write_value(value, &mut bytes)?;
    Ok(bytes)
}

fn write_value(value: &Value, out: &mut Vec<u8>) -> Result<(), CanonicalError> {
    match value {
        Value::Null => out.extend_from_slice(b"null"),
        Value::Bool(true) => out.extend_from_slice(b"true"),
        Value::Bool(false) => out.extend_from_slice(b"false"),
        Value::Number(number) => write_number(number, out)?,
        Value::String(text) => write_string(text, out)?,
        Value::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(b',');
                }
                write_value(item, out)?;
            }
            out.push(b']');
        }
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
            out.push(b'{');
            for (index, (key, member)) in members.into_iter().enumerate() {
                if index > 0 {
                    out.push(b',');
                }
                write_string(key, out)?;
                out.push(b':');
                write_value(member, out)?;
            }
            out.push(b'}');
        }
    }
    Ok(())
}

/// Writes the integer itself, never the text it came as: `-0` is no integer of its own.
fn write_number(number: &serde_json::Number, out: &mut Vec<u8>) -> Result<(), CanonicalError> {
    let (sign, magnitude) = match (number.as_u64(), number.as_i64()) {
        (Some(magnitude), _) => ("", magnitude),
        (None, Some(below_zero)) => ("-", below_zero.unsigned_abs()),
        (None, None) => {
            return Err(CanonicalError::Float {
                number: number.to_string(),
            });
        }
    };
    if magnitude > CANONICAL_INTEGER_MAX {
        return Err(CanonicalError::IntegerTooLarge {
            number: number.to_string(),
        });
    }
    out.extend_from_slice(sign.as_bytes());
    out.extend_from_slice(magnitude.to_string().as_bytes());
    Ok(())
}

/// Escapes as RFC 8785 section 3.2.2.2: the two-character forms where they exist, `\u00xx` in
/// lower case for other control characters, everything else as it is.
pub(crate) fn write_string(text: &str, out: &mut Vec<u8>) -> Result<(), CanonicalError> {
    // Text of ASCII alone is in every normalisation form.
    if !text.is_ascii() && !is_nfc(text) {
        return Err(CanonicalError::NotNormalised);
    }
    out.push(b'"');
    // Every byte is looked at, which takes less time than stopping at the first.
    let is_plain = text
        .bytes()
        .fold(true, |is_plain, byte| is_plain & is_written_as_it_is(byte));
    if is_plain {
        out.extend_from_slice(text.as_bytes());
    } else {
        write_escaped(text, out);
    }
    out.push(b'"');
    Ok(())
}

fn is_written_as_it_is(byte: u8) -> bool {
    !matches!(byte, 0..=0x1f | b'"' | b'\\')
}

fn write_escaped(text: &str, out: &mut Vec<u8>) {
    for byte in text.bytes() {
        match byte {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            0x08 => out.extend_from_slice(b"\\b"),
            b'\t' => out.extend_from_slice(b"\\t"),
            b'\n' => out.extend_from_slice(b"\\n"),
            0x0c => out.extend_from_slice(b"\\f"),
            b'\r' => out.extend_from_slice(b"\\r"),
            0x00..=0x1f => out.extend_from_slice(format!("\\u{byte:04x}").as_bytes()),
            _ => out.push(byte),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn text(value: &Value) -> String {
        String::from_utf8(canonical(value).unwrap()).unwrap()
    }

    #[test]
    fn keys_are_sorted_by_utf16_code_units() {
        // U+1F600 is a surrogate pair (d83d …) and sorts before U+FB33, unlike by code point.
        let value = json!({"\u{fb33}": 1, "\u{1f600}": 2, "a": {"c": 1, "b": 2}, "\u{20ac}": 3});
        // U+FB33 decomposes under NFC, so the rule is shown with U+FF21 instead.
        assert_eq!(canonical(&value), Err(CanonicalError::NotNormalised));
        let value = json!({"\u{ff21}": 1, "\u{1f600}": 2, "a": {"c": 1, "b": 2}, "\u{20ac}": 3});
        assert_eq!(
            text(&value),
            "{\"a\":{\"b\":2,\"c\":1},\"\u{20ac}\":3,\"\u{1f600}\":2,\"\u{ff21}\":1}"
        );
    }

    #[test]
    fn escapes_are_the_shortest_that_rfc_8785_allows() {
        let value = json!("\u{8}\t\n\u{c}\r\"\\/\u{1f}\u{7f}Hớn Quản");
        assert_eq!(
            text(&value),
            "\"\\b\\t\\n\\f\\r\\\"\\\\/\\u001f\u{7f}Hớn Quản\""
        );
    }

    #[test]
    fn floats_and_large_integers_have_no_canonical_form() {
        assert!(matches!(
            canonical(&json!(0.5)),
            Err(CanonicalError::Float { .. })
        ));
        assert_eq!(text(&json!(9_007_199_254_740_991_u64)), "9007199254740991");
        assert_eq!(
            text(&json!(-9_007_199_254_740_991_i64)),
            "-9007199254740991"
        );
        for beyond in [
            json!(9_007_199_254_740_992_u64),
            json!(-9_007_199_254_740_992_i64),
            json!(u64::MAX),
            json!(i64::MIN),
        ] {
            assert!(matches!(
                canonical(&beyond),
                Err(CanonicalError::IntegerTooLarge { .. })
            ));
        }
    }

    #[test]
    fn a_fraction_an_exponent_and_a_negative_zero_are_no_integers() {
        for number in ["1.0", "1e2", "-0.0"] {
            let value: Value = serde_json::from_str(number).unwrap();
            assert!(matches!(
                canonical(&value),
                Err(CanonicalError::Float { .. })
            ));
        }
        // Some builds of the JSON library read `-0` as a float, some as zero; none may write it.
        let value: Value = serde_json::from_str("-0").unwrap();
        assert!(canonical(&value).map_or(true, |bytes| bytes == b"0"));
    }

    #[test]
    fn decomposed_text_is_refused() {
        assert_eq!(
            canonical(&json!("Ho\u{31b}\u{301}n")),
            Err(CanonicalError::NotNormalised)
        );
    }

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            (-1_000_000_i64..1_000_000).prop_map(Value::from),
            "[ -~]{0,12}".prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map("[a-z\\\\\"]{0,6}", inner, 0..4)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn the_canonical_form_means_the_same_and_is_stable(value in any_value()) {
            let bytes = canonical(&value).unwrap();
            let again: Value = serde_json::from_slice(&bytes).unwrap();
            prop_assert_eq!(&again, &value);
            prop_assert_eq!(canonical(&again).unwrap(), bytes);
        }
    }
}
