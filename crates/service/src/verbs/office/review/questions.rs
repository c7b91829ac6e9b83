//! What the reviewer asks of others.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;
use serde_json::json;

use crate::client::{Errand, Lack, Owner, Stop, Text, nomination, word};
use khen_domain::{CommandKind, DocumentKind, NominationId, nomination::OpinionValue};

/// Ask the unit to supplement a dossier: a round (reviewer, substitute)
#[derive(Debug, Args)]
#[command(after_help = "Example:
  khen review supplement HQ-CCHC-2024-0003-T evidence/C3:missing --due 2024-12-11 \\
      --note 'Bổ sung quyết định công nhận sáng kiến'")]
pub(super) struct Supplement {
    /// Mã hồ sơ
    #[arg(value_parser = nomination)]
    code: NominationId,
    /// What is wrong: PART:DEFECT or evidence/CRITERION:DEFECT, as `khen receive acknowledge --help`
    /// tells
    #[arg(required = true, value_name = "PART:DEFECT")]
    items: Vec<Lack>,
    /// The last day
    #[arg(long)]
    due: Date,
    /// Words for the unit
    #[arg(long)]
    note: Option<Text>,
}

impl Supplement {
    pub(super) async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        let content = json!({
            "nomination": self.code,
            "items": self.items,
            "due": self.due,
            "note": self.note,
        });
        errand.give(CommandKind::RequestSupplement, content).await
    }
}

/// Ask another body what it thinks, hiệp y (reviewer, substitute)
#[derive(Debug, Args)]
#[command(after_help = "Example:
  khen review ask HQ-CCHC-2024-0010-R --body 'Đảng ủy xã Tân Hưng' --due 2024-12-10 \\
      --question 'Đề nghị cho ý kiến về việc khen thưởng Chủ tịch UBND xã'")]
pub(super) struct Ask {
    /// Mã hồ sơ
    #[arg(value_parser = nomination)]
    code: NominationId,
    /// The body
    #[arg(long)]
    body: String,
    /// What is asked
    #[arg(long)]
    question: Text,
    /// By when
    #[arg(long)]
    due: Date,
}

impl Ask {
    pub(super) async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        let content = json!({
            "nomination": self.code,
            "body": self.body,
            "question": self.question,
            "due": self.due,
        });
        errand.give(CommandKind::RequestOpinion, content).await
    }
}

/// Record what the body that was asked has answered (reviewer, substitute)
#[derive(Debug, Args)]
#[command(after_help = "Example:
  khen review heard HQ-CCHC-2024-0010-R --body 'Đảng ủy xã Tân Hưng' favourable cong-van.pdf")]
pub(super) struct Heard {
    /// Mã hồ sơ
    #[arg(value_parser = nomination)]
    code: NominationId,
    /// The body
    #[arg(long)]
    body: String,
    /// What it thinks
    #[arg(value_parser = word::<OpinionValue>())]
    value: OpinionValue,
    /// Its letter
    file: PathBuf,
}

impl Heard {
    pub(super) async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        let owner = Owner::Nomination(&self.code);
        let letter = errand
            .bring(&self.file, owner, DocumentKind::Evidence)
            .await?;
        let content = json!({
            "nomination": self.code,
            "body": self.body,
            "value": self.value,
            "document": letter,
        });
        errand.give(CommandKind::RecordOpinion, content).await
    }
}
