//! `khen council`: a session of the Council.

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};

use crate::client::{Acting, Errand, Owner, Stop, council_session, errand, local_time, nomination};
use khen_domain::{
    CommandKind, CouncilSessionId, DocumentKind, Moment, NominationId, Role,
    council_session::{Choice, Mode},
};

/// Who sits on the Council.
const SEATS: [Role; 3] = [
    Role::CouncilChair,
    Role::CouncilViceChair,
    Role::CouncilMember,
];

/// Convene the Council, vote, sign the minutes
///
/// The secretary convenes at least one working day ahead, lists what passed the review, calls the
/// roll, and opens a motion on some or all of the items; members vote or the secretary records their
/// votes; whoever is concerned by an item takes no part in it. The results are told when the minutes
/// are signed.
#[derive(Debug, Args)]
pub(crate) struct Council {
    #[command(subcommand)]
    act: Act,
    #[command(flatten)]
    acting: Acting,
}

#[derive(Debug, Args)]
struct This {
    /// The session: CAMPAIGN-NUMBER
    #[arg(value_parser = council_session)]
    session: CouncilSessionId,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Convene a session (council secretary)
    #[command(after_help = "Example:
  khen council convene HQ-CCHC-2024-1 --at 2024-12-20T14:00 --place 'Phòng họp UBND huyện' \\
      --member 'Chủ tịch Hội đồng' --member 'Phó Chủ tịch Hội đồng' --member 'Ủy viên Hội đồng'")]
    Convene {
        #[command(flatten)]
        this: This,
        /// When it will sit: 2024-12-20T14:00 is a time in Viet Nam
        #[arg(long, value_parser = local_time)]
        at: Moment,
        /// Where
        #[arg(long)]
        place: String,
        /// A member: a name, a title, a role such as `council_chair`, or an id
        #[arg(long, required = true, value_name = "WHO")]
        member: Vec<String>,
    },
    /// Put dossiers that passed the review on the agenda, before the session opens (council
    /// secretary)
    #[command(after_help = "Example:
  khen council list HQ-CCHC-2024-1 HQ-CCHC-2024-0001-D HQ-CCHC-2024-0007-K")]
    List {
        #[command(flatten)]
        this: This,
        /// Mã hồ sơ
        #[arg(required = true, value_parser = nomination)]
        codes: Vec<NominationId>,
    },
    /// Open the session by its roll call (council secretary)
    #[command(after_help = "Example:
  khen council attend HQ-CCHC-2024-1 --present council_chair --present council_vice_chair \\
      --present 'Ủy viên Hội đồng'")]
    Attend {
        #[command(flatten)]
        this: This,
        /// A member who is present: a name, a title, a role, or an id
        #[arg(long, required = true, value_name = "WHO")]
        present: Vec<String>,
    },
    /// Take no part in an item: oneself, one's unit, one's people, one's family (member, secretary)
    #[command(after_help = "Example:
  khen council recuse HQ-CCHC-2024-1 HQ-CCHC-2024-0014-V --member 'Phó Chủ tịch Thường trực'")]
    Recuse {
        #[command(flatten)]
        this: This,
        /// Mã hồ sơ of the item
        #[arg(value_parser = nomination)]
        code: NominationId,
        /// The member [default: you]
        #[arg(long, value_name = "WHO")]
        member: Option<String>,
    },
    /// Put items to the vote (council secretary)
    #[command(after_help = "Example:
  khen council open HQ-CCHC-2024-1 --motion 1 HQ-CCHC-2024-0001-D HQ-CCHC-2024-0007-K")]
    Open {
        #[command(flatten)]
        this: This,
        #[command(flatten)]
        motion: Motion,
        /// Mã hồ sơ of the items
        #[arg(required = true, value_parser = nomination)]
        codes: Vec<NominationId>,
    },
    Vote(Vote),
    /// Close the vote and count it (council secretary)
    #[command(after_help = "Example:
  khen council count HQ-CCHC-2024-1 --motion 1")]
    Count {
        #[command(flatten)]
        this: This,
        #[command(flatten)]
        motion: Motion,
    },
    /// Close the session (council secretary)
    #[command(after_help = "Example:
  khen council close HQ-CCHC-2024-1")]
    Close {
        #[command(flatten)]
        this: This,
    },
    /// Sign the minutes of the session; from then on units are told (council chair, secretary)
    #[command(after_help = "Example:
  khen council minutes HQ-CCHC-2024-1 bien-ban-hop-hoi-dong.pdf")]
    Minutes {
        #[command(flatten)]
        this: This,
        /// The signed minutes
        file: PathBuf,
    },
}

