//! How often a token, or a client with all its tokens, is used: counted in windows of fixed length, per process.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use axum::http::HeaderName;

use crate::{limits::RATED_TOKEN_COUNT_MAX, parts::Allowance, problem::Problem};
use khen_ambient::Stopwatch;
use khen_texts::Problem as Slug;

const RATE_LIMIT_POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
const RATE_LIMIT: HeaderName = HeaderName::from_static("ratelimit");

/// What a token is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Purpose {
    /// Any request.
    Request,
    /// An upload, counted on top.
    Upload,
    /// A page or an event of the export, counted on top.
    Export,
    /// A bundle of evidence, counted on top.
    Bundle,
    /// An access token for a client.
    Grant,
    /// None, because it was not proven who asks.
    Failure,
}

impl Purpose {
    /// The name of its allowance on the wire.
    fn as_str(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Upload => "upload",
            Self::Export => "export",
            Self::Bundle => "bundle",
            Self::Grant => "grant",
            Self::Failure => "failure",
        }
    }
}

/// What a token has left in its window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Left {
    /// What for.
    pub(crate) purpose: Purpose,
    /// Uses that the window allows.
    pub(crate) allowed: u32,
    /// Seconds that it lasts.
    pub(crate) window_seconds: u64,
    /// Uses that are left in it.
    pub(crate) left: u32,
    /// Seconds until the next one.
    pub(crate) reset_seconds: u64,
}

impl Left {
    /// `RateLimit-Policy` and `RateLimit`. Source: draft-ietf-httpapi-ratelimit-headers-10.
    pub(crate) fn headers(self) -> [(HeaderName, String); 2] {
        let name = self.purpose.as_str();
        let (allowed, window) = (self.allowed, self.window_seconds);
        let (left, reset) = (self.left, self.reset_seconds);
        [
            (
                RATE_LIMIT_POLICY,
                format!("\"{name}\";q={allowed};w={window}"),
            ),
            (RATE_LIMIT, format!("\"{name}\";r={left};t={reset}")),
        ]
    }
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

    /// Counts one more use; says what is left.
    ///
    /// # Errors
    /// The problem `rate-limited` when the window is used up, saying when the next one begins.
    pub(crate) fn take(&self, token: &str, purpose: Purpose) -> Result<Left, Problem> {
        self.take_at(self.watch.elapsed(), token, purpose)
    }

    fn take_at(&self, now: Duration, token: &str, purpose: Purpose) -> Result<Left, Problem> {
        let (length, allowed) = match purpose {
            Purpose::Request => (60, self.allowance.requests_per_minute),
            Purpose::Upload => (3_600, self.allowance.uploads_per_hour),
            Purpose::Export => (60, self.allowance.exports_per_minute),
            Purpose::Bundle => (3_600, self.allowance.bundles_per_hour),
            Purpose::Grant | Purpose::Failure => (60, self.allowance.grants_per_minute),
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
        let is_used_up = window.used >= allowed;
        if !is_used_up {
            window.used += 1;
        }
        let left = Left {
            purpose,
            allowed,
            window_seconds: length,
            left: allowed.saturating_sub(window.used),
            reset_seconds: length - now.as_secs() % length,
        };
        if is_used_up {
            return Err(Problem::of(Slug::RateLimited).used_up(left));
        }
        Ok(left)
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
            bundles_per_hour: 1,
            grants_per_minute: 1,
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
