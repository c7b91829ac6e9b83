//! Quotas.

table! {
    /// Table `quota_v1`: one row per campaign and kind of nominee, kept by the projection `quota`.
    /// Slots stand in `slot_v1`; places are counted over nominations.
    QuotaTable = "quota_v1";
    /// The quota of a kind (số lượng khen thưởng).
    QuotaRow {
        /// Campaign and kind, `HQ-CCHC-2024/individual`.
        Quota quota,
        /// The campaign.
        Campaign campaign: String,
        /// `collective` or `individual`.
        Kind kind: String,
        /// How many may be awarded.
        Places places: u64,
        /// Position of the last event that changed the row.
        Position position: u64,
    }
}
