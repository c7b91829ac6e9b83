//! `GET /log/{ledger}/tile/{L}/{N}[.p/{W}]`.

use axum::{extract::State, response::Response};

use super::{bytes_for_ever, entries, ledger_of, none};
use crate::{extract::Path, parts::Shared, problem::Problem};
use khen_audit::{BundleId, TileId};
use khen_eventlog::{LedgerId, TILE_HASH_BYTES, TilePlace};

/// A tile, or a bundle of entries.
pub(super) async fn show(
    State(api): State<Shared>,
    Path((slug, place)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let ledger = ledger_of(&slug)?;
    let path = format!("tile/{place}");
    let bytes = match (TileId::parse(&path), BundleId::parse(&path)) {
        (Ok(id), _) => tile(&api, &ledger, id).await?,
        (Err(_), Ok(id)) => entries::bundle(&api, &ledger, id).await?,
        (Err(_), Err(_)) => return Err(none()),
    };
    Ok(bytes_for_ever(bytes))
}

/// A tile that is wider by now is cut to what it was: a narrower one is its beginning.
async fn tile(api: &Shared, ledger: &LedgerId, id: TileId) -> Result<Vec<u8>, Problem> {
    let place = TilePlace {
        level: id.level(),
        index: id.index(),
    };
    let mut found = api.parts.tiles.tiles(ledger, &[place]).await?;
    let mut bytes = found.pop().flatten().ok_or_else(none)?;
    let wanted = usize::from(id.width()) * TILE_HASH_BYTES;
    if bytes.len() < wanted {
        return Err(none());
    }
    bytes.truncate(wanted);
    Ok(bytes)
}
