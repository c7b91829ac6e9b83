//! Two processes share the ledgers, by lease. Their beats are given by hand.

use std::{sync::Arc, time::Duration};

use tokio_util::sync::CancellationToken;

use crate::{
    arriving::arrived,
    history::established,
    house::{AtWork, House, NEVER, SOON, ledger},
};
use khen_eventlog::{Epoch, Leases as _, Partition, limits::PARTITION_COUNT};
use khen_read_model::RowReader as _;
use khen_workers::{Holdings, LeaseKeeper, LeaseKeeperParts};

/// Every partition.
pub(crate) const ALL: usize = PARTITION_COUNT as usize;

/// A keeper whose leases outlive every test.
pub(crate) fn keeper(house: &House, name: &str) -> LeaseKeeper {
    keeper_for(house, name, NEVER)
}

/// A keeper whose leases last for `term`.
fn keeper_for(house: &House, name: &str, term: Duration) -> LeaseKeeper {
    LeaseKeeper::new(LeaseKeeperParts {
        leases: house.office.clone(),
        holder: name.to_owned(),
        term,
        beat: NEVER,
    })
}

/// Gives a beat; answers how much is held then.
pub(crate) async fn beat(keeper: &LeaseKeeper) -> usize {
    keeper.beat().await.expect("the office answers");
    keeper.holdings().leases().len()
}

/// A follower of rows under these holdings.
pub(crate) fn follow(house: &House, holdings: Holdings) -> AtWork {
    let sink = Arc::new(house.sink());
    house.follow_with(house.heads(SOON), holdings, sink)
}

#[tokio::test]
async fn processes_come_to_fair_shares() {
    let house = House::open().await;
    let [one, two, three] = ["one", "two", "three"].map(|name| keeper(&house, name));
    assert_eq!(beat(&one).await, ALL);
    assert_eq!(beat(&two).await, 0);
    assert_eq!((beat(&one).await, beat(&two).await), (32, 32));
    assert_eq!(beat(&three).await, 0);
    let shares = (beat(&one).await, beat(&two).await, beat(&three).await);
    assert_eq!(shares, (22, 22, 20));
    let mut held: Vec<Partition> = [&one, &two, &three]
        .into_iter()
        .flat_map(|keeper| keeper.holdings().leases())
        .map(|lease| lease.partition)
        .collect();
    held.sort_unstable();
    assert_eq!(held, Partition::all().collect::<Vec<_>>());
}

#[tokio::test]
async fn who_leaves_gives_everything_back() {
    let house = House::open().await;
    let (one, two) = (keeper(&house, "one"), keeper(&house, "two"));
    assert_eq!((beat(&one).await, beat(&two).await), (ALL, 0));
    one.leave().await.expect("the office answers");
    assert_eq!(one.holdings().leases(), []);
    assert_eq!(beat(&two).await, ALL);
}

#[tokio::test]
async fn a_keeper_that_is_stopped_leaves() {
    let house = House::open().await;
    let one = keeper(&house, "one");
    let stop = CancellationToken::new();
    let holdings = one.holdings();
    let ((), ()) = tokio::join!(one.run(&stop), async {
        while holdings.leases().is_empty() {
            tokio::task::yield_now().await;
        }
        stop.cancel();
    });
    assert_eq!(holdings.leases(), []);
    assert_eq!(house.office.holders().await.unwrap(), []);
}

#[tokio::test]
async fn a_process_follows_what_it_holds_and_nothing_else() {
    let house = House::open().await;
    let (here, there) = (ledger("hon-quan"), ledger("loc-ninh"));
    house.make(&there).await;
    house.record_all(&here, vec![established("tu-phap")]).await;
    house.record_all(&there, vec![established("tu-phap")]).await;
    let (one, two) = (keeper(&house, "one"), keeper(&house, "two"));
    beat(&two).await;
    assert_eq!((beat(&one).await, beat(&two).await), (0, 32));
    assert_eq!(beat(&one).await, 32);
    // `two` was there first, and holds the first half.
    let at_work = follow(&house, two.holdings());
    assert!(arrived(&house, &at_work, &here, 0).await);
    let status = at_work.follower.status();
    at_work.stop().await;
    assert_eq!(house.rows.cursor(there.as_str()).await.unwrap().0, 0);
    assert_eq!(status.ledger(&there), None);
    let at_work = follow(&house, one.holdings());
    assert!(arrived(&house, &at_work, &there, 0).await);
    at_work.stop().await;
}

#[tokio::test]
async fn what_a_dead_process_held_is_taken_over() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    house.record_all(&here, vec![established("tu-phap")]).await;
    let (dead, alive) = (
        keeper_for(&house, "dead", Duration::ZERO),
        keeper(&house, "alive"),
    );
    assert_eq!(beat(&dead).await, 0);
    let at_work = follow(&house, alive.holdings());
    assert_eq!(beat(&alive).await, ALL);
    assert_eq!(alive.holdings().epoch(&here), Some(Epoch(2)));
    assert!(arrived(&house, &at_work, &here, 0).await);
    at_work.stop().await;
}

#[tokio::test]
async fn a_partition_that_was_lost_is_followed_again_when_it_is_taken_again() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    let one = keeper(&house, "one");
    beat(&one).await;
    let at_work = follow(&house, one.holdings());
    let first = house.record_all(&here, vec![established("tu-phap")]).await;
    assert!(arrived(&house, &at_work, &here, first).await);
    one.leave().await.expect("the office answers");
    assert_eq!(beat(&one).await, ALL);
    assert_eq!(one.holdings().epoch(&here), Some(Epoch(2)));
    let second = house.record_all(&here, vec![established("noi-vu")]).await;
    assert!(arrived(&house, &at_work, &here, second).await);
    at_work.stop().await;
}
