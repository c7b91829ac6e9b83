//! `GET /log/{ledger}/tile/entries/{N}[.p/{W}]`.

use super::none;
use crate::{
    parts::Shared,
    problem::{Problem, unavailable},
};
use khen_audit::{BundleId, encode_bundle};
use khen_eventlog::{LedgerId, Position, leaf_bytes};

/// The leaves of a bundle, made from the events themselves. A leaf is in the tree before it is handed
/// out.
pub(super) async fn bundle(
    api: &Shared,
    ledger: &LedgerId,
    id: BundleId,
) -> Result<Vec<u8>, Problem> {
    let width = usize::from(id.width());
    let log = api.parts.tiles.log(ledger).await?.ok_or_else(none)?;
    if log.size.0 < id.first().saturating_add(u64::from(id.width())) {
        return Err(none());
    }
    let known = api.parts.feed.ledger(ledger).await?.ok_or_else(none)?;
    let first = Position(id.first());
    let events = api.parts.feed.read_from(ledger, first, width).await?;
    if events.len() < width {
        return Err(none());
    }
    let leaves = events.iter().map(|event| leaf_bytes(&known.source, event));
    let leaves = leaves.collect::<Result<Vec<_>, _>>();
    let leaves = leaves.map_err(|failure| unavailable(&failure))?;
    encode_bundle(&leaves).map_err(|failure| unavailable(&failure))
}
