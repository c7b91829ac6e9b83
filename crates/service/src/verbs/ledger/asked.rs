//! A question to the server about the ledger.

use std::process::ExitCode;

use serde_json::Value;

use crate::client::{Server, Speaker};

/// What is asked, and how its answer is told.
pub(super) struct Asked {
    pub(super) path: String,
    pub(super) query: Vec<(&'static str, String)>,
    pub(super) told: fn(&Value, &Speaker) -> String,
}

impl Asked {
    /// Asks the server, and tells.
    pub(super) async fn of(self, server: &Server) -> anyhow::Result<ExitCode> {
        let Self { path, query, told } = self;
        let query: Vec<_> = query
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let asked = server.question(async |client| client.ask(&path, &query).await, told);
        asked.await
    }
}
