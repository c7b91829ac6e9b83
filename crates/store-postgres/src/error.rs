//! Why a database could not be opened.

use std::path::PathBuf;

use thiserror::Error;

/// Why a store could not be opened.
#[derive(Debug, Error)]
pub enum OpenError {
    /// The URL is not one of Postgres.
    #[error("the database's URL does not parse")]
    Url(#[source] tokio_postgres::Error),
    /// The file with the authority's certificate does not serve.
    #[error("the certificates in {} cannot be used", file.display())]
    Certificates {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The connection is to be encrypted, but nothing says whom to trust.
    #[error("sslmode=require needs the certificate of the server's authority: name it as ca_file")]
    NoCertificates,
    /// The server could not be reached, or it refused.
    #[error("the database cannot be reached")]
    Connect(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The server is too old, or of a version that nobody has tried.
    #[error("Postgres {found} is not supported: {supported} is needed")]
    Version {
        /// What the server says of itself.
        found: String,
        /// The versions that may be used.
        supported: String,
    },
    /// The tables are not ours, or of a later release.
    #[error("the schema {schema} cannot be brought up to date")]
    Migration {
        /// The schema.
        schema: &'static str,
        /// What the migration runner said.
        source: Box<refinery::Error>,
    },
    /// A statement of the set-up failed.
    #[error("the database cannot be set up")]
    SetUp(#[source] tokio_postgres::Error),
    /// The rows are of another release than this program, or were never made.
    #[error(
        "the rows are not those of this program: run `khen migrate` as the owner of the database"
    )]
    NoRows,
    /// The tables are of another release than this program.
    #[error(
        "the tables of the schema {schema} are at version {found}, this program needs {needed}: run \
         `khen migrate` as the owner of the database"
    )]
    Tables {
        /// The schema.
        schema: &'static str,
        /// The version found; 0 for none.
        found: i32,
        /// The version that this program was made for.
        needed: i32,
    },
}