#[derive(Debug, Args)]
struct Motion {
    /// Number of the motion, from 1
    #[arg(long, default_value_t = 1)]
    motion: u32,
}

/// Vote, or record the open vote of a member (member, secretary)
///
/// One vote on all items of the motion, with exceptions.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  khen council vote HQ-CCHC-2024-1 for
  khen council vote HQ-CCHC-2024-1 for --member council_vice_chair \\
      --except HQ-CCHC-2024-0005-R=against")]
struct Vote {
    #[command(flatten)]
    this: This,
    /// The vote on all items …
    #[arg(value_enum)]
    choice: Ballot,
    /// … except these
    #[arg(long, value_name = "CODE=VOTE", value_parser = exception)]
    except: Vec<(NominationId, Ballot)>,
    /// The member [default: you]
    #[arg(long, value_name = "WHO")]
    member: Option<String>,
    #[command(flatten)]
    motion: Motion,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Ballot {
    /// Tán thành
    For,
    /// Không tán thành
    Against,
    /// Ý kiến khác
    Abstain,
}

impl Ballot {
    fn choice(self) -> Choice {
        match self {
            Self::For => Choice::For,
            Self::Against => Choice::Against,
            Self::Abstain => Choice::Abstain,
        }
    }
}

fn exception(text: &str) -> Result<(NominationId, Ballot), String> {
    let (code, ballot) = text.split_once('=').ok_or("expected CODE=VOTE")?;
    Ok((nomination(code)?, Ballot::from_str(ballot, true)?))
}

impl Council {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        errand(&self.acting, async |errand| {
            self.act.carry_out(errand).await
        })
        .await
    }
}

impl Act {
    async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        let (command, content) = match self {
            Self::Convene {
                this,
                at,
                place,
                member,
            } => {
                let members = assignments(errand, member).await?;
                let content = json!({
                    "session": this.session,
                    "mode": Mode::Standing,
                    "at": at,
                    "place": place,
                    "members": members,
                });
                (CommandKind::ConveneCouncil, content)
            }
            Self::List { this, codes } => (
                CommandKind::ListNominations,
                json!({ "session": this.session, "nominations": codes }),
            ),
            Self::Attend { this, present } => {
                let mut people = Vec::new();
                for asked in present {
                    people.push(errand.client().holder(asked, &SEATS).await?);
                }
                let content = json!({ "session": this.session, "present": people });
                (CommandKind::RecordAttendance, content)
            }
            Self::Recuse { this, code, member } => {
                let member = who(errand, member.as_deref()).await?;
                let content =
                    json!({ "session": this.session, "member": member, "nomination": code });
                (CommandKind::DeclareRecusal, content)
            }
            Self::Open {
                this,
                motion,
                codes,
            } => (
                CommandKind::OpenMotion,
                json!({ "session": this.session, "motion": motion.motion, "items": codes }),
            ),
            Self::Vote(vote) => (CommandKind::CastBallot, vote.content(errand).await?),
            Self::Count { this, motion } => (
                CommandKind::CloseMotion,
                json!({ "session": this.session, "motion": motion.motion }),
            ),
            Self::Close { this } => (
                CommandKind::CloseCouncilSession,
                json!({ "session": this.session }),
            ),
            Self::Minutes { this, file } => {
                let minutes = DocumentKind::Minutes;
                let document = errand.bring(file, Owner::Authority, minutes).await?;
                let content = json!({ "session": this.session, "document": document });
                (CommandKind::SignMinutes, content)
            }
        };
        errand.give(command, content).await?;
        Ok(())
    }
}

impl Vote {
    async fn content(&self, errand: &Errand) -> Result<Value, Stop> {
        let member = who(errand, self.member.as_deref()).await?;
        let exception = |(code, ballot): &(NominationId, Ballot)| json!({ "nomination": code, "choice": ballot.choice() });
        Ok(json!({
            "session": self.this.session,
            "motion": self.motion.motion,
            "member": member,
            "choice": self.choice.choice(),
            "exceptions": self.except.iter().map(exception).collect::<Vec<_>>(),
        }))
    }
}

async fn assignments(errand: &Errand, members: &[String]) -> Result<Vec<String>, Stop> {
    let mut assignments = Vec::new();
    for asked in members {
        assignments.push(errand.client().assignment(asked, &SEATS).await?);
    }
    Ok(assignments)
}

/// The member that is named, or whoever acts.
async fn who(errand: &Errand, asked: Option<&str>) -> Result<String, Stop> {
    match asked {
        Some(asked) => errand.client().holder(asked, &SEATS).await,
        None => errand.client().myself().await,
    }
}
