//! Why a folder could not be opened.

use std::path::PathBuf;

use thiserror::Error;

/// Why a store could not be opened.
#[derive(Debug, Error)]
pub enum OpenError {
    /// The folder cannot be made, or its lock cannot be taken.
    #[error("the folder {} cannot be used", folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The built-in SQLite may corrupt the files.
    #[error("SQLite {found} is too old: {needed} or later is needed")]
    SqliteTooOld {
        /// The version that runs.
        found: String,
        /// The oldest that may.
        needed: String,
    },
    /// The file does not open as a database.
    #[error("the database {} cannot be opened", file.display())]
    Database {
        /// The file.
        file: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// The file's tables are not ours, or of a later release.
    #[error("the database {} cannot be brought up to date", file.display())]
    Migration {
        /// The file.
        file: PathBuf,
        /// What the migration runner said.
        source: Box<refinery::Error>,
    },
    /// The thread that writes cannot be started.
    #[error("the committer of {} cannot be started", folder.display())]
    Committer {
        /// The folder.
        folder: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}
