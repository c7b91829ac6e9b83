//! An office that cannot be reached while leases run.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use async_trait::async_trait;

use crate::{
    house::{House, NEVER},
    leasing::{ALL, beat},
};
use khen_eventlog::{Lease, LeaseHolder, Leases, OfficeError};
use khen_store_sqlite::SqliteOffice;
use khen_workers::{LeaseKeeper, LeaseKeeperParts};

/// Leases of an office that can be out of reach.
struct Flaky {
    office: Arc<SqliteOffice>,
    is_away: AtomicBool,
}

impl Flaky {
    fn reach(&self) -> Result<&SqliteOffice, OfficeError> {
        if self.is_away.load(Ordering::SeqCst) {
            return Err(OfficeError::Unavailable("out of reach".into()));
        }
        Ok(&self.office)
    }
}

#[async_trait]
impl Leases for Flaky {
    async fn renew(&self, holder: &str, term: Duration) -> Result<Vec<Lease>, OfficeError> {
        self.reach()?.renew(holder, term).await
    }

    async fn take_free(
        &self,
        holder: &str,
        term: Duration,
        at_most: usize,
    ) -> Result<Vec<Lease>, OfficeError> {
        self.reach()?.take_free(holder, term, at_most).await
    }

    async fn give_back(&self, holder: &str, leases: &[Lease]) -> Result<(), OfficeError> {
        self.reach()?.give_back(holder, leases).await
    }

    async fn leave(&self, holder: &str) -> Result<(), OfficeError> {
        self.reach()?.leave(holder).await
    }

    async fn holders(&self) -> Result<Vec<LeaseHolder>, OfficeError> {
        self.reach()?.holders().await
    }
}

#[tokio::test]
async fn an_office_out_of_reach_takes_nothing_before_the_term_is_over() {
    let house = House::open().await;
    let leases = Arc::new(Flaky {
        office: house.office.clone(),
        is_away: AtomicBool::new(false),
    });
    let one = LeaseKeeper::new(LeaseKeeperParts {
        leases: leases.clone(),
        holder: "one".to_owned(),
        term: NEVER,
        beat: NEVER,
    });
    assert_eq!(beat(&one).await, ALL);
    leases.is_away.store(true, Ordering::SeqCst);
    assert!(one.beat().await.is_err());
    assert_eq!(one.holdings().leases().len(), ALL);
    // Who leaves works no more, even if nobody can be told.
    assert!(one.leave().await.is_err());
    assert_eq!(one.holdings().leases(), []);
}
