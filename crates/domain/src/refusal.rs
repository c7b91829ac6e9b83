//! Every reason why a command is refused.

use schemars::JsonSchema;
use serde::Serialize;
use thiserror::Error;

use crate::{
    access, campaign, council_session, decision, fact, legal_basis, lists, nomination,
    nomination::review, org, papers, presentation, quota, submission, unit_session,
};

macro_rules! all_refusals {
    ($($name:ident => $module:ident),+ $(,)?) => {
        /// A reason that a person could quote, with its facts.
        ///
        /// Serialised, it is an object with `code` and the facts as further members.
        #[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, JsonSchema)]
        #[serde(untagged)]
        pub enum Refusal {
            $(
                #[doc = concat!("See [`", stringify!($module), "::Refusal`].")]
                #[error(transparent)]
                $name(#[from] $module::Refusal),
            )+
        }

        impl Refusal {
            /// The stable code.
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self { $(Self::$name(refusal) => refusal.code()),+ }
            }

            /// Codes of all refusals.
            #[must_use]
            pub fn codes() -> Vec<&'static str> {
                [$($module::Refusal::CODES),+].concat()
            }
        }
    };
}

all_refusals! {
    Access => access,
    Lists => lists,
    Papers => papers,
    Org => org,
    LegalBasis => legal_basis,
    Campaign => campaign,
    Quota => quota,
    Fact => fact,
    Nomination => nomination,
    Review => review,
    UnitSession => unit_session,
    Submission => submission,
    CouncilSession => council_session,
    Presentation => presentation,
    Decision => decision,
}
