//! What happened to the slots of a unit or group.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::NominationId;

/// Events of a `slot` stream: one per campaign, kind and unit or group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// Slots are there to be taken.
    SlotsGranted {
        /// In all from now on.
        slots: u32,
        /// Live submissions that they may carry, where the campaign overbooks.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        live_max: Option<u32>,
    },
    /// Slots were taken away or given back.
    SlotsReturned {
        /// In all from now on.
        slots: u32,
        /// Live submissions that they may carry, where the campaign overbooks.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        live_max: Option<u32>,
    },
    /// A nomination takes a slot: with its submission, or when it leaves a later waitlist.
    SlotTaken {
        /// The nomination.
        nomination: NominationId,
    },
    /// A slot is free again.
    SlotFreed {
        /// The nomination that held it.
        nomination: NominationId,
        /// Why.
        reason_code: FreedBecause,
    },
    /// The collectives of a group are ranked by Home Affairs.
    GroupRanked {
        /// Best first.
        ranking: Vec<NominationId>,
    },
    /// The individuals of a unit are ranked by its head.
    NomineesRanked {
        /// Best first.
        ranking: Vec<NominationId>,
    },
}

/// Why a slot is free again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FreedBecause {
    /// Intake refused the dossier.
    IntakeRefused,
    /// The unit took its submission back.
    SubmissionWithdrawn,
    /// The unit withdrew the nomination.
    Withdrawn,
    /// The nominee declined the honour.
    HonourDeclined,
    /// Another nomination took its place.
    Superseded,
    /// The nomination lapsed.
    Lapsed,
    /// The review rejected the case.
    ReviewRejected,
    /// The Council rejected it.
    CouncilRejected,
    /// The Chairman declined it.
    ChairmanDeclined,
    /// It waits behind others after the review or the Council.
    Waitlisted,
    /// The place that its revoked award had used up is there again.
    QuotaRestored,
}
