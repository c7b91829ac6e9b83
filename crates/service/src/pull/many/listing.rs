//! Which ledgers there are, and how far each has come: one question for all of them, which waits at the
//! server until the answer is another one.

use std::{collections::BTreeMap, time::Duration};

use serde::Deserialize;

use crate::client::{Client, Fetched, Stop};
use khen_eventlog::LedgerId;
use khen_export::{Coding, limits::PAGE_BYTES_MAX};

const PATH: &str = "/export/v1/ledgers";
/// Seconds that the server may let the question wait.
const WAIT_SECONDS: u64 = 30;
/// Between two answers: where many ledgers grow all the time, each answer tells of more of them, and
/// questions are left for their pages.
const PAUSE: Duration = Duration::from_secs(3);
/// The pause before a server that gives no answer is asked again; it doubles up to the longest.
const PAUSE_FIRST: Duration = Duration::from_secs(1);
const PAUSE_LONGEST: Duration = Duration::from_mins(1);

/// The ledgers that are listed, each with how many events it has.
pub(super) type Sizes = BTreeMap<LedgerId, u64>;

/// A list that is asked for again and again.
pub(super) struct Listing<'a> {
    client: &'a Client,
    /// What the answer that came last is called.
    tag: Option<String>,
}

#[derive(Deserialize)]
struct Answer {
    ledgers: Vec<Listed>,
}

#[derive(Deserialize)]
struct Listed {
    ledger: String,
    log_size: u64,
}

impl<'a> Listing<'a> {
    pub(super) fn new(client: &'a Client) -> Self {
        Self { client, tag: None }
    }

    /// Asks once; `None` says that it is the list that came last.
    pub(super) async fn ask(&mut self, wait: u64) -> Result<Option<Sizes>, Stop> {
        let (wait, patience) = (wait.to_string(), Duration::from_secs(wait));
        let query = [("wait", wait.as_str())];
        // A list that has no name cannot be waited for.
        let query = if self.tag.is_some() { &query[..] } else { &[] };
        let known = self.tag.as_deref().map(|tag| ("if-none-match", tag));
        let headers = [("accept-encoding", "zstd, gzip")];
        let headers: Vec<_> = headers.into_iter().chain(known).collect();
        let fetched = self.client.fetch(PATH, query, &headers, patience).await?;
        if fetched.status == 304 {
            return Ok(None);
        }
        self.tag = fetched.header("etag").map(str::to_owned);
        let sizes = sizes(fetched).ok_or_else(|| self.client.unclear())?;
        Ok(Some(sizes))
    }

    /// What comes next, after a wait: another list, or the same.
    ///
    /// # Errors
    /// What no wait helps against: a server that gives no answer is asked again.
    pub(super) async fn next(mut self) -> Result<(Self, Option<Sizes>), Stop> {
        let is_waited_for = self.tag.is_some();
        let pause = if is_waited_for {
            PAUSE
        } else {
            Duration::from_secs(WAIT_SECONDS)
        };
        tokio::time::sleep(pause).await;
        let sizes = self.persistently(WAIT_SECONDS).await?;
        Ok((self, sizes))
    }

    /// Asks until there is an answer.
    pub(super) async fn persistently(&mut self, wait: u64) -> Result<Option<Sizes>, Stop> {
        let mut pause = PAUSE_FIRST;
        loop {
            match self.ask(wait).await {
                Err(stop) if stop.is_unanswered() => {
                    tokio::time::sleep(pause).await;
                    pause = PAUSE_LONGEST.min(pause * 2);
                }
                answered => return answered,
            }
        }
    }
}

fn sizes(fetched: Fetched) -> Option<Sizes> {
    let coding = match fetched.header("content-encoding") {
        None => Coding::Identity,
        Some(name) => Coding::parse(name)?,
    };
    let bytes = coding.decode(fetched.bytes, PAGE_BYTES_MAX).ok()?;
    let answer: Answer = serde_json::from_slice(&bytes).ok()?;
    // A slug becomes the name of a folder: what is none is not followed.
    let listed = answer
        .ledgers
        .into_iter()
        .filter_map(|one| Some((LedgerId::parse(&one.ledger).ok()?, one.log_size)));
    Some(listed.collect())
}
