//! A page of what is filed, planned or held beside the cases of a campaign.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    door::Reader,
    parts::Api,
    problem::Problem,
    rows::{self, CURSOR_FORMAT},
};
use khen_domain::StreamKind;
use khen_read_model::{TicketFilter, TicketRow, tickets};

/// Which page.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Asking {
    /// Where the page before it said that this one begins.
    #[schemars(extend("format" = CURSOR_FORMAT))]
    after: Option<String>,
    /// Entries of the page; 50 unless said.
    #[schemars(range(min = 1, max = 200))]
    limit: Option<usize>,
    /// Events that the rows must know: `min_position` of a command's answer.
    min_position: Option<u64>,
}

/// The rows of a page, and what to send as `after` for the next one. `reader_unit` sees its own and
/// what is for all; `None` sees everything.
pub(super) async fn page(
    api: &Api,
    reader: &Reader,
    (kind, campaign): (StreamKind, String),
    reader_unit: Option<String>,
    asking: Asking,
) -> Result<(Vec<TicketRow>, Option<String>), Problem> {
    let size = rows::size(asking.limit)?;
    let after = rows::place(asking.after.as_deref())?;
    let filter = TicketFilter {
        kind: kind.as_str().to_owned(),
        campaign,
        reader_unit,
        state: None,
    };
    rows::arrived(api, &reader.ledger, asking.min_position).await?;
    let ledger = reader.ledger.as_str();
    let page = tickets(&*api.parts.rows, ledger, &filter, after.as_deref(), size).await?;
    Ok((page.items, page.next.as_deref().map(rows::cursor)))
}
