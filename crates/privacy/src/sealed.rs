//! A sealed value as it lies in an event.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Map, Value, json};
use thiserror::Error;

use crate::{
    cipher,
    limits::{BOX_BYTES_MAX, FIELD_CLASS_BYTES_MAX, VALUE_ID_BYTES},
};
use khen_ambient::Chance;

/// The class of data that a field belongs to, for example `person_name`.
///
/// Starts with a lower-case ASCII letter; then such letters, digits and `_`; at most
/// [`FIELD_CLASS_BYTES_MAX`] bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldClass(String);

impl FieldClass {
    /// # Errors
    /// [`SealedShapeError::Class`] unless the text is the name of a class.
    pub fn parse(text: &str) -> Result<Self, SealedShapeError> {
        let belongs = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        let is_class = text.len() <= FIELD_CLASS_BYTES_MAX
            && text.starts_with(|first: char| first.is_ascii_lowercase())
            && text.bytes().all(belongs);
        if is_class {
            Ok(Self(text.to_owned()))
        } else {
            Err(SealedShapeError::Class)
        }
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The random id of one sealed value; 32 lower-case hexadecimal digits on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueId([u8; VALUE_ID_BYTES]);

impl ValueId {
    /// A fresh id.
    #[must_use]
    pub fn random(chance: &dyn Chance) -> Self {
        Self(chance.bytes())
    }

    /// The id with these bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; VALUE_ID_BYTES]) -> Self {
        Self(bytes)
    }

    /// The bytes of the id.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; VALUE_ID_BYTES] {
        &self.0
    }

    fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; VALUE_ID_BYTES];
        hex::decode_to_slice(text, &mut bytes).ok()?;
        // Hexadecimal has two cases and the wire has one: only what writes back the same is read.
        (hex::encode(bytes) == text).then_some(Self(bytes))
    }
}

/// How a reader of the event finds the value's owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OwnerWord {
    /// The stream that the event lies in is the owner.
    Stream,
    /// The event's `nominee_ref` leads to the owner.
    Nominee,
}

impl OwnerWord {
    /// The word on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stream => "stream",
            Self::Nominee => "nominee",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::Stream, Self::Nominee]
            .into_iter()
            .find(|word| word.as_str() == text)
    }
}

/// One personal value, sealed. Its JSON form is
/// `{"box":"<base64>","class":"person_name","id":"<32 hex>","owner":"stream"}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedValue {
    pub(crate) content: Vec<u8>,
    pub(crate) class: FieldClass,
    pub(crate) id: ValueId,
    pub(crate) owner: OwnerWord,
}

/// The JSON is not a sealed value. What it held is not repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SealedShapeError {
    /// Not an object of exactly the four members, all of them strings.
    #[error("a sealed value has the members `box`, `class`, `id` and `owner`, all strings")]
    Members,
    /// `box` is not padded base64 of a length that a box can have.
    #[error("the box of a sealed value is padded base64 within the limit")]
    Box,
    /// `class` is not the name of a class.
    #[error("a class is lower-case letters, digits and `_`, at most {FIELD_CLASS_BYTES_MAX} bytes")]
    Class,
    /// `id` is not 32 lower-case hexadecimal digits.
    #[error("the id of a sealed value is 32 lower-case hexadecimal digits")]
    Id,
    /// `owner` is not a known word.
    #[error("the owner of a sealed value is `stream` or `nominee`")]
    Owner,
}

