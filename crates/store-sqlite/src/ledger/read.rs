//! Reads ledgers, streams and commands. The caller's transaction makes it one moment.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Rows, params};

use super::{commands, names::Names, row};
use crate::{fault::Fault, parser::Parser, sql};
use khen_eventlog::{
    CommandId, EventTypes, Ledger, LedgerId, Place, Position, RecordedEvent, StreamName, Version,
    limits::{APPEND_EVENT_COUNT_MAX, PAGE_EVENT_COUNT_MAX},
    seat::{self, LedgerNo},
};

/// A ledger as the tables know it.
pub(super) struct StoredLedger {
    pub(super) ledger_no: LedgerNo,
    pub(super) source: String,
}

/// The last event of a ledger.
pub(super) struct LastEvent {
    pub(super) position: Position,
    pub(super) recorded_us: i64,
}

/// A stream as the tables know it.
#[derive(Clone, Copy)]
pub(super) struct StoredStream {
    pub(super) stream_no: i64,
    pub(super) version: Version,
}

pub(super) fn find_ledger(
    connection: &Connection,
    ledger: &LedgerId,
) -> Result<Option<StoredLedger>, Fault> {
    let mut statement = connection.prepare_cached(sql::FIND_LEDGER)?;
    let found = statement.query_row([ledger.as_str()], |row| {
        Ok(StoredLedger {
            ledger_no: LedgerNo(row.get(0)?),
            source: row.get(1)?,
        })
    });
    Ok(found.optional()?)
}

pub(super) fn list_ledgers(connection: &Connection) -> Result<Vec<Ledger>, Fault> {
    let mut statement = connection.prepare_cached(sql::LIST_LEDGERS)?;
    let mut rows = statement.query([])?;
    let mut ledgers = Vec::new();
    while let Some(row) = rows.next()? {
        let ledger_no: i64 = row.get(0)?;
        let parser = Parser {
            table: "ledger",
            columns: &["ledger_no", "slug", "source"],
            key: &ledger_no,
            row,
        };
        let (size, last_recorded) = end(connection, LedgerNo(ledger_no))?;
        ledgers.push(Ledger {
            id: parser.text(1, |slug| LedgerId::parse(slug).ok())?,
            source: parser.string(2)?,
            size,
            last_recorded,
        });
    }
    Ok(ledgers)
}

/// The position that the next event will have, and when the last one was recorded.
pub(super) fn end(
    connection: &Connection,
    ledger: LedgerNo,
) -> Result<(Position, Option<Timestamp>), Fault> {
    let Some(last) = last_event(connection, ledger)? else {
        return Ok((Position(0), None));
    };
    let recorded = Timestamp::from_microsecond(last.recorded_us).map_err(|_| Fault::Corrupt {
        place: format!(
            "table event, column recorded_us, row {}",
            ledger.seat(last.position)
        ),
    })?;
    Ok((last.position.next(), Some(recorded)))
}

pub(super) fn last_event(
    connection: &Connection,
    ledger: LedgerNo,
) -> Result<Option<LastEvent>, Fault> {
    let seats = ledger.seats();
    let mut statement = connection.prepare_cached(sql::LAST_EVENT)?;
    let last = statement.query_row([seats.start, seats.end], |row| {
        Ok(LastEvent {
            position: seat::position(row.get(0)?),
            recorded_us: row.get(1)?,
        })
    });
    Ok(last.optional()?)
}

pub(super) fn find_stream(
    connection: &Connection,
    ledger: LedgerNo,
    stream: &StreamName,
) -> Result<Option<StoredStream>, Fault> {
    let mut statement = connection.prepare_cached(sql::FIND_STREAM)?;
    let mut rows = statement.query(params![ledger.0, stream.as_str()])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let stream_no: i64 = row.get(0)?;
    let parser = Parser {
        table: "stream",
        columns: &["stream_no", "version"],
        key: &stream_no,
        row,
    };
    let version = Version(parser.count(1)?);
    Ok(Some(StoredStream { stream_no, version }))
}

