//! `khen status`

use std::process::ExitCode;

use clap::Args;

use crate::{
    client::{Server, nomination},
    worded,
};
use khen_domain::NominationId;

/// Where a nomination stands, what comes next, and who has the ball
#[derive(Debug, Args)]
#[command(after_help = "Example:
  khen status HQ-CCHC-2024-0007-B")]
pub(crate) struct Status {
    /// Mã hồ sơ
    #[arg(value_parser = nomination)]
    code: NominationId,
    #[command(flatten)]
    server: Server,
}

impl Status {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let path = format!("/api/v1/nominations/{}", self.code);
        let asked = self
            .server
            .question(async |client| client.ask(&path, &[]).await, worded::status);
        asked.await
    }
}
