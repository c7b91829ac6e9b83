//! Why a command on a hold is refused, and why a hold stands against another command.

use jiff::civil::Date;

use crate::{
    NominationId,
    hold::{HoldGround, HoldOutcome},
};

refusals! {
    /// Reasons around holds, each with its facts.
    pub enum Refusal {
        /// Something is being verified about the nominee (INV-16).
        #[error("{nomination} is held: {ground:?}, to be looked at again by {review_by}")]
        Held {
            /// The nomination.
            nomination: NominationId,
            /// Why.
            ground: HoldGround,
            /// By when it is looked at again.
            review_by: Date,
        } = "held",
        /// The subject has no such hold.
        #[error("there is no hold {hold} of this subject")]
        Absent {
            /// Number of the hold.
            hold: u32,
        } = "hold_absent",
        /// Holds of a subject are numbered in order.
        #[error("hold {hold} is out of order: the next is {next}")]
        OutOfOrder {
            /// The number named.
            hold: u32,
            /// The number that comes next.
            next: u32,
        } = "hold_out_of_order",
        /// The hold is placed already, with other content.
        #[error("hold {hold} is placed already, with other content")]
        PlacedOtherwise {
            /// Number of the hold.
            hold: u32,
        } = "hold_placed_otherwise",
        /// A hold rests on a verifying body and a document (domain section 2).
        #[error("hold {hold} names no verifying body or no document")]
        Unfounded {
            /// Number of the hold.
            hold: u32,
        } = "hold_unfounded",
        /// The day of the next look at it does not lie ahead.
        #[error("{review_by} does not lie ahead")]
        ReviewNotAhead {
            /// The day.
            review_by: Date,
        } = "hold_review_not_ahead",
        /// The hold is lifted already.
        #[error("hold {hold} is lifted: {outcome:?}")]
        Lifted {
            /// Number of the hold.
            hold: u32,
            /// How the verification ended.
            outcome: HoldOutcome,
        } = "hold_lifted",
        /// The first person asked for another outcome.
        #[error("hold {hold} is asked to be lifted as {outcome:?}")]
        LiftedOtherwise {
            /// Number of the hold.
            hold: u32,
            /// The outcome that the first person named.
            outcome: HoldOutcome,
        } = "hold_lifted_otherwise",
    }
}
