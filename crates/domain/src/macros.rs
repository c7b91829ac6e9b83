//! Forms that would differ in nothing but the names.

/// Declares an aggregate's refusals: an enum whose variants each have a stable code.
///
/// The code is the tag of the serialised form, the key of the words in `texts`, and the `code` of
/// a problem over HTTP; the fields are the facts that a person is told.
macro_rules! refusals {
    (
        $(#[$doc:meta])+
        pub enum Refusal {
            $(
                $(#[$meta:meta])+
                $name:ident { $($(#[$field_doc:meta])* $field:ident : $kind:ty),* $(,)? } = $code:literal
            ),+ $(,)?
        }
    ) => {
        $(#[$doc])+
        #[derive(
            Debug, Clone, PartialEq, Eq, thiserror::Error, serde::Serialize, schemars::JsonSchema,
        )]
        #[serde(tag = "code")]
        pub enum Refusal {
            $(
                $(#[$meta])+
                #[serde(rename = $code)]
                $name { $($(#[$field_doc])* $field: $kind),* },
            )+
        }

        impl Refusal {
            /// Codes of all refusals here.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The stable code of this refusal.
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self { $(Self::$name { .. } => $code),+ }
            }
        }
    };
}
