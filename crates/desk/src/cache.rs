//! Folded states, by stream and version.

use std::{
    collections::HashMap,
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::limits::CACHED_STATE_COUNT_MAX;
use khen_domain::{State, StreamKey};
use khen_eventlog::{LedgerId, Version};

/// A state and the version that it is folded up to.
#[derive(Debug, Clone)]
pub(crate) struct Folded {
    pub(crate) version: Version,
    pub(crate) state: Arc<State>,
}

type Generation = HashMap<(LedgerId, StreamKey), Folded>;

/// Keeps what was used lately: two generations, the older dropped when the younger is full.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    generations: Mutex<(Generation, Generation)>,
}

impl Cache {
    pub(crate) fn get(&self, ledger: &LedgerId, stream: &StreamKey) -> Option<Folded> {
        let key = (ledger.clone(), stream.clone());
        let mut generations = self.lock();
        let (young, old) = &mut *generations;
        if let Some(folded) = young.get(&key) {
            return Some(folded.clone());
        }
        let folded = old.remove(&key)?;
        insert(&mut generations, key, folded.clone());
        Some(folded)
    }

    /// Keeps `folded` unless a newer version is kept already.
    pub(crate) fn put(&self, ledger: &LedgerId, stream: &StreamKey, folded: Folded) {
        let key = (ledger.clone(), stream.clone());
        let mut generations = self.lock();
        let is_newer = |kept: &Folded| kept.version > folded.version;
        if !generations.0.get(&key).is_some_and(is_newer) {
            generations.1.remove(&key);
            insert(&mut generations, key, folded);
        }
    }

    fn lock(&self) -> MutexGuard<'_, (Generation, Generation)> {
        self.generations
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

fn insert(generations: &mut (Generation, Generation), key: (LedgerId, StreamKey), folded: Folded) {
    if generations.0.len() >= CACHED_STATE_COUNT_MAX {
        generations.1 = mem::take(&mut generations.0);
    }
    generations.0.insert(key, folded);
}
