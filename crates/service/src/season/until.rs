//! Where a season stops.

use serde::Deserialize;

/// The gate after which a season stops; a group of steps says to which it belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Until {
    /// The campaign is launched.
    Launch,
    /// Slots are allocated, the deadline is announced.
    Allocation,
    /// The units have met.
    UnitVote,
    /// The deadline is over.
    Submission,
    /// In review.
    Review,
    /// The Council has voted.
    Council,
    /// The Chairman has decided, the decision is drafted.
    Signature,
    /// The decision is issued.
    Issued,
    /// Prizes and certificates are handed over, the campaign is closed.
    Closed,
}

impl Until {
    /// The word on the command line.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Launch => "launch",
            Self::Allocation => "allocation",
            Self::UnitVote => "unit-vote",
            Self::Submission => "submission",
            Self::Review => "review",
            Self::Council => "council",
            Self::Signature => "signature",
            Self::Issued => "issued",
            Self::Closed => "closed",
        }
    }
}
