//! `khen submit`: the unit's letter, the extract of its minutes, and its list.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::Late;
use crate::client::{
    Acting, Errand, Owner, Pair, Paper, Stop, errand, nomination, submission, unit_session,
};
use crate::verbs::paper::Figures;
use crate::verbs::table;
use khen_domain::{CommandKind, DocumentKind, NominationId, Role, SubmissionId, UnitSessionId};

/// Prepare, certify, sign and send a unit's submission
///
/// A submission (hồ sơ đề nghị của đơn vị) is one letter (tờ trình), one extract of the minutes
/// (trích biên bản) and the list of endorsed nominees. The officer prepares it, the secretary
/// certifies the extract, the head signs the letter and sends it before the deadline. A change after
/// the signature makes the signature void.
#[derive(Debug, Args)]
pub(crate) struct Submit {
    #[command(subcommand)]
    act: Act,
    #[command(flatten)]
    acting: Acting,
}

#[derive(Debug, Subcommand)]
enum Act {
    Prepare(Prepare),
    /// Attach another letter or another extract (unit officer)
    #[command(after_help = "Example:
  khen submit attach HQ-CCHC-2024/van-phong/1 --letter to-trinh.pdf")]
    Attach {
        #[command(flatten)]
        this: This,
        #[command(flatten)]
        parts: Parts,
    },
    /// Set another list of nominees (unit officer)
    #[command(after_help = "Example:
  khen submit list HQ-CCHC-2024/van-phong/1 HQ-CCHC-2024-0007-B HQ-CCHC-2024-0008-D")]
    List {
        #[command(flatten)]
        this: This,
        #[command(flatten)]
        list: Proposed,
    },
    /// Certify the extract of the minutes (unit secretary or head)
    ///
    /// The file is not sent: what is recorded is the hash of the extract that lies before you.
    #[command(after_help = "Example:
  khen submit certify HQ-CCHC-2024/van-phong/1 trich-bien-ban.pdf --chair 'Chánh Văn phòng' \\
      --present 16 --total 18 --carried HQ-CCHC-2024-0007-B=14-1 --lost HQ-CCHC-2024-0008-D=7-8")]
    Certify {
        #[command(flatten)]
        this: This,
        /// The extract
        file: PathBuf,
        #[command(flatten)]
        figures: Figures,
    },
    /// Sign the letter (unit head)
    ///
    /// The file is not sent: what is recorded is the hash of the letter that lies before you.
    #[command(after_help = "Example:
  khen submit sign HQ-CCHC-2024/van-phong/1 to-trinh.pdf")]
    Sign {
        #[command(flatten)]
        this: This,
        /// The letter
        file: PathBuf,
    },
    /// Send the submission to Home Affairs, before the deadline (unit head)
    #[command(after_help = "Example:
  khen submit send HQ-CCHC-2024/van-phong/1")]
    Send {
        #[command(flatten)]
        this: This,
    },
    Again(Again),
    /// Take a submission back before it is received (unit head)
    #[command(after_help = "Example:
  khen submit take-back HQ-CCHC-2024/van-phong/1")]
    TakeBack {
        #[command(flatten)]
        this: This,
    },
    #[command(flatten)]
    Tabled(table::Act<Late>),
}

/// Send again what was returned, or what the review asked for (unit head)
///
/// Shared parts that were returned are attached anew first (`khen submit attach`), certified and
/// signed; then no case is named here. A report that was asked for is attached to its case first
/// (`khen nominate report`).
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  khen submit again HQ-CCHC-2024/tai-nguyen-moi-truong/1
  khen submit again HQ-CCHC-2024/dich-vu-nong-nghiep/1 HQ-CCHC-2024-0003-T \\
      --evidence HQ-CCHC-2024-0003-T=sang-kien.pdf")]
struct Again {
    #[command(flatten)]
    this: This,
    /// Mã hồ sơ of single nominees whose dossiers were asked for
    #[arg(value_parser = nomination)]
    codes: Vec<NominationId>,
    /// A paper that supplements the dossier of one of them
    #[arg(long, value_name = "CODE=FILE")]
    evidence: Vec<Pair<NominationId, PathBuf>>,
}

/// Open a submission, set the list, attach letter and extract (unit officer)
#[derive(Debug, Args)]
#[command(after_help = "Example:
  khen submit prepare HQ-CCHC-2024/van-phong/1 --letter to-trinh.pdf \\
      --extract trich-bien-ban.pdf HQ-CCHC-2024-0007-B")]
struct Prepare {
    #[command(flatten)]
    this: This,
    #[command(flatten)]
    list: Proposed,
    /// The letter: PDF, DOCX, PNG or JPEG
    #[arg(long, value_name = "FILE")]
    letter: PathBuf,
    /// The extract of the minutes
    #[arg(long, value_name = "FILE")]
    extract: PathBuf,
}

