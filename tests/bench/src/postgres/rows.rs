//! Events as the bare database gets them: same columns, same indexes, nothing checked.

use std::collections::{HashMap, hash_map::Entry};

use tokio_postgres::{Client, Statement};

use crate::Planned;
use khen_ambient::{Clock, SystemClock};

const INSERT_STREAMS: &str = include_str!("../../../../schemas/sql/postgres/insert_streams.sql");

/// Events for the ledger whose number is one.
pub(super) const LEDGER_NO: i64 = 1;

/// An event whose seat and stream have their numbers already.
pub(super) struct Row {
    planned: Planned,
    seat: i64,
    stream_no: i64,
}

/// Gives seats from `first_seat` on, and interns the streams, which is not measured.
pub(super) async fn seated(
    client: &Client,
    planned: Vec<Planned>,
    first_seat: i64,
) -> anyhow::Result<Vec<Row>> {
    let mut numbers = HashMap::new();
    let (mut streams, mut names) = (Vec::new(), Vec::new());
    let mut rows = Vec::with_capacity(planned.len());
    for (seat, planned) in (first_seat..).zip(planned) {
        let stream_no = match numbers.entry(planned.stream.clone()) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                streams.push(seat);
                names.push(planned.stream.as_str().to_owned());
                *new.insert(seat)
            }
        };
        rows.push(Row {
            planned,
            seat,
            stream_no,
        });
    }
    let ledgers = vec![LEDGER_NO; streams.len()];
    client
        .execute(INSERT_STREAMS, &[&streams, &ledgers, &names])
        .await?;
    Ok(rows)
}

/// Many rows in one statement, which commits itself.
pub(super) async fn insert(
    client: &Client,
    statement: &Statement,
    rows: &[Row],
) -> anyhow::Result<()> {
    let each = || rows.iter();
    let events = || each().map(|row| (&row.planned.append, &row.planned.append.events()[0]));
    let now = SystemClock.now().as_microsecond();
    client
        .execute(
            statement,
            &[
                &each().map(|row| row.seat).collect::<Vec<_>>(),
                &each().map(|row| row.stream_no).collect::<Vec<_>>(),
                &each().map(version).collect::<Vec<_>>(),
                &events()
                    .map(|(_, event)| event.occurred_at.as_microsecond())
                    .collect::<Vec<_>>(),
                &vec![now; rows.len()],
                &each().map(prefix).collect::<Vec<_>>(),
                &events().map(|(_, event)| event.id.0).collect::<Vec<_>>(),
                &events()
                    .map(|(_, event)| event.event_type.as_str())
                    .collect::<Vec<_>>(),
                &events()
                    .map(|(append, _)| append.assignment())
                    .collect::<Vec<_>>(),
                &events()
                    .map(|(append, _)| append.correlation())
                    .collect::<Vec<_>>(),
                &each().map(command).collect::<Vec<_>>(),
                &events()
                    .map(|(_, event)| event.salt.as_slice())
                    .collect::<Vec<_>>(),
                &events()
                    .map(|(_, event)| event.data_hash.0.as_slice())
                    .collect::<Vec<_>>(),
                &events()
                    .map(|(_, event)| event.data.as_slice())
                    .collect::<Vec<_>>(),
            ],
        )
        .await?;
    Ok(())
}

/// One row in one statement, which commits itself.
pub(super) async fn insert_one(
    client: &Client,
    statement: &Statement,
    row: &Row,
) -> anyhow::Result<()> {
    let append = &row.planned.append;
    let event = &append.events()[0];
    client
        .execute(
            statement,
            &[
                &row.seat,
                &row.stream_no,
                &version(row),
                &event.occurred_at.as_microsecond(),
                &SystemClock.now().as_microsecond(),
                &prefix(row),
                &event.id.0,
                &event.event_type.as_str(),
                &append.assignment(),
                &append.correlation(),
                &command(row),
                &event.salt.as_slice(),
                &event.data_hash.0.as_slice(),
                &event.data,
            ],
        )
        .await?;
    Ok(())
}

fn version(row: &Row) -> i64 {
    row.planned.version.0.cast_signed()
}

fn command(row: &Row) -> Vec<u8> {
    row.planned.append.command().as_bytes().to_vec()
}

fn prefix(row: &Row) -> i64 {
    let mut first = [0; 8];
    first.copy_from_slice(&row.planned.append.command().as_bytes()[..8]);
    i64::from_be_bytes(first)
}
