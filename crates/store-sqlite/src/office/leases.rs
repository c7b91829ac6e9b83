//! Who works on which ledgers: for tests of workers, and for several processes over one folder.

use std::time::Duration;

use async_trait::async_trait;
use rusqlite::{Connection, Row, Rows, params};

use super::SqliteOffice;
use crate::{fault::Fault, parser::Parser, sql};
use khen_eventlog::{Epoch, Lease, LeaseHolder, Leases, OfficeError, Partition};

const LEASE_COLUMNS: [&str; 2] = ["partition", "epoch"];
const HOLDER_COLUMNS: [&str; 3] = ["holder", "partition", "epoch"];

#[async_trait]
impl Leases for SqliteOffice {
    async fn renew(&self, holder: &str, term: Duration) -> Result<Vec<Lease>, OfficeError> {
        let (holder, term) = (holder.to_owned(), microseconds(term));
        let writing = self.database.write(move |connection| {
            keep_holder(connection, &holder, term)?;
            let mut statement = connection.prepare_cached(sql::RENEW_LEASES)?;
            leases(&holder, statement.query(params![holder, term])?)
        });
        Ok(writing.await?)
    }

    async fn take_free(
        &self,
        holder: &str,
        term: Duration,
        at_most: usize,
    ) -> Result<Vec<Lease>, OfficeError> {
        let (holder, term) = (holder.to_owned(), microseconds(term));
        let at_most = i64::try_from(at_most).unwrap_or(i64::MAX);
        let writing = self.database.write(move |connection| {
            keep_holder(connection, &holder, term)?;
            let mut statement = connection.prepare_cached(sql::TAKE_LEASES)?;
            leases(&holder, statement.query(params![holder, term, at_most])?)
        });
        Ok(writing.await?)
    }

    async fn give_back(&self, holder: &str, leases: &[Lease]) -> Result<(), OfficeError> {
        let (holder, leases) = (holder.to_owned(), leases.to_vec());
        let writing = self.database.write(move |connection| {
            let mut statement = connection.prepare_cached(sql::GIVE_LEASE_BACK)?;
            for lease in leases {
                let epoch = lease.epoch.0.cast_signed();
                statement.execute(params![holder, lease.partition.number(), epoch])?;
            }
            Ok(())
        });
        Ok(writing.await?)
    }

    async fn leave(&self, holder: &str) -> Result<(), OfficeError> {
        let holder = holder.to_owned();
        let writing = self.database.write(move |connection| {
            let mut statement = connection.prepare_cached(sql::GIVE_LEASES_BACK)?;
            statement.execute([&holder])?;
            let mut statement = connection.prepare_cached(sql::DELETE_LEASE_HOLDERS)?;
            statement.execute([&holder])?;
            Ok(())
        });
        Ok(writing.await?)
    }

    async fn holders(&self) -> Result<Vec<LeaseHolder>, OfficeError> {
        let reading = self.database.read(|connection| {
            let mut statement = connection.prepare_cached(sql::LIST_LEASE_HOLDERS)?;
            let mut rows = statement.query([])?;
            let mut holders: Vec<LeaseHolder> = Vec::new();
            while let Some(row) = rows.next()? {
                let (name, lease) = held(row)?;
                let leases = lease.into_iter();
                match holders.last_mut() {
                    Some(last) if last.name == name => last.leases.extend(leases),
                    Some(_) | None => holders.push(LeaseHolder {
                        name,
                        leases: leases.collect(),
                    }),
                }
            }
            Ok(holders)
        });
        Ok(reading.await?)
    }
}

fn microseconds(term: Duration) -> i64 {
    i64::try_from(term.as_micros()).unwrap_or(i64::MAX / 2)
}

fn keep_holder(connection: &Connection, holder: &str, term: i64) -> Result<(), Fault> {
    let mut statement = connection.prepare_cached(sql::KEEP_LEASE_HOLDER)?;
    statement.execute(params![holder, term])?;
    Ok(())
}

/// SQLite answers in no order of its own.
fn leases(holder: &str, mut rows: Rows<'_>) -> Result<Vec<Lease>, Fault> {
    let mut leases = Vec::new();
    while let Some(row) = rows.next()? {
        let parser = Parser {
            table: "lease",
            columns: &LEASE_COLUMNS,
            key: &holder,
            row,
        };
        leases.push(lease(&parser, 0)?);
    }
    leases.sort_unstable();
    Ok(leases)
}

fn held(row: &Row<'_>) -> Result<(String, Option<Lease>), Fault> {
    let holder: String = row.get(0)?;
    let parser = Parser {
        table: "lease",
        columns: &HOLDER_COLUMNS,
        key: &holder,
        row,
    };
    let lease = parser.optional(1, lease)?;
    Ok((holder, lease))
}

/// The lease in the column `index` and the next.
fn lease(parser: &Parser<'_>, index: usize) -> Result<Lease, Fault> {
    Ok(Lease {
        partition: parser.number(index, Partition::numbered)?,
        epoch: Epoch(parser.count(index + 1)?),
    })
}
