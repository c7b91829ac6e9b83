//! OCEL 2.0 in JSON: events of a campaign and all the objects that they touch.
//!
//! Source: OCEL 2.0 specification, section 6 (JSON). Every value of an object's attribute has its own
//! time, the first one too: a reader that keeps the first value as static would lose it otherwise.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{
    activity, gate, outcome, payload,
    related::{self, NOMINATION, Thing, UNIT, ballot_item, is_return, related},
    rules,
};
use crate::Entry;
use khen_domain::{
    CampaignId, Event, NominationId, campaign, council_session, decision, nomination,
};
use khen_eventlog::wire_time;

/// Types of objects, each with its attributes.
const OBJECT_TYPES: &[(&str, &[&str])] = &[
    (related::CAMPAIGN, &["deadline"]),
    (NOMINATION, &["kind", "gate"]),
    (UNIT, &[]),
    (related::COUNCIL_SESSION, &["mode"]),
    (related::BALLOT_ITEM, &["outcome"]),
    (related::DECISION, &["number", "date"]),
    (related::DOCUMENT, &["kind", "media_type"]),
    (related::DELEGATION, &[]),
];

/// A campaign in the making of an object-centric log.
#[derive(Debug)]
pub struct Ocel {
    campaign: CampaignId,
    objects: BTreeMap<Thing, Object>,
    units: BTreeMap<NominationId, String>,
    types: BTreeSet<String>,
    events: Vec<Value>,
}

#[derive(Debug, Default)]
struct Object {
    attributes: Vec<Value>,
    relationships: BTreeSet<(Thing, &'static str)>,
}

impl Ocel {
    /// Before the first event.
    #[must_use]
    pub fn begin(campaign: &CampaignId) -> Self {
        Self {
            campaign: campaign.clone(),
            objects: BTreeMap::new(),
            units: BTreeMap::new(),
            types: BTreeSet::new(),
            events: Vec::new(),
        }
    }

    /// Looks at the next event of the ledger.
    pub fn see(&mut self, entry: &Entry) {
        if entry.campaign().as_ref() != Some(&self.campaign) {
            return;
        }
        self.describe(entry);
        let mut touched = related(entry, &self.campaign);
        if is_return(entry) {
            let id = NominationId::parse(entry.stream.key()).ok();
            let unit = id.and_then(|id| self.units.get(&id));
            touched.extend(unit.map(|unit| ((UNIT, unit.clone()), "returns_to")));
        }
        for (thing, _) in &touched {
            self.objects.entry(thing.clone()).or_default();
        }
        self.types.insert(activity(entry).to_owned());
        self.events.push(event(entry, &touched));
    }

    /// The log.
    #[must_use]
    pub fn finish(self) -> Value {
        let attributes = |names: &[&str]| -> Vec<Value> {
            let names = names.iter();
            names
                .map(|name| json!({ "name": name, "type": "string" }))
                .collect()
        };
        let object_types = OBJECT_TYPES
            .iter()
            .map(|(name, of)| json!({ "name": name, "attributes": attributes(of) }));
        let of_event = ["actor", "actor_role", "outcome", "rules", "business_time"];
        let event_types = self.types.iter().map(|name| {
            let mut of = vec![json!({ "name": "pos", "type": "integer" })];
            of.extend(attributes(&of_event));
            json!({ "name": name, "attributes": of })
        });
        let objects = self.objects.iter().map(|(thing, object)| {
            let related = object.relationships.iter();
            let related = related.map(|(thing, qualifier)| relationship(thing, qualifier));
            json!({
                "id": id(thing),
                "type": thing.0,
                "attributes": object.attributes,
                "relationships": related.collect::<Vec<_>>(),
            })
        });
        json!({
            "objectTypes": object_types.collect::<Vec<_>>(),
            "eventTypes": event_types.collect::<Vec<_>>(),
            "objects": objects.collect::<Vec<_>>(),
            "events": self.events,
        })
    }

