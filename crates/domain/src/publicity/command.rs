//! What may be asked of publicity.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Document, NominationId, PublicityId,
    publicity::{Channel, WithdrawnBecause},
};

/// Plans something to be published, from the launch on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanPublicity {
    /// The next of the campaign's series.
    pub publicity: PublicityId,
    /// Where it will be published.
    pub channel: Channel,
    /// When it is planned for.
    pub planned_for: Date,
    /// Whom a planned story is about.
    #[serde(default)]
    pub nomination: Option<NominationId>,
}

/// Records a broadcast.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordBroadcast {
    /// What was planned.
    pub publicity: PublicityId,
    /// When it was broadcast.
    pub date: Date,
    /// Who was named as an awardee.
    #[serde(default)]
    pub nominations: Vec<NominationId>,
}

/// Publishes a story about exemplary people (nêu gương).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishStory {
    /// What was planned.
    pub publicity: PublicityId,
    /// When it is published.
    pub date: Date,
    /// Whom it names as an awardee.
    #[serde(default)]
    pub nomination: Option<NominationId>,
    /// The notice that its subject was given before.
    #[serde(default)]
    pub notice: Option<Document>,
}

/// Withdraws a story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawStory {
    /// The story.
    pub publicity: PublicityId,
    /// Why.
    pub reason_code: WithdrawnBecause,
}

/// Records that a correction was broadcast.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordCorrectionBroadcast {
    /// What is corrected.
    pub publicity: PublicityId,
    /// When it was broadcast.
    pub date: Date,
}
