//! How far those who pull say that they are.

use async_trait::async_trait;
use rusqlite::{Connection, Row, Rows, params};

use super::SqliteOffice;
use crate::{fault::Fault, parser::Parser, sql};
use khen_eventlog::{
    Ack, AckBook, AckError, ConsumerId, LedgerId, OfficeError, Position, limits::CONSUMER_COUNT_MAX,
};

const COLUMNS: [&str; 7] = [
    "ledger", "consumer", "client", "profile", "position", "root", "acked_us",
];

#[async_trait]
impl AckBook for SqliteOffice {
    async fn acknowledge(&self, ack: &Ack, seen: Option<Position>) -> Result<Ack, AckError> {
        let wanted = ack.clone();
        let writing = self.database.write(move |connection| {
            if is_kept(connection, &wanted, seen)? {
                return Ok(Ok(wanted));
            }
            let stands = find(connection, &wanted.ledger, &wanted.consumer)?;
            Ok(wanted.unkept(stands, seen))
        });
        writing.await.map_err(OfficeError::from)?
    }

    async fn ack(
        &self,
        ledger: &LedgerId,
        consumer: &ConsumerId,
    ) -> Result<Option<Ack>, OfficeError> {
        let (ledger, consumer) = (ledger.clone(), consumer.clone());
        let reading = self
            .database
            .read(move |connection| find(connection, &ledger, &consumer));
        Ok(reading.await?)
    }

    async fn acks_of(&self, ledger: &LedgerId) -> Result<Vec<Ack>, OfficeError> {
        let ledger = ledger.clone();
        let reading = self.database.read(move |connection| {
            let mut statement = connection.prepare_cached(sql::LIST_ACKS_OF)?;
            acks(statement.query([ledger.as_str()])?)
        });
        Ok(reading.await?)
    }

    async fn acks(&self) -> Result<Vec<Ack>, OfficeError> {
        let reading = self.database.read(|connection| {
            let mut statement = connection.prepare_cached(sql::LIST_ACKS)?;
            acks(statement.query([])?)
        });
        Ok(reading.await?)
    }

    async fn forget_consumer(
        &self,
        ledger: &LedgerId,
        consumer: &ConsumerId,
    ) -> Result<bool, OfficeError> {
        let (ledger, consumer) = (ledger.clone(), consumer.clone());
        let writing = self.database.write(move |connection| {
            let mut statement = connection.prepare_cached(sql::FORGET_CONSUMER)?;
            Ok(statement.execute([ledger.as_str(), consumer.as_str()])? > 0)
        });
        Ok(writing.await?)
    }
}

fn is_kept(connection: &Connection, ack: &Ack, seen: Option<Position>) -> Result<bool, Fault> {
    let mut statement = connection.prepare_cached(sql::KEEP_ACK)?;
    let consumers_max = i64::try_from(CONSUMER_COUNT_MAX).unwrap_or(i64::MAX);
    let mut kept = statement.query(params![
        ack.ledger.as_str(),
        ack.consumer.as_str(),
        ack.client,
        ack.profile,
        ack.next.0.cast_signed(),
        ack.root,
        ack.at.as_microsecond(),
        seen.map(|seen| seen.0.cast_signed()),
        consumers_max,
    ])?;
    Ok(kept.next()?.is_some())
}

fn find(
    connection: &Connection,
    ledger: &LedgerId,
    consumer: &ConsumerId,
) -> Result<Option<Ack>, Fault> {
    let mut statement = connection.prepare_cached(sql::FIND_ACK)?;
    let mut rows = statement.query([ledger.as_str(), consumer.as_str()])?;
    rows.next()?.map(ack).transpose()
}

fn acks(mut rows: Rows<'_>) -> Result<Vec<Ack>, Fault> {
    let mut acks = Vec::new();
    while let Some(row) = rows.next()? {
        acks.push(ack(row)?);
    }
    Ok(acks)
}

fn ack(row: &Row<'_>) -> Result<Ack, Fault> {
    let consumer: String = row.get(1)?;
    let parser = Parser {
        table: "export_consumer",
        columns: &COLUMNS,
        key: &consumer,
        row,
    };
    Ok(Ack {
        ledger: parser.text(0, |slug| LedgerId::parse(slug).ok())?,
        consumer: parser.text(1, |name| ConsumerId::parse(name).ok())?,
        client: parser.string(2)?,
        profile: parser.string(3)?,
        next: Position(parser.count(4)?),
        root: parser.array(5)?,
        at: parser.time(6)?,
    })
}
