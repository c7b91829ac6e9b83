//! Which number is which stream. A stream keeps its name for ever, so a name once read is remembered:
//! joining it to every event of a page costs a third of reading the page.

use std::collections::{BTreeSet, HashMap};

use tokio_postgres::Row;

use super::{read::Ask, row};
use crate::{
    Database, fault::Fault, limits::REMEMBERED_NAME_COUNT_MAX, parser::Parser,
    remembered::Remembered, sql,
};
use khen_eventlog::{EventTypes, RecordedEvent, StreamName};

/// The names of streams that were met.
#[derive(Debug)]
pub(super) struct Names(Remembered<i64, StreamName>);

/// Rows of [`sql::READ_PAGE`] that came in so far.
#[derive(Default)]
pub(super) struct Page {
    events: Vec<RecordedEvent>,
    types: EventTypes,
    /// Rows that wait for the name of their stream, with its number.
    nameless: Vec<(i64, Row)>,
}

impl Names {
    pub(super) fn new(database: &Database) -> Self {
        Self(Remembered::new(
            database.connections(),
            REMEMBERED_NAME_COUNT_MAX,
        ))
    }

    /// Takes a row in: it is parsed at once if the name of its stream is known.
    pub(super) fn take(&self, page: &mut Page, row: Row) -> Result<(), Fault> {
        let number = row.try_get(1)?;
        match self.0.get(&number) {
            Some(name) => {
                let event = row::event(&row, &mut page.types, |_| Ok(name))?;
                page.events.push(event);
            }
            None => page.nameless.push((number, row)),
        }
        Ok(())
    }

    /// The events of a page that came in whole, in their order.
    pub(super) async fn events(
        &self,
        from: &impl Ask,
        page: Page,
    ) -> Result<Vec<RecordedEvent>, Fault> {
        let Page {
            mut events,
            mut types,
            nameless,
        } = page;
        if nameless.is_empty() {
            return Ok(events);
        }
        let numbers: BTreeSet<i64> = nameless.iter().map(|(number, _)| *number).collect();
        let names = self.meet(from, numbers).await?;
        for (number, row) in &nameless {
            let name = names.get(number).cloned();
            let name = name.ok_or_else(|| Fault::Corrupt {
                place: format!("table stream, column stream_no, row {number}"),
            })?;
            events.push(row::event(row, &mut types, |_| Ok(name))?);
        }
        events.sort_by_key(|event| event.position);
        Ok(events)
    }

    /// Reads these names and remembers them.
    async fn meet(
        &self,
        from: &impl Ask,
        numbers: BTreeSet<i64>,
    ) -> Result<HashMap<i64, StreamName>, Fault> {
        let numbers: Vec<i64> = numbers.into_iter().collect();
        let asked = self.0.asking();
        let rows = from.ask(sql::NAME_STREAMS, &[&numbers]).await?;
        let names: HashMap<_, _> = rows.iter().map(named).collect::<Result<_, _>>()?;
        let kept = names.iter().map(|(number, name)| (*number, name.clone()));
        self.0.keep(asked, kept);
        Ok(names)
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
