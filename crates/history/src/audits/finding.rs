//! What an audit finds.

use serde_json::{Map, Value};

use crate::Entry;
use khen_domain::{CampaignId, StreamKey};
use khen_eventlog::Position;
use khen_texts::{AuditLine, Language, Texts};

/// How a finding is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// A rule does not hold.
    Breach,
    /// Allowed, and worth a look.
    Look,
}

impl Weight {
    /// The word on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Breach => "breach",
            Self::Look => "look",
        }
    }
}

/// Something that an audit found, with the events that it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The number of the audit, from 1.
    pub audit: u8,
    /// How it is meant.
    pub weight: Weight,
    /// The stream that it is about.
    pub stream: StreamKey,
    /// The campaign, where it belongs to one.
    pub campaign: Option<CampaignId>,
    /// The events that it rests on, in order; none for what never happened.
    pub positions: Vec<Position>,
    /// What is said.
    pub line: AuditLine,
    /// The facts of what is said.
    pub facts: Map<String, Value>,
}

impl Finding {
    /// The finding in words.
    #[must_use]
    pub fn words(&self, texts: &Texts, language: Language) -> String {
        let mut facts = self.facts.clone();
        // What a person did is itself said in words.
        for name in ["first", "second"] {
            let hand = facts.get(name).and_then(Value::as_str);
            let hand =
                hand.and_then(|slug| AuditLine::ALL.iter().find(|line| line.as_str() == slug));
            if let Some(hand) = hand {
                let said = texts.audit(language, *hand, &Map::new());
                facts.insert(name.to_owned(), said.into());
            }
        }
        texts.audit(language, self.line, &facts)
    }
}

/// What one audit has found so far.
#[derive(Debug, Default)]
pub(super) struct Findings {
    audit: u8,
    found: Vec<Finding>,
}

impl Findings {
    pub(super) fn of(audit: u8) -> Self {
        Self {
            audit,
            found: Vec::new(),
        }
    }

    /// A breach that the event shows, with the earlier events that it rests on.
    pub(super) fn breach(
        &mut self,
        line: AuditLine,
        entry: &Entry,
        earlier: impl IntoIterator<Item = Position>,
        facts: Value,
    ) {
        let positions = earlier.into_iter().chain([entry.position]);
        self.add(Weight::Breach, line, &entry.stream, positions, facts);
    }

    /// Something worth a look that the event shows.
    pub(super) fn look(
        &mut self,
        line: AuditLine,
        entry: &Entry,
        earlier: impl IntoIterator<Item = Position>,
        facts: Value,
    ) {
        let positions = earlier.into_iter().chain([entry.position]);
        self.add(Weight::Look, line, &entry.stream, positions, facts);
    }

    /// A finding about a stream.
    pub(super) fn add(
        &mut self,
        weight: Weight,
        line: AuditLine,
        stream: &StreamKey,
        positions: impl IntoIterator<Item = Position>,
        facts: Value,
    ) {
        let campaign = crate::entry::campaign_of(stream);
        self.add_in(campaign, weight, line, stream, positions, facts);
    }

    /// A finding about a stream whose name does not say its campaign.
    pub(super) fn add_in(
        &mut self,
        campaign: Option<CampaignId>,
        weight: Weight,
        line: AuditLine,
        stream: &StreamKey,
        positions: impl IntoIterator<Item = Position>,
        facts: Value,
    ) {
        let mut positions: Vec<_> = positions.into_iter().collect();
        positions.sort_unstable();
        positions.dedup();
        let facts = if let Value::Object(facts) = facts {
            facts
        } else {
            Map::new()
        };
        self.found.push(Finding {
            audit: self.audit,
            weight,
            stream: stream.clone(),
            campaign,
            positions,
            line,
            facts,
        });
    }

    pub(super) fn into_vec(self) -> Vec<Finding> {
        self.found
    }
}
