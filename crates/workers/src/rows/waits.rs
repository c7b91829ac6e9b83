//! How long nominations wait at each gate, measured when they pass it.

use std::collections::HashMap;

use async_trait::async_trait;
use jiff::Timestamp;
use metrics::histogram;

use super::fold::{Fold, Folding};
use crate::names;
use khen_projections::{Fact, Nominations, Projection as _};
use khen_read_model::{Batch, NominationRow, QueryError, RowStore, Step};

/// When each step of a nomination began and ended.
type Steps = Vec<(Step, Option<Timestamp>, Option<Timestamp>)>;

/// Folds nominations, and notices which steps they take.
pub(super) struct Waits {
    nominations: Fold<Nominations>,
    taken: Vec<(Step, f64)>,
}

impl Waits {
    /// No step yet.
    pub(super) fn new() -> Self {
        Self {
            nominations: Fold::new(),
            taken: Vec::new(),
        }
    }

    /// Measures what was noticed. Whoever makes rows anew measures again.
    pub(super) fn tell(&self) {
        for (step, seconds) in &self.taken {
            histogram!(names::GATE_WAIT_SECONDS, "gate" => step.as_str()).record(*seconds);
        }
    }

    fn notice(&mut self, before: &Steps, after: &Steps) {
        for ((_, _, known), (step, from, to)) in before.iter().zip(after) {
            if let (Some(from), Some(to)) = (from, to)
                && known.as_ref() != Some(to)
            {
                let seconds = to.duration_since(*from).as_secs_f64();
                self.taken.push((*step, seconds.max(0.0)));
            }
        }
    }
}

#[async_trait]
impl Folding for Waits {
    async fn take(
        &mut self,
        rows: &dyn RowStore,
        ledger: &str,
        facts: &[Fact],
    ) -> Result<(), QueryError> {
        let keys: Vec<String> = facts.iter().flat_map(Nominations::keys).collect();
        self.nominations.meet(rows, ledger, keys.iter()).await?;
        let now = |fold: &Fold<Nominations>, key: &String| steps(fold.row(key));
        let before: HashMap<&String, Steps> = keys
            .iter()
            .map(|key| (key, now(&self.nominations, key)))
            .collect();
        self.nominations.take(rows, ledger, facts).await?;
        for (key, before) in before {
            let after = now(&self.nominations, key);
            self.notice(&before, &after);
        }
        Ok(())
    }

    fn put(&self, batch: &mut Batch) {
        self.nominations.put(batch);
    }
}

/// The steps of a row; of no row, none that was taken.
fn steps(row: Option<&NominationRow>) -> Steps {
    let steps = Step::ALL.iter().copied();
    steps
        .map(|step| match row.map(|row| moments(step, row)) {
            Some((from, to)) => (step, from, to),
            None => (step, None, None),
        })
        .collect()
}

/// When a step began and ended.
fn moments(step: Step, row: &NominationRow) -> (Option<Timestamp>, Option<Timestamp>) {
    match step {
        Step::Unit => (Some(row.drafted_at), row.submitted_at),
        Step::Intake => (row.submitted_at, row.received_at),
        Step::Review => (row.received_at, row.reviewed_at),
        Step::Council => (row.reviewed_at, row.council_at),
        Step::Presentation => (row.council_at, row.presented_at),
        Step::Chairman => (row.presented_at, row.chairman_at),
        Step::Signature => (row.chairman_at, row.signed_at),
        Step::Issue => (row.signed_at, row.awarded_at),
    }
}
