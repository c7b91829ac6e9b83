//! How far those who pull say that they have a ledger: "we have stored the first N of its events".
//!
//! A consumer is one copy of the ledger. Whoever names one first owns it: the assignment of the token,
//! so that a new token goes on with it, and nobody else moves it.
//! An acknowledgement is no event of the ledger: one that were would have to be acknowledged in turn.

pub(crate) mod ack;
mod answer;
pub(crate) mod list;
pub(crate) mod show;

use super::{LEDGER, client::Client};
use crate::{
    operation::Parameter,
    parts::Api,
    problem::{Complaint, Problem},
};
use khen_domain::Role;
use khen_eventlog::{Ack, ConsumerId, Ledger};
use khen_texts::Problem as Slug;

const PATH: &[Parameter] = &[
    LEDGER,
    Parameter {
        name: "id",
        is_required: true,
        description: "What the client calls its copy: lower-case letters, digits and `-`, at most 64.",
        pattern: Some("^[a-z0-9-]{1,64}$"),
    },
];

/// A name of a consumer.
fn consumer(id: &str) -> Result<ConsumerId, Problem> {
    ConsumerId::parse(id).map_err(|error| {
        Problem::invalid([Complaint {
            place: "id".to_owned(),
            detail: error.to_string(),
        }])
    })
}

/// What the consumer said last, where it is the client's.
async fn own(
    api: &Api,
    client: &Client,
    ledger: &Ledger,
    id: &ConsumerId,
) -> Result<Option<Ack>, Problem> {
    let found = api.parts.acks.ack(&ledger.id, id).await?;
    match found {
        Some(ack) if !is_seen_by(client, &ack) => Err(Problem::of(Slug::ForeignConsumer)),
        found => Ok(found),
    }
}

/// Whether the client may know of a consumer: its own, and an auditor of all.
fn is_seen_by(client: &Client, ack: &Ack) -> bool {
    client.reader.role == Role::Auditor || ack.client == client.reader.assignment.as_str()
}
