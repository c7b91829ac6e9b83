//! `GET /log/{ledger}/checkpoint`, `GET /log/{ledger}/witnessed` and `GET /log/{ledger}/vkey`.

use axum::{
    extract::State,
    http::{HeaderName, header},
    response::IntoResponse,
};

use super::{ledger_of, none};
use crate::{extract::Path, parts::Shared, problem::Problem};
use khen_eventlog::KeptCheckpoint;

/// A new one may come every second.
const SHORT: &str = "public, max-age=5";

/// The newest checkpoint: origin, size and root of the log, with the signatures of the log and of those
/// who witnessed this size.
pub(super) async fn checkpoint(
    State(api): State<Shared>,
    Path(slug): Path<String>,
) -> Result<impl IntoResponse, Problem> {
    let signed = newest(&api, &slug).await?;
    Ok((text(), signed.note))
}

/// The newest checkpoint that witnesses cosigned. The log may have grown since.
pub(super) async fn witnessed(
    State(api): State<Shared>,
    Path(slug): Path<String>,
) -> Result<impl IntoResponse, Problem> {
    let log = api.parts.tiles.log(&ledger_of(&slug)?).await?;
    let witnessed = log.and_then(|log| log.witnessed).ok_or_else(none)?;
    Ok((text(), witnessed.note))
}

/// The verifier keys of the log, one a line, the present one first. Whoever checks the log has them from
/// somewhere else too: from a board, or a mandate on paper.
pub(super) async fn vkey(
    State(api): State<Shared>,
    Path(slug): Path<String>,
) -> Result<impl IntoResponse, Problem> {
    let signed = newest(&api, &slug).await?;
    Ok((text(), signed.keys))
}

async fn newest(api: &Shared, slug: &str) -> Result<KeptCheckpoint, Problem> {
    let log = api.parts.tiles.log(&ledger_of(slug)?).await?;
    log.and_then(|log| log.signed).ok_or_else(none)
}

fn text() -> [(HeaderName, &'static str); 2] {
    [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::CACHE_CONTROL, SHORT),
    ]
}
