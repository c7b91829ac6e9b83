//! Which objects an event touches, and how.

use serde_json::Value;

use super::payload;
use crate::Entry;
use khen_domain::{CampaignId, Event, NominationId, StreamKind, council_session, nomination};

/// An object: its type and its id within the type.
pub(super) type Thing = (&'static str, String);

pub(super) const CAMPAIGN: &str = "campaign";
pub(super) const NOMINATION: &str = "nomination";
pub(super) const UNIT: &str = "unit";
pub(super) const COUNCIL_SESSION: &str = "council_session";
pub(super) const BALLOT_ITEM: &str = "ballot_item";
pub(super) const DECISION: &str = "decision";
pub(super) const DOCUMENT: &str = "document";
pub(super) const DELEGATION: &str = "delegation";

/// The id of an item that a session votes on.
pub(super) fn ballot_item(session: &str, nomination: &NominationId) -> Thing {
    (BALLOT_ITEM, format!("{session}/{nomination}"))
}

/// Everything that the event touches, each with its qualifier, without repeats.
pub(super) fn related(entry: &Entry, campaign: &CampaignId) -> Vec<(Thing, &'static str)> {
    let mut found = vec![(subject(entry, campaign), "subject")];
    let payload = payload(entry);
    if let Some(unit) = &entry.actor().unit {
        found.push(((UNIT, unit.to_string()), "by"));
    }
    found.push(((CAMPAIGN, campaign.to_string()), "under"));
    for name in ["decision", "refers_to"] {
        if let Some(decision) = numbered(&payload[name]) {
            found.push((
                (DECISION, decision),
                if name == "decision" { "under" } else { "cites" },
            ));
        }
    }
    if let Some(session) = numbered(&payload["session"]) {
        found.push(((COUNCIL_SESSION, session), "under"));
    }
    if let Some(delegation) = payload["delegation"].as_str() {
        found.push(((DELEGATION, delegation.to_owned()), "under"));
    }
    let mut nominations = Vec::new();
    mentioned(&payload, campaign, &mut nominations);
    for id in &nominations {
        found.extend(of_nomination(entry, id));
    }
    for document in &entry.decoded.evidence {
        found.push(((DOCUMENT, document.sha256.clone()), "cites"));
    }
    let mut seen: Vec<Thing> = Vec::new();
    found.retain(|(thing, _)| {
        let is_new = !seen.contains(thing);
        if is_new {
            seen.push(thing.clone());
        }
        is_new
    });
    found
}

/// Whether the event sends its case back to the unit.
pub(super) fn is_return(entry: &Entry) -> bool {
    matches!(
        entry.event(),
        Event::Nomination(
            nomination::Event::SupplementRequested { .. }
                | nomination::Event::DossierRefused { .. }
                | nomination::Event::ReviewRejected { .. }
        )
    )
}

/// What the stream of the event is about: the object of its own, or the one that it belongs to.
fn subject(entry: &Entry, campaign: &CampaignId) -> Thing {
    let key = entry.stream.key().to_owned();
    match entry.stream.kind() {
        StreamKind::Nomination | StreamKind::Certificate | StreamKind::Payout => (NOMINATION, key),
        StreamKind::CouncilSession => (COUNCIL_SESSION, key),
        StreamKind::Decision => (DECISION, key),
        StreamKind::UnitSession | StreamKind::Submission | StreamKind::Feedback => {
            let unit = key.split('/').nth(1).unwrap_or_default().to_owned();
            (UNIT, unit)
        }
        StreamKind::Org
        | StreamKind::LegalBasis
        | StreamKind::Campaign
        | StreamKind::Quota
        | StreamKind::Slot
        | StreamKind::Claim
        | StreamKind::Codes
        | StreamKind::Fact
        | StreamKind::Hold
        | StreamKind::Presentation
        | StreamKind::NumberRegister
        | StreamKind::Complaint
        | StreamKind::Timer
        | StreamKind::Fund
        | StreamKind::Publicity
        | StreamKind::Conference
        | StreamKind::Privacy => (CAMPAIGN, campaign.to_string()),
    }
}

/// A nomination that an event of another stream names.
fn of_nomination(entry: &Entry, id: &NominationId) -> Vec<(Thing, &'static str)> {
    let nomination = (NOMINATION, id.to_string());
    if let Event::CouncilSession(event) = entry.event() {
        let item = ballot_item(entry.stream.key(), id);
        let is_recusal = matches!(
            event,
            council_session::Event::RecusalDeclared { .. }
                | council_session::Event::RecusalImposed { .. }
        );
        let qualifier = if is_recusal {
            "conflicts_with"
        } else {
            "decides"
        };
        return vec![(item, qualifier), (nomination, "cites")];
    }
    let decides = matches!(entry.event(), Event::Decision(_) | Event::Presentation(_));
    vec![(nomination, if decides { "decides" } else { "cites" })]
}

/// `HQ-CCHC-2024-1` of `{"campaign": "HQ-CCHC-2024", "number": 1}`; `None` where a unit stands too.
fn numbered(value: &Value) -> Option<String> {
    let campaign = value["campaign"]
        .as_str()
        .filter(|_| value.get("unit").is_none())?;
    Some(format!("{campaign}-{}", value["number"].as_u64()?))
}

/// Every nomination of the campaign that is named anywhere in a payload.
fn mentioned(value: &Value, campaign: &CampaignId, found: &mut Vec<NominationId>) {
    match value {
        Value::String(text) if text.starts_with(campaign.as_str()) => {
            let id = NominationId::parse(text).ok();
            found.extend(id.filter(|id| id.campaign() == campaign && !found.contains(id)));
        }
        Value::Array(items) => items
            .iter()
            .for_each(|item| mentioned(item, campaign, found)),
        Value::Object(members) => members
            .values()
            .for_each(|one| mentioned(one, campaign, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
