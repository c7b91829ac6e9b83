//! Audit 8: numbers given twice, missing in a dense series, or out of the order of their dates.
//!
//! Only series whose numbers Khen gives are dense (INV-28), and so is the register of awards; the
//! numbers of another system cannot be checked for gaps.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::{
    Audit,
    finding::{Findings, Weight},
    known::Known,
};
use crate::Entry;
use khen_domain::{
    CampaignId, Event, StreamKey, decision, decision::NumberSource, number_register,
};
use khen_eventlog::Position;
use khen_texts::AuditLine;

#[derive(Default)]
struct Series {
    given: BTreeMap<u32, Position>,
    is_dense: bool,
    campaigns: BTreeSet<CampaignId>,
}

#[derive(Default)]
pub(super) struct Numbers {
    series: BTreeMap<StreamKey, Series>,
}

impl Audit for Numbers {
    fn see(&mut self, entry: &Entry, _: &Known, found: &mut Findings) {
        if let Event::NumberRegister(event) = entry.event() {
            let series = self.series.entry(entry.stream.clone()).or_default();
            match event {
                number_register::Event::NumberGiven {
                    number,
                    decision,
                    source,
                    ..
                } => {
                    series.is_dense |= *source == NumberSource::Khen;
                    series.give(*number, &decision.campaign, entry, found);
                }
                number_register::Event::AwardEntered {
                    number, nomination, ..
                } => {
                    series.is_dense = true;
                    series.give(*number, nomination.campaign(), entry, found);
                }
                // A voided number stays taken.
                number_register::Event::NumberVoided { .. } => {}
            }
        } else if let Event::Decision(decision::Event::NumberAssigned {
            number,
            date,
            out_of_order: true,
            ..
        }) = entry.event()
        {
            let facts = json!({ "number": number, "date": date });
            found.look(AuditLine::NumberOutOfOrder, entry, [], facts);
        }
    }

    fn close(&mut self, _: &Known, found: &mut Findings) {
        for (stream, series) in self.series.iter().filter(|(_, series)| series.is_dense) {
            for (from, until, next) in series.gaps() {
                let facts = json!({ "from": from, "until": until });
                let campaign = series.only_campaign();
                found.add_in(
                    campaign,
                    Weight::Breach,
                    AuditLine::NumberGap,
                    stream,
                    [next],
                    facts,
                );
            }
        }
    }
}

impl Series {
    fn give(&mut self, number: u32, campaign: &CampaignId, entry: &Entry, found: &mut Findings) {
        if let Some(first) = self.given.get(&number) {
            let (positions, facts) = ([*first, entry.position], json!({ "number": number }));
            let line = AuditLine::NumberReused;
            let campaign = Some(campaign.clone());
            found.add_in(
                campaign,
                Weight::Breach,
                line,
                &entry.stream,
                positions,
                facts,
            );
        }
        self.campaigns.insert(campaign.clone());
        self.given.entry(number).or_insert(entry.position);
    }

    /// First and last missing number of each gap, and where the next number was given.
    fn gaps(&self) -> Vec<(u32, u32, Position)> {
        let mut gaps = Vec::new();
        let mut expected = 1;
        for (number, position) in &self.given {
            if *number > expected {
                gaps.push((expected, number - 1, *position));
            }
            expected = number.saturating_add(1);
        }
        gaps
    }

    fn only_campaign(&self) -> Option<CampaignId> {
        let mut all = self.campaigns.iter();
        all.next().filter(|_| self.campaigns.len() == 1).cloned()
    }
}
