//! Appends to one stream, each at the version that its client saw last.

use futures::future::join_all;
use stateright::semantics::SequentialSpec;

use crate::history::{History, processes, scaled};
use khen_contract::{Wish, made_ledger, stream};
use khen_eventlog::{AppendError, EventStore, LedgerId, Version};

const CLIENT_COUNT: usize = 6;
const QUESTIONS_PER_CLIENT: u64 = 8;
const ROUND_COUNT: usize = 25;

/// A stream: who asked for each of its events, as the request in the event says.
#[derive(Debug, Clone, Default)]
struct Requests(Vec<String>);

#[derive(Debug, Clone)]
enum Asked {
    /// One more event, if the stream is still at this version.
    Append { seen: u64, key: String },
    /// The whole stream.
    Read,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Answer {
    /// At this version.
    Recorded(u64),
    /// Nothing: the stream is at this version.
    Moved(u64),
    Stands(Vec<String>),
}

impl SequentialSpec for Requests {
    type Op = Asked;
    type Ret = Answer;

    fn invoke(&mut self, asked: &Asked) -> Answer {
        let version = self.0.len() as u64;
        match asked {
            Asked::Append { seen, key } if *seen == version => {
                self.0.push(format!("request-{key}"));
                Answer::Recorded(version + 1)
            }
            Asked::Append { .. } => Answer::Moved(version),
            Asked::Read => Answer::Stands(self.0.clone()),
        }
    }
}

async fn append(store: &impl EventStore, wish: Wish) -> Answer {
    match store.append(wish.build()).await {
        Ok(receipt) => Answer::Recorded(receipt.events[0].version.0),
        Err(AppendError::Conflict { actual, .. }) => Answer::Moved(actual.0),
        Err(other) => panic!("no other answer is possible: {other}"),
    }
}

async fn read(store: &impl EventStore, ledger: &LedgerId, name: &str) -> Answer {
    let stream = stream(name);
    let events = store.read_stream(ledger, &stream, Version::NONE, 1_000);
    let events = events.await.expect("the stream is read").into_iter();
    Answer::Stands(events.map(|event| event.correlation).collect())
}

/// Appends at what was seen last, and reads every third time.
async fn ask(history: &History<Requests>, store: &impl EventStore, client: usize, name: &str) {
    let ledger = khen_contract::ledger("hon-quan");
    let mut seen = 0;
    for question in 0..QUESTIONS_PER_CLIENT {
        let answer = if question % 3 == 2 {
            let asked = read(store, &ledger, name);
            history.of(client, Asked::Read, asked).await
        } else {
            let key = format!("{name}-{client}-{question}");
            let wish = Wish::new(&ledger, &key).writing(name, seen, &["a"]);
            let asked = append(store, wish);
            history.of(client, Asked::Append { seen, key }, asked).await
        };
        seen = match answer {
            Answer::Recorded(version) | Answer::Moved(version) => version,
            Answer::Stands(all) => all.len() as u64,
        };
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn commands_on_one_stream_are_linearizable_over_several_processes() {
    let (_server, stores) = processes().await;
    made_ledger(&stores[0]).await;
    for round in 0..scaled(ROUND_COUNT) {
        let (history, name) = (History::new(), format!("slot/{round}"));
        let clients = (0..CLIENT_COUNT)
            .map(|client| ask(&history, &stores[client % stores.len()], client, &name));
        join_all(clients).await;
        history.must_be_explained();
    }
}

#[tokio::test]
async fn an_answer_out_of_a_stale_memory_is_found() {
    let history: History<Requests> = History::new();
    let first = Asked::Append {
        seen: 0,
        key: "first".to_owned(),
    };
    history.of(0, first, async { Answer::Recorded(1) }).await;
    let stale = async { Answer::Stands(Vec::new()) };
    history.of(1, Asked::Read, stale).await;
    assert!(!history.is_explained());
}
