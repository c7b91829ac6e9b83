//! `khen council`: a session of the Council.

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::Sitting;
use crate::client::{
    Acting, Errand, Owner, Pair, Stop, Word, council_session, errand, local_time, nomination, word,
};
use crate::verbs::{paper::Figures, table};
use khen_domain::{
    CommandKind, CouncilSessionId, DocumentKind, Moment, NominationId, Role,
    council_session::{Choice, Mode, RecusalGround},
    unit_session::{AnnulReason, AnnulledMotion},
};

/// Who sits on the Council.
pub(super) const SEATS: [Role; 3] = [
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
        /// Who sits, and how
        #[arg(long, value_parser = word::<Mode>(), default_value = "standing")]
        mode: Mode,
        /// A member: a name, a title, a role such as `council_chair`, or an id
        #[arg(long, required = true, value_name = "WHO")]
        member: Vec<String>,
    },
    /// Put dossiers that passed the review on the agenda, before the session opens (council
    /// secretary)
    #[command(after_help = "Example:
  khen council list HQ-CCHC-2024-1 HQ-CCHC-2024-0001-N HQ-CCHC-2024-0007-B")]
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
    Recuse(Recuse),
    /// Put items to the vote (council secretary)
    #[command(after_help = "Example:
  khen council open HQ-CCHC-2024-1 --motion 1 HQ-CCHC-2024-0001-N HQ-CCHC-2024-0007-B")]
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
    /// Annul a motion; its ballots are kept, and count no more (council chair)
    #[command(after_help = "Example:
  khen council annul HQ-CCHC-2024-1 --motion 2 --because conflict")]
    Annul {
        #[command(flatten)]
        this: This,
        #[command(flatten)]
        motion: Motion,
        /// Why
        #[arg(long, value_parser = word::<AnnulReason>())]
        because: AnnulReason,
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
  khen council minutes HQ-CCHC-2024-1 bien-ban-hop-hoi-dong.pdf --chair 'Chủ tịch Hội đồng' \\
      --present 4 --total 4 --carried HQ-CCHC-2024-0007-B=4-0 --lost HQ-CCHC-2024-0008-D=1-3")]
    Minutes {
        #[command(flatten)]
        this: This,
        /// The signed minutes
        file: PathBuf,
        #[command(flatten)]
        figures: Figures,
    },
    #[command(flatten)]
    Tabled(table::Act<Sitting>),
}

#[derive(Debug, Args)]
struct Motion {
    /// Number of the motion, from 1
    #[arg(long, default_value_t = 1)]
    motion: u32,
}

/// Take no part in an item, or impose that on a member (member, secretary; chair)
///
/// Whoever is the nominee, belongs to the collective, directly manages the nominee or is a relative
/// does not vote on that item.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  khen council recuse HQ-CCHC-2024-1 HQ-CCHC-2024-0014-Z --because directly_manages
  khen council recuse HQ-CCHC-2024-1 HQ-CCHC-2024-0014-Z --because directly_manages \\
      --member 'Phó Chủ tịch Thường trực Hội đồng' --impose")]
struct Recuse {
    #[command(flatten)]
    this: This,
    /// Mã hồ sơ of the item
    #[arg(value_parser = nomination)]
    code: NominationId,
    /// On which rule
    #[arg(long, value_parser = word::<RecusalGround>())]
    because: RecusalGround,
    /// The member [default: you]
    #[arg(long, value_name = "WHO")]
    member: Option<String>,
    /// The chair imposes it
    #[arg(long, requires = "member")]
    impose: bool,
}

/// Vote, or record the open vote of a member (member, secretary)
///
/// One vote on all items of the motion, with exceptions.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  khen council vote HQ-CCHC-2024-1 for
  khen council vote HQ-CCHC-2024-1 for --member council_vice_chair \\
      --except HQ-CCHC-2024-0005-X=against")]
struct Vote {
    #[command(flatten)]
    this: This,
    /// The vote on all items …
    #[arg(value_parser = word::<Choice>())]
    choice: Choice,
    /// … except these
    #[arg(long, value_name = "CODE=VOTE")]
    except: Vec<Pair<NominationId, Word<Choice>>>,
    /// The member [default: you]
    #[arg(long, value_name = "WHO")]
    member: Option<String>,
    #[command(flatten)]
    motion: Motion,
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
    #[expect(clippy::too_many_lines, reason = "a table: one arm per act")]
    async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        let (command, content) = match self {
            Self::Convene {
                this,
                at,
                place,
                mode,
                member,
            } => {
                let members = assignments(errand, member).await?;
                let content = json!({
                    "session": this.session,
                    "mode": mode,
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
            Self::Recuse(recuse) => recuse.command(errand).await?,
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
            Self::Annul {
                this,
                motion,
                because,
            } => {
                let motion = AnnulledMotion::Council {
                    session: this.session.clone(),
                    motion: motion.motion,
                };
                let content = json!({ "motion": motion, "reason_code": because });
                (CommandKind::AnnulMotion, content)
            }
            Self::Close { this } => (
                CommandKind::CloseCouncilSession,
                json!({ "session": this.session }),
            ),
            Self::Minutes {
                this,
                file,
                figures,
            } => {
                let minutes = DocumentKind::Minutes;
                let document = errand.bring(file, Owner::Authority, minutes).await?;
                let mut content = json!({ "session": this.session, "document": document });
                let chairs = [Role::CouncilChair, Role::CouncilViceChair];
                let roles = (&chairs[..], &[Role::CouncilSecretary][..]);
                figures.add_to(errand, roles, &mut content).await?;
                (CommandKind::SignMinutes, content)
            }
            Self::Tabled(act) => return act.carry_out(errand).await,
        };
        errand.give(command, content).await
    }
}

impl Recuse {
    async fn command(&self, errand: &Errand) -> Result<(CommandKind, Value), Stop> {
        let member = who(errand, self.member.as_deref()).await?;
        let command = if self.impose {
            CommandKind::ImposeRecusal
        } else {
            CommandKind::DeclareRecusal
        };
        let content = json!({
            "session": self.this.session,
            "member": member,
            "nomination": self.code,
            "ground": self.because,
        });
        Ok((command, content))
    }
}

impl Vote {
    async fn content(&self, errand: &Errand) -> Result<Value, Stop> {
        let member = who(errand, self.member.as_deref()).await?;
        let exception = |pair: &Pair<NominationId, Word<Choice>>| json!({ "nomination": pair.about, "choice": pair.what });
        Ok(json!({
            "session": self.this.session,
            "motion": self.motion.motion,
            "member": member,
            "choice": self.choice,
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
