//! Tells the office what the mirror has: events that are stored, and that a checkpoint of the log has
//! signed for.

use serde_json::json;

use super::{Pulling, Stop};
use khen_texts::Problem;

impl Pulling<'_> {
    /// Acknowledges the events under the newest checkpoint that is kept, where that is wanted. After a
    /// kill the same is said once more, which changes nothing.
    pub(super) async fn acknowledge(&mut self) -> Result<(), Stop> {
        let (Some(consumer), Some(kept)) = (self.pull.ack, self.mirror.checkpoint()) else {
            return Ok(());
        };
        let tree = kept.checkpoint().tree();
        if self.acknowledged == Some(tree.size) {
            return Ok(());
        }
        let path = format!("/export/v1/{}/consumers/{consumer}/ack", self.pull.ledger);
        let body = json!({ "next": tree.size, "root": tree.root.to_string() });
        let sent = self.pull.client.put(&path, &body).await;
        sent.map_err(|stop| self.other_root(stop))?;
        self.acknowledged = Some(tree.size);
        Ok(())
    }

    /// An office that signed for these events and knows another root of them has not the ones it signed.
    fn other_root(&self, stop: Stop) -> Stop {
        match &stop {
            Stop::Refused(problem) if problem["code"] == Problem::RootMismatch.as_str() => {
                let (facts, size) = (&problem["facts"], &problem["facts"]["next"]);
                let reason = format!(
                    "its log signed for {size} events, and now has another root of them: {}",
                    facts["expected"].as_str().unwrap_or_default()
                );
                self.damaged(&reason)
            }
            Stop::Refused(_)
            | Stop::Later(_)
            | Stop::NoAnswer { .. }
            | Stop::Unclear { .. }
            | Stop::Here { .. }
            | Stop::Alarm { .. }
            | Stop::Terminal(_) => stop,
        }
    }
}
