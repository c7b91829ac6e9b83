//! `khen board`

use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};

use super::desks::Desks;
use crate::{
    client::{Server, Speaker, Stop, campaign},
    worded,
};
use khen_domain::CampaignId;

/// Views of many cases: a campaign, its quota, nominations, what is due, decisions
///
/// Roles of a unit see their own unit's cases, the offices all of them.
#[derive(Debug, Args)]
pub(crate) struct Board {
    #[command(subcommand)]
    which: Which,
    #[command(flatten)]
    server: Server,
}

#[derive(Debug, Subcommand)]
enum Which {
    /// How many cases of a campaign stand where
    #[command(after_help = "Example:
  khen board campaign HQ-CCHC-2024")]
    Campaign {
        /// The campaign
        #[arg(value_parser = campaign)]
        campaign: CampaignId,
    },
    /// The quota of a campaign: allocated, in reserve, used
    #[command(after_help = "Example:
  khen board quota HQ-CCHC-2024")]
    Quota {
        /// The campaign
        #[arg(value_parser = campaign)]
        campaign: CampaignId,
    },
    /// The slots of units and groups
    #[command(after_help = "Example:
  khen board slots HQ-CCHC-2024")]
    Slots {
        /// The campaign
        #[arg(value_parser = campaign)]
        campaign: CampaignId,
    },
    /// Which units may nominate, and why not
    #[command(after_help = "Example:
  khen board eligibility HQ-CCHC-2024")]
    Eligibility {
        /// The campaign
        #[arg(value_parser = campaign)]
        campaign: CampaignId,
    },
    /// Feedback of units, with its answers
    #[command(after_help = "Example:
  khen board feedback HQ-CCHC-2024")]
    Feedback {
        /// The campaign
        #[arg(value_parser = campaign)]
        campaign: CampaignId,
    },
    /// Complaints and denunciations, for those who handle them
    #[command(after_help = "Example:
  khen board complaints HQ-CCHC-2024")]
    Complaints {
        /// The campaign
        #[arg(value_parser = campaign)]
        campaign: CampaignId,
    },
    /// Awards: the certificate and the prize of each
    #[command(after_help = "Example:
  khen board awards HQ-CCHC-2024")]
    Awards {
        /// The campaign
        #[arg(value_parser = campaign)]
        campaign: CampaignId,
    },
    /// What is told of awards, and where that stands
    #[command(after_help = "Example:
  khen board publicity HQ-CCHC-2024")]
    Publicity {
        /// The campaign
        #[arg(value_parser = campaign)]
        campaign: CampaignId,
    },
    /// The fund of a year: what came in, what is set aside, paid and left
    #[command(after_help = "Example:
  khen board fund 2024")]
    Fund {
        /// The year
        year: u16,
    },
    /// Nominations, and where each of them stands
    #[command(after_help = "Examples:
  khen board nominations --campaign HQ-CCHC-2024 --unit van-phong
  khen board nominations --campaign HQ-CCHC-2024 --state under_review --kind collective
  khen board nominations --search 'dieu vi du'")]
    Nominations {
        /// Of this campaign
        #[arg(long, value_parser = campaign)]
        campaign: Option<CampaignId>,
        /// Of this unit
        #[arg(long)]
        unit: Option<String>,
        /// Collectives or individuals
        #[arg(long, value_enum)]
        kind: Option<Kind>,
        /// At this gate, for example `proposed`, `unit_endorsed`, `received`, `under_review`
        #[arg(long)]
        state: Option<String>,
        /// Whose nominee, unit or code bears this text, with or without diacritics
        #[arg(long, value_name = "TEXT")]
        search: Option<String>,
    },
    /// What is due, by desk, the earliest first
    #[command(after_help = "Example:
  khen board due --desks all --campaign HQ-CCHC-2024")]
    Due {
        /// Of this campaign
        #[arg(long, value_parser = campaign)]
        campaign: Option<CampaignId>,
        #[command(flatten)]
        desks: Desks,
    },
    /// The register of decisions
    #[command(after_help = "Example:
  khen board decisions --campaign HQ-CCHC-2024 --search 4385")]
    Decisions {
        /// Of this campaign
        #[arg(long, value_parser = campaign)]
        campaign: Option<CampaignId>,
        /// Whose number, symbol or awardees bear this text, with or without diacritics
        #[arg(long, value_name = "TEXT")]
        search: Option<String>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Tập thể
    Collective,
    /// Cá nhân
    Individual,
}

impl Kind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Collective => "collective",
            Self::Individual => "individual",
        }
    }
}

