//! `khen receive`: intake of what units send.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use jiff::civil::Date;
use serde_json::{Value, json};

use crate::client::{
    Acting, Because, Errand, Lack, Pair, Stop, Text, errand, nomination, submission,
};
use khen_domain::{CommandKind, NominationId, SubmissionId, nomination::IntakeReason};

/// Receive what a unit has sent (intake)
///
/// The intake officer of Home Affairs looks at the form only: are letter, extract and reports there,
/// readable and signed. Merit is judged later, in the review.
#[derive(Debug, Args)]
pub(crate) struct Receive {
    #[command(subcommand)]
    act: Act,
    #[command(flatten)]
    acting: Acting,
}

#[derive(Debug, Subcommand)]
enum Act {
    Acknowledge(Acknowledge),
    /// Close what was to be supplemented and did not come in time (intake officer, head of Home
    /// Affairs)
    #[command(after_help = "Example:
  khen receive expire HQ-CCHC-2024/tai-nguyen-moi-truong/1")]
    Expire {
        /// The submission: CAMPAIGN/UNIT/NUMBER
        #[arg(value_parser = submission)]
        submission: SubmissionId,
        /// Mã hồ sơ of single nominees; none when shared parts were returned
        #[arg(value_parser = nomination)]
        codes: Vec<NominationId>,
    },
}

/// Acknowledge a submission; whoever is not named is complete (intake officer)
///
/// A shared part that is defective sends everything back. What is wrong is said as PART:DEFECT or
/// evidence/CRITERION:DEFECT; a part is `submission_letter`, `minutes_extract`,
/// `achievement_report` or `evidence`, a defect `missing`, `unsigned`, `illegible`, `wrong_form`,
/// `incomplete` or `contradictory`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  khen receive acknowledge HQ-CCHC-2024/van-phong/1
  khen receive acknowledge HQ-CCHC-2024/tai-nguyen-moi-truong/1 \\
      --return minutes_extract:unsigned --due 2024-12-06
  khen receive acknowledge HQ-CCHC-2024/tu-phap/1 \\
      --incomplete HQ-CCHC-2024-0009-F=achievement_report:illegible --due 2024-12-06 \\
      --refuse HQ-CCHC-2024-0010-R='duplicate:Đã có trong hồ sơ của đơn vị khác'")]
struct Acknowledge {
    /// The submission: CAMPAIGN/UNIT/NUMBER, as `khen queue` prints it
    #[arg(value_parser = submission)]
    submission: SubmissionId,
    /// What is wrong with a shared part: all of it goes back
    #[arg(long = "return", value_name = "PART:DEFECT", requires = "due")]
    returned: Vec<Lack>,
    /// What is wrong with the dossier of one nominee; said several times for several defects
    #[arg(long, value_name = "CODE=PART:DEFECT", requires = "due")]
    incomplete: Vec<Pair<NominationId, Lack>>,
    /// The last day for what goes back
    #[arg(long)]
    due: Option<Date>,
    /// A dossier that is refused: `out_of_scope`, `duplicate`, `no_slot` or `return_expired`, and
    /// words for the unit
    #[arg(long, value_name = "CODE=WHY:REASON")]
    refuse: Vec<Pair<NominationId, Because<IntakeReason>>>,
    /// Words for the unit on a case that goes back
    #[arg(long, value_name = "CODE=TEXT")]
    note: Vec<Pair<NominationId, Text>>,
}

impl Receive {
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
            Self::Acknowledge(acknowledge) => {
                let content = acknowledge.content();
                errand
                    .give(CommandKind::AcknowledgeSubmission, content)
                    .await
            }
            Self::Expire { submission, codes } => {
                let content = json!({ "submission": submission, "nominations": codes });
                errand.give(CommandKind::CloseSupplement, content).await
            }
        }
    }
}

impl Acknowledge {
    fn content(&self) -> Value {
        let mut content = json!({
            "submission": self.submission,
            "incomplete": self.incomplete(),
            "refuse": self.refuse.iter().map(refused).collect::<Vec<_>>(),
        });
        if !self.returned.is_empty() {
            content["returned"] = json!({ "items": self.returned, "due": self.due });
        }
        content
    }

    /// One entry for each nominee, with all that is wrong.
    fn incomplete(&self) -> Vec<Value> {
        let mut codes: Vec<&NominationId> = self.incomplete.iter().map(|one| &one.about).collect();
        codes.sort();
        codes.dedup();
        let entry = |code: &NominationId| {
            let of_case = self.incomplete.iter().filter(|one| one.about == *code);
            let items: Vec<&Lack> = of_case.map(|one| &one.what).collect();
            let note = self.note_on(code);
            json!({ "nomination": code, "items": items, "due": self.due, "note": note })
        };
        codes.into_iter().map(entry).collect()
    }

    fn note_on(&self, code: &NominationId) -> Option<&Text> {
        let note = self.note.iter().find(|note| note.about == *code);
        note.map(|note| &note.what)
    }
}

fn refused(pair: &Pair<NominationId, Because<IntakeReason>>) -> Value {
    let Because { word, reason } = &pair.what;
    json!({ "nomination": pair.about, "reason_code": word, "reason": reason })
}
