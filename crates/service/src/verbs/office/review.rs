//! `khen review`: criteria, recommendation, confirmation.

use std::{path::PathBuf, process::ExitCode, str::FromStr};

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::client::{Acting, Errand, Judged, Owner, Reasoned, Stop, errand, nomination};
use khen_domain::{CommandKind, CriterionCode, DocumentKind, NominationId, Role};
use khen_texts::Line;

/// Review received dossiers against the criteria (Home Affairs)
///
/// The head of Home Affairs assigns a reviewer; the reviewer records a finding on every criterion
/// and recommends; the head, another person, confirms.
#[derive(Debug, Args)]
pub(crate) struct Review {
    #[command(subcommand)]
    act: Act,
    #[command(flatten)]
    acting: Acting,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Assign a reviewer to received dossiers (head of Home Affairs)
    #[command(after_help = "Example:
  khen review assign --to 'Nguyễn Thị Ví Dụ' HQ-CCHC-2024-0001-D HQ-CCHC-2024-0007-K")]
    Assign {
        /// The reviewer: a name, a title, or an id
        #[arg(long, value_name = "WHO")]
        to: String,
        /// Mã hồ sơ
        #[arg(required = true, value_parser = nomination)]
        codes: Vec<NominationId>,
    },
    Find(Find),
    /// Recommend to pass or to reject (reviewer)
    #[command(after_help = "Example:
  khen review recommend --pass HQ-CCHC-2024-0001-D,HQ-CCHC-2024-0007-K \\
      --reject HQ-CCHC-2024-0005-R")]
    #[group(required = true, multiple = true)]
    Recommend {
        /// Mã hồ sơ of those who should pass
        #[arg(long, value_delimiter = ',', value_name = "CODE", value_parser = nomination)]
        pass: Vec<NominationId>,
        /// Mã hồ sơ of those who should not
        #[arg(long, value_delimiter = ',', value_name = "CODE", value_parser = nomination)]
        reject: Vec<NominationId>,
    },
    /// Confirm reviews: pass some, reject others with the reason that the unit is told (head of Home
    /// Affairs)
    #[command(after_help = "Example:
  khen review confirm --pass HQ-CCHC-2024-0001-D,HQ-CCHC-2024-0007-K \\
      --reject HQ-CCHC-2024-0005-R='Tập thể có người bị kỷ luật trong năm'")]
    Confirm {
        /// Mã hồ sơ of those who pass
        #[arg(
            long,
            value_delimiter = ',',
            value_name = "CODE",
            value_parser = nomination,
            required_unless_present = "reject"
        )]
        pass: Vec<NominationId>,
        /// Who is rejected, and why
        #[arg(long, value_name = "CODE=REASON")]
        reject: Vec<Reasoned>,
    },
}

/// Record findings on the criteria of one dossier (reviewer)
///
/// The criteria are those of the campaign's plan, for example C1 to C5 and C4x for a collective, I1
/// to I5 for an individual.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  khen review find HQ-CCHC-2024-0001-D C1=met C2=met C3=met C4=met C4x=not_met C5=met \\
      --evidence C3=sang-kien.pdf --note C4x='Có quyết định kỷ luật ngày 05/12'")]
struct Find {
    /// Mã hồ sơ
    #[arg(value_parser = nomination)]
    code: NominationId,
    /// What was found: `met`, `not_met`, `pending` or `not_applicable`
    #[arg(required = true, value_name = "CRITERION=FINDING")]
    findings: Vec<Judged>,
    /// A note on a finding
    #[arg(long, value_name = "CRITERION=TEXT")]
    note: Vec<Beside<String>>,
    /// A paper that proves a finding: PDF, DOCX, XLSX, PNG or JPEG
    #[arg(long, value_name = "CRITERION=FILE")]
    evidence: Vec<Beside<PathBuf>>,
}

/// Something that stands beside a finding.
#[derive(Debug, Clone)]
struct Beside<T> {
    criterion: CriterionCode,
    what: T,
}

impl<T: FromStr> FromStr for Beside<T> {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || "expected a criterion, `=`, and what stands beside it".to_owned();
        let (criterion, what) = text.split_once('=').ok_or_else(wrong)?;
        Ok(Self {
            criterion: CriterionCode::parse(criterion).map_err(|error| error.to_string())?,
            what: what.parse().map_err(|_| wrong())?,
        })
    }
}

impl Review {
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
            Self::Assign { to, codes } => {
                let reviewer = errand.client().assignment(to, &[Role::Reviewer]).await?;
                let content = json!({ "nominations": codes, "reviewer": reviewer });
                errand.give(CommandKind::AssignReviewer, content).await?;
            }
            Self::Find(find) => find.carry_out(errand).await?,
            Self::Recommend { pass, reject } => {
                if !pass.is_empty() {
                    let content = json!({ "nominations": pass });
                    errand.give(CommandKind::RecommendPass, content).await?;
                }
                if !reject.is_empty() {
                    let content = json!({ "nominations": reject });
                    errand.give(CommandKind::RecommendReject, content).await?;
                }
            }
            Self::Confirm { pass, reject } => {
                let reject: Vec<Value> = reject.iter().map(Reasoned::content).collect();
                let content = json!({ "pass": pass, "reject": reject });
                errand.give(CommandKind::ConfirmReviews, content).await?;
            }
        }
        Ok(())
    }
}

impl Find {
    async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        self.must_stand_beside_findings()?;
        let mut findings = Vec::new();
        for Judged { criterion, finding } in &self.findings {
            let mut evidence = Vec::new();
            for paper in self
                .evidence
                .iter()
                .filter(|one| one.criterion == *criterion)
            {
                let owner = Owner::Nomination(&self.code);
                let kind = DocumentKind::Evidence;
                evidence.push(errand.bring(&paper.what, owner, kind).await?);
            }
            let mut notes = self.note.iter().filter(|one| one.criterion == *criterion);
            findings.push(json!({
                "criterion": criterion,
                "value": finding,
                "evidence": evidence,
                "note": notes.next().map(|note| &note.what),
            }));
        }
        let content = json!({ "nomination": self.code, "findings": findings });
        errand.give(CommandKind::RecordFinding, content).await?;
        Ok(())
    }

    /// A note or a paper on a criterion without a finding would be lost without a word.
    fn must_stand_beside_findings(&self) -> Result<(), Stop> {
        let notes = self.note.iter().map(|note| &note.criterion);
        let papers = self.evidence.iter().map(|paper| &paper.criterion);
        let is_found = |code: &&CriterionCode| {
            let mut findings = self.findings.iter();
            findings.any(|judged| judged.criterion == **code)
        };
        match notes.chain(papers).find(|code| !is_found(code)) {
            None => Ok(()),
            Some(code) => Err(Stop::here(Line::NoFinding, [("asked", code.as_str())])),
        }
    }
}
