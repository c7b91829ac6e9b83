//! Publicity of the campaign and of awards: for everybody to read.

use super::Opened;
use crate::word::word;
use khen_domain::publicity::Event;

pub(super) fn opened(event: &Event) -> Option<Opened> {
    let Event::PublicityPlanned {
        campaign,
        channel,
        nomination,
        ..
    } = event
    else {
        return None;
    };
    Some(Opened {
        campaign: campaign.clone(),
        unit: None,
        nomination: nomination.as_ref().map(ToString::to_string),
        topic: word(channel),
        is_general: true,
        text: None,
    })
}
