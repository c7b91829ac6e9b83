//! What the reviewer finds and recommends.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use crate::client::{Errand, Owner, Pair, Stop, Text, Word, nomination};
use khen_domain::{CommandKind, CriterionCode, DocumentKind, Finding, NominationId};
use khen_texts::Line;

/// Record findings on the criteria of one dossier (reviewer, substitute)
///
/// The criteria are those of the campaign's plan, for example C1 to C5 and C4x for a collective, I1
/// to I5 for an individual.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  khen review find HQ-CCHC-2024-0001-N C1=met C2=met C3=met C4=met C4x=not_met C5=met \\
      --evidence C3=sang-kien.pdf --note C4x='Có quyết định kỷ luật ngày 05/12'")]
pub(super) struct Find {
    /// Mã hồ sơ
    #[arg(value_parser = nomination)]
    code: NominationId,
    /// What was found: `met`, `not_met`, `pending` or `not_applicable`
    #[arg(required = true, value_name = "CRITERION=FINDING")]
    findings: Vec<Pair<CriterionCode, Word<Finding>>>,
    /// A note on a finding
    #[arg(long, value_name = "CRITERION=TEXT")]
    note: Vec<Pair<CriterionCode, Text>>,
    /// A paper that proves a finding: PDF, DOCX, XLSX, PNG or JPEG
    #[arg(long, value_name = "CRITERION=FILE")]
    evidence: Vec<Pair<CriterionCode, PathBuf>>,
}

impl Find {
    pub(super) async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        self.must_stand_beside_findings()?;
        let mut findings = Vec::new();
        for Pair { about, what } in &self.findings {
            let mut evidence = Vec::new();
            for paper in self.evidence.iter().filter(|paper| paper.about == *about) {
                let owner = Owner::Nomination(&self.code);
                let kind = DocumentKind::Evidence;
                evidence.push(errand.bring(&paper.what, owner, kind).await?);
            }
            let note = self.note.iter().find(|note| note.about == *about);
            findings.push(json!({
                "criterion": about,
                "value": what,
                "evidence": evidence,
                "note": note.map(|note| &note.what),
            }));
        }
        let content = json!({ "nomination": self.code, "findings": findings });
        errand.give(CommandKind::RecordFinding, content).await
    }

    /// A note or a paper on a criterion without a finding would be lost without a word.
    fn must_stand_beside_findings(&self) -> Result<(), Stop> {
        let notes = self.note.iter().map(|note| &note.about);
        let papers = self.evidence.iter().map(|paper| &paper.about);
        let is_found = |code: &&CriterionCode| {
            let mut findings = self.findings.iter();
            findings.any(|finding| finding.about == **code)
        };
        match notes.chain(papers).find(|code| !is_found(code)) {
            None => Ok(()),
            Some(code) => Err(Stop::here(Line::NoFinding, [("asked", code.as_str())])),
        }
    }
}

/// Recommend to pass or to reject (reviewer, substitute)
#[derive(Debug, Args)]
#[command(after_help = "Example:
  khen review recommend --pass HQ-CCHC-2024-0001-N,HQ-CCHC-2024-0007-B \\
      --reject HQ-CCHC-2024-0005-X")]
#[group(required = true, multiple = true)]
pub(super) struct Recommend {
    /// Mã hồ sơ of those who should pass
    #[arg(long, value_delimiter = ',', value_name = "CODE", value_parser = nomination)]
    pass: Vec<NominationId>,
    /// Mã hồ sơ of those who should not
    #[arg(long, value_delimiter = ',', value_name = "CODE", value_parser = nomination)]
    reject: Vec<NominationId>,
}

impl Recommend {
    pub(super) async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        for (command, codes) in [
            (CommandKind::RecommendPass, &self.pass),
            (CommandKind::RecommendReject, &self.reject),
        ] {
            if !codes.is_empty() {
                errand
                    .give(command, json!({ "nominations": codes }))
                    .await?;
            }
        }
        Ok(())
    }
}
