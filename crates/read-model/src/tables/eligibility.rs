//! Which units may nominate.

table! {
    /// Table `eligibility_v1`: one row per campaign, kind of nominee and unit considered, kept by
    /// the projection `eligibility`.
    EligibilityTable = "eligibility_v1";
    /// Whether a unit may nominate, and why.
    EligibilityRow {
        /// Campaign, kind and unit, `HQ-CCHC-2024/individual/tu-phap`.
        Eligibility eligibility,
        /// The campaign.
        Campaign campaign: String,
        /// `collective` or `individual`.
        Kind kind: String,
        /// The unit.
        Unit unit: String,
        /// Whether it may nominate.
        IsEligible is_eligible: bool,
        /// Why, in the word of the domain.
        ReasonCode reason_code: String,
        /// Position of the last event that changed the row.
        Position position: u64,
    }
}
