//! `khen config show`

use crate::{config::Config, output};

pub(crate) fn run(config: &Config) -> anyhow::Result<()> {
    let mut shown = config.clone();
    shown.master_key_file = Some(config.master_key_file());
    shown.export.key_file = Some(config.export_key_file());
    shown.seal.key_file = Some(config.log_key_file());
    shown.seal.state = Some(config.seal_state());
    output::line(toml::to_string_pretty(&shown)?.trim_end())
}
