//! Which number is which stream. A stream keeps its name for ever, so a name once read is remembered
//! instead of being joined to every event of a page.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

use rusqlite::Connection;

use crate::{fault::Fault, limits::REMEMBERED_NAME_COUNT_MAX, parser::Parser, sql};
use khen_eventlog::StreamName;

/// The names of streams that were met. Clones share them.
#[derive(Debug, Default, Clone)]
pub(super) struct Names(Arc<RwLock<HashMap<i64, StreamName>>>);

impl Names {
    /// The name of the stream with this number; `None` where there is none.
    pub(super) fn of(
        &self,
        connection: &Connection,
        number: i64,
    ) -> Result<Option<StreamName>, Fault> {
        if let Some(known) = self.known(number) {
            return Ok(Some(known));
        }
        let Some(name) = read(connection, number)? else {
            return Ok(None);
        };
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() > REMEMBERED_NAME_COUNT_MAX {
            known.clear();
        }
        known.insert(number, name.clone());
        Ok(Some(name))
    }

    fn known(&self, number: i64) -> Option<StreamName> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        known.get(&number).cloned()
    }
}

fn read(connection: &Connection, number: i64) -> Result<Option<StreamName>, Fault> {
    let mut statement = connection.prepare_cached(sql::NAME_STREAM)?;
    let mut rows = statement.query([number])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let parser = Parser {
        table: "stream",
        columns: &["name"],
        key: &number,
        row,
    };
    parser
        .text(0, |name| StreamName::parse(name).ok())
        .map(Some)
}
