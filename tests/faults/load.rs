//! Clients that send commands without end.

use std::{
    sync::{
        Arc, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use reqwest::StatusCode;
use serde_json::{Value, json};
use tokio::{runtime::Runtime, task::JoinHandle};

use crate::{
    book::Book,
    cluster::{Addresses, Cluster},
    people::Person,
    seed::Seed,
    truth::ledger,
};
use khen_eventlog::CommandId;

const CAMPAIGN: &str = "HQ-CCHC-2024";
/// How long a client waits for one answer.
const TIMEOUT: Duration = Duration::from_secs(10);
/// Before a command is sent again.
const PAUSE: Duration = Duration::from_millis(20);
/// After the first ticket, and after every so many more, comes one that a rule refuses.
const REFUSED_EVERY: usize = 8;

/// Commands that are answered before the next fault, at most.
const COMMAND_COUNT_MAX: usize = 60;

impl Seed {
    /// How many commands are answered before the next fault.
    pub(crate) fn commands(&self) -> usize {
        1 + self.below(COMMAND_COUNT_MAX)
    }
}

/// Officers of units say what stands in their way, ticket after ticket, each in the series of the unit;
/// two people of Home Affairs answer one and the same ticket over and over, each against the other.
pub(crate) struct Load {
    runtime: Runtime,
    shared: Arc<Shared>,
    clients: Vec<JoinHandle<()>>,
}

struct Shared {
    http: reqwest::Client,
    addresses: Addresses,
    book: Book,
    is_over: AtomicBool,
}

/// Asks over HTTP.
pub(crate) fn http() -> reqwest::ClientBuilder {
    // An error says that this process has a provider of TLS already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder()
}

impl Load {
    /// Sends until the stop.
    pub(crate) fn start(cluster: &Cluster) -> Self {
        let runtime = Runtime::new().unwrap();
        let http = http().timeout(TIMEOUT).build();
        let shared = Arc::new(Shared {
            http: http.unwrap(),
            addresses: cluster.addresses(),
            book: Book::default(),
            is_over: AtomicBool::new(false),
        });
        let people = cluster.people.iter();
        let ticket = people.clone().find_map(first_ticket).unwrap();
        let clients = people.cloned().map(|person| {
            let (shared, ticket) = (Arc::clone(&shared), ticket.clone());
            runtime.spawn(async move { shared.play(&person, &ticket).await })
        });
        let clients = clients.collect();
        Self {
            runtime,
            shared,
            clients,
        }
    }

    pub(crate) fn book(&self) -> &Book {
        &self.shared.book
    }

    /// Lets every client get the answer to what it has sent, and then no more.
    pub(crate) fn stop(&mut self) {
        self.shared.is_over.store(true, Ordering::SeqCst);
        let clients = std::mem::take(&mut self.clients);
        self.runtime.block_on(async {
            for client in clients {
                client.await.unwrap();
            }
        });
    }
}

/// The first ticket of this person's unit.
fn first_ticket(person: &Person) -> Option<String> {
    let unit = person.unit.as_deref()?;
    Some(ticket(unit, 1))
}

fn ticket(unit: &str, number: usize) -> String {
    format!("{CAMPAIGN}/{unit}/{number}")
}

impl Shared {
    async fn play(&self, person: &Person, answered: &str) {
        let mut number = 1;
        while !self.is_over.load(Ordering::SeqCst) {
            match person.unit.as_deref() {
                Some(unit) => self.file(person, unit, number).await,
                None => self.answer(person, answered, number).await,
            }
            number += 1;
        }
    }

    async fn file(&self, person: &Person, unit: &str, number: usize) {
        let filed = |ticket: String| json!({ "feedback": ticket, "topic": "system", "text": format!("Phản ánh số {number}") });
        let content = filed(ticket(unit, number));
        let key = format!("faults/file/{number}");
        assert!(self.send(person, "file_feedback", &key, content).await);
        if number % REFUSED_EVERY == 1 {
            // A series has no gaps.
            let content = filed(ticket(unit, number + 2));
            let key = format!("faults/gap/{number}");
            assert!(!self.send(person, "file_feedback", &key, content).await);
        }
    }

    /// Refused until the unit has filed it.
    async fn answer(&self, person: &Person, ticket: &str, number: usize) {
        let by = &person.assignment;
        let content =
            json!({ "feedback": ticket, "answer": format!("{by}: {number}"), "general": false });
        let key = format!("faults/answer/{number}");
        self.send(person, "answer_feedback", &key, content).await;
    }

    /// Sends a command under its one key until it is answered; whether it was granted.
    async fn send(&self, person: &Person, command: &str, key: &str, content: Value) -> bool {
        let id = CommandId::derive(&ledger(), &person.assignment, key);
        let body = json!({ "content": content });
        for number in 0.. {
            match self.once(person, command, (key, number), &body).await {
                Some((status, answer)) if status.is_success() => {
                    self.book.acknowledge(id, &answer, number == 0);
                    return true;
                }
                Some((StatusCode::UNPROCESSABLE_ENTITY, _)) => {
                    self.book.refuse(id);
                    return false;
                }
                Some((status, answer)) => assert!(
                    status.is_server_error() || status == StatusCode::CONFLICT,
                    "{command} is answered with {status}: {answer}"
                ),
                None => {}
            }
            self.book.fail();
            tokio::time::sleep(PAUSE).await;
        }
        unreachable!("a client never gives up")
    }

    /// One try at the server whose turn it is; without an answer, nothing is known of it.
    async fn once(
        &self,
        person: &Person,
        command: &str,
        (key, number): (&str, usize),
        body: &Value,
    ) -> Option<(StatusCode, Value)> {
        let url = {
            let addresses = self.addresses.read();
            let addresses = addresses.unwrap_or_else(PoisonError::into_inner);
            let turn = key.len() + number;
            format!(
                "{}/api/v1/commands/{command}",
                addresses[turn % addresses.len()]
            )
        };
        let request = self.http.post(url).bearer_auth(&person.token);
        let request = request.header("Idempotency-Key", key).json(body);
        let response = request.send().await.ok()?;
        Some((response.status(), response.json().await.ok()?))
    }
}
