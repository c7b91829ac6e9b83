//! `khen decide`: the Chairman decides on every nominee presented to him.

use std::process::ExitCode;

use clap::Args;
use serde_json::{Value, json};

use crate::client::{Acting, Because, Pair, Text, errand, presentation, reasoned};
use khen_domain::{CommandKind, NominationId, PresentationId, nomination::ReturnedTo};

/// Approve what is presented, except those declined (Chairman)
///
/// After the Office has checked the presentation. The Office may record what the Chairman has
/// decided on paper.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  khen decide HQ-CCHC-2024-1 --approve-all
  khen decide HQ-CCHC-2024-1 --approve-all --on-behalf-of chairman \\
      --decline HQ-CCHC-2024-0012-V='Đã được tỉnh khen về cùng thành tích' \\
      --return HQ-CCHC-2024-0013-X='review:Xem lại minh chứng sáng kiến'")]
pub(crate) struct Decide {
    /// The presentation, as `khen queue` prints it
    #[arg(value_parser = presentation)]
    presentation: PresentationId,
    /// Approve all who are presented …
    #[arg(long, required = true)]
    approve_all: bool,
    /// … except these, each with its reason
    #[arg(long, value_name = "CODE=REASON")]
    decline: Vec<Pair<NominationId, Text>>,
    /// … or send these back: to `clarification`, `review` or `council`
    #[arg(long = "return", value_name = "CODE=WHERE:REASON")]
    send_back: Vec<Pair<NominationId, Because<ReturnedTo>>>,
    #[command(flatten)]
    acting: Acting,
}

impl Decide {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let decline: Vec<Value> = self.decline.iter().map(reasoned).collect();
        let send_back: Vec<Value> = self.send_back.iter().map(sent_back).collect();
        let content = json!({
            "presentation": self.presentation,
            "decline": decline,
            "return": send_back,
        });
        errand(&self.acting, async |errand| {
            errand
                .give(CommandKind::DecidePresentation, content)
                .await?;
            Ok(())
        })
        .await
    }
}

fn sent_back(pair: &Pair<NominationId, Because<ReturnedTo>>) -> Value {
    let Because { word, reason } = &pair.what;
    json!({ "nomination": pair.about, "to": word, "reason": reason })
}
