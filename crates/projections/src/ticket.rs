//! Keeps `ticket_v1`.

use crate::{
    Fact, Projection,
    word::{self, word},
};
use khen_domain::{Event, Sealed, feedback};
use khen_read_model::TicketRow;

/// What is filed, planned or held beside the cases, by the names of their streams.
pub struct Tickets;

impl Projection for Tickets {
    type Row = TicketRow;

    fn keys(fact: &Fact) -> Vec<String> {
        let is_ticket = matches!(fact.event, Event::Feedback(_));
        is_ticket
            .then(|| fact.stream.to_string())
            .into_iter()
            .collect()
    }

    fn evolve(key: &str, row: Option<TicketRow>, fact: &Fact) -> Option<TicketRow> {
        let opened = opened(key, fact);
        let mut row = opened.or(row)?;
        if let Event::Feedback(event) = &fact.event {
            answer(&mut row, event);
            row.state = word::name(event);
        }
        row.changed_at = fact.occurred_at.timestamp();
        row.position = fact.position;
        Some(row)
    }
}

fn opened(key: &str, fact: &Fact) -> Option<TicketRow> {
    let Event::Feedback(feedback::Event::FeedbackFiled {
        campaign,
        unit,
        topic,
        text,
        ..
    }) = &fact.event
    else {
        return None;
    };
    Some(TicketRow {
        ticket: key.to_owned(),
        kind: fact.stream.kind().as_str().to_owned(),
        campaign: campaign.to_string(),
        unit: Some(unit.to_string()),
        nomination: None,
        topic: word(topic),
        state: String::new(),
        is_general: false,
        text: Some(sealed(text)),
        answer: None,
        opened_at: fact.occurred_at.timestamp(),
        changed_at: fact.occurred_at.timestamp(),
        position: fact.position,
    })
}

/// The last answer stands, also whether it is for everybody.
fn answer(row: &mut TicketRow, event: &feedback::Event) {
    if let feedback::Event::FeedbackAnswered { answer, general } = event {
        row.answer = Some(sealed(answer));
        row.is_general = *general;
    }
}

fn sealed(value: &Sealed) -> String {
    serde_json::to_string(value).expect("a sealed value is written as JSON")
}
