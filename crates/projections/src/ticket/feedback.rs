//! Feedback of a unit, and its answer.

use super::{Opened, sealed};
use crate::word::word;
use khen_domain::feedback::Event;
use khen_read_model::TicketRow;

pub(super) fn opened(event: &Event) -> Option<Opened> {
    let Event::FeedbackFiled {
        campaign,
        unit,
        topic,
        text,
        ..
    } = event
    else {
        return None;
    };
    Some(Opened {
        campaign: campaign.clone(),
        unit: Some(unit.to_string()),
        nomination: None,
        topic: word(topic),
        is_general: false,
        text: Some(sealed(text)),
    })
}

/// The last answer stands, also whether it is for everybody.
pub(super) fn answer(row: &mut TicketRow, event: &Event) {
    if let Event::FeedbackAnswered { answer, general } = event {
        row.answer = Some(sealed(answer));
        row.is_general = *general;
    }
}
