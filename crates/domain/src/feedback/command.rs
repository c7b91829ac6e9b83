//! What may be asked of feedback.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Document, FeedbackId, OfficeFunction, Sealed, feedback::FeedbackTopic};

/// A unit says what stands in its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileFeedback {
    /// The next of the unit's own series.
    pub feedback: FeedbackId,
    /// What it is about.
    pub topic: FeedbackTopic,
    /// In words.
    pub text: Sealed,
    /// What belongs to it.
    #[serde(default)]
    pub attachments: Vec<Document>,
}

/// Home Affairs passes it on to the office that can answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RouteFeedback {
    /// The feedback.
    pub feedback: FeedbackId,
    /// The office.
    pub to: OfficeFunction,
}

/// Answers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerFeedback {
    /// The feedback.
    pub feedback: FeedbackId,
    /// In words.
    pub answer: Sealed,
    /// Whether the answer concerns all units, and is shown to all.
    pub general: bool,
}

/// Closes it, once it is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseFeedback {
    /// The feedback.
    pub feedback: FeedbackId,
}
