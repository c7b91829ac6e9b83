//! Slots of units and groups.

table! {
    /// Table `slot_v1`: one row per unit or group that was ever given slots, kept by the projection
    /// `slot`. Slots taken are counted over nominations.
    SlotTable = "slot_v1";
    /// The slots of a unit or group (suất).
    SlotRow {
        /// The name of its stream.
        Slot slot,
        /// The campaign.
        Campaign campaign: String,
        /// `collective` or `individual`.
        Kind kind: String,
        /// `unit` or `group`.
        HolderKind holder_kind: String,
        /// The unit or group.
        Holder holder: String,
        /// How many were given, in all.
        Granted granted: u64,
        /// Position of the last event that changed the row.
        Position position: u64,
    }
}
