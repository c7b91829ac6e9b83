//! Why a command on the waitlists is refused.

use crate::{Moment, NominationId};

refusals! {
    /// Reasons against a command on the waitlists, each with its facts.
    pub enum Refusal {
        /// A promotion follows the recorded ranking (4.7).
        #[error("{nomination} is on no ranking")]
        NotRanked {
            /// The nomination.
            nomination: NominationId,
        } = "waiting_unranked",
        /// Somebody ranked before waits too, and nothing is being verified about them.
        #[error("{next} is next, before {nomination}")]
        OutOfRank {
            /// The nomination named.
            nomination: NominationId,
            /// Who is next in rank.
            next: NominationId,
        } = "promoted_out_of_rank",
        /// It was promoted with another time.
        #[error("{nomination} is promoted already, with another time")]
        PromotedOtherwise {
            /// The nomination.
            nomination: NominationId,
            /// Until when it may be sent; missing where the deadline holds.
            #[serde(skip_serializing_if = "Option::is_none")]
            due: Option<Moment>,
        } = "promoted_otherwise",
        /// The time for a promoted dossier has passed already.
        #[error("{due} has passed already")]
        DueBehind {
            /// The time.
            due: Moment,
        } = "promotion_due_behind",
        /// A ranking for the Council names cases of one kind.
        #[error("{nomination} is of the other kind, or of another campaign")]
        NotOfKind {
            /// The nomination.
            nomination: NominationId,
        } = "ranked_other_kind",
        /// A ranking for the Council leaves out nobody who shares the places.
        #[error("the ranking leaves out {missing:?}")]
        Incomplete {
            /// Who is left out.
            missing: Vec<NominationId>,
        } = "council_ranking_incomplete",
    }
}
