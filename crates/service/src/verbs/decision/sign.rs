//! `khen sign`: the decision is drafted, initialled and signed.

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Subcommand};
use serde_json::json;

use super::Later;
use crate::client::{
    Acting, Errand, Owner, Paper, Stop, decision, errand, local_time, nomination, presentation,
    word,
};
use crate::verbs::table;
use khen_domain::{
    CommandKind, DecisionId, DocumentKind, Moment, NominationId, PresentationId,
    decision::{DecisionKind, InitialAspect, SignatureKind},
};

/// Draft the decision, initial it, record the Chairman's signature
///
/// Home Affairs drafts the decision (quyết định) on approved nominees; its head initials the
/// content, the Office the form; the Chairman signs on paper.
#[derive(Debug, Args)]
pub(crate) struct Sign {
    #[command(subcommand)]
    act: Act,
    #[command(flatten)]
    acting: Acting,
}

#[derive(Debug, Args)]
struct This {
    /// The decision: CAMPAIGN-NUMBER, the first is 1
    #[arg(value_parser = decision)]
    decision: DecisionId,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Draft the decision, or draft it again (campaign manager)
    #[command(after_help = "Example:
  khen sign draft HQ-CCHC-2024-1 --presentation HQ-CCHC-2024-1 --document du-thao.pdf \\
      --recipient 'Sở Nội vụ' --recipient 'Các đơn vị có tên trong danh sách' \\
      HQ-CCHC-2024-0001-N HQ-CCHC-2024-0007-B")]
    Draft {
        #[command(flatten)]
        this: This,
        /// The presentation that it follows
        #[arg(long, value_parser = presentation)]
        presentation: PresentationId,
        /// The draft: PDF or DOCX
        #[arg(long, value_name = "FILE")]
        document: PathBuf,
        /// Nơi nhận: to whom it will be sent
        #[arg(long, required = true)]
        recipient: Vec<String>,
        /// Mã hồ sơ of those who are awarded
        #[arg(required = true, value_parser = nomination)]
        codes: Vec<NominationId>,
    },
    /// Initial the draft: its content (head of Home Affairs) or its form (Office)
    ///
    /// The file is not sent: what is recorded is the hash of the draft that lies before you.
    #[command(after_help = "Example:
  khen sign initial HQ-CCHC-2024-1 content du-thao.pdf")]
    Initial {
        #[command(flatten)]
        this: This,
        /// What you answer for
        #[arg(value_parser = word::<InitialAspect>())]
        aspect: InitialAspect,
        /// The draft
        file: PathBuf,
    },
    /// Confirm how the own awardee is named in the draft (unit officer)
    ///
    /// The file is not sent: what is recorded is the hash of the draft that lies before you.
    #[command(after_help = "Example:
  khen sign names HQ-CCHC-2024-1 HQ-CCHC-2024-0007-B du-thao.pdf")]
    Names {
        #[command(flatten)]
        this: This,
        /// Mã hồ sơ of the awardee
        #[arg(value_parser = nomination)]
        code: NominationId,
        /// The draft
        file: PathBuf,
    },
    /// Sign the decision (Chairman; the Office records it on his behalf)
    #[command(after_help = "Example:
  khen sign decision HQ-CCHC-2024-1 --draft du-thao.pdf --scan quyet-dinh-da-ky.pdf \\
      --signed-at 2024-12-27T09:00 --on-behalf-of chairman")]
    Decision {
        #[command(flatten)]
        this: This,
        /// The draft that was signed; its hash is recorded, the file is not sent
        #[arg(long, value_name = "FILE")]
        draft: PathBuf,
        /// The scan of the signed paper
        #[arg(long, value_name = "FILE")]
        scan: PathBuf,
        /// When it was signed: 2024-12-27T09:00 is a time in Viet Nam
        #[arg(long, value_name = "TIME", value_parser = local_time)]
        signed_at: Moment,
    },
    #[command(flatten)]
    Tabled(table::Act<Later>),
}

impl Sign {
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
            Self::Draft {
                this,
                presentation,
                document,
                recipient,
                codes,
            } => {
                let kind = DocumentKind::Decision;
                let document = errand.bring(document, Owner::Authority, kind).await?;
                let content = json!({
                    "decision": this.decision,
                    "content": {
                        "kind": DecisionKind::Grant,
                        "presentation": presentation,
                        "awardees": codes,
                    },
                    "recipients": recipient,
                    "document": document,
                });
                (CommandKind::DraftDecision, content)
            }
            Self::Initial { this, aspect, file } => {
                let sha256 = Paper::read(file)?.sha256();
                let content =
                    json!({ "decision": this.decision, "aspect": aspect, "sha256": sha256 });
                (CommandKind::InitialDraft, content)
            }
            Self::Names { this, code, file } => {
                let sha256 = Paper::read(file)?.sha256();
                let content =
                    json!({ "decision": this.decision, "nomination": code, "sha256": sha256 });
                (CommandKind::ConfirmAwardDetails, content)
            }
            Self::Decision {
                this,
                draft,
                scan,
                signed_at,
            } => {
                let sha256 = Paper::read(draft)?.sha256();
                let kind = DocumentKind::Decision;
                let scan = errand.bring(scan, Owner::Authority, kind).await?;
                let content = json!({
                    "decision": this.decision,
                    "signature": SignatureKind::Wet,
                    "signed_at": signed_at,
                    "sha256": sha256,
                    "scan": scan,
                });
                (CommandKind::SignDecision, content)
            }
            Self::Tabled(act) => return act.carry_out(errand).await,
        };
        errand.give(command, content).await
    }
}
