//! Why a command on a presentation is refused.

use crate::{CouncilSessionId, NominationId, NomineeKind, PresentationId};

refusals! {
    /// Reasons against a command on a presentation, each with its facts.
    pub enum Refusal {
        /// There is no such presentation.
        #[error("there is no presentation {presentation}")]
        Absent {
            /// The presentation.
            presentation: PresentationId,
        } = "presentation_absent",
        /// A presentation with this number is made already, with other content.
        #[error("{presentation} is presented already")]
        AlreadyPresented {
            /// The presentation.
            presentation: PresentationId,
        } = "presentation_made",
        /// The minutes of the session must be signed first.
        #[error("the minutes of {session} are not signed")]
        MinutesNotSigned {
            /// The session.
            session: CouncilSessionId,
        } = "council_minutes_missing",
        /// This session did not approve it.
        #[error("the session {session} did not approve {nomination}")]
        ApprovedElsewhere {
            /// The nomination.
            nomination: NominationId,
            /// The session.
            session: CouncilSessionId,
        } = "approved_in_another_session",
        /// More would be approved than the plan has places (plan III.1.b, INV-24).
        #[error("{asked} of kind {kind} are asked for, {taken} of {quota} places are taken")]
        PlacesExceeded {
            /// For whom.
            kind: NomineeKind,
            /// Places of the plan.
            quota: u32,
            /// Approved and consumed.
            taken: u32,
            /// Asked for.
            asked: u32,
        } = "places_exceeded",
        /// The Office checks a presentation before the Chairman decides.
        #[error("{presentation} is not checked")]
        NotChecked {
            /// The presentation.
            presentation: PresentationId,
        } = "presentation_not_checked",
        /// The Office sent it back.
        #[error("{presentation} was sent back")]
        Returned {
            /// The presentation.
            presentation: PresentationId,
        } = "presentation_returned",
        /// The Chairman sent the case back for something else than an answer.
        #[error("nothing is asked about {nomination}")]
        NothingAsked {
            /// The nomination.
            nomination: NominationId,
        } = "chairman_asked_nothing",
        /// The nomination does not lie before the Chairman.
        #[error("{nomination} is not presented")]
        NotPresented {
            /// The nomination.
            nomination: NominationId,
        } = "not_presented",
        /// The Chairman decided otherwise.
        #[error("{presentation} is decided already")]
        AlreadyDecided {
            /// The presentation.
            presentation: PresentationId,
        } = "presentation_decided",
    }
}
