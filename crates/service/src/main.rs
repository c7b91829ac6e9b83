//! Runs the rooms as one program.

mod cli;
mod client;
mod clock;
mod config;
mod definitions;
mod directory;
mod fan_out;
mod integrity;
mod lifecycle;
mod output;
mod probes;
mod profile;
mod pull;
mod reactions;
mod rows;
mod seal;
mod season;
mod server;
mod tasks;
mod telemetry;
mod tls;
mod verbs;
mod wiring;
mod witness;
mod worded;
mod workers;

use std::{path::Path, process::ExitCode};

use crate::{
    cli::{AdminTask, CampaignTask, Cli, ConfigTask, DemoArguments, Listen, OfficeTask, Task},
    config::{Config, LogFormat, RatesConfig},
    telemetry::Telemetry,
};

fn main() -> ExitCode {
    match run(Cli::read()) {
        Ok(code) => code,
        Err(error) => {
            // The whole chain, outermost first; each link says its own thing once.
            let _ = output::note(&format!("khen: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    // What sends traces takes it as well.
    tls::provide();
    let runtime = tokio::runtime::Runtime::new()?;
    match cli.task {
        // Who acts at a server from elsewhere has no configuration of it.
        Task::Verb(verb) => runtime.block_on(verb.run()),
        Task::Office(task) => {
            let config = effective(cli.config.as_deref(), cli.data.as_deref(), &task)?;
            let telemetry = Telemetry::start(&config)?;
            let outcome = runtime.block_on(carry_out(task, &config));
            telemetry.stop();
            outcome
        }
    }
}

/// The configuration, with what the command line says on top.
fn effective(
    file: Option<&Path>,
    data: Option<&Path>,
    task: &OfficeTask,
) -> anyhow::Result<Config> {
    let is_demo = matches!(
        task,
        OfficeTask::Demo(_) | OfficeTask::Season(_) | OfficeTask::Province(_)
    );
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
    let mut config = Config::load(file, defaults).map_err(|error| *error)?;
    if let Some(data) = data {
        data.clone_into(&mut config.data);
    }
    if let OfficeTask::Demo(DemoArguments {
        listen: Listen {
            listen,
            internal_listen,
        },
        ..
    })
    | OfficeTask::Serve(Listen {
        listen,
        internal_listen,
    }) = task
    {
        config.http.listen = listen.unwrap_or(config.http.listen);
        config.http.internal_listen = internal_listen.unwrap_or(config.http.internal_listen);
    }
    if let OfficeTask::Work {
        internal_listen: Some(address),
    } = task
    {
        config.http.internal_listen = *address;
    }
    Ok(config)
}

async fn carry_out(task: OfficeTask, config: &Config) -> anyhow::Result<ExitCode> {
    match task {
        OfficeTask::Demo(arguments) => tasks::demo::run(config, &arguments).await?,
        OfficeTask::Season(arguments) => tasks::season::run(config, &arguments).await?,
        OfficeTask::Province(arguments) => tasks::province::run(config, &arguments).await?,
        OfficeTask::Serve(_) => tasks::serve::run(config).await?,
        OfficeTask::Work { .. } => tasks::work::run(config).await?,
        OfficeTask::Load(arguments) => tasks::load::run(config, &arguments).await?,
        OfficeTask::Campaign(CampaignTask::Check(arguments)) => {
            return tasks::campaign_check::run(&arguments);
        }
        OfficeTask::Migrate => tasks::migrate::run(config).await?,
        OfficeTask::Rebuild(arguments) => return tasks::rebuild::run(config, &arguments).await,
        OfficeTask::Config(ConfigTask::Show) => tasks::config_show::run(config)?,
        OfficeTask::Doctor => return tasks::doctor::run(config).await,
        OfficeTask::Verify(arguments) => return tasks::verify::run(config, &arguments).await,
        OfficeTask::Admin(AdminTask::Heal(arguments)) => {
            tasks::heal::run(config, &arguments).await?;
        }
        OfficeTask::Admin(AdminTask::ReadOnly(task)) => tasks::read_only::run(config, task).await?,
        OfficeTask::Admin(AdminTask::ForgetConsumer { ledger, consumer }) => {
            tasks::forget_consumer::run(config, &ledger, &consumer).await?;
        }
        OfficeTask::Log(task) => tasks::log::run(config, task).await?,
        OfficeTask::Witness(arguments) => tasks::witness::run(&arguments).await?,
        OfficeTask::Token(task) => tasks::token::run(config, task).await?,
        OfficeTask::Client(task) => tasks::client::run(config, task).await?,
    }
    Ok(ExitCode::SUCCESS)
}
