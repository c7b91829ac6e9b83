//! Parses the columns of a row; what does not parse is reported with table, column and key.

use std::fmt;

use jiff::Timestamp;
use tokio_postgres::{Row, types::FromSql};

use crate::fault::Fault;

/// One row of a statement's answer. `columns` are the statement's, in its order.
pub(crate) struct Parser<'a> {
    pub(crate) table: &'static str,
    pub(crate) columns: &'static [&'static str],
    pub(crate) key: &'a dyn fmt::Display,
    pub(crate) row: &'a Row,
}

impl<'a> Parser<'a> {
    /// Text that `read` understands.
    pub(crate) fn text<T>(
        &self,
        index: usize,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, Fault> {
        read(self.value(index)?).ok_or_else(|| self.corrupt(index))
    }

    /// Exactly `N` bytes.
    pub(crate) fn array<const N: usize>(&self, index: usize) -> Result<[u8; N], Fault> {
        let bytes: &[u8] = self.value(index)?;
        bytes.try_into().map_err(|_| self.corrupt(index))
    }

    /// A count, which is never negative.
    pub(crate) fn count(&self, index: usize) -> Result<u64, Fault> {
        let number: i64 = self.value(index)?;
        u64::try_from(number).map_err(|_| self.corrupt(index))
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
        let time = Timestamp::from_microsecond(self.value(index)?);
        time.map_err(|_| self.corrupt(index))
    }

    /// A value of the column's own type.
    pub(crate) fn value<T: FromSql<'a>>(&self, index: usize) -> Result<T, Fault> {
        self.row.try_get(index).map_err(|_| self.corrupt(index))
    }

    fn corrupt(&self, index: usize) -> Fault {
        let Self { table, key, .. } = self;
        let column = self.columns.get(index).copied().unwrap_or("?");
        Fault::Corrupt {
            place: format!("table {table}, column {column}, row {key}"),
        }
    }
}
