//! Which stored file holds which clear bytes, and under whose key.

use async_trait::async_trait;
use tokio_postgres::Row;

use super::PostgresOffice;
use crate::{fault::Fault, parser::Parser, readers::Values, sql};
use khen_eventlog::{BlobId, FileIndex, FileRecord, LedgerId, OfficeError, OwnerId, WrappedKey};

const COLUMNS: [&str; 6] = ["sha256", "owner", "blob", "wrapped", "media_type", "size"];

#[async_trait]
impl FileIndex for PostgresOffice {
    async fn keep_file(
        &self,
        ledger: &LedgerId,
        kept: FileRecord,
    ) -> Result<FileRecord, OfficeError> {
        let (ledger, sha256) = (ledger.as_str(), kept.sha256.as_slice());
        let values: Values<'_> = &[
            &ledger,
            &sha256,
            &kept.owner.0,
            &kept.blob.as_str(),
            &kept.key.0,
            &kept.media_type,
            &kept.size.cast_signed(),
        ];
        let mut rows = self.readers.query(sql::KEEP_FILE, values).await?;
        if rows.is_empty() {
            let names: Values<'_> = &[&ledger, &sha256, &kept.owner.0];
            rows = self.readers.query(sql::FIND_FILE, names).await?;
        }
        let stands = rows.first().ok_or_else(|| Fault::Corrupt {
            place: format!("table stored_file, column owner, row {}", kept.owner.0),
        })?;
        Ok(file(stands)?)
    }

    async fn files(
        &self,
        ledger: &LedgerId,
        sha256: &[u8; 32],
    ) -> Result<Vec<FileRecord>, OfficeError> {
        let values: Values<'_> = &[&ledger.as_str(), &sha256.as_slice()];
        let rows = self.readers.query(sql::LIST_FILES, values).await?;
        Ok(rows.iter().map(file).collect::<Result<_, _>>()?)
    }
}

fn file(row: &Row) -> Result<FileRecord, Fault> {
    let owner: String = row.try_get(1)?;
    let parser = Parser {
        table: "stored_file",
        columns: &COLUMNS,
        key: &owner,
        row,
    };
    Ok(FileRecord {
        sha256: parser.array(0)?,
        blob: parser.text(2, BlobId::parse)?,
        key: WrappedKey(parser.value(3)?),
        media_type: parser.value(4)?,
        size: parser.count(5)?,
        owner: OwnerId(owner),
    })
}
