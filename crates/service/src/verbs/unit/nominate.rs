//! `khen nominate`: from a draft to a proposed nominee.

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::client::{Acting, Errand, Owner, Paper, Stop, Text, campaign, errand, nomination};
use khen_domain::{CampaignId, CommandKind, DocumentKind, NominationId};

/// Draft a nomination, add its report, propose the nominee (unit)
///
/// A unit nominates itself or one of its people. The officer drafts and brings the achievement
/// report (báo cáo thành tích), the head records that the nominee confirmed it, the officer
/// proposes; then the unit meets (`khen meeting`).
#[derive(Debug, Args)]
pub(crate) struct Nominate {
    #[command(subcommand)]
    act: Act,
    #[command(flatten)]
    acting: Acting,
}

#[derive(Debug, Subcommand)]
enum Act {
    Draft(Draft),
    /// Attach the achievement report, or another one in its place (unit officer)
    #[command(after_help = "Example:
  khen nominate report HQ-CCHC-2024-0007-B bao-cao.pdf")]
    Report {
        /// Mã hồ sơ
        #[arg(value_parser = nomination)]
        code: NominationId,
        /// The report: PDF, DOCX, PNG or JPEG
        file: PathBuf,
    },
    /// Record that the nominee confirmed the attached report by signature (unit head)
    ///
    /// The file is not sent: what is recorded is the hash of the report that lies before you, so it
    /// must be the very file that the officer attached.
    #[command(after_help = "Example:
  khen nominate confirm HQ-CCHC-2024-0007-B bao-cao.pdf")]
    Confirm {
        /// Mã hồ sơ
        #[arg(value_parser = nomination)]
        code: NominationId,
        /// The report that was confirmed
        file: PathBuf,
    },
    /// Propose the nominee to the unit's meeting (unit officer)
    #[command(after_help = "Example:
  khen nominate propose HQ-CCHC-2024-0007-B --declares-no-discipline")]
    Propose {
        /// Mã hồ sơ
        #[arg(value_parser = nomination)]
        code: NominationId,
        /// Declare that no discipline is pending against the nominee; without it nobody is proposed
        #[arg(long)]
        declares_no_discipline: bool,
    },
    Correct(Correct),
    /// Throw a draft away (unit officer)
    #[command(after_help = "Example:
  khen nominate discard HQ-CCHC-2024-0007-B")]
    Discard {
        /// Mã hồ sơ
        #[arg(value_parser = nomination)]
        code: NominationId,
    },
    /// Object to a negative result, within the term (unit head)
    #[command(after_help = "Example:
  khen nominate object HQ-CCHC-2024-0005-X 'Quyết định kỷ luật đã được hủy' \\
      --attachment quyet-dinh-huy.pdf")]
    Object {
        /// Mã hồ sơ
        #[arg(value_parser = nomination)]
        code: NominationId,
        /// What the unit objects to, in words
        text: Text,
        /// What belongs to it
        #[arg(long, value_name = "FILE")]
        attachment: Vec<PathBuf>,
    },
}

/// Correct how a person will be named, before the decision is drafted (unit officer)
#[derive(Debug, Args)]
#[command(after_help = "Example:
  khen nominate correct HQ-CCHC-2024-0012-V --person 'Điểu Ví Dụ' --name 'Điểu Ví Dụ' \\
      --title 'Công chức Văn phòng – Thống kê xã'")]
struct Correct {
    /// Mã hồ sơ
    #[arg(value_parser = nomination)]
    code: NominationId,
    /// The person whom it nominates: a name, or an id of `khen people`
    #[arg(long, value_name = "WHO")]
    person: String,
    /// Họ và tên, as it will be printed
    #[arg(long)]
    name: Text,
    /// Chức vụ, as it will be printed
    #[arg(long)]
    title: Text,
    /// The unit that nominates [default: your own]
    #[arg(long)]
    unit: Option<String>,
}

/// Draft a nomination, with its report if there is one (unit officer)
///
/// Possible once the campaign is launched. What is printed begins with mã hồ sơ, the code by which
/// everybody speaks of the case from now on.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  khen nominate draft --campaign HQ-CCHC-2024 --collective --report bao-cao.pdf
  khen nominate draft --campaign HQ-CCHC-2024 --person 'Điểu Ví Dụ' \\
      --title 'Chuyên viên Văn phòng HĐND và UBND huyện' --report bao-cao.pdf")]
