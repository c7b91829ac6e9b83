//! Events of one command, gathered: an act is told once, however many events it caused.

use serde_json::Value;

use crate::Entry;
use khen_domain::{CampaignId, StreamKey};
use khen_eventlog::{CommandId, Position};

/// The act that is being gathered.
pub(super) struct Act {
    pub(super) command: CommandId,
    pub(super) stream: StreamKey,
    pub(super) campaign: Option<CampaignId>,
    pub(super) positions: Vec<Position>,
    pub(super) facts: Value,
}

/// Gathers events that follow each other and come of one command.
#[derive(Default)]
pub(super) struct Gathered {
    open: Option<Act>,
}

impl Gathered {
    /// Adds an event, and hands out the act before it when this one begins another.
    pub(super) fn add(&mut self, entry: &Entry, facts: impl FnOnce() -> Value) -> Option<Act> {
        if let Some(act) = &mut self.open
            && act.command == entry.command
        {
            act.positions.push(entry.position);
            return None;
        }
        self.open.replace(Act {
            command: entry.command,
            stream: entry.stream.clone(),
            campaign: entry.campaign(),
            positions: vec![entry.position],
            facts: facts(),
        })
    }

    /// The last act.
    pub(super) fn last(&mut self) -> Option<Act> {
        self.open.take()
    }
}
