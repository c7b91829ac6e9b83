//! `khen load`

use std::{fs, sync::Arc};

use anyhow::Context as _;

use crate::{
    cli::Load,
    config::Config,
    definitions::{Definitions, Source},
    directory::{IN_ORDER, Loaders, ledger_of, load_campaigns, load_directory},
    integrity, output, wiring,
};
use khen_ambient::SystemClock;

pub(crate) async fn run(config: &Config, arguments: &Load) -> anyhow::Result<()> {
    let mut texts = Vec::new();
    for file in &arguments.files {
        let text = fs::read_to_string(file)
            .with_context(|| format!("could not read {}", file.display()))?;
        texts.push((file.display().to_string(), text));
    }
    let sources: Vec<Source<'_>> = texts
        .iter()
        .map(|(file, text)| Source { file, text })
        .collect();
    let definitions = Definitions::read(&sources)?;
    if arguments.check {
        return output::line("Không có lỗi. / No mistakes found; nothing was changed.");
    }
    let rooms = wiring::open(config, Arc::new(SystemClock)).await?;
    integrity::guard(&rooms, config.rows.poll()).await?;
    let ledger = ledger_of(&rooms, &definitions).await?;
    let directory = load_directory(&rooms, &ledger, &definitions, IN_ORDER).await?;
    let loaders = Loaders {
        manager: arguments.assignment.as_deref(),
        authority: arguments.on_behalf_of.as_deref(),
    };
    let campaigns = load_campaigns(&rooms, &ledger, &definitions, loaders).await?;
    output::line(&format!(
        "Đã nạp vào sổ {ledger}: {} lệnh, {} lệnh có ghi mới. / Loaded into {ledger}: {} commands, \
         {} of them new.",
        directory.commands + campaigns.commands,
        directory.new + campaigns.new,
        directory.commands + campaigns.commands,
        directory.new + campaigns.new,
    ))
}
