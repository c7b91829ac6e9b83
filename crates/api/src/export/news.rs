//! Waits for news of a ledger.

use std::{collections::BTreeSet, time::Duration};

use super::{client::Client, waits};
use crate::{parts::Api, problem::Problem};
use khen_eventlog::Ledger;
use khen_export::{Format, Page, Query, page};

/// A page, and the ledger as it was then.
pub(super) struct Found {
    pub(super) ledger: Ledger,
    pub(super) page: Page,
}

/// The page that is asked for. While it is empty only because the ledger ends, waits for what comes, as
/// long as the query says: a ring of the bell is looked into at once, and a lost one only delays.
///
/// # Errors
/// Those of the page, and `rate-limited` when too many requests of the token wait already.
pub(super) async fn found(
    api: &Api,
    client: &Client,
    ledger: Ledger,
    query: &Query,
    format: Format,
) -> Result<Found, Problem> {
    let source = (&*api.parts.feed, &api.homes);
    // Listening begins before the look, so that nothing comes unheard in between.
    let mut ear = api.parts.bell.listen();
    let page_now = page(source, &ledger, client.profile, query, format).await?;
    let mut found = Found {
        ledger,
        page: page_now,
    };
    if query.wait_seconds == 0 || !is_idle(&found.page) {
        return Ok(found);
    }
    let _waiting = api.waits.enter(&client.reader.token_id)?;
    let ours = BTreeSet::from([found.ledger.id.clone()]);
    let waiting = async {
        while is_idle(&found.page) {
            waits::for_a_reason(&mut *ear, &ours).await;
            let ledger = client.ledger(api, found.ledger.id.as_str()).await?;
            let rest = Query {
                from: found.page.next,
                ..query.clone()
            };
            let page = page(source, &ledger, client.profile, &rest, format).await?;
            found = Found { ledger, page };
        }
        Ok(())
    };
    let patience = Duration::from_secs(query.wait_seconds);
    match tokio::time::timeout(patience, waiting).await {
        Ok(Err(problem)) => Err(problem),
        Ok(Ok(())) | Err(_) => Ok(found),
    }
}

/// Whether there is nothing to tell because the ledger ends.
fn is_idle(page: &Page) -> bool {
    page.event_count == 0 && !page.is_final
}
