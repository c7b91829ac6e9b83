//! What a paper states: who signed it, and its figures.

use clap::Args;
use serde_json::{Value, json};

use crate::client::{Errand, Pair, Stop, Votes, nomination};
use khen_domain::{NominationId, Role};

/// The figures of a paper, as they stand in it; the ledger holds them against its record.
#[derive(Debug, Args)]
pub(super) struct Figures {
    /// Who presided, as the paper says: a name, a title, or an id
    #[arg(long, value_name = "WHO")]
    chair: String,
    /// Who kept the minutes: a name, a title, or an id [default: you]
    #[arg(long, value_name = "WHO")]
    secretary: Option<String>,
    /// How many were present
    #[arg(long)]
    present: u32,
    /// How many belong to the unit or the body
    #[arg(long)]
    total: u32,
    /// Votes on a nominee who was carried: CODE=FOR-AGAINST
    #[arg(long, value_name = "CODE=VOTES")]
    carried: Vec<Pair<NominationId, Votes>>,
    /// Votes on a nominee who was not: CODE=FOR-AGAINST
    #[arg(long, value_name = "CODE=VOTES")]
    lost: Vec<Pair<NominationId, Votes>>,
    /// Nominees put off
    #[arg(long, value_name = "CODE", value_parser = nomination)]
    deferred: Vec<NominationId>,
}

impl Figures {
    /// Puts what the paper states into the content of a command; `chairs` and `secretaries` are the
    /// roles among which the two are looked for.
    pub(super) async fn add_to(
        &self,
        errand: &Errand,
        (chairs, secretaries): (&[Role], &[Role]),
        content: &mut Value,
    ) -> Result<(), Stop> {
        let client = errand.client();
        content["chair"] = json!(client.assignment(&self.chair, chairs).await?);
        content["secretary"] = match &self.secretary {
            Some(asked) => json!(client.assignment(asked, secretaries).await?),
            None => json!(client.own_assignment().await?),
        };
        content["stated"] = json!({
            "present": self.present,
            "total": self.total,
            "items": self.items(),
        });
        Ok(())
    }

    fn items(&self) -> Vec<Value> {
        let carried = self.carried.iter().map(|one| item(one, "carried"));
        let lost = self.lost.iter().map(|one| item(one, "lost"));
        let deferred = self.deferred.iter().map(|one| {
            let tally = json!({ "votes_for": 0, "votes_against": 0 });
            json!({ "nomination": one, "tally": tally, "outcome": "deferred" })
        });
        carried.chain(lost).chain(deferred).collect()
    }
}

fn item(pair: &Pair<NominationId, Votes>, outcome: &str) -> Value {
    let votes = &pair.what;
    json!({
        "nomination": pair.about,
        "tally": { "votes_for": votes.votes_for, "votes_against": votes.votes_against },
        "outcome": outcome,
    })
}
