//! One number of the census, under its name and labels.

use metrics::gauge;

use crate::names;
use khen_eventlog::{LedgerId, Position};

/// What is counted for a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Name {
    Nominations,
    QuotaUsed,
    QuotaLimit,
}

impl Name {
    /// The measure, and what its last label is called.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Nominations => (names::NOMINATIONS, "state"),
            Self::QuotaUsed => (names::QUOTA_USED, "kind"),
            Self::QuotaLimit => (names::QUOTA_LIMIT, "kind"),
        }
    }
}

/// A measure with its labels and what it shows.
#[derive(Debug)]
pub(super) struct Series {
    name: &'static str,
    labels: Vec<(&'static str, String)>,
    value: u64,
}

impl Series {
    /// What was counted for a campaign, of one state or kind.
    pub(super) fn new(
        name: Name,
        ledger: &LedgerId,
        (campaign, word): (&str, &str),
        value: u64,
    ) -> Self {
        let (name, label) = name.words();
        let labels = [
            ("ledger", ledger.as_str()),
            ("campaign", campaign),
            (label, word),
        ];
        Self {
            name,
            labels: labels.map(|(label, word)| (label, word.to_owned())).into(),
            value,
        }
    }

    /// The size of a ledger.
    pub(super) fn log_size(ledger: &LedgerId, size: Position) -> Self {
        Self {
            name: names::LOG_SIZE,
            labels: vec![("ledger", ledger.as_str().to_owned())],
            value: size.0,
        }
    }

    /// Shows it.
    pub(super) fn show(&self) {
        self.set(self.value);
    }

    /// Shows that there is none any more.
    pub(super) fn clear(&self) {
        self.set(0);
    }

    fn set(&self, value: u64) {
        // Exact up to 2^53, which no ledger reaches.
        #[expect(clippy::cast_precision_loss, reason = "a gauge is a float")]
        gauge!(self.name, &self.labels).set(value as f64);
    }
}
