//! Which stored file holds which clear bytes, and under whose key.

use async_trait::async_trait;
use rusqlite::{Row, Rows, params};

use super::SqliteOffice;
use crate::{fault::Fault, parser::Parser, sql};
use khen_eventlog::{BlobId, FileIndex, FileRecord, LedgerId, OfficeError, OwnerId, WrappedKey};

const COLUMNS: [&str; 6] = ["sha256", "owner", "blob", "wrapped", "media_type", "size"];

#[async_trait]
impl FileIndex for SqliteOffice {
    async fn keep_file(
        &self,
        ledger: &LedgerId,
        file: FileRecord,
    ) -> Result<FileRecord, OfficeError> {
        let ledger = ledger.clone();
        let writing = self.database.write(move |connection| {
            let mut statement = connection.prepare_cached(sql::KEEP_FILE)?;
            statement.execute(params![
                ledger.as_str(),
                file.sha256,
                file.owner.0,
                file.blob.as_str(),
                file.key.0,
                file.media_type,
                file.size.cast_signed(),
            ])?;
            let mut statement = connection.prepare_cached(sql::FIND_FILE)?;
            let names = params![ledger.as_str(), file.sha256, file.owner.0];
            let stands = parsed(statement.query(names)?)?.pop();
            Ok(stands.expect("a file was kept in this transaction, unless there was one"))
        });
        Ok(writing.await?)
    }

    async fn files(
        &self,
        ledger: &LedgerId,
        sha256: &[u8; 32],
    ) -> Result<Vec<FileRecord>, OfficeError> {
        let (ledger, sha256) = (ledger.clone(), *sha256);
        let reading = self.database.read(move |connection| {
            let mut statement = connection.prepare_cached(sql::LIST_FILES)?;
            parsed(statement.query(params![ledger.as_str(), sha256])?)
        });
        Ok(reading.await?)
    }
}

fn parsed(mut rows: Rows<'_>) -> Result<Vec<FileRecord>, Fault> {
    let mut files = Vec::new();
    while let Some(row) = rows.next()? {
        files.push(file(row)?);
    }
    Ok(files)
}

fn file(row: &Row<'_>) -> Result<FileRecord, Fault> {
    let owner: String = row.get(1)?;
    let parser = Parser {
        table: "stored_file",
        columns: &COLUMNS,
        key: &owner,
        row,
    };
    Ok(FileRecord {
        sha256: parser.array(0)?,
        blob: parser.text(2, BlobId::parse)?,
        key: WrappedKey(parser.bytes(3)?),
        media_type: parser.string(4)?,
        size: parser.count(5)?,
        owner: OwnerId(owner),
    })
}
