//! What caused what.
//!
//! Events of one append share a command. A command that followed by itself from an event, a
//! reaction, has an id that is derived from that event, so that the tie can be checked by whoever
//! has the ledger: it is computed here, not believed. Everything of one request shares a correlation.

use std::collections::{BTreeMap, BTreeSet};

use crate::{At, Entry, History, HistoryError, each_entry};
use khen_codec::ReadVersion;
use khen_domain::{Role, StreamKey};
use khen_eventlog::{CommandId, EventFeed, LedgerId, Position, reaction_key};

/// Commands that one reaction gives for one event, at most.
const REACTION_COMMAND_COUNT_MAX: usize = 16;

/// What is traced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Traced {
    /// One event.
    Event(Position),
    /// Every append that touched a stream.
    Stream(StreamKey),
}

/// One append, what it came of and what came of it.
#[derive(Debug, Clone)]
pub struct Trace {
    /// The command.
    pub command: CommandId,
    /// The request that it came with.
    pub correlation: String,
    /// Its events, in order.
    pub events: Vec<Entry>,
    /// Streams and versions that the decision had read.
    pub read: Vec<ReadVersion>,
    /// The event that it followed from by itself, and the name of the reaction.
    pub cause: Option<(Entry, String)>,
    /// Events that followed from its own by themselves.
    pub effects: Vec<Entry>,
    /// Other events of the same request, for example of a batch.
    pub beside: Vec<Entry>,
}

impl History {
    /// Traces an event or a stream; empty where there is none. `reactions` names every reaction that
    /// may have followed.
    ///
    /// # Errors
    /// [`HistoryError`].
    pub async fn trace(
        &self,
        feed: &dyn EventFeed,
        ledger: &LedgerId,
        traced: &Traced,
        reactions: &[&str],
    ) -> Result<Vec<Trace>, HistoryError> {
        let (mut commands, mut requests) = (Vec::new(), Vec::new());
        for entry in self.traced(feed, ledger, traced).await? {
            if !commands.contains(&entry.command) {
                commands.push(entry.command);
                requests.push(entry.correlation);
            }
        }
        if commands.is_empty() {
            return Ok(Vec::new());
        }
        let mut related = Vec::new();
        let keep = |entry: Entry| {
            if requests.contains(&entry.correlation) {
                related.push(entry);
            }
        };
        each_entry(feed, ledger, None, keep).await?;
        let teller = Teller::new(ledger, &related, reactions);
        Ok(commands
            .into_iter()
            .filter_map(|one| teller.tell(one))
            .collect())
    }

    async fn traced(
        &self,
        feed: &dyn EventFeed,
        ledger: &LedgerId,
        traced: &Traced,
    ) -> Result<Vec<Entry>, HistoryError> {
        match traced {
            Traced::Stream(stream) => self.entries(ledger, stream, At::Now).await,
            Traced::Event(position) => {
                let page = feed.read_from(ledger, *position, 1).await?;
                page.iter().map(Entry::read).collect()
            }
        }
    }
}

/// The events of some requests, and what followed from which of them by itself.
struct Teller<'a> {
    related: &'a [Entry],
    followed: BTreeMap<CommandId, (&'a Entry, &'a str)>,
}

impl<'a> Teller<'a> {
    fn new(ledger: &LedgerId, related: &'a [Entry], reactions: &'a [&'a str]) -> Self {
        let commands: BTreeSet<CommandId> = related.iter().map(|entry| entry.command).collect();
        let actors = related.iter().map(Entry::actor);
        let system = actors.filter(|actor| actor.role == Role::System);
        let assignments: BTreeSet<&str> = system.map(|one| one.assignment.as_str()).collect();
        let pairs = pairs(&assignments, reactions);
        let mut followed = BTreeMap::new();
        for cause in related {
            for (assignment, reaction) in &pairs {
                for place in 0..REACTION_COMMAND_COUNT_MAX {
                    let key = reaction_key(reaction, cause.id, place);
                    let command = CommandId::derive(ledger, assignment, &key);
                    if commands.contains(&command) {
                        followed.insert(command, (cause, *reaction));
                    }
                }
            }
        }
        Self { related, followed }
    }

    fn tell(&self, command: CommandId) -> Option<Trace> {
        let of_command = |entry: &&Entry| entry.command == command;
        let events: Vec<Entry> = self.related.iter().filter(of_command).cloned().collect();
        let first = events.first()?;
        let (correlation, read) = (first.correlation.clone(), first.decoded.read.clone());
        let cause = self.followed.get(&command);
        let is_cause = |one: &Entry| cause.is_some_and(|(cause, _)| cause.id == one.id);
        let of_request = self.related.iter().filter(|one| {
            one.correlation == correlation && one.command != command && !is_cause(one)
        });
        let is_effect = |one: &&Entry| {
            let cause = self.followed.get(&one.command);
            cause.is_some_and(|(cause, _)| cause.command == command)
        };
        let (effects, beside): (Vec<&Entry>, Vec<&Entry>) = of_request.partition(is_effect);
        Some(Trace {
            command,
            correlation,
            read,
            cause: cause.map(|(cause, reaction)| ((*cause).clone(), (*reaction).to_owned())),
            effects: effects.into_iter().cloned().collect(),
            beside: beside.into_iter().cloned().collect(),
            events,
        })
    }
}

/// Every assignment with every reaction.
fn pairs<'s, 'r>(
    assignments: &BTreeSet<&'s str>,
    reactions: &'r [&'r str],
) -> Vec<(&'s str, &'r str)> {
    let of = |assignment: &&'s str| {
        let assignment = *assignment;
        reactions
            .iter()
            .map(move |reaction| (assignment, *reaction))
    };
    assignments.iter().flat_map(of).collect()
}
