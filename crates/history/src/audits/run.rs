//! One pass over a ledger, feeding every audit.

use std::fmt;

use super::{AUDITS, Audit, CannedAudit, Finding, finding::Findings, known::Known};
use crate::Entry;

/// Audits at work on one ledger.
pub struct Audits {
    known: Known,
    running: Vec<(Box<dyn Audit>, Findings)>,
}

impl Audits {
    /// Every audit, or only those of these numbers; an empty list means every audit.
    #[must_use]
    pub fn begin(only: &[u8]) -> Self {
        let wanted = |audit: &&CannedAudit| only.is_empty() || only.contains(&audit.number);
        let audits = AUDITS.iter().filter(wanted);
        Self {
            known: Known::default(),
            running: audits
                .map(|audit| ((audit.start)(), Findings::of(audit.number)))
                .collect(),
        }
    }

    /// Looks at the next event of the ledger, in order from its first.
    pub fn see(&mut self, entry: &Entry) {
        self.known.see(entry);
        for (audit, found) in &mut self.running {
            audit.see(entry, &self.known, found);
        }
    }

    /// What was found, audit by audit, each in the order of the ledger.
    #[must_use]
    pub fn findings(self) -> Vec<Finding> {
        let Self { known, running } = self;
        let mut all = Vec::new();
        for (mut audit, mut found) in running {
            audit.close(&known, &mut found);
            let mut found = found.into_vec();
            found.sort_by(|a, b| a.positions.cmp(&b.positions));
            all.append(&mut found);
        }
        all
    }
}

impl fmt::Debug for Audits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Audits").finish_non_exhaustive()
    }
}
