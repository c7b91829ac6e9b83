//! How far those who pull say that they are.

use async_trait::async_trait;
use tokio_postgres::Row;

use super::PostgresOffice;
use crate::{fault::Fault, parser::Parser, readers::Values, sql};
use khen_eventlog::{
    Ack, AckBook, AckError, ConsumerId, LedgerId, OfficeError, Position, limits::CONSUMER_COUNT_MAX,
};

const COLUMNS: [&str; 7] = [
    "ledger", "consumer", "client", "profile", "position", "root", "acked_us",
];

#[async_trait]
impl AckBook for PostgresOffice {
    async fn acknowledge(&self, ack: &Ack, seen: Option<Position>) -> Result<Ack, AckError> {
        let consumers_max = i64::try_from(CONSUMER_COUNT_MAX).unwrap_or(i64::MAX);
        let values: Values<'_> = &[
            &ack.ledger.as_str(),
            &ack.consumer.as_str(),
            &ack.client,
            &ack.profile,
            &ack.next.0.cast_signed(),
            &ack.root.as_slice(),
            &ack.at.as_microsecond(),
            &seen.map(|seen| seen.0.cast_signed()),
            &consumers_max,
        ];
        let kept = self.readers.query(sql::KEEP_ACK, values).await;
        if !kept.map_err(OfficeError::from)?.is_empty() {
            return Ok(ack.clone());
        }
        let stands = self.ack(&ack.ledger, &ack.consumer).await?;
        ack.unkept(stands, seen)
    }

    async fn ack(
        &self,
        ledger: &LedgerId,
        consumer: &ConsumerId,
    ) -> Result<Option<Ack>, OfficeError> {
        let values: Values<'_> = &[&ledger.as_str(), &consumer.as_str()];
        let rows = self.readers.query(sql::FIND_ACK, values).await?;
        Ok(rows.first().map(ack).transpose()?)
    }

    async fn acks_of(&self, ledger: &LedgerId) -> Result<Vec<Ack>, OfficeError> {
        let values: Values<'_> = &[&ledger.as_str()];
        let rows = self.readers.query(sql::LIST_ACKS_OF, values).await?;
        Ok(rows.iter().map(ack).collect::<Result<_, _>>()?)
    }

    async fn acks(&self) -> Result<Vec<Ack>, OfficeError> {
        let rows = self.readers.query(sql::LIST_ACKS, &[]).await?;
        Ok(rows.iter().map(ack).collect::<Result<_, _>>()?)
    }

    async fn forget_consumer(
        &self,
        ledger: &LedgerId,
        consumer: &ConsumerId,
    ) -> Result<bool, OfficeError> {
        let values: Values<'_> = &[&ledger.as_str(), &consumer.as_str()];
        let forgotten = self.readers.query(sql::FORGET_CONSUMER, values).await?;
        Ok(!forgotten.is_empty())
    }
}

fn ack(row: &Row) -> Result<Ack, Fault> {
    let consumer: String = row.try_get(1)?;
    let parser = Parser {
        table: "export_consumer",
        columns: &COLUMNS,
        key: &consumer,
        row,
    };
    Ok(Ack {
        ledger: parser.text(0, |slug| LedgerId::parse(slug).ok())?,
        consumer: parser.text(1, |name| ConsumerId::parse(name).ok())?,
        client: parser.value(2)?,
        profile: parser.value(3)?,
        next: Position(parser.count(4)?),
        root: parser.array(5)?,
        at: parser.time(6)?,
    })
}
