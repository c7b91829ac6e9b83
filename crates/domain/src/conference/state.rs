//! What a later decision needs to know of a conference.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::{DecisionId, Moment};

/// The situation of a conference.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// None is scheduled.
    #[default]
    Absent,
    /// Scheduled, perhaps held.
    Open(Conference),
    /// Closed.
    Closed(Conference),
}

/// A conference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Conference {
    /// The conference of the authority inside which it is held.
    pub within: String,
    /// When it begins.
    pub starts_at: Moment,
    /// Decisions whose awards were presented.
    pub presented: BTreeSet<DecisionId>,
    /// Hash of the summation report.
    pub report: Option<String>,
}
