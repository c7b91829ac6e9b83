//! Programs of other institutions that read the export.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use khen_accounts::{Scope, ScopeError};

const KEY_EXAMPLE: &str = "\
Example:
  khen client key --out so.key > so.pub";

const REGISTER_EXAMPLE: &str = "\
Examples:
  khen client register --ledger hon-quan --name 'Sở Nội vụ tỉnh' --key so.pub
  khen client register --ledger hon-quan=a-… --ledger loc-ninh=a-… --name 'Sở Nội vụ tỉnh' --key so.pub \\
    --scope export.read --scope export.ack";

const LEDGER_EXAMPLE: &str = "\
Example:
  khen client add-ledger c-… --ledger loc-ninh";

/// Clients.
#[derive(Debug, Subcommand)]
pub(crate) enum ClientTask {
    /// Make a key, on the client's own machine, and print its public half (PEM) for the office
    #[command(after_help = KEY_EXAMPLE)]
    Key {
        /// Where the private key is put; it must not be there yet
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// Print the public half as a JWK instead
        #[arg(long)]
        jwk: bool,
    },
    /// Register a client by the public half of its key; prints its id
    #[command(after_help = REGISTER_EXAMPLE)]
    Register(Register),
    /// List all clients, with their ledgers and keys
    List,
    /// Revoke a client: its keys and its access tokens open nothing from now on
    Revoke {
        /// The client's id
        client_id: String,
    },
    /// Give a client one more key, beside those that it has
    AddKey {
        /// The client's id
        client_id: String,
        /// Public key: PEM or JWK
        #[arg(long, value_name = "FILE")]
        key: PathBuf,
    },
    /// Open a further ledger to a client, at once
    #[command(after_help = LEDGER_EXAMPLE)]
    AddLedger {
        /// The client's id
        client_id: String,
        /// The ledger, and the assignment that acts there; without one, the only one that holds the role
        /// `export_client`
        #[arg(long, value_name = "SLUG[=ASSIGNMENT]")]
        ledger: String,
    },
    /// Close a ledger to a client, at once; its last one is closed by revoking it
    RemoveLedger {
        /// The client's id
        client_id: String,
        /// The ledger
        #[arg(long, value_name = "SLUG")]
        ledger: String,
    },
    /// Remove a key of a client, once it signs with another one
    RemoveKey {
        /// The client's id
        client_id: String,
        /// The key's id, as `khen client list` tells it
        key_id: String,
    },
}

/// Which client.
#[derive(Debug, Args)]
pub(crate) struct Register {
    /// A ledger that it reads, and the assignment that acts there; without one, the only one that holds
    /// the role `export_client`
    #[arg(long = "ledger", value_name = "SLUG[=ASSIGNMENT]", required = true)]
    pub(crate) ledgers: Vec<String>,
    /// What it is called; no personal data
    #[arg(long)]
    pub(crate) name: String,
    /// Its public key: PEM or JWK
    #[arg(long, value_name = "FILE")]
    pub(crate) key: PathBuf,
    /// What it may ask for: export.read, export.blobs, export.ack
    #[arg(long = "scope", value_name = "SCOPE", value_parser = scope, default_value = "export.read")]
    pub(crate) scopes: Vec<Scope>,
}

fn scope(word: &str) -> Result<Scope, ScopeError> {
    Scope::parse(word)
}
