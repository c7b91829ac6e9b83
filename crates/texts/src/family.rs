//! Families of messages that are asked for by name, each with the facts that it may tell.

use serde_json::{Map, Value};

use crate::{Facts, Language, Texts, facts};

/// An enumeration of messages: name, slug, facts.
macro_rules! lines {
    (
        $(#[$family_doc:meta])+ $family:ident;
        $($(#[$doc:meta])+ $name:ident = $slug:literal { $($fact:ident),* $(,)? }),+ $(,)?
    ) => {
        $(#[$family_doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $family { $($(#[$doc])+ $name),+ }

        impl $family {
            /// Everything that can be said.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The slug.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $slug),+ }
            }

            /// The facts that its words may name.
            #[cfg(test)]
            pub(crate) fn fact_names(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$(stringify!($fact)),*]),+ }
            }
        }
    };
}

pub(crate) use lines;

impl Texts {
    /// The message with these facts.
    pub(crate) fn member(
        &self,
        language: Language,
        message: &str,
        facts: &Map<String, Value>,
    ) -> String {
        let catalogue = self.catalogue(language);
        let facts = facts::readable(catalogue, &Facts::default(), facts);
        catalogue.text(message, None, &facts)
    }
}
