//! The past of a ledger in large pieces that never change.

pub(crate) mod files;
pub(crate) mod list;
pub(crate) mod shelf;

use std::ops::Range;

use super::{client::Client, seal::Seal};
use crate::{operation::Parameter, parts::Api, problem::Problem};
use khen_eventlog::Ledger;
use khen_texts::Problem as Slug;

/// Where the segments of a ledger are listed.
const SEGMENTS: &str = "/export/v1/{ledger}/segments";

/// The parts of the path that name a segment.
const PATH: &[Parameter] = &[
    super::LEDGER,
    Parameter {
        name: "segment",
        is_required: true,
        description: "Its first position and the one behind its last, such as `0-4096`.",
        pattern: None,
    },
];

/// The segments of a ledger whose end is under a signed checkpoint: only what is sealed is history.
async fn closed(api: &Api, ledger: &Ledger, seal: &Seal) -> Result<Vec<Range<u64>>, Problem> {
    let signed = seal.log.signed.as_ref().map_or(0, |signed| signed.size.0);
    api.segments.closed(&*api.parts.feed, ledger, signed).await
}

/// A segment that was asked for by name, and the ledger that it is of.
struct Named {
    ledger: Ledger,
    seal: Seal,
    range: Range<u64>,
}

impl Named {
    /// The closed segment of this name.
    ///
    /// # Errors
    /// The problem `not-found` for any other range than that of a closed segment.
    async fn find(api: &Api, client: &Client, ledger: &str, name: &str) -> Result<Self, Problem> {
        let ledger = client.ledger(api, ledger).await?;
        let seal = Seal::of(api, &ledger.id).await?;
        let mut known = closed(api, &ledger, &seal).await?.into_iter();
        let range = known.find(|range| name_of(range) == name);
        Ok(Self {
            range: range.ok_or_else(|| Problem::of(Slug::NotFound))?,
            ledger,
            seal,
        })
    }
}

fn name_of(range: &Range<u64>) -> String {
    format!("{}-{}", range.start, range.end)
}
