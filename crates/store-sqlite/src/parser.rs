//! Parses the columns of a row; what does not parse is reported with table, column and key.

use std::fmt;

use jiff::Timestamp;
use rusqlite::{Row, types::ValueRef};

use crate::fault::Fault;

/// One row of a statement's answer. `columns` are the statement's, in its order.
pub(crate) struct Parser<'a> {
    pub(crate) table: &'static str,
    pub(crate) columns: &'static [&'static str],
    pub(crate) key: &'a dyn fmt::Display,
    pub(crate) row: &'a Row<'a>,
}

impl<'a> Parser<'a> {
    /// Text that `read` understands.
    pub(crate) fn text<T>(
        &self,
        index: usize,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, Fault> {
        let text = self.value(index)?.as_str().ok();
        text.and_then(read).ok_or_else(|| self.corrupt(index))
    }

    /// Any text.
    pub(crate) fn string(&self, index: usize) -> Result<String, Fault> {
        self.text(index, |text| Some(text.to_owned()))
    }

    /// Any bytes.
    pub(crate) fn bytes(&self, index: usize) -> Result<Vec<u8>, Fault> {
        let bytes = self.value(index)?.as_blob().ok();
        bytes.map(<[u8]>::to_vec).ok_or_else(|| self.corrupt(index))
    }

    /// Exactly `N` bytes.
    pub(crate) fn array<const N: usize>(&self, index: usize) -> Result<[u8; N], Fault> {
        let bytes = self.value(index)?.as_blob().ok();
        bytes
            .and_then(|bytes| bytes.try_into().ok())
            .ok_or_else(|| self.corrupt(index))
    }

    /// A count, which is never negative.
    pub(crate) fn count(&self, index: usize) -> Result<u64, Fault> {
        let number = self.value(index)?.as_i64().ok();
        number
            .and_then(|number| u64::try_from(number).ok())
            .ok_or_else(|| self.corrupt(index))
    }

    /// A count that `read` understands.
    pub(crate) fn number<T>(
        &self,
        index: usize,
        read: impl FnOnce(u64) -> Option<T>,
    ) -> Result<T, Fault> {
        read(self.count(index)?).ok_or_else(|| self.corrupt(index))
    }

    /// A time in microseconds.
    pub(crate) fn time(&self, index: usize) -> Result<Timestamp, Fault> {
        let number = self.value(index)?.as_i64().ok();
        number
            .and_then(|number| Timestamp::from_microsecond(number).ok())
            .ok_or_else(|| self.corrupt(index))
    }

    /// `None` where the column is empty.
    pub(crate) fn optional<T>(
        &self,
        index: usize,
        parse: impl FnOnce(&Self, usize) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        if matches!(self.value(index)?, ValueRef::Null) {
            Ok(None)
        } else {
            parse(self, index).map(Some)
        }
    }

    /// The value as it is stored.
    pub(crate) fn value(&self, index: usize) -> Result<ValueRef<'a>, Fault> {
        Ok(self.row.get_ref(index)?)
    }

    /// What is said of a column that does not parse.
    pub(crate) fn corrupt(&self, index: usize) -> Fault {
        let Self { table, key, .. } = self;
        let column = self.columns.get(index).copied().unwrap_or("?");
        Fault::Corrupt {
            place: format!("table {table}, column {column}, row {key}"),
        }
    }
}
