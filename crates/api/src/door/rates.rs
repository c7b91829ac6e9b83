//! How often a token is used: counted in windows of fixed length, per process.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use crate::{limits::RATED_TOKEN_COUNT_MAX, parts::Allowance, problem::Problem};
use khen_ambient::Stopwatch;
use khen_texts::Problem as Slug;

/// What a token is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Purpose {
    /// Any request.
    Request,
    /// An upload, counted on top.
    Upload,
    /// A page or an event of the export, counted on top.
    Export,
}

/// Counts uses.
pub(crate) struct Rates {
    allowance: Allowance,
    watch: Stopwatch,
    used: Mutex<HashMap<(String, Purpose), Window>>,
}

/// Uses since the beginning of a window.
#[derive(Debug, Clone, Copy)]
struct Window {
    number: u64,
    used: u32,
}

impl Rates {
    pub(crate) fn new(allowance: Allowance) -> Self {
        Self {
            allowance,
            watch: Stopwatch::start(),
            used: Mutex::default(),
        }
    }

    /// Counts one more use.
    ///
    /// # Errors
    /// The problem `rate-limited` when the window is used up, saying when the next one begins.
    pub(crate) fn take(&self, token: &str, purpose: Purpose) -> Result<(), Problem> {
        self.take_at(self.watch.elapsed(), token, purpose)
    }

    fn take_at(&self, now: Duration, token: &str, purpose: Purpose) -> Result<(), Problem> {
        let (length, allowed) = match purpose {
            Purpose::Request => (60, self.allowance.requests_per_minute),
            Purpose::Upload => (3_600, self.allowance.uploads_per_hour),
            Purpose::Export => (60, self.allowance.exports_per_minute),
        };
        let number = now.as_secs() / length;
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        if used.len() >= RATED_TOKEN_COUNT_MAX {
            // Forgetting is kinder than growing: everybody starts a new window.
            used.clear();
        }
        let fresh = Window { number, used: 0 };
        let window = used.entry((token.to_owned(), purpose)).or_insert(fresh);
        if window.number != number {
            *window = fresh;
        }
        if window.used >= allowed {
            let seconds = length - now.as_secs() % length;
            return Err(Problem::of(Slug::RateLimited).retry_after(seconds));
        }
        window.used += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_used_up_and_the_next_one_is_fresh() {
        let rates = Rates::new(Allowance {
            requests_per_minute: 2,
            uploads_per_hour: 1,
            exports_per_minute: 1,
        });
        let ask = |seconds, token, purpose| {
            rates
                .take_at(Duration::from_secs(seconds), token, purpose)
                .is_ok()
        };
        assert!(ask(0, "lan", Purpose::Request) && ask(59, "lan", Purpose::Request));
        assert!(!ask(59, "lan", Purpose::Request));
        assert!(
            ask(59, "minh", Purpose::Request),
            "tokens are counted apart"
        );
        assert!(ask(60, "lan", Purpose::Request));
        assert!(ask(60, "lan", Purpose::Export) && !ask(61, "lan", Purpose::Export));
        assert!(ask(60, "lan", Purpose::Upload) && !ask(3_599, "lan", Purpose::Upload));
    }
}
