//! The transparency log of a ledger, for anybody.
//!
//! Paths and formats are those of `c2sp.org/tlog-tiles` and `c2sp.org/tlog-checkpoint`, so that every
//! program for such logs reads it: a tile's path has as many parts as its number needs, which is why
//! these stand beside the table of operations. Nobody signs in: tiles are hashes, and the entries are
//! the leaves of events, which hold no personal data and no payload.

mod entries;
mod head;
mod tile;

use axum::{
    Router,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};

use crate::{parts::Shared, problem::Problem};
use khen_eventlog::LedgerId;
use khen_texts::Problem as Slug;

/// Bytes, and those of a name never change.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The paths of all logs.
pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/log/{ledger}/checkpoint", get(head::checkpoint))
        .route("/log/{ledger}/witnessed", get(head::witnessed))
        .route("/log/{ledger}/vkey", get(head::vkey))
        .route("/log/{ledger}/tile/{*place}", get(tile::show))
}

fn ledger_of(slug: &str) -> Result<LedgerId, Problem> {
    LedgerId::parse(slug).map_err(|_| none())
}

fn none() -> Problem {
    Problem::of(Slug::NotFound)
}

fn bytes_for_ever(bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream"),
        (header::CACHE_CONTROL, FOR_EVER),
    ];
    (headers, bytes).into_response()
}
