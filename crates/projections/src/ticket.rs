//! Keeps `ticket_v1`.

mod complaint;
mod conference;
mod feedback;
mod publicity;

use crate::{Fact, Projection, word};
use khen_domain::{CampaignId, Event, Sealed};
use khen_read_model::TicketRow;

/// What is filed, planned or held beside the cases, by the names of their streams.
pub struct Tickets;

impl Projection for Tickets {
    type Row = TicketRow;

    fn keys(fact: &Fact) -> Vec<String> {
        let is_ticket = matches!(
            fact.event,
            Event::Feedback(_) | Event::Complaint(_) | Event::Publicity(_) | Event::Conference(_)
        );
        is_ticket
            .then(|| fact.stream.to_string())
            .into_iter()
            .collect()
    }

    fn evolve(key: &str, row: Option<TicketRow>, fact: &Fact) -> Option<TicketRow> {
        let mut row = opened(&fact.event)
            .map(|opened| opened.row(key, fact))
            .or(row)?;
        row.state = name(&fact.event)?;
        if let Event::Feedback(event) = &fact.event {
            feedback::answer(&mut row, event);
        }
        row.changed_at = fact.occurred_at.timestamp();
        row.position = fact.position;
        Some(row)
    }
}

/// What opens a ticket.
struct Opened {
    campaign: CampaignId,
    unit: Option<String>,
    nomination: Option<String>,
    topic: String,
    is_general: bool,
    text: Option<String>,
}

impl Opened {
    fn row(self, key: &str, fact: &Fact) -> TicketRow {
        let at = fact.occurred_at.timestamp();
        TicketRow {
            ticket: key.to_owned(),
            kind: fact.stream.kind().as_str().to_owned(),
            campaign: self.campaign.to_string(),
            unit: self.unit,
            nomination: self.nomination,
            topic: self.topic,
            state: String::new(),
            is_general: self.is_general,
            text: self.text,
            answer: None,
            opened_at: at,
            changed_at: at,
            position: fact.position,
        }
    }
}

fn opened(event: &Event) -> Option<Opened> {
    if let Event::Feedback(event) = event {
        return feedback::opened(event);
    }
    if let Event::Complaint(event) = event {
        return complaint::opened(event);
    }
    if let Event::Publicity(event) = event {
        return publicity::opened(event);
    }
    if let Event::Conference(event) = event {
        return conference::opened(event);
    }
    None
}

/// The name of the event: where the ticket stands after it.
fn name(event: &Event) -> Option<String> {
    if let Event::Feedback(event) = event {
        return Some(word::name(event));
    }
    if let Event::Complaint(event) = event {
        return Some(word::name(event));
    }
    if let Event::Publicity(event) = event {
        return Some(word::name(event));
    }
    if let Event::Conference(event) = event {
        return Some(word::name(event));
    }
    None
}

fn sealed(value: &Sealed) -> String {
    serde_json::to_string(value).expect("a sealed value is written as JSON")
}
