//! The clients' own book of what they were told.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use serde_json::Value;

use crate::running::PATIENCE;
use khen_eventlog::{CommandId, Position};

/// The events that an acknowledgement named: position and stream.
pub(crate) type Told = Vec<(Position, String)>;

/// What was acknowledged, what was refused, and how often no answer came.
#[derive(Default)]
pub(crate) struct Book {
    entries: Mutex<Entries>,
    changed: Condvar,
}

#[derive(Default)]
pub(crate) struct Entries {
    pub(crate) acknowledged: BTreeMap<CommandId, Told>,
    pub(crate) refused: BTreeSet<CommandId>,
    /// Tries that failed, or were answered with a failure of the server.
    failed_tries: usize,
}

impl Book {
    /// A command was acknowledged with this answer, at its first try or after others.
    pub(crate) fn acknowledge(&self, command: CommandId, answer: &Value, is_first_try: bool) {
        assert_eq!(answer["command_id"], command.to_string(), "{answer}");
        let is_repeat = answer["is_repeat"].as_bool().unwrap();
        assert!(!(is_first_try && is_repeat), "a new command: {answer}");
        let events = answer["events"].as_array().unwrap().iter();
        let told = events.map(|event| {
            let position = Position(event["position"].as_u64().unwrap());
            (position, event["stream"].as_str().unwrap().to_owned())
        });
        let told: Told = told.collect();
        assert!(
            !told.is_empty(),
            "every command of the load records: {answer}"
        );
        let before = self.change(|entries| entries.acknowledged.insert(command, told));
        assert_eq!(
            before, None,
            "no client sends a command again once it is answered"
        );
    }

    /// A command was refused by a rule.
    pub(crate) fn refuse(&self, command: CommandId) {
        self.change(|entries| entries.refused.insert(command));
    }

    /// A try came to nothing that a client may rely on.
    pub(crate) fn fail(&self) {
        self.change(|entries| entries.failed_tries += 1);
    }

    /// Waits until so many more commands are acknowledged.
    pub(crate) fn wait_for_acknowledged(&self, more: usize) {
        let is_served = self.is_acknowledged_within(more, PATIENCE);
        assert!(is_served, "nobody is served any more");
    }

    /// Whether so many more commands are acknowledged within this time.
    pub(crate) fn is_acknowledged_within(&self, more: usize, time: Duration) -> bool {
        self.comes_about(more, time, |entries| entries.acknowledged.len())
    }

    /// Waits until so many more tries have failed.
    pub(crate) fn wait_for_failed_tries(&self, more: usize) {
        let is_felt = self.comes_about(more, PATIENCE, |entries| entries.failed_tries);
        assert!(is_felt, "the fault hurts nobody");
    }

    fn comes_about(&self, more: usize, time: Duration, count: fn(&Entries) -> usize) -> bool {
        let entries = self.entries();
        let wanted = count(&entries) + more;
        let is_awaited = |entries: &mut Entries| count(entries) < wanted;
        let waited = self.changed.wait_timeout_while(entries, time, is_awaited);
        !waited.unwrap_or_else(PoisonError::into_inner).1.timed_out()
    }

    /// What it holds now.
    pub(crate) fn entries(&self) -> MutexGuard<'_, Entries> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change<T>(&self, change: impl FnOnce(&mut Entries) -> T) -> T {
        let answer = change(&mut self.entries());
        self.changed.notify_all();
        answer
    }
}
