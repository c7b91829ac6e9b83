//! All ledgers and how far they reach, asked again and again by those who follow them.
//!
//! What was listed is remembered, and only what has grown or is new is asked for: a ledger has grown if
//! there is an event at the seat that was to come next. Looking for the end of each costs several times
//! as much, which thousands of idle ledgers pay every second.

use std::collections::BTreeMap;

use tokio::sync::Mutex;
use tokio_postgres::Row;

use crate::{fault::Fault, limits::LISTING_COUNT_MAX, parser::Parser, readers::Readers, sql};
use khen_eventlog::{
    Ledger, LedgerId, Position,
    seat::{self, LedgerNo},
};

/// The ledgers as they were last listed.
#[derive(Default)]
pub(super) struct Listing(Mutex<Listed>);

#[derive(Default)]
struct Listed {
    ledgers: BTreeMap<LedgerId, (LedgerNo, Ledger)>,
    /// How often only what moved was asked for since all were.
    count: usize,
}

impl Listing {
    /// All ledgers, in the order of their slugs.
    pub(super) async fn ledgers(&self, readers: &Readers) -> Result<Vec<Ledger>, Fault> {
        let mut listed = self.0.lock().await;
        if let Err(fault) = listed.refresh(readers).await {
            // A database that was away may come back in an older state.
            *listed = Listed::default();
            return Err(fault);
        }
        let ledgers = listed.ledgers.values();
        Ok(ledgers.map(|(_, ledger)| ledger.clone()).collect())
    }
}

impl Listed {
    async fn refresh(&mut self, readers: &Readers) -> Result<(), Fault> {
        let rows = if self.ledgers.is_empty() || self.count == LISTING_COUNT_MAX {
            let rows = readers.query(sql::LIST_LEDGERS, &[]).await?;
            *self = Self::default();
            rows
        } else {
            self.count += 1;
            self.moved(readers).await?
        };
        for row in rows {
            let (ledger_no, ledger) = listed(&row)?;
            self.ledgers.insert(ledger.id.clone(), (ledger_no, ledger));
        }
        Ok(())
    }

    async fn moved(&self, readers: &Readers) -> Result<Vec<Row>, Fault> {
        let next =
            |(ledger_no, ledger): &(LedgerNo, Ledger)| (ledger_no.0, ledger_no.seat(ledger.size));
        let (numbers, seats): (Vec<i64>, Vec<i64>) = self.ledgers.values().map(next).unzip();
        let last = numbers.iter().max().copied().unwrap_or_default();
        let values = [&numbers as _, &seats as _, &last as _];
        readers.query(sql::LIST_MOVED_LEDGERS, &values).await
    }
}

fn listed(row: &Row) -> Result<(LedgerNo, Ledger), Fault> {
    let ledger_no: i64 = row.try_get(0)?;
    let parser = Parser {
        table: "ledger",
        columns: &["ledger_no", "slug", "source", "seat", "recorded_us"],
        key: &ledger_no,
        row,
    };
    let last: Option<i64> = parser.value(3)?;
    let ledger = Ledger {
        id: parser.text(1, |slug| LedgerId::parse(slug).ok())?,
        source: parser.value(2)?,
        size: last.map_or(Position(0), |seat| seat::position(seat).next()),
        last_recorded: last.map(|_| parser.time(4)).transpose()?,
    };
    Ok((LedgerNo(ledger_no), ledger))
}
