//! Tells what happened, an hour apart, and folds it.

use std::collections::BTreeMap;

use jiff::{Timestamp, ToSpan};

use khen_domain::{
    AssignmentId, CampaignId, CouncilSessionId, DecisionId, Document, DocumentKind, Event,
    FieldClass, Moment, NominationId, NomineeKind, NomineeRef, PresentationId, SealOwner, Sealed,
    StreamKey, SubmissionId, Tally, UnitId, UnitSessionId,
    nomination::{self, Nominee},
};
use khen_projections::{Fact, Projection};
use khen_read_model::TableRow;

/// What happened so far, an event an hour from nine in the morning of 5 November 2024 on.
#[derive(Default)]
pub(crate) struct History {
    facts: Vec<Fact>,
    versions: BTreeMap<StreamKey, u64>,
}

impl History {
    pub(crate) fn then(mut self, stream: &StreamKey, event: impl Into<Event>) -> Self {
        let version = self.versions.entry(stream.clone()).or_default();
        *version += 1;
        let position = self.facts.len() as u64;
        self.facts.push(Fact {
            stream: stream.clone(),
            version: *version,
            position,
            occurred_at: Moment::new(hour(position)),
            event: event.into(),
        });
        self
    }

    pub(crate) fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// All rows of a projection, by key.
    pub(crate) fn rows<P: Projection>(&self) -> BTreeMap<String, P::Row> {
        let mut rows = BTreeMap::new();
        for fact in &self.facts {
            for key in P::keys(fact) {
                let row = P::evolve(&key, rows.remove(&key), fact);
                assert!(row.as_ref().is_none_or(|row| row.key() == key));
                rows.extend(row.map(|row| (key, row)));
            }
        }
        rows
    }

    /// The one row of a projection.
    pub(crate) fn row<P: Projection>(&self) -> P::Row {
        let mut rows = self.rows::<P>();
        assert_eq!(rows.len(), 1);
        rows.pop_first().expect("the story is well formed").1
    }
}

/// The time of the event at `position`.
pub(crate) fn hour(position: u64) -> Timestamp {
    let first: Timestamp = "2024-11-05T02:00:00Z"
        .parse()
        .expect("the story is well formed");
    first
        + i64::try_from(position)
            .expect("the story is well formed")
            .hours()
}

pub(crate) fn campaign() -> CampaignId {
    CampaignId::parse("HQ-CCHC-2024").expect("the story is well formed")
}

pub(crate) fn unit() -> UnitId {
    UnitId::parse("tu-phap").expect("the story is well formed")
}

pub(crate) fn assignment(id: &str) -> AssignmentId {
    AssignmentId::parse(id).expect("the story is well formed")
}

pub(crate) fn nomination() -> NominationId {
    NominationId::new(campaign(), 7)
}

pub(crate) fn case() -> StreamKey {
    StreamKey::nomination(&nomination())
}

pub(crate) fn unit_session(number: u32) -> UnitSessionId {
    UnitSessionId {
        campaign: campaign(),
        unit: unit(),
        number,
    }
}

pub(crate) fn submission() -> SubmissionId {
    SubmissionId {
        campaign: campaign(),
        unit: unit(),
        number: 1,
    }
}

pub(crate) fn session() -> CouncilSessionId {
    CouncilSessionId {
        campaign: campaign(),
        number: 1,
    }
}

pub(crate) fn presentation() -> PresentationId {
    PresentationId {
        campaign: campaign(),
        number: 1,
    }
}

pub(crate) fn decision() -> DecisionId {
    DecisionId {
        campaign: campaign(),
        number: 1,
    }
}

pub(crate) fn tally() -> Tally {
    Tally {
        votes_for: 5,
        ..Tally::default()
    }
}

pub(crate) fn document(kind: DocumentKind) -> Document {
    Document {
        sha256: "ab".repeat(32),
        media_type: "application/pdf".into(),
        size: 1,
        kind,
    }
}

pub(crate) fn sealed(id: &str, class: FieldClass, owner: SealOwner) -> Sealed {
    Sealed {
        sealed: "AAAA".into(),
        class,
        id: id.to_owned(),
        owner,
    }
}

pub(crate) fn drafted() -> nomination::Event {
    nomination::Event::NominationDrafted {
        campaign: campaign(),
        unit: unit(),
        nominee_kind: NomineeKind::Individual,
        nominee_ref: NomineeRef::parse("00ff").expect("the story is well formed"),
        nominee: Nominee::Individual {
            name: sealed("name-1", FieldClass::PersonName, SealOwner::Nominee),
            title: sealed("title-1", FieldClass::PersonTitle, SealOwner::Nominee),
        },
    }
}
