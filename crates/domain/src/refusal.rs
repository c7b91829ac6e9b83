//! Every reason why a command is refused.

use schemars::JsonSchema;
use serde::Serialize;
use thiserror::Error;

use crate::{
    access, campaign, certificate, complaint, conference, council_session, decision, fact,
    feedback, fund, hold, legal_basis, lists, minutes, nomination, nomination::review, org, papers,
    payout, presentation, publicity, quota, submission, timer, unit_session, waitlist,
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
    Minutes => minutes,
    Org => org,
    LegalBasis => legal_basis,
    Campaign => campaign,
    Quota => quota,
    Fact => fact,
    Hold => hold,
    Nomination => nomination,
    Review => review,
    UnitSession => unit_session,
    Waitlist => waitlist,
    Submission => submission,
    CouncilSession => council_session,
    Presentation => presentation,
    Decision => decision,
    Feedback => feedback,
    Timer => timer,
    Certificate => certificate,
    Payout => payout,
    Fund => fund,
    Publicity => publicity,
    Conference => conference,
    Complaint => complaint,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_code_is_snake_case_and_stands_once_in_the_whole_domain() {
        let codes = Refusal::codes();
        let once: BTreeSet<_> = codes.iter().collect();
        assert_eq!(once.len(), codes.len());
        for code in codes {
            let is_plain = |c: char| c.is_ascii_lowercase() || c == '_';
            assert!(code.chars().all(is_plain), "{code}");
        }
    }

    #[test]
    fn a_refusal_is_written_as_its_code_and_its_facts() {
        let unit = crate::UnitId::parse("tu-phap").expect("an identifier");
        let refusal: Refusal = access::Refusal::OwnUnit { unit }.into();
        assert_eq!(
            serde_json::to_value(&refusal).expect("a refusal is data"),
            serde_json::json!({ "code": "own_unit", "unit": "tu-phap" })
        );
        assert_eq!(refusal.code(), "own_unit");
    }
}
