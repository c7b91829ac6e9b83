//! `khen dispatch`: an issued decision goes out.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use jiff::civil::Date;
use serde_json::json;

use super::Correct;
use crate::client::{Acting, Errand, Stop, decision, errand, nomination, word};
use crate::verbs::table;
use khen_domain::{CommandKind, DecisionId, NominationId, decision::RecallReason};

/// Send an issued decision out, record receipts, tell units the results
#[derive(Debug, Args)]
pub(crate) struct Dispatch {
    #[command(subcommand)]
    act: Act,
    #[command(flatten)]
    acting: Acting,
}

#[derive(Debug, Args)]
struct This {
    /// The decision, as `khen queue` prints it
    #[arg(value_parser = decision)]
    decision: DecisionId,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Send it to recipients that its list names (records clerk)
    #[command(after_help = "Example:
  khen dispatch send HQ-CCHC-2024-1 'Sở Nội vụ' 'Các đơn vị có tên trong danh sách'")]
    Send {
        #[command(flatten)]
        this: This,
        /// Nơi nhận, as the draft lists them
        #[arg(required = true)]
        recipients: Vec<String>,
    },
    /// Record that a recipient has it (records clerk)
    #[command(after_help = "Example:
  khen dispatch receipt HQ-CCHC-2024-1 'Sở Nội vụ' --on 2024-12-30")]
    Receipt {
        #[command(flatten)]
        this: This,
        /// The recipient
        recipient: String,
        /// When it was received, YYYY-MM-DD
        #[arg(long)]
        on: Date,
    },
    /// Call a copy back (records clerk)
    #[command(after_help = "Example:
  khen dispatch recall HQ-CCHC-2024-1 'Sở Tài chính' --because wrong_recipient")]
    Recall {
        #[command(flatten)]
        this: This,
        /// The recipient
        recipient: String,
        /// Why
        #[arg(long, value_parser = word::<RecallReason>())]
        because: RecallReason,
    },
    /// Tell units the results of their nominees (head of Home Affairs)
    #[command(after_help = "Example:
  khen dispatch notices HQ-CCHC-2024-1 HQ-CCHC-2024-0001-N HQ-CCHC-2024-0005-X")]
    Notices {
        #[command(flatten)]
        this: This,
        /// Mã hồ sơ, awarded or not
        #[arg(required = true, value_parser = nomination)]
        codes: Vec<NominationId>,
    },
    #[command(flatten)]
    Tabled(table::Act<Correct>),
}

impl Dispatch {
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
            Self::Send { this, recipients } => (
                CommandKind::Dispatch,
                json!({ "decision": this.decision, "recipients": recipients }),
            ),
            Self::Receipt {
                this,
                recipient,
                on,
            } => (
                CommandKind::RecordReceipt,
                json!({ "decision": this.decision, "recipient": recipient, "received_on": on }),
            ),
            Self::Recall {
                this,
                recipient,
                because,
            } => (
                CommandKind::RecallDocument,
                json!({ "decision": this.decision, "recipient": recipient, "reason_code": because }),
            ),
            Self::Notices { this, codes } => (
                CommandKind::SendResultNotices,
                json!({ "decision": this.decision, "nominations": codes }),
            ),
            Self::Tabled(act) => return act.carry_out(errand).await,
        };
        errand.give(command, content).await
    }
}
