//! Brings a file's tables up to date.
//!
//! The files under `schemas/sqlite/` are numbered and never edited once released: the runner keeps
//! a checksum of each and refuses a database that was made by others.

use refinery::{Migration, Runner};
use rusqlite::Connection;

type Script = (&'static str, &'static str);

macro_rules! script {
    ($file:literal, $name:literal, $path:literal) => {
        (
            $name,
            include_str!(concat!(
                "../../../schemas/sqlite/",
                $file,
                "/",
                $path,
                ".sql"
            )),
        )
    };
}

pub(crate) const LEDGER: &[Script] = &[script!("ledger", "V1__ledger", "0001_ledger")];
pub(crate) const OFFICE: &[Script] = &[
    script!("office", "V1__office", "0001_office"),
    script!("office", "V2__halts", "0002_halts"),
    script!("office", "V3__export_consumers", "0003_export_consumers"),
    script!("office", "V4__clients", "0004_clients"),
    script!("office", "V5__read_only", "0005_read_only"),
];
pub(crate) const ROWS: &[Script] = &[script!("rows", "V1__rows", "0001_rows")];
pub(crate) const SEAL: &[Script] = &[script!("seal", "V1__seal", "0001_seal")];

/// The caller holds the folder's lock: the runner itself takes none.
pub(crate) fn migrate(
    connection: &mut Connection,
    scripts: &[Script],
) -> Result<(), refinery::Error> {
    let migrations = scripts
        .iter()
        .map(|(name, sql)| Migration::unapplied(name, sql))
        .collect::<Result<Vec<_>, _>>()?;
    Runner::new(&migrations)
        .set_abort_divergent(true)
        .set_abort_missing(true)
        .run(connection)?;
    Ok(())
}
