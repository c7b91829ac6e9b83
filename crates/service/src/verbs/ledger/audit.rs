//! `khen audit`

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::asked::Asked;
use crate::{
    client::{Server, campaign},
    worded,
};
use khen_domain::CampaignId;

/// The canned audits: what they look for, and what they find (auditor)
#[derive(Debug, Args)]
pub(crate) struct Audit {
    #[command(subcommand)]
    which: Which,
    #[command(flatten)]
    server: Server,
}

#[derive(Debug, Subcommand)]
enum Which {
    /// Every audit, what it rests on and what it cannot see
    #[command(after_help = "Example:
  khen audit list")]
    List,
    /// Ask the ledger; one line a finding, with the positions it rests on
    #[command(after_help = "Examples:
  khen audit run --campaign HQ-CCHC-2024
  khen audit run --check 05 --csv")]
    Run {
        /// Findings of this campaign, and those that belong to none
        #[arg(long, value_parser = campaign)]
        campaign: Option<CampaignId>,
        /// Only this audit
        #[arg(long, value_name = "NUMBER")]
        check: Option<u8>,
        /// Only events below this position
        #[arg(long, value_name = "N")]
        to_position: Option<u64>,
        /// As a table for spreadsheets
        #[arg(long)]
        csv: bool,
    },
    /// Where cases of a campaign depart from the way that they must go
    #[command(after_help = "Example:
  khen audit way HQ-CCHC-2024")]
    Way {
        /// The campaign
        #[arg(value_parser = campaign)]
        campaign: CampaignId,
    },
}

impl Audit {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        self.which.asked().of(&self.server).await
    }
}

impl Which {
    fn asked(&self) -> Asked {
        match self {
            Self::List => Asked {
                path: "/api/v1/audits".to_owned(),
                query: Vec::new(),
                told: worded::audits,
            },
            Self::Run {
                campaign,
                check,
                to_position,
                csv,
            } => {
                let said = [
                    ("campaign", campaign.as_ref().map(ToString::to_string)),
                    ("number", check.map(|number| number.to_string())),
                    (
                        "to_position",
                        to_position.map(|position| position.to_string()),
                    ),
                ];
                let said = said
                    .into_iter()
                    .filter_map(|(name, value)| Some((name, value?)));
                Asked {
                    path: "/api/v1/audits/findings".to_owned(),
                    query: said.collect(),
                    told: if *csv {
                        worded::findings_table
                    } else {
                        worded::findings
                    },
                }
            }
            Self::Way { campaign } => Asked {
                path: format!("/api/v1/campaigns/{campaign}/conformance"),
                query: Vec::new(),
                told: worded::departures,
            },
        }
    }
}