struct Draft {
    /// The campaign
    #[arg(long, value_parser = campaign)]
    campaign: CampaignId,
    /// The unit that nominates [default: your own]
    #[arg(long)]
    unit: Option<String>,
    /// Nominate the unit itself
    #[arg(long, conflicts_with_all = ["person", "title", "name"], required_unless_present = "person")]
    collective: bool,
    /// Nominate this person of the unit: a name, or an id of `khen people`
    #[arg(long, value_name = "WHO", requires = "title")]
    person: Option<String>,
    /// Chức vụ of the person, as it will be printed
    #[arg(long, requires = "person")]
    title: Option<String>,
    /// Họ và tên, as it will be printed [default: as the directory has it]
    #[arg(long, requires = "person")]
    name: Option<String>,
    /// The achievement report: PDF, DOCX, PNG or JPEG
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

impl Nominate {
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
            Self::Draft(draft) => draft.carry_out(errand).await,
            Self::Report { code, file } => attach(errand, code, Paper::read(file)?).await,
            Self::Confirm { code, file } => {
                let sha256 = Paper::read(file)?.sha256();
                let content = json!({ "nomination": code, "sha256": sha256 });
                errand.give(CommandKind::ConfirmReport, content).await
            }
            Self::Propose {
                code,
                declares_no_discipline,
            } => {
                let content = json!({
                    "nomination": code,
                    "declares_no_discipline": declares_no_discipline,
                });
                errand.give(CommandKind::ProposeNominee, content).await
            }
            Self::Correct(correct) => correct.carry_out(errand).await,
            Self::Discard { code } => {
                let content = json!({ "nomination": code });
                errand.give(CommandKind::DiscardDraft, content).await
            }
            Self::Object {
                code,
                text,
                attachment,
            } => {
                let mut attachments = Vec::new();
                for file in attachment {
                    let owner = Owner::Nomination(code);
                    attachments.push(errand.bring(file, owner, DocumentKind::Evidence).await?);
                }
                let content =
                    json!({ "nomination": code, "text": text, "attachments": attachments });
                errand.give(CommandKind::FileObjection, content).await
            }
        }
    }
}

impl Draft {
    async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        // A report that cannot be read stops the line before anything is recorded.
        let report = self.report.as_deref().map(Paper::read).transpose()?;
        let unit = errand.client().unit_or_own(self.unit.as_deref()).await?;
        let candidate = self.candidate(errand, &unit).await?;
        let content = json!({ "campaign": self.campaign, "unit": unit, "candidate": candidate });
        errand.give(CommandKind::DraftNomination, content).await?;
        match (report, errand.first_case()) {
            (Some(report), Some(code)) => attach(errand, &code, report).await,
            (Some(_) | None, Some(_) | None) => Ok(()),
        }
    }

    async fn candidate(&self, errand: &Errand, unit: &str) -> Result<Value, Stop> {
        let Some(asked) = &self.person else {
            return Ok(json!({ "kind": "collective" }));
        };
        let person = errand.client().person(asked, unit).await?;
        Ok(json!({
            "kind": "individual",
            "person": person.person,
            "name": self.name.clone().or(person.name),
            "title": self.title,
        }))
    }
}

impl Correct {
    async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        let unit = errand.client().unit_or_own(self.unit.as_deref()).await?;
        let person = errand.client().person(&self.person, &unit).await?;
        let content = json!({
            "nomination": self.code,
            "campaign": self.code.campaign(),
            "person": person.person,
            "name": self.name,
            "title": self.title,
        });
        errand
            .give(CommandKind::CorrectNomineeDetails, content)
            .await
    }
}

async fn attach(errand: &mut Errand, code: &NominationId, report: Paper) -> Result<(), Stop> {
    let kind = DocumentKind::AchievementReport;
    let owner = Owner::Nomination(code);
    let report = report.bring(errand.client(), owner, kind).await?;
    let content = json!({ "nomination": code, "document": report });
    errand.give(CommandKind::AttachReport, content).await
}
