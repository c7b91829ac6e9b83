//! `[fan_out]`

use std::path::PathBuf;

use anyhow::{Context as _, bail};
use serde::{Deserialize, Serialize};

use super::secret::Secret;
use khen_eventlog::LedgerId;
use khen_export::Profile;
use khen_workers::Subscribed;

/// What stands for every ledger.
const ALL: &str = "*";

/// Streams of events in NATS for those who subscribe; written by workers, in a cluster only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct FanOutConfig {
    /// Ledgers that have a subscriber, `["*"]` for all; default none. `KHEN_FAN_OUT__LEDGERS`.
    pub(crate) ledgers: Vec<String>,
    /// What is told of their events: the name of a profile of the export. `KHEN_FAN_OUT__PROFILE`, default
    /// `so_noi_vu_v1`.
    pub(crate) profile: String,
    /// `nats://user:password@host:4223`, several with commas. `KHEN_FAN_OUT__NATS_URL`.
    pub(crate) nats_url: Option<Secret>,
    /// File with the URL. `KHEN_FAN_OUT__NATS_URL_FILE`.
    pub(crate) nats_url_file: Option<PathBuf>,
    /// A `.creds` file, or one with the seed of an nkey. `KHEN_FAN_OUT__CREDENTIALS_FILE`.
    pub(crate) credentials_file: Option<PathBuf>,
    /// Servers of the NATS cluster that keep each message. `KHEN_FAN_OUT__REPLICAS`, default 1.
    pub(crate) replicas: usize,
}

impl Default for FanOutConfig {
    fn default() -> Self {
        Self {
            ledgers: Vec::new(),
            profile: Profile::SoNoiVuV1.as_str().to_owned(),
            nats_url: None,
            nats_url_file: None,
            credentials_file: None,
            replicas: 1,
        }
    }
}

impl FanOutConfig {
    /// The ledgers that have a subscriber; `None` where none has.
    pub(crate) fn subscribed(&self) -> anyhow::Result<Option<Subscribed>> {
        match &self.ledgers[..] {
            [] => Ok(None),
            [all] if all == ALL => Ok(Some(Subscribed::All)),
            named => {
                let ledgers = named.iter().map(|name| {
                    LedgerId::parse(name).with_context(|| format!("fan_out.ledgers: {name}"))
                });
                Ok(Some(Subscribed::These(ledgers.collect::<Result<_, _>>()?)))
            }
        }
    }

    /// What is told of their events.
    pub(crate) fn profile(&self) -> anyhow::Result<Profile> {
        let mut all = Profile::ALL.iter().copied();
        let Some(found) = all.find(|profile| profile.as_str() == self.profile) else {
            let names = Profile::ALL.iter().map(|profile| profile.as_str());
            let names = names.collect::<Vec<_>>().join(", ");
            bail!(
                "fan_out.profile: there is no {}; one of {names}",
                self.profile
            );
        };
        Ok(found)
    }

    /// Where the server is.
    pub(crate) fn url(&self) -> anyhow::Result<String> {
        let url = Secret::read(self.nats_url_file.as_deref(), self.nats_url.as_ref())?;
        url.context("fan_out.ledgers names ledgers, but fan_out.nats_url says no server")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(ledgers: &[&str]) -> FanOutConfig {
        FanOutConfig {
            ledgers: ledgers.iter().map(ToString::to_string).collect(),
            ..FanOutConfig::default()
        }
    }

    #[test]
    fn ledgers_are_named_or_all_or_none() {
        let hon_quan = LedgerId::parse("hon-quan").unwrap();
        let loc_ninh = LedgerId::parse("loc-ninh").unwrap();
        assert_eq!(with(&[]).subscribed().unwrap(), None);
        let all = with(&["*"]).subscribed().unwrap().unwrap();
        assert!(all.contains(&hon_quan));
        let one = with(&["hon-quan"]).subscribed().unwrap().unwrap();
        assert!(one.contains(&hon_quan) && !one.contains(&loc_ninh));
        assert!(with(&["Hớn Quản"]).subscribed().is_err());
        assert!(with(&["*", "hon-quan"]).subscribed().is_err());
    }

    #[test]
    fn a_profile_that_is_not_there_is_refused_with_those_that_are() {
        assert_eq!(with(&[]).profile().unwrap(), Profile::SoNoiVuV1);
        let wrong = FanOutConfig {
            profile: "everything".to_owned(),
            ..FanOutConfig::default()
        };
        let refused = wrong.profile().unwrap_err().to_string();
        assert!(refused.contains("so_noi_vu_v1"), "{refused}");
    }

    #[test]
    fn a_subscriber_needs_a_server() {
        assert!(with(&["*"]).url().is_err());
    }
}
