//! Audit 13: units within the scope of a launched campaign that sent nothing.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde_json::json;

use super::{
    Audit,
    finding::{Findings, Weight},
    known::Known,
};
use crate::Entry;
use khen_domain::{CampaignId, Event, StreamKey, UnitId, campaign, submission};
use khen_texts::AuditLine;

#[derive(Default)]
pub(super) struct SilentUnits {
    launched: BTreeMap<CampaignId, Date>,
    sent: BTreeSet<(CampaignId, UnitId)>,
}

impl Audit for SilentUnits {
    fn see(&mut self, entry: &Entry, _: &Known, _: &mut Findings) {
        let Some(campaign) = entry.campaign() else {
            return;
        };
        if let Event::Campaign(campaign::Event::CampaignLaunched { date }) = entry.event() {
            self.launched.insert(campaign, *date);
        } else if let Event::Submission(submission::Event::SubmissionSent { nominations, .. }) =
            entry.event()
            && !nominations.is_empty()
        {
            let unit = entry.stream.key().split('/').nth(1);
            if let Some(unit) = unit.and_then(|id| UnitId::parse(id).ok()) {
                self.sent.insert((campaign, unit));
            }
        }
    }

    fn close(&mut self, known: &Known, found: &mut Findings) {
        for (campaign, launched) in &self.launched {
            for (unit, what) in known.units() {
                let is_there = what.until.is_none_or(|until| until >= *launched);
                let has_sent = self.sent.contains(&(campaign.clone(), unit.clone()));
                if what.kind.is_in_scope() && is_there && !has_sent {
                    found.add_in(
                        Some(campaign.clone()),
                        Weight::Look,
                        AuditLine::NothingSent,
                        &StreamKey::unit(unit),
                        [what.established],
                        json!({ "unit": unit, "campaign": campaign }),
                    );
                }
            }
        }
    }
}
