//! `khen timeline`

use std::process::ExitCode;

use clap::Args;

use crate::{
    client::{Server, nomination},
    worded,
};
use khen_domain::NominationId;

/// How a nomination came to stand where it stands: one line an event
#[derive(Debug, Args)]
#[command(after_help = "Example:
  khen timeline HQ-CCHC-2024-0007-B --language en")]
pub(crate) struct Timeline {
    /// Mã hồ sơ
    #[arg(value_parser = nomination)]
    code: NominationId,
    #[command(flatten)]
    server: Server,
}

impl Timeline {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let path = format!("/api/v1/nominations/{}/timeline", self.code);
        let asked = self.server.question(
            async |client| client.ask(&path, &[]).await,
            worded::timeline,
        );
        asked.await
    }
}