    /// What the event says about objects themselves.
    fn describe(&mut self, entry: &Entry) {
        let at = wire_time(entry.recorded_at);
        let subject = || entry.stream.key().to_owned();
        if let Event::Nomination(event) = entry.event() {
            self.describe_case(entry, event, &at);
        } else if let Event::Campaign(
            campaign::Event::DeadlineAnnounced { due }
            | campaign::Event::DeadlineExtended { due, .. },
        ) = entry.event()
        {
            self.set(
                (related::CAMPAIGN, subject()),
                "deadline",
                &due.to_string(),
                &at,
            );
        } else if let Event::CouncilSession(council_session::Event::CouncilConvened {
            mode, ..
        }) = entry.event()
        {
            let mode = json!(mode).as_str().unwrap_or_default().to_owned();
            self.set((related::COUNCIL_SESSION, subject()), "mode", &mode, &at);
        } else if let Event::CouncilSession(council_session::Event::CouncilMotionClosed {
            items,
            ..
        }) = entry.event()
        {
            for item in items {
                let thing = ballot_item(entry.stream.key(), &item.nomination);
                let outcome = json!(item.outcome).as_str().unwrap_or_default().to_owned();
                self.set(thing.clone(), "outcome", &outcome, &at);
                self.tie(&thing, (NOMINATION, item.nomination.to_string()), "of");
                self.tie(&thing, (related::COUNCIL_SESSION, subject()), "in");
            }
        } else if let Event::Decision(decision::Event::NumberAssigned { number, date, .. }) =
            entry.event()
        {
            let thing = (related::DECISION, subject());
            self.set(thing.clone(), "number", &number.to_string(), &at);
            self.set(thing, "date", &date.to_string(), &at);
        }
        for document in &entry.decoded.evidence {
            let thing = (related::DOCUMENT, document.sha256.clone());
            if !self.objects.contains_key(&thing) {
                self.set(thing.clone(), "kind", document.kind.as_str(), &at);
                self.set(thing, "media_type", &document.media_type, &at);
            }
        }
    }

    fn describe_case(&mut self, entry: &Entry, event: &nomination::Event, at: &str) {
        let thing = (NOMINATION, entry.stream.key().to_owned());
        if let nomination::Event::NominationDrafted {
            campaign,
            unit,
            nominee_kind,
            ..
        } = event
        {
            self.set(thing.clone(), "kind", nominee_kind.as_str(), at);
            self.tie(&thing, (UNIT, unit.to_string()), "nominated by");
            self.tie(&thing, (related::CAMPAIGN, campaign.to_string()), "in");
            if let Ok(id) = NominationId::parse(entry.stream.key()) {
                self.units.insert(id, unit.to_string());
            }
        }
        if let Some(gate) = gate(entry) {
            self.set(thing, "gate", gate.as_str(), at);
        }
    }

    fn set(&mut self, thing: Thing, name: &str, value: &str, at: &str) {
        let object = self.objects.entry(thing).or_default();
        let attribute = json!({ "name": name, "time": at, "value": value });
        object.attributes.push(attribute);
    }

    fn tie(&mut self, thing: &Thing, to: Thing, qualifier: &'static str) {
        self.objects.entry(to.clone()).or_default();
        let object = self.objects.entry(thing.clone()).or_default();
        object.relationships.insert((to, qualifier));
    }
}

fn event(entry: &Entry, touched: &[(Thing, &'static str)]) -> Value {
    let payload = payload(entry);
    let actor = entry.actor();
    let mut attributes = vec![json!({ "name": "pos", "value": entry.position.0 })];
    let texts = [
        ("actor", Some(actor.assignment.to_string())),
        ("actor_role", Some(actor.role.as_str().to_owned())),
        ("outcome", outcome(entry, &payload)),
        ("rules", rules(&payload)),
        ("business_time", Some(entry.occurred_at().to_string())),
    ];
    let texts = texts
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)));
    attributes.extend(texts.map(|(name, value)| json!({ "name": name, "value": value })));
    let touched = touched.iter();
    let touched = touched.map(|(thing, qualifier)| relationship(thing, qualifier));
    json!({
        "id": entry.id.to_string(),
        "type": activity(entry),
        "time": wire_time(entry.recorded_at),
        "attributes": attributes,
        "relationships": touched.collect::<Vec<_>>(),
    })
}

fn relationship(thing: &Thing, qualifier: &str) -> Value {
    json!({ "objectId": id(thing), "qualifier": qualifier })
}

/// Ids are unique over all types.
fn id((kind, key): &Thing) -> String {
    format!("{kind}:{key}")
}
