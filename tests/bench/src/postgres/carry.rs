//! Carries a played folder into a Postgres database.

use std::{fmt::Write as _, path::Path, pin::pin};

use bytes::Bytes;
use futures::SinkExt as _;
use rusqlite::{Connection, types::ValueRef};
use tokio_postgres::Client;

use khen_store_sqlite::{LEDGER_FILE, OFFICE_FILE};

/// File, and the statements that read one of its tables and write it on the other side.
const TABLES: [(&str, &str, &str); 5] = [
    (
        LEDGER_FILE,
        "SELECT ledger_no, slug, source FROM ledger",
        "COPY ledger.ledger (ledger_no, slug, source) FROM STDIN",
    ),
    (
        LEDGER_FILE,
        "SELECT stream_no, ledger_no, name FROM stream",
        "COPY ledger.stream (stream_no, ledger_no, name) FROM STDIN",
    ),
    (
        LEDGER_FILE,
        "SELECT seat, stream_no, version, occurred_us, recorded_us, hex(id), event_type, assignment,
             correlation, command, salt, data_hash, data
         FROM event ORDER BY seat",
        "COPY ledger.event (seat, stream_no, version, occurred_us, recorded_us, id, event_type,
             assignment, correlation, command, salt, data_hash, data)
         FROM STDIN",
    ),
    (
        OFFICE_FILE,
        "SELECT ledger, owner, wrapped FROM owner_key",
        "COPY office.owner_key (ledger, owner, wrapped) FROM STDIN",
    ),
    (
        OFFICE_FILE,
        "SELECT ledger, reference, owner FROM reference",
        "COPY office.reference (ledger, reference, owner) FROM STDIN",
    ),
];
/// Bytes that are sent at once.
const PIECE_BYTES: usize = 1 << 20;

/// Copies events, streams and keys as they are; the database has empty tables.
///
/// # Errors
/// When either side refuses.
pub(super) async fn carry(folder: &Path, client: &Client) -> anyhow::Result<()> {
    for (file, read, write) in TABLES {
        let file = Connection::open(folder.join(file))?;
        let mut statement = file.prepare(read)?;
        let column_count = statement.column_count();
        let mut rows = statement.query([])?;
        let mut sink = pin!(client.copy_in(write).await?);
        let mut piece = String::new();
        while let Some(row) = rows.next()? {
            for index in 0..column_count {
                piece.push_str(if index == 0 { "" } else { "\t" });
                put(&mut piece, row.get_ref(index)?)?;
            }
            piece.push('\n');
            if piece.len() >= PIECE_BYTES {
                sink.send(Bytes::from(std::mem::take(&mut piece))).await?;
            }
        }
        sink.send(Bytes::from(piece)).await?;
        sink.finish().await?;
    }
    Ok(())
}

/// Appends a value as the text format of `COPY` has it.
fn put(piece: &mut String, value: ValueRef<'_>) -> anyhow::Result<()> {
    match value {
        ValueRef::Null => piece.push_str("\\N"),
        ValueRef::Integer(number) => write!(piece, "{number}")?,
        ValueRef::Real(number) => anyhow::bail!("{number} stands in no table"),
        ValueRef::Text(text) => {
            // No text of a ledger or an office holds a tab, a line end or a backslash.
            piece.push_str(std::str::from_utf8(text)?);
        }
        ValueRef::Blob(bytes) => {
            piece.push_str("\\\\x");
            for byte in bytes {
                write!(piece, "{byte:02x}")?;
            }
        }
    }
    Ok(())
}