#[derive(Debug, Args)]
struct This {
    /// The submission: CAMPAIGN/UNIT/NUMBER, the unit's first is 1
    #[arg(value_parser = submission)]
    submission: SubmissionId,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = true)]
struct Parts {
    /// The letter: PDF, DOCX, PNG or JPEG
    #[arg(long, value_name = "FILE")]
    letter: Option<PathBuf>,
    /// The extract of the minutes
    #[arg(long, value_name = "FILE")]
    extract: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct Proposed {
    /// Mã hồ sơ of the endorsed nominees, best first
    #[arg(required = true, value_parser = nomination)]
    codes: Vec<NominationId>,
    /// The meeting that endorsed them [default: the unit's first]
    #[arg(long, value_parser = unit_session)]
    meeting: Option<UnitSessionId>,
}

impl Submit {
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
            Self::Prepare(prepare) => prepare.carry_out(errand).await,
            Self::Tabled(act) => act.carry_out(errand).await,
            Self::Attach { this, parts } => {
                if let Some(letter) = &parts.letter {
                    this.attach(errand, letter, DocumentKind::SubmissionLetter)
                        .await?;
                }
                if let Some(extract) = &parts.extract {
                    this.attach(errand, extract, DocumentKind::MinutesExtract)
                        .await?;
                }
                Ok(())
            }
            Self::List { this, list } => this.set(errand, list).await,
            Self::Certify {
                this,
                file,
                figures,
            } => {
                let mut content = this.vouched(file)?;
                let chairs = [Role::UnitHead, Role::UnitDeputy];
                let roles = (&chairs[..], &[Role::UnitSecretary][..]);
                figures.add_to(errand, roles, &mut content).await?;
                let command = CommandKind::CertifyMinutesExtract;
                errand.give(command, content).await
            }
            Self::Sign { this, file } => {
                let content = this.vouched(file)?;
                errand
                    .give(CommandKind::SignSubmissionLetter, content)
                    .await
            }
            Self::Send { this } => {
                let content = json!({ "submission": this.submission });
                errand.give(CommandKind::SubmitSubmission, content).await
            }
            Self::Again(again) => again.carry_out(errand).await,
            Self::TakeBack { this } => {
                let content = json!({ "submission": this.submission });
                errand.give(CommandKind::WithdrawSubmission, content).await
            }
        }
    }
}

impl Prepare {
    async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        let Self {
            this,
            list,
            letter,
            extract,
        } = self;
        let content = json!({ "submission": this.submission });
        errand.give(CommandKind::OpenSubmission, content).await?;
        // A list that is refused leaves no papers behind.
        this.set(errand, list).await?;
        this.attach(errand, letter, DocumentKind::SubmissionLetter)
            .await?;
        this.attach(errand, extract, DocumentKind::MinutesExtract)
            .await
    }
}

impl Again {
    async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        let mut codes = self.codes.clone();
        let supplemented = self.evidence.iter().map(|paper| paper.about.clone());
        codes.extend(supplemented);
        codes.sort();
        codes.dedup();
        let mut items = Vec::new();
        for code in codes {
            let mut documents = Vec::new();
            for paper in self.evidence.iter().filter(|paper| paper.about == code) {
                let owner = Owner::Nomination(&code);
                let kind = DocumentKind::Evidence;
                documents.push(errand.bring(&paper.what, owner, kind).await?);
            }
            items.push(json!({ "nomination": code, "documents": documents }));
        }
        let content = json!({ "submission": self.this.submission, "items": items });
        errand.give(CommandKind::Resubmit, content).await
    }
}

impl This {
    async fn attach(
        &self,
        errand: &mut Errand,
        file: &Path,
        kind: DocumentKind,
    ) -> Result<(), Stop> {
        let document = errand.bring(file, Owner::Authority, kind).await?;
        let content = json!({ "submission": self.submission, "document": document });
        errand.give(CommandKind::AttachPart, content).await
    }

    async fn set(&self, errand: &mut Errand, list: &Proposed) -> Result<(), Stop> {
        let first = UnitSessionId {
            campaign: self.submission.campaign.clone(),
            unit: self.submission.unit.clone(),
            number: 1,
        };
        let content = json!({
            "submission": self.submission,
            "session": list.meeting.as_ref().unwrap_or(&first),
            "nominations": list.codes,
        });
        errand.give(CommandKind::SetList, content).await?;
        errand.concerns(&list.codes);
        Ok(())
    }

    /// Somebody stands for what lies before them.
    fn vouched(&self, file: &Path) -> Result<Value, Stop> {
        let sha256 = Paper::read(file)?.sha256();
        Ok(json!({ "submission": self.submission, "sha256": sha256 }))
    }
}
