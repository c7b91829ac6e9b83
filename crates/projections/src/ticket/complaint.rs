//! A complaint or a denunciation, and how it was decided.

use super::{Opened, sealed};
use crate::word::word;
use khen_domain::complaint::Event;

pub(super) fn opened(event: &Event) -> Option<Opened> {
    let Event::ComplaintRegistered {
        campaign,
        complaint_kind,
        subject,
        text,
        ..
    } = event
    else {
        return None;
    };
    Some(Opened {
        campaign: campaign.clone(),
        unit: None,
        nomination: subject.as_ref().map(ToString::to_string),
        topic: word(complaint_kind),
        is_general: false,
        text: Some(sealed(text)),
    })
}
