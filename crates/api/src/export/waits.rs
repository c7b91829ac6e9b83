//! How a reader says that it waits for news, and what wakes it.

use std::collections::BTreeSet;

use axum::http::{HeaderMap, HeaderName};

use super::sending;
use crate::{limits::EXPORT_POLL_INTERVAL, operation::Header};
use khen_eventlog::{LedgerId, Listener, Rung};

/// The header that says it, for the document.
pub(super) const PREFER: Header = Header {
    name: "Prefer",
    is_required: false,
    description: "`wait=30` is another way to say `wait` (RFC 7240); other preferences are passed over.",
    pattern: None,
};

/// `wait=30` among the preferences, of a reader whose parameters say nothing of it.
pub(super) fn preferred(pairs: &[(String, String)], headers: &HeaderMap) -> Option<String> {
    let name = HeaderName::from_static("prefer");
    let prefer = sending::text(headers, &name);
    let mut preferences = prefer.split([',', ';']).map(str::trim);
    let wait = preferences.find_map(|one| one.strip_prefix("wait="));
    let is_said = pairs.iter().any(|(name, _)| name == "wait");
    wait.filter(|_| !is_said).map(str::to_owned)
}

/// The same as a parameter.
pub(super) fn named(wait: &str) -> (&str, &str) {
    ("wait", wait)
}

/// Waits for a reason to look at one of these ledgers: a ring that may be for it, or a while without any,
/// for a ring may be lost.
pub(super) async fn for_a_reason(ear: &mut dyn Listener, ledgers: &BTreeSet<LedgerId>) {
    let rung = rung_for(ear, ledgers);
    // Both ends of the wait are a reason to look.
    let _ = tokio::time::timeout(EXPORT_POLL_INTERVAL, rung).await;
}

/// Waits for a ring that may be for one of these ledgers: those of others are no reason to look.
async fn rung_for(ear: &mut dyn Listener, ledgers: &BTreeSet<LedgerId>) {
    loop {
        match ear.wait().await {
            Rung::Of(rung) if rung.is_disjoint(ledgers) => {}
            Rung::Of(_) | Rung::Unknown => return,
        }
    }
}
