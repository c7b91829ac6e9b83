//! The summation conference: for everybody to read.

use super::Opened;
use khen_domain::conference::Event;

pub(super) fn opened(event: &Event) -> Option<Opened> {
    let Event::ConferenceScheduled {
        campaign, within, ..
    } = event
    else {
        return None;
    };
    Some(Opened {
        campaign: campaign.clone(),
        unit: None,
        nomination: None,
        topic: within.clone(),
        is_general: true,
        text: None,
    })
}
