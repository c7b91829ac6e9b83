//! Runs the rooms as one program.

mod cli;
mod config;
mod definitions;
mod directory;
mod lifecycle;
mod output;
mod probes;
mod rows;
mod season;
mod server;
mod tasks;
mod telemetry;
mod wiring;
mod worded;

use std::{path::Path, process::ExitCode};

use clap::Parser as _;

use crate::{
    cli::{CampaignTask, Cli, ConfigTask, Listen, Task},
    config::{Config, LogFormat, RatesConfig},
};

fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(code) => code,
        Err(error) => {
            // The whole chain, outermost first; each link says its own thing once.
            let _ = output::note(&format!("khen: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    let config = effective(&cli)?;
    telemetry::install_log(&config.log)?;
    tokio::runtime::Runtime::new()?.block_on(carry_out(cli.task, &config))
}

/// The configuration, with what the command line says on top.
fn effective(cli: &Cli) -> anyhow::Result<Config> {
    let is_demo = matches!(cli.task, Task::Demo(_) | Task::Season);
    let folder = if is_demo {
        "khen-data/demo"
    } else {
        "khen-data/office"
    };
    let mut defaults = Config::of(Path::new(folder));
    if is_demo {
        // The report and the steps are what a person wants to see here.
        defaults.log.format = LogFormat::Text;
        "warn".clone_into(&mut defaults.log.filter);
        defaults.rates = RatesConfig::unbounded();
    }
    let mut config = Config::load(cli.config.as_deref(), defaults).map_err(|error| *error)?;
    if let Some(data) = &cli.data {
        config.data.clone_from(data);
    }
    if let Task::Demo(Listen {
        listen,
        internal_listen,
    })
    | Task::Serve(Listen {
        listen,
        internal_listen,
    }) = &cli.task
    {
        config.http.listen = listen.unwrap_or(config.http.listen);
        config.http.internal_listen = internal_listen.unwrap_or(config.http.internal_listen);
    }
    Ok(config)
}

async fn carry_out(task: Task, config: &Config) -> anyhow::Result<ExitCode> {
    match task {
        Task::Demo(_) => tasks::demo::run(config).await?,
        Task::Season => tasks::season::run(config).await?,
        Task::Serve(_) => tasks::serve::run(config).await?,
        Task::Load(arguments) => tasks::load::run(config, &arguments).await?,
        Task::Campaign(CampaignTask::Check(arguments)) => {
            return tasks::campaign_check::run(&arguments);
        }
        Task::Migrate => tasks::migrate::run(config)?,
        Task::Rebuild(arguments) => tasks::rebuild::run(config, &arguments).await?,
        Task::Config(ConfigTask::Show) => tasks::config_show::run(config)?,
        Task::Doctor => return tasks::doctor::run(config).await,
        Task::Token(task) => tasks::token::run(config, task).await?,
        Task::Status(question) => tasks::question::status(&question).await?,
        Task::Timeline(question) => tasks::question::timeline(&question).await?,
    }
    Ok(ExitCode::SUCCESS)
}
