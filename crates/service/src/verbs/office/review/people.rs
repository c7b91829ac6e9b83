//! Who reviews.

use clap::Args;
use serde_json::json;

use crate::client::{Errand, Stop, nomination, word};
use khen_domain::{CommandKind, NominationId, Role, nomination::ReplacementReason};

/// Name who reviews and who confirms in the place of Home Affairs (Chairman)
#[derive(Debug, Args)]
#[command(after_help = "Example:
  khen review substitutes HQ-CCHC-2024-0014-Z --reviewer 'Thanh tra viên' \\
      --confirmer 'Phó Chánh Thanh tra' --on-behalf-of chairman")]
pub(super) struct Substitutes {
    /// Mã hồ sơ
    #[arg(required = true, value_parser = nomination)]
    codes: Vec<NominationId>,
    /// Substitute reviewer: a name, a title, or an id
    #[arg(long, value_name = "WHO")]
    reviewer: String,
    /// Substitute confirmer
    #[arg(long, value_name = "WHO")]
    confirmer: String,
}

impl Substitutes {
    pub(super) async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        let client = errand.client();
        let reviewers = [Role::SubstituteReviewer];
        let reviewer = client.assignment(&self.reviewer, &reviewers).await?;
        let confirmers = [Role::SubstituteConfirmer];
        let confirmer = client.assignment(&self.confirmer, &confirmers).await?;
        let content = json!({
            "nominations": self.codes,
            "reviewer": reviewer,
            "confirmer": confirmer,
        });
        errand.give(CommandKind::NameSubstitutes, content).await
    }
}

/// Assign a reviewer to received dossiers, or another one in the place of the first (head of Home
/// Affairs, substitute)
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  khen review assign --to 'Hoàng Văn Thử Nghiệm' HQ-CCHC-2024-0001-N HQ-CCHC-2024-0007-B
  khen review assign --to 'Hoàng Văn Thử Nghiệm' HQ-CCHC-2024-0007-B --instead-because absence")]
pub(super) struct Assign {
    /// The reviewer: a name, a title, or an id
    #[arg(long, value_name = "WHO")]
    to: String,
    /// Mã hồ sơ
    #[arg(required = true, value_parser = nomination)]
    codes: Vec<NominationId>,
    /// Why the reviewer who is assigned already is replaced
    #[arg(long, value_name = "WHY", value_parser = word::<ReplacementReason>())]
    instead_because: Option<ReplacementReason>,
}

impl Assign {
    pub(super) async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        let roles = [Role::Reviewer, Role::SubstituteReviewer];
        let reviewer = errand.client().assignment(&self.to, &roles).await?;
        let mut content = json!({ "nominations": self.codes, "reviewer": reviewer });
        match self.instead_because {
            None => errand.give(CommandKind::AssignReviewer, content).await,
            Some(reason) => {
                content["reason_code"] = json!(reason);
                errand.give(CommandKind::ReassignReviewer, content).await
            }
        }
    }
}
