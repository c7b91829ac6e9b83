//! Which number is which stream. A stream keeps its name for ever, so a name once read is remembered:
//! joining it to every event of a page costs a third of reading the page.

use std::{
    collections::{BTreeSet, HashMap},
    sync::{PoisonError, RwLock},
};

use tokio_postgres::Row;

use super::{read::Ask, row};
use crate::{fault::Fault, limits::REMEMBERED_NAME_COUNT_MAX, parser::Parser, sql};
use khen_eventlog::{RecordedEvent, StreamName};

/// The names of streams that were met.
#[derive(Debug, Default)]
pub(super) struct Names(RwLock<HashMap<i64, StreamName>>);

impl Names {
    /// The events of these rows of [`sql::READ_PAGE`].
    pub(super) async fn events(
        &self,
        from: &impl Ask,
        rows: &[Row],
    ) -> Result<Vec<RecordedEvent>, Fault> {
        let numbers = rows.iter().map(|row| row.try_get(1));
        let numbers: Vec<i64> = numbers.collect::<Result<_, _>>()?;
        self.meet(from, &numbers).await?;
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let events = rows.iter().zip(numbers).map(|(row, number)| {
            let name = known.get(&number).cloned();
            let name = name.ok_or_else(|| Fault::Corrupt {
                place: format!("table stream, column stream_no, row {number}"),
            })?;
            row::event(row, |_| Ok(name))
        });
        events.collect()
    }

    /// Reads the names that are not known yet.
    async fn meet(&self, from: &impl Ask, numbers: &[i64]) -> Result<(), Fault> {
        let new = self.unknown(numbers);
        if new.is_empty() {
            return Ok(());
        }
        let rows = from.ask(sql::NAME_STREAMS, &[&new]).await?;
        let names = rows.iter().map(named).collect::<Result<Vec<_>, _>>()?;
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() > REMEMBERED_NAME_COUNT_MAX {
            // Those of this page are needed in a moment.
            let needed: BTreeSet<&i64> = numbers.iter().collect();
            known.retain(|number, _| needed.contains(number));
        }
        known.extend(names);
        Ok(())
    }

    fn unknown(&self, numbers: &[i64]) -> Vec<i64> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let new = numbers.iter().filter(|number| !known.contains_key(number));
        let new: BTreeSet<i64> = new.copied().collect();
        new.into_iter().collect()
    }
}

fn named(row: &Row) -> Result<(i64, StreamName), Fault> {
    let number: i64 = row.try_get(0)?;
    let parser = Parser {
        table: "stream",
        columns: &["stream_no", "name"],
        key: &number,
        row,
    };
    Ok((number, parser.text(1, |name| StreamName::parse(name).ok())?))
}
