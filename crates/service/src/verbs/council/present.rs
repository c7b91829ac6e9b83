//! `khen present`: the Council's letter to the Chairman.

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::client::{
    Acting, Errand, Owner, Pair, Stop, Text, council_session, errand, nomination, presentation,
    reasoned, word,
};
use khen_domain::{
    CommandKind, CouncilSessionId, DocumentKind, NominationId, PresentationId,
    presentation::PresentationDefect,
};

/// Present what the Council approved to the Chairman, and check it
///
/// The standing vice-chair signs the letter (tờ trình) with its list; the Office checks it before
/// the Chairman decides (`khen decide`).
#[derive(Debug, Args)]
pub(crate) struct Present {
    #[command(subcommand)]
    act: Act,
    #[command(flatten)]
    acting: Acting,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Present approved nominees (head of Home Affairs, council vice-chair)
    #[command(after_help = "Example:
  khen present make HQ-CCHC-2024-1 --session HQ-CCHC-2024-1 --letter to-trinh-hoi-dong.pdf \\
      HQ-CCHC-2024-0001-N HQ-CCHC-2024-0007-B")]
    Make {
        /// The presentation: CAMPAIGN-NUMBER, the first is 1
        #[arg(value_parser = presentation)]
        presentation: PresentationId,
        /// The session of the Council that approved them
        #[arg(long, value_parser = council_session)]
        session: CouncilSessionId,
        /// The letter: PDF, DOCX, PNG or JPEG
        #[arg(long, value_name = "FILE")]
        letter: PathBuf,
        /// Mã hồ sơ
        #[arg(required = true, value_parser = nomination)]
        codes: Vec<NominationId>,
    },
    /// Find a presentation in order, so that the Chairman may decide (Office)
    #[command(after_help = "Example:
  khen present check HQ-CCHC-2024-1")]
    Check {
        /// The presentation, as `khen queue` prints it
        #[arg(value_parser = presentation)]
        presentation: PresentationId,
    },
    /// Send a presentation back before the Chairman sees it (Office)
    #[command(after_help = "Example:
  khen present return HQ-CCHC-2024-1 --because list_differs")]
    Return {
        /// The presentation, as `khen queue` prints it
        #[arg(value_parser = presentation)]
        presentation: PresentationId,
        /// What is wrong with it
        #[arg(long, value_parser = word::<PresentationDefect>())]
        because: PresentationDefect,
    },
    /// Answer what the Chairman asked about a case (head of Home Affairs)
    #[command(after_help = "Example:
  khen present answer HQ-CCHC-2024-0012-V='Tỉnh khen về thành tích khác'")]
    Answer {
        /// The case, and the answer
        #[arg(required = true, value_name = "CODE=ANSWER")]
        answers: Vec<Pair<NominationId, Text>>,
    },
    /// Take approvals back before the signature, each with its reason (Chairman)
    #[command(after_help = "Example:
  khen present take-back HQ-CCHC-2024-0012-V='Có đơn khiếu nại mới' --on-behalf-of chairman")]
    TakeBack {
        /// The case, and the reason
        #[arg(required = true, value_name = "CODE=REASON")]
        approvals: Vec<Pair<NominationId, Text>>,
    },
}

impl Present {
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
            Self::Make {
                presentation,
                session,
                letter,
                codes,
            } => {
                let kind = DocumentKind::PresentationLetter;
                let letter = errand.bring(letter, Owner::Authority, kind).await?;
                let content = json!({
                    "presentation": presentation,
                    "session": session,
                    "nominations": codes,
                    "letter": letter,
                });
                errand.give(CommandKind::PresentToChairman, content).await
            }
            Self::Check { presentation } => {
                let content = json!({ "presentation": presentation });
                errand.give(CommandKind::CheckPresentation, content).await
            }
            Self::Return {
                presentation,
                because,
            } => {
                let content = json!({ "presentation": presentation, "reason_code": because });
                errand.give(CommandKind::ReturnPresentation, content).await
            }
            Self::Answer { answers } => {
                let answer = |pair: &Pair<NominationId, Text>| json!({ "nomination": pair.about, "answer": pair.what });
                let answers: Vec<Value> = answers.iter().map(answer).collect();
                let content = json!({ "answers": answers });
                errand.give(CommandKind::AnswerChairman, content).await
            }
            Self::TakeBack { approvals } => {
                let approvals: Vec<Value> = approvals.iter().map(reasoned).collect();
                let content = json!({ "approvals": approvals });
                errand.give(CommandKind::WithdrawApproval, content).await
            }
        }
    }
}
