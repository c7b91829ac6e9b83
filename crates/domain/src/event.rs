//! All events and all states, by stream.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Origin, StreamKind};

macro_rules! aggregates {
    ($($(#[$doc:meta])+ $name:ident => $module:ident),+ $(,)?) => {
        /// Something that happened, in one of the streams.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Event { $($(#[$doc])+ $name(crate::$module::Event)),+ }

        /// What a decision needs to know of a stream.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum State { $($(#[$doc])+ $name(crate::$module::State)),+ }

        impl Event {
            /// The kind of stream this event belongs to.
            #[must_use]
            pub fn kind(&self) -> StreamKind {
                match self { $(Self::$name(_) => StreamKind::$name),+ }
            }
        }

        impl State {
            /// The state of a stream without events.
            #[must_use]
            pub fn initial(kind: StreamKind) -> Self {
                match kind { $(StreamKind::$name => Self::$name(Default::default())),+ }
            }

            /// What the stream looks like after this event. Never fails and never judges: history
            /// happened. An event of another kind of stream changes nothing.
            #[must_use]
            pub fn evolve(self, event: &Event, origin: &Origin) -> Self {
                match (self, event) {
                    $((Self::$name(state), Event::$name(event)) => {
                        Self::$name(crate::$module::evolve(state, event, origin))
                    })+
                    (state, $(Event::$name(_))|+) => state,
                }
            }
        }

        $(impl From<crate::$module::Event> for Event {
            fn from(event: crate::$module::Event) -> Self {
                Self::$name(event)
            }
        })+
    };
}

aggregates! {
    /// The directory.
    Org => org,
    /// The law.
    LegalBasis => legal_basis,
    /// The campaign.
    Campaign => campaign,
    /// The quota.
    Quota => quota,
    /// Slots of a unit or group.
    Slot => slot,
    /// Who claimed a nominee.
    Claim => claim,
    /// Codes in order.
    Codes => codes,
    /// Facts of a year.
    Fact => fact,
    /// What is being verified about a subject.
    Hold => hold,
    /// A nomination.
    Nomination => nomination,
    /// A unit's meeting.
    UnitSession => unit_session,
    /// A unit's submission.
    Submission => submission,
    /// A session of the Council.
    CouncilSession => council_session,
    /// A presentation to the Chairman.
    Presentation => presentation,
    /// A decision.
    Decision => decision,
    /// Numbers of a series.
    NumberRegister => number_register,
    /// Feedback of a unit.
    Feedback => feedback,
    /// A complaint, denunciation or petition.
    Complaint => complaint,
    /// What a timer told, and whom.
    Timer => timer,
    /// A certificate of merit.
    Certificate => certificate,
    /// Prize money.
    Payout => payout,
    /// The reward fund.
    Fund => fund,
    /// Publicity.
    Publicity => publicity,
    /// A conference.
    Conference => conference,
    /// A sealing key.
    Privacy => privacy,
}
