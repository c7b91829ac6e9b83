//! Who works on which ledgers, by the clock of the server.

use std::time::Duration;

use async_trait::async_trait;
use tokio_postgres::Row;

use super::PostgresOffice;
use crate::{fault::Fault, parser::Parser, readers::Values, sql};
use khen_eventlog::{Epoch, Lease, LeaseHolder, Leases, OfficeError, Partition};

#[async_trait]
impl Leases for PostgresOffice {
    async fn renew(&self, holder: &str, term: Duration) -> Result<Vec<Lease>, OfficeError> {
        let values: Values<'_> = &[&holder, &microseconds(term)];
        let rows = self.readers.query(sql::RENEW_LEASES, values).await?;
        Ok(leases(holder, &rows)?)
    }

    async fn take_free(
        &self,
        holder: &str,
        term: Duration,
        at_most: usize,
    ) -> Result<Vec<Lease>, OfficeError> {
        let at_most = i64::try_from(at_most).unwrap_or(i64::MAX);
        let values: Values<'_> = &[&holder, &microseconds(term), &at_most];
        // Run again, it would take as many once more. What it took unheard, the next renewal tells.
        let rows = self.readers.query_once(sql::TAKE_LEASES, values).await?;
        Ok(leases(holder, &rows)?)
    }

    async fn give_back(&self, holder: &str, leases: &[Lease]) -> Result<(), OfficeError> {
        let given = leases.iter().map(|lease| {
            let partition = i64::from(lease.partition.number());
            (partition, lease.epoch.0.cast_signed())
        });
        let (partitions, epochs): (Vec<i64>, Vec<i64>) = given.unzip();
        let values: Values<'_> = &[&holder, &partitions, &epochs];
        self.readers.query(sql::GIVE_LEASES_BACK, values).await?;
        Ok(())
    }

    async fn leave(&self, holder: &str) -> Result<(), OfficeError> {
        self.readers.query(sql::LEAVE, &[&holder]).await?;
        Ok(())
    }

    async fn holders(&self) -> Result<Vec<LeaseHolder>, OfficeError> {
        let rows = self.readers.query(sql::LIST_LEASE_HOLDERS, &[]).await?;
        let mut holders: Vec<LeaseHolder> = Vec::new();
        for row in &rows {
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
    }
}

/// Half of what a number holds leaves room for the time that it is added to.
fn microseconds(term: Duration) -> i64 {
    let longest = i64::MAX / 2;
    i64::try_from(term.as_micros()).map_or(longest, |term| term.min(longest))
}

/// Postgres answers changes in no order of its own.
fn leases(holder: &str, rows: &[Row]) -> Result<Vec<Lease>, Fault> {
    let one = |row| {
        let parser = Parser {
            table: "lease",
            columns: &["partition", "epoch"],
            key: &holder,
            row,
        };
        lease(&parser, 0)
    };
    let mut leases = rows.iter().map(one).collect::<Result<Vec<_>, _>>()?;
    leases.sort_unstable();
    Ok(leases)
}

fn held(row: &Row) -> Result<(String, Option<Lease>), Fault> {
    let holder: String = row.try_get(0)?;
    let parser = Parser {
        table: "lease",
        columns: &["holder", "partition", "epoch"],
        key: &holder,
        row,
    };
    let partition: Option<i64> = parser.value(1)?;
    let lease = partition.map(|_| lease(&parser, 1)).transpose()?;
    Ok((holder, lease))
}

/// The lease in the column `index` and the next.
fn lease(parser: &Parser<'_>, index: usize) -> Result<Lease, Fault> {
    Ok(Lease {
        partition: parser.number(index, Partition::numbered)?,
        epoch: Epoch(parser.count(index + 1)?),
    })
}