/// A list that is asked for, and how it is told.
struct Asked<'a> {
    path: String,
    /// Whether it comes in pages.
    is_list: bool,
    query: Vec<(&'static str, &'a str)>,
    told: fn(&Value, &Speaker) -> String,
}

impl Asked<'_> {
    /// One answer about a campaign.
    fn whole(campaign: &CampaignId, part: &str, told: fn(&Value, &Speaker) -> String) -> Self {
        Self {
            path: format!("/api/v1/campaigns/{campaign}/{part}"),
            is_list: false,
            query: Vec::new(),
            told,
        }
    }
}

impl Board {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let Asked {
            path,
            is_list,
            query,
            told,
        } = self.which.asked();
        let answered = self.server.question(
            async |client| {
                if !is_list {
                    return client.ask(&path, &query).await;
                }
                let items = client.all(&path, &query).await?;
                Ok::<_, Stop>(json!({ "items": items }))
            },
            told,
        );
        answered.await
    }
}

impl Which {
    fn asked(&self) -> Asked<'_> {
        match self {
            Self::Campaign { campaign } => Asked::whole(campaign, "board", worded::board),
            Self::Quota { campaign } => Asked::whole(campaign, "quota", worded::quota),
            Self::Slots { campaign } => Asked {
                is_list: true,
                ..Asked::whole(campaign, "slots", worded::slots)
            },
            Self::Eligibility { campaign } => Asked {
                is_list: true,
                ..Asked::whole(campaign, "eligibility", worded::eligibility)
            },
            Self::Feedback { campaign } => Asked {
                is_list: true,
                ..Asked::whole(campaign, "feedback", worded::feedback)
            },
            Self::Complaints { campaign } => Asked {
                is_list: true,
                ..Asked::whole(campaign, "complaints", worded::complaints)
            },
            Self::Awards { campaign } => Asked {
                is_list: true,
                ..Asked::whole(campaign, "awards", worded::awards)
            },
            Self::Publicity { campaign } => Asked {
                is_list: true,
                ..Asked::whole(campaign, "publicity", worded::publicity)
            },
            Self::Fund { year } => Asked {
                path: format!("/api/v1/funds/{year}"),
                is_list: false,
                query: Vec::new(),
                told: worded::fund,
            },
            Self::Nominations {
                campaign,
                unit,
                kind,
                state,
                search,
            } => Asked {
                path: "/api/v1/nominations".to_owned(),
                is_list: true,
                query: said([
                    ("campaign", campaign.as_ref().map(CampaignId::as_str)),
                    ("unit", unit.as_deref()),
                    ("kind", kind.map(Kind::as_str)),
                    ("state", state.as_deref()),
                    ("q", search.as_deref()),
                ]),
                told: worded::nominations,
            },
            Self::Due { campaign, desks } => {
                let campaign = said([("campaign", campaign.as_ref().map(CampaignId::as_str))]);
                Asked {
                    path: "/api/v1/due".to_owned(),
                    is_list: true,
                    query: campaign.into_iter().chain(desks.query()).collect(),
                    told: worded::due,
                }
            }
            Self::Decisions { campaign, search } => Asked {
                path: "/api/v1/decisions".to_owned(),
                is_list: true,
                query: said([
                    ("campaign", campaign.as_ref().map(CampaignId::as_str)),
                    ("q", search.as_deref()),
                ]),
                told: worded::decisions,
            },
        }
    }
}

/// What was said of what may be said.
fn said<'a, const N: usize>(
    all: [(&'static str, Option<&'a str>); N],
) -> Vec<(&'static str, &'a str)> {
    let said = |(name, value): (&'static str, Option<&'a str>)| Some((name, value?));
    all.into_iter().filter_map(said).collect()
}
