//! The race for the last places of a quota.

use futures::future::join_all;
use stateright::semantics::SequentialSpec;

use crate::history::{History, processes, scaled};
use khen_contract::{Wish, ledger, made_ledger, stream};
use khen_eventlog::{AppendError, EventStore, Version};

const PLACE_COUNT: u64 = 3;
const CLIENT_COUNT: usize = 7;
const TURNS_PER_CLIENT: usize = 3;
const ROUND_COUNT: usize = 25;

/// A quota. Its version is part of every answer: without it many orders would explain the same answers,
/// and the tester would try them all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Quota {
    version: u64,
    taken: u64,
}

#[derive(Debug, Clone, Copy)]
enum Asked {
    /// A place.
    Take,
    /// The place is not needed any more.
    GiveBack,
    /// How many are taken.
    Count,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Answer {
    /// So it is now.
    Is(Quota),
    /// Nothing is changed: all places were taken.
    Full(Quota),
}

impl Quota {
    fn after(self, asked: Asked) -> Answer {
        let Self { version, taken } = self;
        let taken = match asked {
            Asked::Take if taken == PLACE_COUNT => return Answer::Full(self),
            Asked::Take => taken + 1,
            Asked::GiveBack => taken - 1,
            Asked::Count => return Answer::Is(self),
        };
        let version = version + 1;
        Answer::Is(Self { version, taken })
    }
}

impl SequentialSpec for Quota {
    type Op = Asked;
    type Ret = Answer;

    fn invoke(&mut self, asked: &Asked) -> Answer {
        let answer = self.after(*asked);
        let (Answer::Is(quota) | Answer::Full(quota)) = answer.clone();
        *self = quota;
        answer
    }

    /// Nobody gives back what nobody has: such an order explains nothing.
    fn is_valid_step(&mut self, asked: &Asked, answer: &Answer) -> bool {
        let is_possible = self.taken > 0 || !matches!(asked, Asked::GiveBack);
        is_possible && self.invoke(asked) == *answer
    }
}

/// Somebody who approves nominations under one quota, through one process.
struct Approver<'a, S> {
    store: &'a S,
    client: usize,
    quota: String,
}

impl<S: EventStore> Approver<'_, S> {
    async fn look(&self) -> Quota {
        let (ledger, quota) = (ledger("hon-quan"), stream(&self.quota));
        let read = self
            .store
            .read_stream(&ledger, &quota, Version::NONE, 1_000);
        let events = read.await.expect("the quota is read");
        let requests = events.iter().map(|event| &event.correlation);
        let takings = requests.filter(|request| request.starts_with("request-take/"));
        let (version, takings) = (events.len() as u64, takings.count() as u64);
        let taken = takings - (version - takings);
        Quota { version, taken }
    }

    /// Decides upon what it sees, again until nobody came in between. The nomination is written with
    /// the quota, or neither is.
    async fn change(&self, asked: Asked, turn: usize) -> Answer {
        let word = match asked {
            Asked::Take => "take",
            Asked::GiveBack => "give",
            Asked::Count => return Answer::Is(self.look().await),
        };
        let key = format!("{word}/{}/{}/{turn}", self.quota, self.client);
        loop {
            let quota = self.look().await;
            let answer = quota.after(asked);
            if matches!(answer, Answer::Full(_)) {
                return answer;
            }
            let wish = Wish::new(&ledger("hon-quan"), &key);
            let wish = wish.writing(&self.quota, quota.version, &["a"]);
            let wish = wish.writing(&format!("nomination/{key}"), 0, &["a"]);
            match self.store.append(wish.build()).await {
                Ok(_) => return answer,
                Err(AppendError::Conflict { .. }) => {}
                Err(other) => panic!("no other answer is possible: {other}"),
            }
        }
    }

    /// Takes a place, looks, and gives it back if there was one.
    async fn play(&self, history: &History<Quota>) {
        let ask = |asked, turn| history.of(self.client, asked, self.change(asked, turn));
        for turn in 0..TURNS_PER_CLIENT {
            let taken = ask(Asked::Take, turn).await;
            ask(Asked::Count, turn).await;
            if matches!(taken, Answer::Is(_)) {
                ask(Asked::GiveBack, turn).await;
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_race_for_the_last_place_is_linearizable_over_several_processes() {
    let (_server, stores) = processes().await;
    made_ledger(&stores[0]).await;
    for round in 0..scaled(ROUND_COUNT) {
        let history = History::new();
        let approvers: Vec<_> = (0..CLIENT_COUNT)
            .map(|client| Approver {
                store: &stores[client % stores.len()],
                client,
                quota: format!("quota/{round}"),
            })
            .collect();
        join_all(approvers.iter().map(|one| one.play(&history))).await;
        history.must_be_explained();
    }
}

#[tokio::test]
async fn a_place_that_is_taken_twice_is_found() {
    let history: History<Quota> = History::new();
    let first = Quota {
        version: 1,
        taken: 1,
    };
    for client in 0..2 {
        let answer = async { Answer::Is(first) };
        history.of(client, Asked::Take, answer).await;
    }
    assert!(!history.is_explained());
}
