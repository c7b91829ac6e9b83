//! Audit 2: sent after the deadline, or the deadline moved when submissions were in.
//!
//! Three grades: late with nothing that lets it in, a breach; in time by its own date but recorded
//! after the deadline, and late with leave, both worth a look.

use std::collections::BTreeMap;

use serde_json::json;

use super::{Audit, finding::Findings, known::Known};
use crate::Entry;
use khen_domain::{CampaignId, Event, Moment, campaign, submission};
use khen_eventlog::Position;
use khen_texts::AuditLine;

#[derive(Default)]
pub(super) struct Late {
    due: BTreeMap<CampaignId, Moment>,
    sent: BTreeMap<CampaignId, Vec<Position>>,
}

impl Audit for Late {
    fn see(&mut self, entry: &Entry, _: &Known, found: &mut Findings) {
        let Some(campaign) = entry.campaign() else {
            return;
        };
        if let Event::Campaign(campaign::Event::DeadlineAnnounced { due }) = entry.event() {
            self.due.insert(campaign, *due);
        } else if let Event::Campaign(campaign::Event::DeadlineExtended { due, cause, .. }) =
            entry.event()
        {
            self.due.insert(campaign.clone(), *due);
            let sent = self.sent.get(&campaign);
            if let Some(sent) = sent {
                let facts = json!({ "due": due, "submissions": sent.len(), "cause": cause });
                found.look(AuditLine::DeadlineMoved, entry, sent.iter().copied(), facts);
            }
        } else if let Event::Submission(submission::Event::SubmissionSent { late, .. }) =
            entry.event()
        {
            if let Some(due) = self.due.get(&campaign) {
                judge(entry, *due, late.is_some(), found);
            }
            self.sent.entry(campaign).or_default().push(entry.position);
        }
    }
}

fn judge(entry: &Entry, due: Moment, has_leave: bool, found: &mut Findings) {
    let (sent, recorded) = (entry.occurred_at(), entry.recorded());
    let facts = json!({ "due": due, "sent": sent, "recorded": recorded });
    if has_leave {
        found.look(AuditLine::SentLatePermitted, entry, [], facts);
    } else if sent > due {
        found.breach(AuditLine::SentLate, entry, [], facts);
    } else if recorded > due {
        found.look(AuditLine::RecordedLate, entry, [], facts);
    }
}