impl SealedValue {
    /// # Errors
    /// [`SealedShapeError`] names the first member that is not as [`Self::to_json`] writes it.
    pub fn parse(value: &Value) -> Result<Self, SealedShapeError> {
        let members = value
            .as_object()
            .filter(|members| members.len() == 4)
            .ok_or(SealedShapeError::Members)?;
        let content = STANDARD
            .decode(text(members, "box")?)
            .map_err(|_| SealedShapeError::Box)?;
        if !(cipher::OVERHEAD_BYTES..=BOX_BYTES_MAX).contains(&content.len()) {
            return Err(SealedShapeError::Box);
        }
        Ok(Self {
            content,
            class: FieldClass::parse(text(members, "class")?)?,
            id: ValueId::parse(text(members, "id")?).ok_or(SealedShapeError::Id)?,
            owner: OwnerWord::parse(text(members, "owner")?).ok_or(SealedShapeError::Owner)?,
        })
    }

    /// The form that lies in an event.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({
            "box": STANDARD.encode(&self.content),
            "class": self.class.as_str(),
            "id": hex::encode(self.id.as_bytes()),
            "owner": self.owner.as_str(),
        })
    }

    /// The class of the field.
    #[must_use]
    pub fn class(&self) -> &FieldClass {
        &self.class
    }

    /// The value's id.
    #[must_use]
    pub fn id(&self) -> ValueId {
        self.id
    }

    /// How the owner is found.
    #[must_use]
    pub fn owner(&self) -> OwnerWord {
        self.owner
    }
}

fn text<'a>(members: &'a Map<String, Value>, name: &str) -> Result<&'a str, SealedShapeError> {
    members
        .get(name)
        .and_then(Value::as_str)
        .ok_or(SealedShapeError::Members)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sample() -> Value {
        json!({
            "box": STANDARD.encode([5; 48]),
            "class": "person_name",
            "id": "00112233445566778899aabbccddeeff",
            "owner": "nominee",
        })
    }

    proptest! {
        #[test]
        fn json_reads_back(
            content in proptest::collection::vec(any::<u8>(), 40..200),
            class in "[a-z][a-z0-9_]{0,63}",
            id: [u8; 16],
            is_nominee: bool,
        ) {
            let sealed = SealedValue {
                content,
                class: FieldClass::parse(&class).unwrap(),
                id: ValueId(id),
                owner: if is_nominee { OwnerWord::Nominee } else { OwnerWord::Stream },
            };
            prop_assert_eq!(SealedValue::parse(&sealed.to_json()), Ok(sealed));
        }
    }

    #[test]
    fn every_member_is_checked() {
        assert_eq!(SealedValue::parse(&sample()).unwrap().to_json(), sample());
        let short = STANDARD.encode([5; 39]);
        let unpadded = STANDARD.encode([5; 48 + 1]).replace('=', "");
        let long = STANDARD.encode(vec![5; BOX_BYTES_MAX + 1]);
        let long_class = "a".repeat(FIELD_CLASS_BYTES_MAX + 1);
        for (member, wrong, error) in [
            ("box", json!(short), SealedShapeError::Box),
            ("box", json!(unpadded), SealedShapeError::Box),
            ("box", json!(long), SealedShapeError::Box),
            ("box", json!(null), SealedShapeError::Members),
            ("class", json!("Person"), SealedShapeError::Class),
            ("class", json!("1st"), SealedShapeError::Class),
            ("class", json!(""), SealedShapeError::Class),
            ("class", json!(long_class), SealedShapeError::Class),
            (
                "id",
                json!("00112233445566778899AABBCCDDEEFF"),
                SealedShapeError::Id,
            ),
            ("id", json!("0011"), SealedShapeError::Id),
            ("owner", json!("person"), SealedShapeError::Owner),
            ("owner", json!(1), SealedShapeError::Members),
            ("salt", json!("more"), SealedShapeError::Members),
        ] {
            let mut value = sample();
            value[member] = wrong.clone();
            assert_eq!(SealedValue::parse(&value), Err(error), "{member} {wrong}");
        }
        let mut incomplete = sample();
        incomplete.as_object_mut().unwrap().remove("id");
        for wrong in [incomplete, json!("text"), json!([])] {
            assert_eq!(SealedValue::parse(&wrong), Err(SealedShapeError::Members));
        }
    }
}
