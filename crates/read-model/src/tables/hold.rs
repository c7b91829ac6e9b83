//! Holds.

use jiff::{Timestamp, civil::Date};

table! {
    /// Table `hold_v1`: one row per hold, lifted ones included, kept by the projection `hold`. The
    /// subject is a unit, or a reference that leads to a person as long as that is not erased.
    HoldTable = "hold_v1";
    /// A matter that is being verified (tạm dừng xem xét).
    HoldRow {
        /// The name of its subject's stream and its number, `hold/thanh-an#1`.
        Hold hold,
        /// Unit, or reference of a person.
        Subject subject: String,
        /// Why, in the word of the domain.
        Ground ground: String,
        /// Who verifies.
        VerifyingBody verifying_body: String,
        /// When it was placed.
        PlacedAt placed_at: Timestamp,
        /// By when it is looked at again.
        ReviewBy review_by: Date,
        /// When it was lifted; missing while it is in force.
        LiftedAt lifted_at: Option<Timestamp>,
        /// How the verification ended, once it is lifted.
        Outcome outcome: Option<String>,
        /// Position of the last event that changed the row.
        Position position: u64,
    }
}
