//! What the program is told: command line over environment over file over defaults.

mod bell;
mod database;
mod demo;
mod export;
mod fan_out;
mod http;
mod log;
mod oauth;
mod rates;
mod rows;
mod seal;
mod secret;
mod telemetry;
mod timer;

use std::path::{Path, PathBuf};

use figment::{
    Figment,
    providers::{Env, Format, Serialized, Toml},
};
use serde::{Deserialize, Serialize};

pub(crate) use bell::BellConfig;
pub(crate) use database::DatabaseConfig;
pub(crate) use demo::DemoConfig;
pub(crate) use export::ExportConfig;
pub(crate) use fan_out::FanOutConfig;
pub(crate) use http::HttpConfig;
pub(crate) use log::{LogConfig, LogFormat};
pub(crate) use oauth::OauthConfig;
pub(crate) use rates::RatesConfig;
pub(crate) use rows::RowsConfig;
pub(crate) use seal::{SealConfig, WitnessConfig};
pub(crate) use telemetry::TelemetryConfig;
pub(crate) use timer::TimerConfig;

/// Where the file is looked for when none is named.
const DEFAULT_FILE: &str = "/etc/khen/khen.toml";

/// Variables that set a member of the configuration. Other `KHEN_` variables belong to tests,
/// benchmarks and the client commands.
const VARIABLES: &[&str] = &[
    "data",
    "master_key_file",
    "bell.nats_url",
    "bell.nats_url_file",
    "bell.credentials_file",
    "database.url",
    "database.url_file",
    "database.ca_file",
    "database.pool_size",
    "demo.clock_file",
    "export.key_file",
    "fan_out.ledgers",
    "fan_out.profile",
    "fan_out.nats_url",
    "fan_out.nats_url_file",
    "fan_out.credentials_file",
    "fan_out.replicas",
    "http.listen",
    "http.internal_listen",
    "log.format",
    "log.filter",
    "oauth.issuer",
    "rates.requests_per_minute",
    "rates.uploads_per_hour",
    "rates.exports_per_minute",
    "rates.bundles_per_hour",
    "rates.grants_per_minute",
    "rows.poll_ms",
    "seal.host",
    "seal.key_file",
    "seal.previous_key_file",
    "seal.state",
    "telemetry.count_ms",
    "telemetry.otlp_endpoint",
    "timer.poll_ms",
];

/// The whole configuration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Config {
    /// Folder of the office: ledger, keys, rows, files. `KHEN_DATA`, default `khen-data/office`,
    /// for the demo and the season `khen-data/demo`.
    pub(crate) data: PathBuf,
    /// File of the master key; made at the first start if it is missing. `KHEN_MASTER_KEY_FILE`,
    /// default `secrets/master.key` in the data folder. Back it up apart from the data.
    pub(crate) master_key_file: Option<PathBuf>,
    /// `[bell]`
    pub(crate) bell: BellConfig,
    /// `[database]`
    pub(crate) database: DatabaseConfig,
    /// `[demo]`
    pub(crate) demo: DemoConfig,
    /// `[export]`
    pub(crate) export: ExportConfig,
    /// `[fan_out]`
    pub(crate) fan_out: FanOutConfig,
    /// `[http]`
    pub(crate) http: HttpConfig,
    /// `[log]`
    pub(crate) log: LogConfig,
    /// `[oauth]`
    pub(crate) oauth: OauthConfig,
    /// `[rates]`
    pub(crate) rates: RatesConfig,
    /// `[rows]`
    pub(crate) rows: RowsConfig,
    /// `[seal]`
    pub(crate) seal: SealConfig,
    /// `[telemetry]`
    pub(crate) telemetry: TelemetryConfig,
    /// `[timer]`
    pub(crate) timer: TimerConfig,
}

impl Config {
    /// The defaults, for an office in this folder.
    pub(crate) fn of(data: &Path) -> Self {
        Self {
            data: data.to_path_buf(),
            master_key_file: None,
            bell: BellConfig::default(),
            database: DatabaseConfig::default(),
            demo: DemoConfig::default(),
            export: ExportConfig::default(),
            fan_out: FanOutConfig::default(),
            http: HttpConfig::default(),
            log: LogConfig::default(),
            oauth: OauthConfig::default(),
            rates: RatesConfig::default(),
            rows: RowsConfig::default(),
            seal: SealConfig::default(),
            telemetry: TelemetryConfig::default(),
            timer: TimerConfig::default(),
        }
    }

    /// Reads file and environment over the defaults.
    ///
    /// A file that is named must exist; the default file may be missing.
    ///
    /// # Errors
    /// `figment::Error` names the file or variable, the key and what is wrong with it.
    pub(crate) fn load(file: Option<&Path>, defaults: Self) -> Result<Self, Box<figment::Error>> {
        let file = match file {
            Some(named) if named.is_file() => Some(named),
            Some(named) => {
                return Err(Box::new(
                    format!("there is no file {}", named.display()).into(),
                ));
            }
            None => Some(Path::new(DEFAULT_FILE)).filter(|file| file.is_file()),
        };
        let variables = Env::prefixed("KHEN_")
            .map(|name| name.as_str().to_lowercase().replace("__", ".").into())
            .filter(|name| VARIABLES.contains(&name.as_str()));
        let mut figment = Figment::from(Serialized::defaults(defaults));
        if let Some(file) = file {
            figment = figment.merge(Toml::file_exact(file));
        }
        figment.merge(variables).extract().map_err(Box::new)
    }

    /// Where the master key lies.
    pub(crate) fn master_key_file(&self) -> PathBuf {
        self.master_key_file
            .clone()
            .unwrap_or_else(|| self.data.join("secrets/master.key"))
    }

    /// Where the key of the logs lies.
    pub(crate) fn log_key_file(&self) -> PathBuf {
        let named = self.seal.key_file.clone();
        named.unwrap_or_else(|| self.data.join("secrets/log.key"))
    }

    /// Where the key of the export lies.
    pub(crate) fn export_key_file(&self) -> PathBuf {
        let named = self.export.key_file.clone();
        named.unwrap_or_else(|| self.data.join("secrets/export.key"))
    }

    /// Where the signer of the logs remembers.
    pub(crate) fn seal_state(&self) -> PathBuf {
        let named = self.seal.state.clone();
        named.unwrap_or_else(|| self.data.join("seal"))
    }
}

#[cfg(test)]
mod tests {
    use figment::Jail;

    use super::*;

    #[test]
    #[expect(
        clippy::result_large_err,
        reason = "figment's test kit asks for its own error"
    )]
    fn environment_wins_over_file_and_unknown_keys_are_refused() {
        Jail::expect_with(|jail| {
            jail.create_file("khen.toml", "data = \"from-file\"\n[rows]\npoll_ms = 7\n")?;
            jail.set_env("KHEN_DATA", "from-env");
            jail.set_env("KHEN_RATES__UPLOADS_PER_HOUR", "9");
            jail.set_env("KHEN_TOKEN", "belongs to the client commands");
            let load = || {
                Config::load(
                    Some(Path::new("khen.toml")),
                    Config::of(Path::new("default")),
                )
            };
            let config = load().map_err(|error| *error)?;
            assert_eq!(config.data, Path::new("from-env"));
            assert_eq!(config.rows.poll_ms, 7);
            assert_eq!(config.rates.uploads_per_hour, 9);
            jail.create_file("khen.toml", "dta = \"typo\"\n")?;
            let error = load().expect_err("a typo");
            assert!(error.to_string().contains("dta"), "{error}");
            Ok(())
        });
    }
}
