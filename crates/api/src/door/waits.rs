//! How many requests of a token wait for news at once, per process.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use crate::{
    limits::{EXPORT_WAITS_AT_ONCE_MAX, RETRY_AFTER_SECONDS},
    problem::Problem,
};
use khen_texts::Problem as Slug;

/// Counts requests that wait.
#[derive(Clone, Default)]
pub(crate) struct Waits(Arc<Mutex<HashMap<String, usize>>>);

/// A request that waits; it is counted until this is dropped.
pub(crate) struct Waiting {
    waits: Waits,
    token: String,
}

impl Waits {
    /// Counts one more.
    ///
    /// # Errors
    /// The problem `rate-limited` when as many wait already as may.
    pub(crate) fn enter(&self, token: &str) -> Result<Waiting, Problem> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = waiting.entry(token.to_owned()).or_default();
        if *count >= EXPORT_WAITS_AT_ONCE_MAX {
            return Err(Problem::of(Slug::RateLimited).retry_after(RETRY_AFTER_SECONDS));
        }
        *count += 1;
        Ok(Waiting {
            waits: self.clone(),
            token: token.to_owned(),
        })
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        let mut waiting = self.waits.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = waiting.get_mut(&self.token) {
            *count -= 1;
            if *count == 0 {
                waiting.remove(&self.token);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_stops_waiting_makes_room_for_the_next() {
        let waits = Waits::default();
        let enter = |token| waits.enter(token).ok();
        let mut waiting: Vec<_> = (0..EXPORT_WAITS_AT_ONCE_MAX)
            .map(|_| enter("lan").unwrap())
            .collect();
        assert!(enter("lan").is_none());
        assert!(enter("minh").is_some(), "tokens are counted apart");
        waiting.pop();
        assert!(enter("lan").is_some());
        drop(waiting);
        assert!(waits.0.lock().unwrap().is_empty());
    }
}
