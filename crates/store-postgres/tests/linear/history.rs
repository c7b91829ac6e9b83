//! What clients asked and were answered, in the order of time.

use std::{
    fmt::Debug,
    future::Future,
    sync::{Mutex, MutexGuard, PoisonError},
};

use stateright::semantics::{ConsistencyTester, LinearizabilityTester, SequentialSpec};

use crate::{
    database::{connected, migrated},
    stores::opened,
};
use khen_store_postgres::PostgresLedger;
use khen_testbed::Postgres;

/// Processes on one database.
const STORE_COUNT: usize = 3;

/// Stores with connections and a memory of their own each, as processes have them.
pub(crate) async fn processes() -> (Postgres, Vec<PostgresLedger>) {
    let (server, _) = migrated().await;
    let mut stores = Vec::with_capacity(STORE_COUNT);
    for _ in 0..STORE_COUNT {
        stores.push(opened(&connected(&server.url("khen")).await));
    }
    (server, stores)
}

/// So many rounds in CI, more at a larger test scale.
pub(crate) fn scaled(count: usize) -> usize {
    let scale = std::env::var("KHEN_TEST_SCALE").ok();
    count * scale.and_then(|text| text.parse().ok()).unwrap_or(1)
}

/// The history of one thing whose meaning is `S`.
pub(crate) struct History<S: SequentialSpec>(Mutex<LinearizabilityTester<usize, S>>);

impl<S> History<S>
where
    S: SequentialSpec + Clone + Debug + Default,
    S::Op: Clone + Debug,
    S::Ret: Clone + Debug,
{
    pub(crate) fn new() -> Self {
        Self(Mutex::new(LinearizabilityTester::default()))
    }

    /// Writes down when this client asked and when it was answered.
    pub(crate) async fn of(
        &self,
        client: usize,
        asked: S::Op,
        answer: impl Future<Output = S::Ret>,
    ) -> S::Ret {
        let begun = self.tester().on_invoke(client, asked).map(|_| ());
        begun.expect("a client asks one thing at a time");
        let answer = answer.await;
        let ended = self.tester().on_return(client, answer.clone()).map(|_| ());
        ended.expect("it was asked");
        answer
    }

    /// Whether some order of the questions explains every answer: one in which whatever was answered
    /// before something else was asked comes before it.
    pub(crate) fn is_explained(&self) -> bool {
        self.tester().is_consistent()
    }

    /// [`History::is_explained`], or the whole history in the failure.
    pub(crate) fn must_be_explained(&self) {
        let is_explained = self.is_explained();
        assert!(is_explained, "no order explains {:#?}", self.tester());
    }

    fn tester(&self) -> MutexGuard<'_, LinearizabilityTester<usize, S>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
