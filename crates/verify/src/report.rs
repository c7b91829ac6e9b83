//! What came of a check.

use crate::{Problem, Verdict, What, limits::PROBLEM_COUNT_MAX};
use khen_audit::{Policy, Witnessed};

/// What came of a check, for whoever reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What was looked at, as far as it was readable.
    pub counts: Vec<Count>,
    /// What is wrong, in the order in which it was found.
    pub problems: Vec<Problem>,
    /// How many problems more there are than those.
    pub untold: usize,
    verdict: Verdict,
    /// The checkpoint, when the policy believes it.
    pub witnessed: Option<Witnessed>,
    /// The keys that everything rests on.
    pub keys: Keys,
}

/// How many of something were held against what proves them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Of what.
    pub of: Counted,
    /// How many.
    pub number: usize,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Files against the manifest.
    Files,
    /// Segments against their manifests.
    Segments,
    /// Events: their leaves rebuilt, their data against its hash.
    Events,
    /// Events whose data is withheld: the hash alone was checked.
    Withheld,
    /// Events behind the end of the tree: nothing seals them yet.
    Unsealed,
    /// Events whose leaves were held against no tree: the signature of a manifest alone speaks for them.
    Unrooted,
    /// Proofs of inclusion.
    Proofs,
    /// Documents against the events that name them.
    Documents,
    /// Earlier checkpoints that the tree grew from.
    Checkpoints,
    /// Checkpoints that the log signed, held against each other.
    Compared,
    /// Tiles and bundles of entries against the leaves.
    Tiles,
    /// Documents that events of a mirror name and that do not lie in it.
    NotHere,
}

/// The keys that a check trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    /// Whether the policy came with what was to be checked. Then its keys prove nothing by themselves:
    /// the reader compares them with the ones printed elsewhere.
    pub is_own_policy: bool,
    /// The keys of logs, as vkeys.
    pub logs: Vec<String>,
    /// The keys of witnesses, as vkeys.
    pub witnesses: Vec<String>,
}

impl Report {
    /// A report about nothing yet.
    pub(crate) fn new(is_own_policy: bool) -> Self {
        Self {
            counts: Vec::new(),
            problems: Vec::new(),
            untold: 0,
            verdict: Verdict::Ok,
            witnessed: None,
            keys: Keys {
                is_own_policy,
                logs: Vec::new(),
                witnesses: Vec::new(),
            },
        }
    }

    /// A report that nothing could be looked at.
    #[must_use]
    pub fn of_problem(at: String, what: What) -> Self {
        let mut report = Self::new(false);
        report.problem(at, what);
        report
    }

    /// The verdict over all problems.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }

    pub(crate) fn trust(&mut self, policy: &Policy) {
        let logs = policy.logs().iter();
        self.keys.logs = logs.map(|log| log.key.to_string()).collect();
        let witnesses = policy.witnesses();
        self.keys.witnesses = witnesses.map(|one| one.key.to_string()).collect();
    }

    pub(crate) fn count(&mut self, of: Counted, number: usize) {
        match self.counts.iter_mut().find(|count| count.of == of) {
            Some(count) => count.number += number,
            None => self.counts.push(Count { of, number }),
        }
    }

    pub(crate) fn problem(&mut self, at: impl Into<String>, what: impl Into<What>) {
        let (at, what) = (at.into(), what.into());
        self.verdict = self.verdict.or_worse(what.verdict());
        if self.problems.len() < PROBLEM_COUNT_MAX {
            self.problems.push(Problem { at, what });
        } else {
            self.untold += 1;
        }
    }

    /// What was parsed, or a problem that says why it was not.
    pub(crate) fn readable<T, E: ToString>(&mut self, at: &str, parsed: Result<T, E>) -> Option<T> {
        let unreadable = |error: E| self.problem(at, What::Unreadable(error.to_string()));
        parsed.map_err(unreadable).ok()
    }
}
