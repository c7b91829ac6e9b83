//! Which facts a ledger holds for reports.

use std::collections::BTreeMap;

use jiff::{Timestamp, ToSpan, civil::Date};

use super::{Fact, Form, Report};
use khen_domain::{
    Event, NomineeKind, StreamKey, campaign, decision, decision::DecisionKind, nomination,
};

/// Every tag that a form may name. `regular` (thường xuyên) is borne by nothing: this house keeps
/// thematic campaigns only.
#[cfg(test)]
pub(super) const TAGS: &[&str] = &[
    "campaign",
    "own_scope",
    "thematic",
    "regular",
    "under_a_year",
    "a_year_or_more",
    "without_deadline",
    "decision",
    "grants",
    "on_paper",
    "award",
    "held",
    "revoked",
    "collective",
    "individual",
];

/// Counts over a ledger, event by event from the first.
#[derive(Debug, Default)]
pub struct ReportCount {
    campaigns: BTreeMap<String, Campaign>,
    decisions: BTreeMap<String, Decision>,
    kinds: BTreeMap<String, NomineeKind>,
    awards: BTreeMap<String, Award>,
    on_paper: Vec<OnPaper>,
}

/// A campaign, as far as it is known.
#[derive(Debug, Default)]
struct Campaign {
    launched: Option<Dated>,
    due: Option<Date>,
}

/// A decision, as far as it is known.
#[derive(Debug, Default)]
struct Decision {
    date: Option<Date>,
    issued: Option<(u64, DecisionKind)>,
}

/// An award.
#[derive(Debug)]
struct Award {
    issued: Dated,
    is_held: bool,
}

/// A decision made on paper, with the sums that it gives.
#[derive(Debug)]
struct OnPaper {
    issued: Dated,
    collectives: u64,
    individuals: u64,
}

/// An event, and the day that counts.
#[derive(Debug, Clone, Copy)]
struct Dated {
    position: u64,
    date: Date,
}

impl ReportCount {
    /// Takes the next event.
    pub fn see(&mut self, position: u64, stream: &StreamKey, event: &Event) {
        let key = stream.key();
        if let Event::Campaign(event) = event {
            self.see_campaign(position, key, event);
        }
        if let Event::Decision(event) = event {
            self.see_decision(position, key, event);
        }
        if let Event::Nomination(event) = event {
            self.see_nomination(position, key, event);
        }
    }

    fn see_campaign(&mut self, position: u64, key: &str, event: &campaign::Event) {
        let campaign = self.campaigns.entry(key.to_owned()).or_default();
        if let campaign::Event::CampaignLaunched { date } = event {
            campaign.launched = Some(Dated {
                position,
                date: *date,
            });
        }
        if let campaign::Event::DeadlineAnnounced { due }
        | campaign::Event::DeadlineExtended { due, .. } = event
        {
            campaign.due = Some(due.date());
        }
    }

    fn see_decision(&mut self, position: u64, key: &str, event: &decision::Event) {
        let decision = self.decisions.entry(key.to_owned()).or_default();
        if let decision::Event::NumberAssigned { date, .. } = event {
            decision.date = Some(*date);
        }
        if let decision::Event::DecisionIssued { kind, .. } = event {
            decision.issued = Some((position, *kind));
        }
        if let decision::Event::LegacyDecisionRegistered {
            paper,
            collectives,
            individuals,
            ..
        } = event
        {
            self.on_paper.push(OnPaper {
                issued: Dated {
                    position,
                    date: paper.date,
                },
                collectives: u64::from(*collectives),
                individuals: u64::from(*individuals),
            });
        }
    }

    fn see_nomination(&mut self, position: u64, key: &str, event: &nomination::Event) {
        if let nomination::Event::NominationDrafted { nominee_kind, .. } = event {
            self.kinds.insert(key.to_owned(), *nominee_kind);
        }
        if let nomination::Event::Awarded { date, .. } = event {
            let date = *date;
            let issued = Dated { position, date };
            let is_held = true;
            self.awards
                .insert(key.to_owned(), Award { issued, is_held });
        }
        if let nomination::Event::AwardRevoked { .. } = event
            && let Some(award) = self.awards.get_mut(key)
        {
            award.is_held = false;
        }
    }

