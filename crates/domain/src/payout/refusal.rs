//! Why a command on prize money is refused.

use crate::{Dong, InstrumentId, NominationId, payout::PayoutStage};

refusals! {
    /// Reasons around prize money, each with its facts.
    pub enum Refusal {
        /// No prize is due: the decision is not issued, or its files are not open yet (INV-32).
        #[error("no prize is due for {nomination}")]
        Absent {
            /// The awardee.
            nomination: NominationId,
        } = "payout_absent",
        /// Computed, committed, paid, in this order (INV-32).
        #[error("the prize of {nomination} is {stage:?}")]
        WrongStage {
            /// The awardee.
            nomination: NominationId,
            /// How far it has come.
            stage: PayoutStage,
        } = "payout_wrong_stage",
        /// The rules that the case is pinned to are not recorded.
        #[error("{instrument} holds no prize rules")]
        RegimeUnknown {
            /// The instrument.
            instrument: InstrumentId,
        } = "prize_rules_unknown",
        /// Who committed does not pay (SD7).
        #[error("who committed the prize of {nomination} may not pay it")]
        PaidByCommitter {
            /// The awardee.
            nomination: NominationId,
        } = "paid_by_committer",
        /// Money comes back only for a revoked award.
        #[error("the prize of {nomination} is {stage:?}, nothing is to be recovered")]
        NothingToRecover {
            /// The awardee.
            nomination: NominationId,
            /// How far it has come.
            stage: PayoutStage,
        } = "no_prize_to_recover",
        /// No more comes back than was paid, and no less than something (INV-32).
        #[error("{amount} is not between 1 and {outstanding}")]
        RecoveryOutOfRange {
            /// The amount named.
            amount: Dong,
            /// What is still to come back.
            outstanding: Dong,
        } = "recovery_out_of_range",
        /// Instalments are numbered in order.
        #[error("instalment {instalment} is not the next, which is {next}")]
        InstalmentOutOfOrder {
            /// The number named.
            instalment: u32,
            /// The next.
            next: u32,
        } = "instalment_out_of_order",
    }
}
