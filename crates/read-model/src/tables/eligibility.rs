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
        /// Tasks of the yearly plan that were done; missing without a result.
        PlannedDone planned_done: Option<u64>,
        /// Tasks of the yearly plan.
        PlannedTotal planned_total: Option<u64>,
        /// Tasks committed to the Chairman that were done.
        CommittedDone committed_done: Option<u64>,
        /// Tasks committed to the Chairman.
        CommittedTotal committed_total: Option<u64>,
        /// The score, in basis points of its scale.
        ScoreBp score_bp: Option<u64>,
        /// The score of the year before.
        PriorScoreBp prior_score_bp: Option<u64>,
        /// Whether these figures are `provisional` or `final`.
        FactStatus fact_status: Option<String>,
        /// Position of the last event that changed the row.
        Position position: u64,
    }
}
