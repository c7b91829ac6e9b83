//! `khen withdraw`: a case ends before the signature.

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::client::{Acting, Errand, Owner, Pair, Stop, Text, errand, nomination, reasoned};
use khen_domain::{CommandKind, DocumentKind, NominationId};

/// End a case before the signature: withdraw it, decline the honour, supersede it
#[derive(Debug, Args)]
pub(crate) struct Withdraw {
    #[command(subcommand)]
    act: Act,
    #[command(flatten)]
    acting: Acting,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Withdraw nominations of the own unit, each with its reason (unit head)
    ///
    /// Once a case is presented, the Chairman must consent.
    #[command(after_help = "Example:
  khen withdraw ask HQ-CCHC-2024-0007-B='Chuyển công tác sang đơn vị khác'")]
    Ask {
        /// Who is withdrawn, and why
        #[arg(required = true, value_name = "CODE=REASON")]
        cases: Vec<Pair<NominationId, Text>>,
    },
    /// Consent to withdrawals of presented cases (Chairman)
    #[command(after_help = "Example:
  khen withdraw consent HQ-CCHC-2024-0007-B --on-behalf-of chairman")]
    Consent {
        /// Mã hồ sơ
        #[arg(required = true, value_parser = nomination)]
        codes: Vec<NominationId>,
    },
    /// Record that the nominee declines the honour, by letter (unit head)
    #[command(after_help = "Example:
  khen withdraw decline HQ-CCHC-2024-0007-B don-xin-khong-nhan.pdf")]
    Decline {
        /// Mã hồ sơ
        #[arg(value_parser = nomination)]
        code: NominationId,
        /// The nominee's letter
        file: PathBuf,
    },
    /// End a case in favour of another unit's case of the same nominee (head of Home Affairs)
    #[command(after_help = "Example:
  khen withdraw supersede HQ-CCHC-2024-0007-B --in-favour-of tu-phap \\
      --reason 'Đã chuyển công tác sang Phòng Tư pháp'")]
    Supersede {
        /// Mã hồ sơ of the case that ends
        #[arg(value_parser = nomination)]
        code: NominationId,
        /// The unit that goes on with the nominee
        #[arg(long, value_name = "UNIT")]
        in_favour_of: String,
        /// Why, for both units
        #[arg(long)]
        reason: Text,
    },
}

impl Withdraw {
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
            Self::Ask { cases } => {
                let withdrawals: Vec<Value> = cases.iter().map(reasoned).collect();
                let content = json!({ "withdrawals": withdrawals });
                (CommandKind::Withdraw, content)
            }
            Self::Consent { codes } => (
                CommandKind::ConsentToWithdrawal,
                json!({ "nominations": codes }),
            ),
            Self::Decline { code, file } => {
                let owner = Owner::Nomination(code);
                let letter = errand.bring(file, owner, DocumentKind::Evidence).await?;
                let content = json!({ "nomination": code, "document": letter });
                (CommandKind::DeclineHonour, content)
            }
            Self::Supersede {
                code,
                in_favour_of,
                reason,
            } => {
                let content = json!({
                    "nomination": code,
                    "in_favour_of": in_favour_of,
                    "reason": reason,
                });
                (CommandKind::Supersede, content)
            }
        };
        errand.give(command, content).await
    }
}
