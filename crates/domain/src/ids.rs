//! Identifiers. Each is its own type, so that two of the same shape can never be swapped.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Characters of an identifier.
pub const IDENTIFIER_CHARS_MAX: usize = 80;

/// The text is not an identifier.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "an identifier has 1 to {IDENTIFIER_CHARS_MAX} characters of A-Z, a-z, 0-9, `-`, `_` and `.`"
)]
pub struct IdentifierError;

fn checked(text: String) -> Result<String, IdentifierError> {
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let length = text.len();
    if (1..=IDENTIFIER_CHARS_MAX).contains(&length) && text.chars().all(is_allowed) {
        Ok(text)
    } else {
        Err(IdentifierError)
    }
}

macro_rules! identifiers {
    ($($(#[$doc:meta])+ $name:ident),+ $(,)?) => {$(
        $(#[$doc])+
        #[derive(
            Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
        )]
        #[serde(try_from = "String", into = "String")]
        #[schemars(with = "String", extend("pattern" = "^[A-Za-z0-9_.-]{1,80}$"))]
        pub struct $name(String);

        impl $name {
            /// # Errors
            /// [`IdentifierError`] unless the text is an identifier.
            pub fn parse(text: &str) -> Result<Self, IdentifierError> {
                checked(text.to_owned()).map(Self)
            }

            /// The identifier as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdentifierError;

            fn try_from(text: String) -> Result<Self, IdentifierError> {
                checked(text).map(Self)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

identifiers! {
    /// A thematic campaign (phong trào thi đua theo chuyên đề), for example `HQ-CCHC-2024`.
    CampaignId,
    /// A unit (đơn vị), for example `tu-phap`.
    UnitId,
    /// A group of units (khối), for example `agencies`.
    GroupId,
    /// A person: a random id that says nothing about who it is.
    PersonId,
    /// An assignment: a role that a person holds for a time, by a document.
    AssignmentId,
    /// A delegation of the power to sign (giao ký thay, ủy quyền), for example `KT-01-2024`.
    DelegationId,
    /// A nominee within one campaign: dies with the person's key; a unit for a collective.
    NomineeRef,
    /// The subject of facts within one year, or of holds: a unit, or a person by a reference that
    /// dies with the person's key.
    FactSubject,
    /// A legal instrument, for example `ND-98-2023`.
    InstrumentId,
    /// A criterion of the plan, for example `C4x`.
    CriterionCode,
    /// A body that decides, for example `council`.
    BodyId,
}

impl From<&UnitId> for NomineeRef {
    /// A collective (tập thể) is identified by its unit, never by its name (INV-08).
    fn from(unit: &UnitId) -> Self {
        Self(unit.0.clone())
    }
}

impl From<&UnitId> for FactSubject {
    /// Facts of a unit stand under the unit itself.
    fn from(unit: &UnitId) -> Self {
        Self(unit.0.clone())
    }
}
