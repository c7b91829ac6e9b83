//! Reads ledgers, streams and commands.

use jiff::Timestamp;
use tokio_postgres::Row;

use super::{
    memory::{LastEvent, TailEvent},
    names::{Names, Page},
    row,
};
use crate::{
    fault::Fault,
    parser::Parser,
    readers::{Readers, Values},
    sql,
};
use khen_eventlog::{
    CommandId, EventTypes, Place, Position, RecordedEvent, StreamName, Version,
    limits::PAGE_EVENT_COUNT_MAX,
    seat::{self, LedgerNo},
};

/// Events of a command that are asked for at first: hardly any append has more.
const COMMAND_EVENT_COUNT: usize = 64;

/// A stream as the tables know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct StoredStream {
    pub(super) stream_no: i64,
    pub(super) version: Version,
}

/// Runs a statement: on any free connection, or inside the transaction of a committer.
pub(super) trait Ask {
    /// The rows of the answer.
    async fn ask(&self, sql: &str, values: Values<'_>) -> Result<Vec<Row>, Fault>;
}

impl Ask for Readers {
    async fn ask(&self, sql: &str, values: Values<'_>) -> Result<Vec<Row>, Fault> {
        self.query(sql, values).await
    }
}

/// The position that the next event will have, and when the last one was recorded.
pub(super) async fn end(
    from: &impl Ask,
    ledger: LedgerNo,
) -> Result<(Position, Option<Timestamp>), Fault> {
    let rows = from.ask(sql::LAST_EVENTS, &[&vec![ledger.0]]).await?;
    let Some(row) = rows.first() else {
        return Ok((Position(0), None));
    };
    let seat: i64 = row.try_get(1)?;
    let parser = Parser {
        table: "event",
        columns: &["ledger_no", "seat", "recorded_us"],
        key: &seat,
        row,
    };
    Ok((seat::position(seat).next(), Some(parser.time(2)?)))
}

/// At most `limit` events at `from` and after; positions are checked to be dense.
pub(super) async fn read_from(
    (readers, names): (&Readers, &Names),
    ledger: LedgerNo,
    from: Position,
    limit: usize,
) -> Result<Vec<RecordedEvent>, Fault> {
    let (start, end) = (ledger.seat(from), ledger.seats().end);
    let values: Values<'_> = &[&start, &end, &page_limit(limit)];
    let take = |page: &mut Page, row| names.take(page, row);
    let page = readers.query_each(sql::READ_PAGE, values, take).await?;
    let events = names.events(readers, page).await?;
    for (index, event) in events.iter().enumerate() {
        if event.position.0.checked_sub(from.0) != Some(index as u64) {
            let seat = ledger.seat(event.position);
            let place = format!("table event, column seat, row {seat}");
            return Err(Fault::Corrupt { place });
        }
    }
    Ok(events)
}

pub(super) async fn read_stream(
    from: &impl Ask,
    (ledger, stream): (LedgerNo, &StreamName),
    after: Version,
    limit: usize,
) -> Result<Vec<RecordedEvent>, Fault> {
    let after = i64::try_from(after.0).unwrap_or(i64::MAX);
    let values: Values<'_> = &[&ledger.0, &stream.as_str(), &after, &page_limit(limit)];
    events(&from.ask(sql::READ_STREAM, values).await?)
}

/// The first event of each of these streams that exist.
pub(super) async fn first_events(
    from: &impl Ask,
    ledger: LedgerNo,
    streams: &[StreamName],
) -> Result<Vec<RecordedEvent>, Fault> {
    let names: Vec<&str> = streams.iter().map(StreamName::as_str).collect();
    events(&from.ask(sql::READ_FIRSTS, &[&ledger.0, &names]).await?)
}

/// Where the events of all streams of a kind stand, at `first` and after.
pub(super) async fn places(
    from: &impl Ask,
    ledger: LedgerNo,
    kind: &str,
    first: Position,
) -> Result<Vec<Place>, Fault> {
    let (start, seat) = (format!("{kind}/"), ledger.seat(first));
    let mut types = EventTypes::default();
    let mut place = |row: &Row| {
        let seat: i64 = row.try_get(0)?;
        let parser = Parser {
            table: "event",
            columns: &["seat", "event_type"],
            key: &seat,
            row,
        };
        Ok(Place {
            position: seat::position(seat),
            event_type: parser.text(1, |text| types.parse(text))?,
        })
    };
    let values: Values<'_> = &[&ledger.0, &start, &seat];
    let rows = from.ask(sql::LIST_PLACES, values).await?;
    rows.iter().map(&mut place).collect()
}

/// The versions of these streams, in the order asked.
pub(super) async fn versions(
    from: &impl Ask,
    ledger: LedgerNo,
    streams: &[StreamName],
) -> Result<Vec<Version>, Fault> {
    let ledgers = vec![ledger.0; streams.len()];
    let names: Vec<&str> = streams.iter().map(StreamName::as_str).collect();
    let mut versions = vec![Version::NONE; streams.len()];
    for row in from.ask(sql::FIND_STREAMS, &[&ledgers, &names]).await? {
        let (place, stream) = found_stream(&row)?;
        if let Some(version) = versions.get_mut(place) {
            *version = stream.version;
        }
    }
    Ok(versions)
}

/// Which of the wanted streams a row of [`sql::FIND_STREAMS`] speaks of, and what it says.
pub(super) fn found_stream(row: &Row) -> Result<(usize, StoredStream), Fault> {
    let stream_no: i64 = row.try_get(1)?;
    let parser = Parser {
        table: "stream",
        columns: &["place", "stream_no", "version"],
        key: &stream_no,
        row,
    };
    let version = Version(parser.count(2)?);
    Ok((place(row)?, StoredStream { stream_no, version }))
}

/// The ledger that a row of [`sql::READ_TAILS`] speaks of, and its event.
pub(super) fn found_tail(row: &Row) -> Result<(LedgerNo, TailEvent), Fault> {
    let seat: i64 = row.try_get(1)?;
    let parser = Parser {
        table: "event",
        columns: &["ledger_no", "seat", "recorded_us", "stream_no", "version"],
        key: &seat,
        row,
    };
    let event = LastEvent {
        seat,
        recorded_us: row.try_get(2)?,
    };
    let stream = StoredStream {
        stream_no: row.try_get(3)?,
        version: Version(parser.count(4)?),
    };
    Ok((LedgerNo(row.try_get(0)?), TailEvent { event, stream }))
}

/// Which of the wanted commands a row of [`sql::FIND_COMMANDS`] speaks of, and its first position.
pub(super) fn found_command(row: &Row) -> Result<(usize, Position), Fault> {
    Ok((place(row)?, seat::position(row.try_get(1)?)))
}

/// The place of what was wanted; the server counts from one.
fn place(row: &Row) -> Result<usize, Fault> {
    let place: i64 = row.try_get(0)?;
    Ok(usize::try_from(place - 1).unwrap_or(usize::MAX))
}

/// Where the first event of a command stands, if the command is known.
pub(super) async fn find_command(
    from: &impl Ask,
    ledger: LedgerNo,
    command: CommandId,
) -> Result<Option<Position>, Fault> {
    let (prefix, whole) = (prefix(command), command.as_bytes().as_slice());
    let values: Values<'_> = &[&vec![ledger.0], &vec![prefix], &vec![whole]];
    let rows = from.ask(sql::FIND_COMMANDS, values).await?;
    let found = rows.first().map(found_command).transpose()?;
    Ok(found.map(|(_, first)| first))
}

/// The events of a command, which stand side by side from `first` on.
pub(super) async fn read_command(
    from: &impl Ask,
    ledger: LedgerNo,
    command: CommandId,
    first: Position,
) -> Result<Vec<RecordedEvent>, Fault> {
    let (mut found, mut limit) = (Vec::new(), COMMAND_EVENT_COUNT);
    loop {
        let next = Position(first.0 + found.len() as u64);
        let page = seats(from, ledger, next, limit).await?;
        let known = found.len();
        found.extend(
            page.into_iter()
                .take_while(|event| event.command == command),
        );
        if found.len() - known < limit {
            return Ok(found);
        }
        limit = PAGE_EVENT_COUNT_MAX;
    }
}

async fn seats(
    from: &impl Ask,
    ledger: LedgerNo,
    first: Position,
    limit: usize,
) -> Result<Vec<RecordedEvent>, Fault> {
    let (start, end) = (ledger.seat(first), ledger.seats().end);
    let values: Values<'_> = &[&start, &end, &page_limit(limit)];
    events(&from.ask(sql::READ_SEATS, values).await?)
}

fn events(rows: &[Row]) -> Result<Vec<RecordedEvent>, Fault> {
    let mut types = EventTypes::default();
    rows.iter()
        .map(|one| row::event(one, &mut types, row::name))
        .collect()
}

fn page_limit(limit: usize) -> i64 {
    i64::try_from(limit.min(PAGE_EVENT_COUNT_MAX)).unwrap_or(i64::MAX)
}

/// The first 8 bytes of a command's id, as the index keeps them.
pub(super) fn prefix(command: CommandId) -> i64 {
    let mut first = [0; 8];
    first.copy_from_slice(&command.as_bytes()[..8]);
    i64::from_be_bytes(first)
}
