//! Why a command on the quota is refused.

use crate::{
    NominationId, NomineeKind, UnitId,
    quota::{EligibilityReason, SlotHolder},
};

refusals! {
    /// Reasons against a command on the quota, each with its facts.
    pub enum Refusal {
        /// No quota is set.
        #[error("no quota is set")]
        Absent {} = "quota_absent",
        /// A quota of nothing.
        #[error("the quota gives no place at all")]
        Empty {} = "quota_empty",
        /// Nothing is named.
        #[error("nothing is named")]
        NothingNamed {} = "nothing_named",
        /// A unit is named twice.
        #[error("{unit} is named twice")]
        UnitTwice {
            /// The unit.
            unit: UnitId,
        } = "unit_twice",
        /// A holder is named twice.
        #[error("{holder} is named twice")]
        HolderTwice {
            /// The unit or group.
            holder: SlotHolder,
        } = "slot_holder_twice",
        /// Collectives' slots go to groups, individuals' to units (4.7).
        #[error("{holder} cannot hold slots for a {kind}")]
        WrongHolder {
            /// For whom.
            kind: NomineeKind,
            /// The unit or group.
            holder: SlotHolder,
        } = "wrong_slot_holder",
        /// The unit may not nominate, or is not considered yet.
        #[error("{unit} may not nominate a {kind}")]
        NotEligible {
            /// For whom.
            kind: NomineeKind,
            /// The unit.
            unit: UnitId,
            /// Why; missing if the unit was not considered.
            #[serde(skip_serializing_if = "Option::is_none")]
            reason_code: Option<EligibilityReason>,
        } = "unit_not_eligible",
        /// No unit of the group may nominate.
        #[error("no unit of {holder} may nominate")]
        NobodyEligible {
            /// The group.
            holder: SlotHolder,
        } = "group_not_eligible",
        /// More slots than the quota has places (INV-23).
        #[error("{allocated} slots of a quota of {limit}")]
        QuotaExceeded {
            /// For whom.
            kind: NomineeKind,
            /// Slots that would be given out in all.
            allocated: u64,
            /// Places of the quota.
            limit: u32,
        } = "quota_exceeded",
        /// An allocation says why.
        #[error("the allocation gives no reason")]
        ReasonMissing {} = "allocation_reason_missing",
        /// An allocation takes no slots away (INV-23).
        #[error("{holder} has {granted} slots granted")]
        NotLowered {
            /// The unit or group.
            holder: SlotHolder,
            /// Slots granted.
            granted: u32,
        } = "slots_not_lowered",
        /// The number bears another move.
        #[error("reallocation {reallocation} is recorded already, with other content")]
        ReallocatedOtherwise {
            /// Number of the move.
            reallocation: u32,
        } = "reallocated_otherwise",
        /// Moves of slots are numbered in order.
        #[error("reallocation {reallocation} is out of order: the next is {next}")]
        ReallocationOutOfOrder {
            /// The number named.
            reallocation: u32,
            /// The number that comes next.
            next: u32,
        } = "reallocation_out_of_order",
        /// No slot, or from a holder to itself.
        #[error("nothing moves")]
        NothingMoves {} = "nothing_moves",
        /// The giver does not have these slots, or they are taken (INV-23).
        #[error("{holder} has {granted} slots, {taken} of them taken")]
        SlotsInUse {
            /// The unit or group.
            holder: SlotHolder,
            /// Slots granted.
            granted: u32,
            /// Slots taken.
            taken: u32,
        } = "slots_in_use",
        /// The number bears another change.
        #[error("change {change} of the quota is recorded already, with other content")]
        ChangedOtherwise {
            /// Number of the change.
            change: u32,
        } = "quota_changed_otherwise",
        /// Changes of the quota are numbered in order.
        #[error("change {change} is out of order: the next is {next}")]
        ChangeOutOfOrder {
            /// The number named.
            change: u32,
            /// The number that comes next.
            next: u32,
        } = "quota_change_out_of_order",
        /// Neither a number nor an allocation is another.
        #[error("nothing changes")]
        NothingChanges {} = "quota_unchanged",
        /// Fewer places than are approved and used up (INV-24).
        #[error("{used} places for a {kind} are approved or used up, {limit} are not enough")]
        BelowUsed {
            /// For whom.
            kind: NomineeKind,
            /// The places that there would be.
            limit: u32,
            /// Places approved or used up.
            used: u32,
        } = "quota_below_used",
        /// Some stay and some go: only a ranking for the Council says who (4.7).
        #[error("the cases for a {kind} are not ranked for the Council")]
        CouncilRankFirst {
            /// For whom.
            kind: NomineeKind,
        } = "council_rank_first",
        /// The act that it rests on has no title.
        #[error("the act has no title")]
        PaperUntitled {} = "quota_paper_untitled",
        /// The case uses up no place.
        #[error("{nomination} uses up no place")]
        NothingConsumed {
            /// The nomination.
            nomination: NominationId,
        } = "no_place_consumed",
        /// Fewer slots than endorsed nominees: only a ranking says who waits (4.7).
        #[error("the nominees of {holder} are not ranked")]
        RankFirst {
            /// The unit.
            holder: SlotHolder,
        } = "rank_first",
    }
}
