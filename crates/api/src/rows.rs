//! Pages of rows: where they begin, how long they are, and how far the rows must be.

use std::time::Duration;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::Serialize;

use crate::{
    limits::{ROWS_PATIENCE, SEARCH_CHARS_MAX},
    parts::Api,
    problem::Problem,
};
use khen_eventlog::LedgerId;
use khen_read_model::{PageSize, Search};
use khen_texts::Problem as Slug;

/// What the document calls a cursor: opaque, so only one that was answered is one.
pub(crate) const CURSOR_FORMAT: &str = "khen-cursor";

/// Waits a bounded time until the rows know the first `min_position` events.
///
/// # Errors
/// The problem `rows-behind` when they do not by then, `cursor-ahead-of-log` when there are not so
/// many.
pub(crate) async fn arrived(
    api: &Api,
    ledger: &LedgerId,
    min_position: Option<u64>,
) -> Result<(), Problem> {
    let Some(last) = min_position.and_then(|count| count.checked_sub(1)) else {
        return Ok(());
    };
    let waiting = |patience| api.parts.arrivals.wait_for(ledger.as_str(), last, patience);
    if waiting(Duration::ZERO).await? {
        return Ok(());
    }
    let known = api.parts.feed.ledger(ledger).await?;
    let size = known.map_or(0, |known| known.size.0);
    if last >= size {
        return Err(Problem::of(Slug::CursorAheadOfLog)
            .with_fact("position", last + 1)
            .with_fact("log_size", size));
    }
    if waiting(ROWS_PATIENCE).await? {
        Ok(())
    } else {
        Err(Problem::of(Slug::RowsBehind).with_fact("min_position", last + 1))
    }
}

/// The size of a page.
///
/// # Errors
/// The problem `malformed` outside 1 to 200.
pub(crate) fn size(limit: Option<usize>) -> Result<PageSize, Problem> {
    Ok(limit.map_or(Ok(PageSize::default()), PageSize::try_new)?)
}

/// What is looked for.
///
/// # Errors
/// The problem `malformed` for a text that is too long.
pub(crate) fn search(text: Option<&str>) -> Result<Option<Search>, Problem> {
    let text = text.unwrap_or_default();
    if text.chars().count() > SEARCH_CHARS_MAX {
        let detail = format!("a search has at most {SEARCH_CHARS_MAX} characters");
        return Err(Problem::malformed("q", &detail));
    }
    Ok(Search::of(text))
}

/// The word of an enum without fields, as it stands in rows.
pub(crate) fn word(value: &impl Serialize) -> String {
    let written = serde_json::to_value(value).ok();
    let word = written.as_ref().and_then(|written| written.as_str());
    word.map(str::to_owned)
        .expect("an enum without fields is written as one word")
}

/// A place, as the reader is told it: opaque, so that nobody builds one.
pub(crate) fn cursor(place: &str) -> String {
    URL_SAFE_NO_PAD.encode(place)
}

/// The place that a cursor names.
///
/// # Errors
/// The problem `malformed` for a text that is no cursor.
pub(crate) fn place(cursor: Option<&str>) -> Result<Option<String>, Problem> {
    let wrong = || Problem::malformed("after", "a page begins where the page before it said");
    let Some(cursor) = cursor else {
        return Ok(None);
    };
    let bytes = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| wrong())?;
    String::from_utf8(bytes).map(Some).map_err(|_| wrong())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_leads_back_to_its_place() {
        let told = cursor("1730772600000000~presentation/HQ-CCHC-2024-1");
        let read = place(Some(&told)).unwrap();
        assert_eq!(
            read.as_deref(),
            Some("1730772600000000~presentation/HQ-CCHC-2024-1")
        );
        assert!(place(None).unwrap().is_none());
        for wrong in ["ư", "a", "____"] {
            assert!(place(Some(wrong)).is_err(), "{wrong}");
        }
    }
}
