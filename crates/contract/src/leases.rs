//! The contract's chapter on leases: one holder at a time, and no two under one epoch.
//!
//! A term is an hour, which no clause outlives, or zero, which is over at once.

use std::time::Duration;

use khen_eventlog::{Epoch, Lease, LeaseHolder, Leases, Partition, limits::PARTITION_COUNT};

const LONG: Duration = Duration::from_hours(1);
const OVER: Duration = Duration::ZERO;
const ALL: usize = PARTITION_COUNT as usize;

fn lease(number: u64, epoch: u64) -> Lease {
    Lease {
        partition: Partition::numbered(number).expect("there is such a partition"),
        epoch: Epoch(epoch),
    }
}

async fn take(leases: &dyn Leases, holder: &str, term: Duration, at_most: usize) -> Vec<Lease> {
    let taken = leases.take_free(holder, term, at_most).await;
    taken.expect("free partitions are taken")
}

async fn renew(leases: &dyn Leases, holder: &str, term: Duration) -> Vec<Lease> {
    let held = leases.renew(holder, term).await;
    held.expect("leases are renewed")
}

async fn give_back(leases: &dyn Leases, holder: &str, given: &[Lease]) {
    let given = leases.give_back(holder, given).await;
    given.expect("leases are given back");
}

async fn holders(leases: &dyn Leases) -> Vec<LeaseHolder> {
    let holders = leases.holders().await;
    holders.expect("the holders are read")
}

fn holder(name: &str, leases: &[Lease]) -> LeaseHolder {
    LeaseHolder {
        name: name.to_owned(),
        leases: leases.to_vec(),
    }
}

/// In the beginning every partition is free; they are taken in order, under the first epoch.
pub async fn free_partitions_are_taken_in_order(leases: &dyn Leases) {
    assert_eq!(renew(leases, "one", LONG).await, []);
    let first = [lease(0, 1), lease(1, 1)];
    assert_eq!(take(leases, "one", LONG, 2).await, first);
    assert_eq!(take(leases, "one", LONG, 1).await, [lease(2, 1)]);
    assert_eq!(take(leases, "one", LONG, 0).await, []);
    assert_eq!(take(leases, "two", LONG, usize::MAX).await.len(), ALL - 3);
    assert_eq!(take(leases, "three", LONG, ALL).await, []);
}

/// A holder renews what it holds, all at once, under the same epoch.
pub async fn a_holder_renews_what_it_holds(leases: &dyn Leases) {
    let one = take(leases, "one", LONG, 3).await;
    let two = take(leases, "two", LONG, 2).await;
    for _ in 0..2 {
        assert_eq!(renew(leases, "one", LONG).await, one);
        assert_eq!(renew(leases, "two", LONG).await, two);
    }
    assert_eq!(take(leases, "three", LONG, 1).await, [lease(5, 1)]);
}

/// A lease whose term is over is taken by another, one epoch later, and is not renewed any more.
pub async fn an_expired_lease_is_taken_one_epoch_later(leases: &dyn Leases) {
    assert_eq!(take(leases, "one", OVER, 1).await, [lease(0, 1)]);
    assert_eq!(take(leases, "two", LONG, 1).await, [lease(0, 2)]);
    assert_eq!(renew(leases, "one", LONG).await, []);
    assert_eq!(renew(leases, "two", LONG).await, [lease(0, 2)]);
}

/// What has expired is nobody's: its last holder takes it anew, one epoch later.
pub async fn an_expired_lease_is_not_renewed(leases: &dyn Leases) {
    take(leases, "one", OVER, 1).await;
    assert_eq!(renew(leases, "one", LONG).await, []);
    assert_eq!(take(leases, "one", LONG, 1).await, [lease(0, 2)]);
}

/// Renewing sets the term from now on, also a shorter one.
pub async fn a_renewal_sets_the_term(leases: &dyn Leases) {
    take(leases, "one", LONG, 1).await;
    renew(leases, "one", OVER).await;
    assert_eq!(take(leases, "two", LONG, 1).await, [lease(0, 2)]);
}

/// What is given back is free at once; the rest stays, and what others hold is not touched.
pub async fn what_is_given_back_is_free(leases: &dyn Leases) {
    let one = take(leases, "one", LONG, 3).await;
    let two = take(leases, "two", LONG, 1).await;
    give_back(leases, "one", &[one[1], two[0]]).await;
    assert_eq!(renew(leases, "one", LONG).await, [one[0], one[2]]);
    assert_eq!(renew(leases, "two", LONG).await, two);
    assert_eq!(take(leases, "two", LONG, 1).await, [lease(1, 2)]);
    give_back(leases, "one", &one[1..2]).await;
    assert_eq!(renew(leases, "two", LONG).await, [lease(1, 2), two[0]]);
}

/// A holder that took a partition again does not lose it to an earlier giving back.
pub async fn an_earlier_lease_gives_nothing_back(leases: &dyn Leases) {
    let earlier = take(leases, "one", OVER, 1).await;
    let later = take(leases, "one", LONG, 1).await;
    give_back(leases, "one", &earlier).await;
    assert_eq!(renew(leases, "one", LONG).await, later);
}

/// Who leaves holds nothing and is not at work; asking again changes nothing.
pub async fn who_leaves_holds_nothing(leases: &dyn Leases) {
    take(leases, "one", LONG, 2).await;
    let two = take(leases, "two", LONG, 1).await;
    for _ in 0..2 {
        leases.leave("one").await.expect("the holder leaves");
        assert_eq!(holders(leases).await, [holder("two", &two)]);
    }
    let taken = [lease(0, 2), lease(1, 2)];
    assert_eq!(take(leases, "two", LONG, 2).await, taken);
}

/// Those at work are listed by name with what they hold, also with nothing; those whose term is over
/// are not.
pub async fn holders_are_those_at_work(leases: &dyn Leases) {
    assert_eq!(holders(leases).await, []);
    take(leases, "gone", OVER, 1).await;
    let two = take(leases, "two", LONG, 2).await;
    renew(leases, "one", LONG).await;
    let at_work = [holder("one", &[]), holder("two", &two)];
    assert_eq!(holders(leases).await, at_work);
}

/// Of several who take at once, no two get the same partition.
pub async fn no_two_takers_get_the_same_partition(leases: &dyn Leases) {
    let (one, two, three) = tokio::join!(
        take(leases, "one", LONG, 30),
        take(leases, "two", LONG, 30),
        take(leases, "three", LONG, 30)
    );
    let mut taken = [one, two, three].concat();
    taken.sort_unstable();
    let every = (0..u64::from(PARTITION_COUNT)).map(|number| lease(number, 1));
    assert_eq!(taken, every.collect::<Vec<_>>());
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$fresh` dereferences to a [`Leases`].
#[macro_export]
macro_rules! leases_contract {
    ($fresh:expr) => {
        $crate::clauses!(leases: $fresh, |adapter| (&*adapter),
            free_partitions_are_taken_in_order,
            a_holder_renews_what_it_holds,
            an_expired_lease_is_taken_one_epoch_later,
            an_expired_lease_is_not_renewed,
            a_renewal_sets_the_term,
            what_is_given_back_is_free,
            an_earlier_lease_gives_nothing_back,
            who_leaves_holds_nothing,
            holders_are_those_at_work,
            no_two_takers_get_the_same_partition,
        );
    };
}
