//! `khen people`

use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use crate::{client::Server, worded};
use khen_domain::Role;

/// The people of the directory, or who holds which role, with the ids that every WHO takes
///
/// Roles of a unit see their own unit, those of the offices everybody.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  khen people
  khen people --unit van-phong --roles
  khen people --role reviewer")]
pub(crate) struct People {
    /// At this unit
    #[arg(long)]
    unit: Option<String>,
    /// Who holds which role, instead of the people
    #[arg(long)]
    roles: bool,
    /// Who holds this role
    #[arg(long, value_parser = role)]
    role: Option<Role>,
    #[command(flatten)]
    server: Server,
}

fn role(text: &str) -> Result<Role, String> {
    let mut roles = Role::ALL.iter().copied();
    roles
        .find(|role| role.as_str() == text)
        .ok_or_else(|| "there is no such role".to_owned())
}

impl People {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let unit = self.unit.as_deref().map(|unit| ("unit", unit));
        let role = self.role.map(|role| ("role", role.as_str()));
        let query: Vec<(&str, &str)> = unit.into_iter().chain(role).collect();
        let path = if self.roles || self.role.is_some() {
            "/api/v1/assignments"
        } else {
            "/api/v1/people"
        };
        let asked = self.server.question(
            async |client| {
                let items = client.all(path, &query).await?;
                Ok(json!({ "items": items }))
            },
            worded::people,
        );
        asked.await
    }
}
