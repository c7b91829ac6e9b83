//! What the second person says.

use clap::Args;
use serde_json::{Value, json};

use crate::client::{Errand, Pair, Stop, Text, nomination, reasoned, word};
use khen_domain::{CommandKind, NominationId, nomination::ReopeningReason};

/// Confirm reviews: pass some, reject others with the reason that the unit is told (head of Home
/// Affairs, substitute)
#[derive(Debug, Args)]
#[command(after_help = "Example:
  khen review confirm --pass HQ-CCHC-2024-0001-N,HQ-CCHC-2024-0007-B \\
      --reject HQ-CCHC-2024-0005-X='Tập thể có người bị kỷ luật trong năm'")]
pub(super) struct Confirm {
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
    reject: Vec<Pair<NominationId, Text>>,
}

impl Confirm {
    pub(super) async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        let reject: Vec<Value> = self.reject.iter().map(reasoned).collect();
        let content = json!({ "pass": self.pass, "reject": reject });
        errand.give(CommandKind::ConfirmReviews, content).await
    }
}

/// Sends recommendations back to the reviewer.
pub(super) async fn send_back(
    errand: &mut Errand,
    cases: &[Pair<NominationId, Text>],
) -> Result<(), Stop> {
    let returns: Vec<Value> = cases.iter().map(reasoned).collect();
    let content = json!({ "returns": returns });
    errand.give(CommandKind::ReturnToReviewer, content).await
}

/// Open confirmed reviews again (head of Home Affairs, substitute)
#[derive(Debug, Args)]
#[command(after_help = "Example:
  khen review reopen HQ-CCHC-2024-0005-X='Quyết định kỷ luật đã được hủy' \\
      --because fact_changed")]
pub(super) struct Reopen {
    /// Whose review is opened again, and why
    #[arg(required = true, value_name = "CODE=REASON")]
    cases: Vec<Pair<NominationId, Text>>,
    /// Why, as a word
    #[arg(long, value_parser = word::<ReopeningReason>())]
    because: ReopeningReason,
}

impl Reopen {
    pub(super) async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        let reopening = |case| {
            let mut reopening = reasoned(case);
            reopening["reason_code"] = json!(self.because);
            reopening
        };
        let reviews: Vec<Value> = self.cases.iter().map(reopening).collect();
        errand
            .give(CommandKind::ReopenReview, json!({ "reviews": reviews }))
            .await
    }
}
