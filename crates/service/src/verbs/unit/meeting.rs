//! `khen meeting`: what a unit's meeting decided, and who goes first.

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Subcommand};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::Alternate;
use crate::client::{
    Acting, Errand, Owner, Pair, Stop, Votes, campaign, errand, nomination, unit_session, word,
};
use crate::verbs::table;
use khen_domain::{
    CampaignId, CommandKind, DocumentKind, GroupId, NominationId, Role, UnitSessionId,
    unit_session::{AnnulReason, AnnulledMotion},
};

/// Record a unit's meeting and its votes; rank the collectives of a group
///
/// The unit's secretary records the meeting that was held, with the scan of its minutes. More than
/// half of those present who vote endorse a nominee; the nominee steps out of the own item.
#[derive(Debug, Args)]
pub(crate) struct Meeting {
    #[command(subcommand)]
    act: Act,
    #[command(flatten)]
    acting: Acting,
}

#[derive(Debug, Subcommand)]
enum Act {
    Record(Record),
    /// Rank the individuals that the meetings carried, best first (unit head, or deputy)
    ///
    /// Needed where more were carried than the unit has slots; the others go on the waitlist.
    #[command(after_help = "Example:
  khen meeting rank --campaign HQ-CCHC-2024 HQ-CCHC-2024-0007-B HQ-CCHC-2024-0008-D")]
    Rank {
        /// The campaign
        #[arg(long, value_parser = campaign)]
        campaign: CampaignId,
        /// The unit [default: your own]
        #[arg(long)]
        unit: Option<String>,
        /// Mã hồ sơ, best first
        #[arg(required = true, value_parser = nomination)]
        codes: Vec<NominationId>,
    },
    /// Rank the collectives of a group, best first (head of Home Affairs)
    ///
    /// A unit is its own only collective, so slots for collectives belong to groups (khối), and
    /// Home Affairs ranks. For a group with Home Affairs itself the Chairman stands behind it.
    #[command(after_help = "Example:
  khen meeting rank-group --campaign HQ-CCHC-2024 --group agencies \\
      HQ-CCHC-2024-0001-N HQ-CCHC-2024-0004-V --on-behalf-of campaign_authority")]
    RankGroup {
        /// The campaign
        #[arg(long, value_parser = campaign)]
        campaign: CampaignId,
        /// The group, for example `agencies`, `service_units`, `communes`
        #[arg(long, value_parser = group)]
        group: GroupId,
        /// Mã hồ sơ, best first
        #[arg(required = true, value_parser = nomination)]
        codes: Vec<NominationId>,
    },
    /// Annul the votes of a meeting; they are kept, and count no more (unit head)
    #[command(after_help = "Example:
  khen meeting annul HQ-CCHC-2024/van-phong/1 --because counted_wrongly")]
    Annul {
        /// The meeting: CAMPAIGN/UNIT/NUMBER
        #[arg(value_parser = unit_session)]
        meeting: UnitSessionId,
        /// Why
        #[arg(long, value_parser = word::<AnnulReason>())]
        because: AnnulReason,
    },
    #[command(flatten)]
    Tabled(table::Act<Alternate>),
}

/// Record a meeting that was held (unit secretary)
///
/// All items of the meeting go on one line.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  khen meeting record HQ-CCHC-2024/van-phong/1 --date 2024-11-19 --place 'Phòng họp cơ quan' \\
      --chair 'Chánh Văn phòng' --present 16 --total 18 --minutes bien-ban.pdf \\
      HQ-CCHC-2024-0007-B=14-1-1 HQ-CCHC-2024-0008-D=13-2-1")]
struct Record {
    /// The meeting: CAMPAIGN/UNIT/NUMBER, the unit's first meeting is 1
    #[arg(value_parser = unit_session)]
    meeting: UnitSessionId,
    /// Votes on each nominee: CODE=FOR-AGAINST, or CODE=FOR-AGAINST-RECUSED where somebody stepped
    /// out
    #[arg(required = true, value_name = "CODE=VOTES")]
    items: Vec<Pair<NominationId, Votes>>,
    /// The day, YYYY-MM-DD
    #[arg(long)]
    date: Date,
    /// Where it was held
    #[arg(long)]
    place: String,
    /// Head of the unit who presided, or the deputy where the head is a nominee: a name, a title, or
    /// an id
    #[arg(long, value_name = "WHO")]
    chair: String,
    /// Who kept the minutes: a name, a title, or an id [default: you]
    #[arg(long, value_name = "WHO")]
    secretary: Option<String>,
    /// How many were present
    #[arg(long)]
    present: u32,
    /// How many work for the unit
    #[arg(long)]
    total: u32,
    /// The signed minutes: PDF, DOCX, PNG or JPEG
    #[arg(long, value_name = "FILE")]
    minutes: PathBuf,
}

fn group(text: &str) -> Result<GroupId, String> {
    GroupId::parse(text).map_err(|error| error.to_string())
}

impl Meeting {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        errand(&self.acting, async |errand| {
            self.act.carry_out(errand).await
        })
        .await
    }
}

impl Act {
    async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        match self {
            Self::Record(record) => record.carry_out(errand).await,
            Self::RankGroup {
                campaign,
                group,
                codes,
            } => {
                let content = json!({ "campaign": campaign, "group": group, "ranking": codes });
                errand.give(CommandKind::RankGroup, content).await
            }
            Self::Rank {
                campaign,
                unit,
                codes,
            } => {
                let unit = errand.client().unit_or_own(unit.as_deref()).await?;
                let content = json!({ "campaign": campaign, "unit": unit, "ranking": codes });
                errand.give(CommandKind::RankNominees, content).await
            }
            Self::Annul { meeting, because } => {
                let motion = AnnulledMotion::Unit {
                    session: meeting.clone(),
                };
                let content = json!({ "motion": motion, "reason_code": because });
                errand.give(CommandKind::AnnulMotion, content).await
            }
            Self::Tabled(act) => act.carry_out(errand).await,
        }
    }
}

impl Record {
    async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        let client = errand.client();
        let heads = [Role::UnitHead, Role::UnitDeputy];
        let chair = client.assignment(&self.chair, &heads).await?;
        let secretary = match &self.secretary {
            Some(asked) => client.assignment(asked, &[Role::UnitSecretary]).await?,
            None => client.own_assignment().await?,
        };
        let minutes = errand
            .bring(&self.minutes, Owner::Authority, DocumentKind::Minutes)
            .await?;
        let content = json!({
            "session": self.meeting,
            "date": self.date,
            "place": self.place,
            "chair": chair,
            "secretary": secretary,
            "present": self.present,
            "total": self.total,
            "items": self.items.iter().map(item).collect::<Vec<_>>(),
            "minutes": minutes,
        });
        errand.give(CommandKind::RecordUnitMeeting, content).await
    }
}

fn item(pair: &Pair<NominationId, Votes>) -> Value {
    let Votes {
        votes_for,
        votes_against,
        recused,
    } = pair.what;
    json!({
        "nomination": pair.about,
        "tally": { "votes_for": votes_for, "votes_against": votes_against },
        "recused": recused,
    })
}
