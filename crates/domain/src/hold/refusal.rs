//! Why a command on a hold is refused, and why a hold stands against another command.

use jiff::civil::Date;

use crate::{NominationId, hold::HoldGround};

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
    }
}