    /// The form, filled for a year from the events that were seen: the first so many, the last of which was
    /// recorded then.
    #[must_use]
    pub fn report(
        &self,
        form: &'static Form,
        period: i16,
        (as_of, recorded): (u64, Timestamp),
    ) -> Report {
        let mut facts = Vec::new();
        let mut add = |of: Dated, tags: Vec<&'static str>, count| {
            let Dated { position, date } = of;
            if date.year() == period && count > 0 {
                facts.push(Fact {
                    position,
                    tags,
                    count,
                });
            }
        };
        for campaign in self.campaigns.values() {
            if let Some(launched) = campaign.launched {
                add(launched, campaign.tags(launched.date), 1);
            }
        }
        for decision in self.decisions.values() {
            if let Decision {
                date: Some(date),
                issued: Some((position, kind)),
            } = *decision
            {
                add(Dated { position, date }, tags_of(kind), 1);
            }
        }
        for (key, award) in &self.awards {
            let state = if award.is_held { "held" } else { "revoked" };
            let kind = self.kinds.get(key).map(|kind| kind.as_str());
            let tags = ["award", state].into_iter().chain(kind).collect();
            add(award.issued, tags, 1);
        }
        for paper in &self.on_paper {
            add(paper.issued, vec!["decision", "grants", "on_paper"], 1);
            let award = |kind: NomineeKind| vec!["award", "held", "on_paper", kind.as_str()];
            add(
                paper.issued,
                award(NomineeKind::Collective),
                paper.collectives,
            );
            add(
                paper.issued,
                award(NomineeKind::Individual),
                paper.individuals,
            );
        }
        facts.sort_by_key(|fact| fact.position);
        Report {
            form,
            period,
            as_of,
            recorded,
            facts,
        }
    }
}

impl Campaign {
    /// Every campaign here is thematic, and of the authority that keeps the ledger.
    fn tags(&self, launched: Date) -> Vec<&'static str> {
        let duration = match self.due {
            None => "without_deadline",
            Some(due) if due < launched.saturating_add(1.year()) => "under_a_year",
            Some(_) => "a_year_or_more",
        };
        vec!["campaign", "own_scope", "thematic", duration]
    }
}

fn tags_of(kind: DecisionKind) -> Vec<&'static str> {
    match kind {
        DecisionKind::Grant | DecisionKind::SupplementaryGrant => vec!["decision", "grants"],
        // The awards of a replaced decision were granted by that one.
        DecisionKind::Amend | DecisionKind::Replace | DecisionKind::Revoke => vec!["decision"],
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_campaign_lasts_from_its_launch_to_its_deadline() {
        for (due, duration) in [
            (None, "without_deadline"),
            (Some(date(2024, 11, 29)), "under_a_year"),
            (Some(date(2025, 3, 14)), "under_a_year"),
            (Some(date(2025, 3, 15)), "a_year_or_more"),
        ] {
            let campaign = Campaign {
                launched: None,
                due,
            };
            let tags = campaign.tags(date(2024, 3, 15));
            assert_eq!(tags.last(), Some(&duration), "{due:?}");
        }
    }

    #[test]
    fn a_decision_on_paper_counts_with_its_sums() {
        let mut count = ReportCount::default();
        count.on_paper.push(OnPaper {
            issued: Dated {
                position: 7,
                date: date(2023, 12, 20),
            },
            collectives: 5,
            individuals: 0,
        });
        let form = Form::named("co-so").expect("the form is there");
        let report = count.report(form, 2023, (8, Timestamp::UNIX_EPOCH));
        let awards: Vec<_> = report
            .facts
            .iter()
            .filter(|fact| fact.tags.contains(&"award"))
            .collect();
        assert_eq!(awards.len(), 1, "{report:?}");
        assert_eq!((awards[0].position, awards[0].count), (7, 5));
        assert!(
            count
                .report(form, 2024, (8, Timestamp::UNIX_EPOCH))
                .facts
                .is_empty()
        );
    }
}
