//! Parses stored events.

use rusqlite::Row;
use uuid::Uuid;

use crate::{fault::Fault, parser::Parser};
use khen_eventlog::{
    CommandId, DataHash, EventId, EventTypes, RecordedEvent, StreamName, Version, seat,
};

/// The columns of the statements that read events, in their order.
const COLUMNS: [&str; 13] = [
    "seat",
    "stream.name",
    "version",
    "id",
    "event_type",
    "occurred_us",
    "recorded_us",
    "assignment",
    "command",
    "correlation",
    "salt",
    "data",
    "data_hash",
];

/// Parses one event; the name of its stream is `named` by the second column.
pub(super) fn event(
    row: &Row<'_>,
    types: &mut EventTypes,
    named: impl FnOnce(&Parser<'_>) -> Result<StreamName, Fault>,
) -> Result<RecordedEvent, Fault> {
    let seat: i64 = row.get(0)?;
    let parser = Parser {
        table: "event",
        columns: &COLUMNS,
        key: &seat,
        row,
    };
    Ok(RecordedEvent {
        position: seat::position(seat),
        stream: named(&parser)?,
        version: Version(parser.count(2)?),
        id: EventId(Uuid::from_bytes(parser.array(3)?)),
        event_type: parser.text(4, |text| types.parse(text))?,
        occurred_at: parser.time(5)?,
        recorded_at: parser.time(6)?,
        assignment: parser.string(7)?,
        command: CommandId::from_bytes(parser.array(8)?),
        correlation: parser.string(9)?,
        salt: parser.array(10)?,
        data: parser.bytes(11)?,
        data_hash: DataHash(parser.array(12)?),
    })
}

/// The name that stands in the second column.
pub(super) fn name(parser: &Parser<'_>) -> Result<StreamName, Fault> {
    parser.text(1, |text| StreamName::parse(text).ok())
}