/// At most `limit` events at `from` and after; positions are checked to be dense.
pub(super) fn read_from(
    (connection, names): (&Connection, &Names),
    ledger: LedgerNo,
    from: Position,
    limit: usize,
) -> Result<Vec<RecordedEvent>, Fault> {
    let mut statement = connection.prepare_cached(sql::READ_PAGE)?;
    let (start, end) = (ledger.seat(from), ledger.seats().end);
    let rows = statement.query([start, end, page_limit(limit)])?;
    let named = |parser: &Parser<'_>| {
        let number = parser.value(1)?.as_i64().ok();
        let name = number.map(|number| names.of(connection, number));
        name.transpose()?.flatten().ok_or_else(|| parser.corrupt(1))
    };
    let events = collect(rows, named, |_| true)?;
    for (index, event) in events.iter().enumerate() {
        if event.position.0.checked_sub(from.0) != Some(index as u64) {
            let place = format!(
                "table event, column seat, row {}",
                ledger.seat(event.position)
            );
            return Err(Fault::Corrupt { place });
        }
    }
    Ok(events)
}

pub(super) fn read_stream(
    connection: &Connection,
    ledger: LedgerNo,
    stream: &StreamName,
    after: Version,
    limit: usize,
) -> Result<Vec<RecordedEvent>, Fault> {
    let after = i64::try_from(after.0).unwrap_or(i64::MAX);
    let mut statement = connection.prepare_cached(sql::READ_STREAM)?;
    let rows = statement.query(params![ledger.0, stream.as_str(), after, page_limit(limit)])?;
    collect(rows, row::name, |_| true)
}

/// The first event of each of these streams that exist.
pub(super) fn first_events(
    connection: &Connection,
    ledger: LedgerNo,
    streams: &[StreamName],
) -> Result<Vec<RecordedEvent>, Fault> {
    let mut events = Vec::with_capacity(streams.len());
    for stream in streams {
        events.extend(read_stream(connection, ledger, stream, Version::NONE, 1)?);
    }
    Ok(events)
}

/// Where the events of all streams of a kind stand, at `from` and after.
pub(super) fn places(
    connection: &Connection,
    ledger: LedgerNo,
    kind: &str,
    from: Position,
) -> Result<Vec<Place>, Fault> {
    // `0` is the character behind `/`.
    let (start, end) = (format!("{kind}/"), format!("{kind}0"));
    let mut statement = connection.prepare_cached(sql::LIST_PLACES)?;
    let mut rows = statement.query(params![ledger.0, start, end, ledger.seat(from)])?;
    let (mut places, mut types) = (Vec::new(), EventTypes::default());
    while let Some(row) = rows.next()? {
        let seat: i64 = row.get(0)?;
        let parser = Parser {
            table: "event",
            columns: &["seat", "event_type"],
            key: &seat,
            row,
        };
        places.push(Place {
            position: seat::position(seat),
            event_type: parser.text(1, |text| types.parse(text))?,
        });
    }
    places.sort_by_key(|place| place.position);
    Ok(places)
}

/// The events of a command, which stand side by side; empty if it is not known.
pub(super) fn read_command(
    connection: &Connection,
    ledger: LedgerNo,
    command: CommandId,
) -> Result<Vec<RecordedEvent>, Fault> {
    let Some(first) = commands::find(connection, ledger, command)? else {
        return Ok(Vec::new());
    };
    let limit = i64::try_from(APPEND_EVENT_COUNT_MAX).unwrap_or(i64::MAX);
    let mut statement = connection.prepare_cached(sql::READ_SEATS)?;
    let rows = statement.query([ledger.seat(first), ledger.seats().end, limit])?;
    collect(rows, row::name, |event| event.command == command)
}

fn page_limit(limit: usize) -> i64 {
    i64::try_from(limit.min(PAGE_EVENT_COUNT_MAX)).unwrap_or(i64::MAX)
}

/// Parses rows while they are `wanted`.
fn collect(
    mut rows: Rows<'_>,
    named: impl Fn(&Parser<'_>) -> Result<StreamName, Fault>,
    wanted: impl Fn(&RecordedEvent) -> bool,
) -> Result<Vec<RecordedEvent>, Fault> {
    let (mut events, mut types) = (Vec::new(), EventTypes::default());
    while let Some(row) = rows.next()? {
        let event = row::event(row, &mut types, &named)?;
        if !wanted(&event) {
            break;
        }
        events.push(event);
    }
    Ok(events)
}
