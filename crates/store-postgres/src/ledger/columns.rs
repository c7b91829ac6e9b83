//! What a batch records, column by column, as the inserting statements take it.

use tokio_postgres::types::ToSql;
use uuid::Uuid;

use super::{memory::LastEvent, read::StoredStream};
use khen_eventlog::{Append, NewEvent, RecordedEvent, StreamName, seat::LedgerNo};

/// New streams.
#[derive(Debug, Default)]
pub(super) struct StreamColumns<'a> {
    pub(super) stream_no: Vec<i64>,
    pub(super) ledger_no: Vec<i64>,
    pub(super) name: Vec<&'a str>,
}

/// New events.
#[derive(Debug, Default)]
pub(super) struct EventColumns<'a> {
    pub(super) seat: Vec<i64>,
    pub(super) stream_no: Vec<i64>,
    pub(super) version: Vec<i64>,
    pub(super) occurred_us: Vec<i64>,
    pub(super) recorded_us: Vec<i64>,
    pub(super) command_prefix: Vec<Option<i64>>,
    pub(super) id: Vec<Uuid>,
    pub(super) event_type: Vec<&'a str>,
    pub(super) assignment: Vec<&'a str>,
    pub(super) correlation: Vec<&'a str>,
    pub(super) command: Vec<Vec<u8>>,
    pub(super) salt: Vec<&'a [u8]>,
    pub(super) data_hash: Vec<&'a [u8]>,
    pub(super) data: Vec<&'a [u8]>,
}

impl<'a> StreamColumns<'a> {
    pub(super) fn values(&self) -> [&(dyn ToSql + Sync); 3] {
        [&self.stream_no, &self.ledger_no, &self.name]
    }

    pub(super) fn push(&mut self, ledger: LedgerNo, stream_no: i64, name: &'a StreamName) {
        self.stream_no.push(stream_no);
        self.ledger_no.push(ledger.0);
        self.name.push(name.as_str());
    }
}

impl<'a> EventColumns<'a> {
    pub(super) fn values(&self) -> [&(dyn ToSql + Sync); 14] {
        [
            &self.seat,
            &self.stream_no,
            &self.version,
            &self.occurred_us,
            &self.recorded_us,
            &self.command_prefix,
            &self.id,
            &self.event_type,
            &self.assignment,
            &self.correlation,
            &self.command,
            &self.salt,
            &self.data_hash,
            &self.data,
        ]
    }

    /// `prefix` is that of the command, at the first event of an append only.
    pub(super) fn push(
        &mut self,
        (append, event): (&'a Append, &'a NewEvent),
        last: LastEvent,
        stream: StoredStream,
        prefix: Option<i64>,
    ) {
        self.place(last, stream, prefix);
        self.occurred_us.push(event.occurred_at.as_microsecond());
        self.id.push(event.id.0);
        self.event_type.push(event.event_type.as_str());
        self.assignment.push(append.assignment());
        self.correlation.push(append.correlation());
        self.command.push(append.command().as_bytes().to_vec());
        self.salt.push(&event.salt);
        self.data_hash.push(&event.data_hash.0);
        self.data.push(&event.data);
    }

    /// An event that was recorded before, as it is.
    pub(super) fn push_recorded(
        &mut self,
        event: &'a RecordedEvent,
        last: LastEvent,
        stream: StoredStream,
        prefix: Option<i64>,
    ) {
        self.place(last, stream, prefix);
        self.occurred_us.push(event.occurred_at.as_microsecond());
        self.id.push(event.id.0);
        self.event_type.push(event.event_type.as_str());
        self.assignment.push(&event.assignment);
        self.correlation.push(&event.correlation);
        self.command.push(event.command.as_bytes().to_vec());
        self.salt.push(&event.salt);
        self.data_hash.push(&event.data_hash.0);
        self.data.push(&event.data);
    }

    fn place(
        &mut self,
        LastEvent { seat, recorded_us }: LastEvent,
        StoredStream { stream_no, version }: StoredStream,
        prefix: Option<i64>,
    ) {
        self.seat.push(seat);
        self.stream_no.push(stream_no);
        self.version.push(version.0.cast_signed());
        self.recorded_us.push(recorded_us);
        self.command_prefix.push(prefix);
    }
}
