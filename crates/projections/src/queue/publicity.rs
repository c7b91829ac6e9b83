//! What is planned for the public waits to be broadcast or published; what has to be corrected, to be.

use super::turn::Turn;
use khen_domain::{
    CommandKind, Role,
    publicity::{Channel, Event},
};

pub(super) fn turn(event: &Event) -> Turn {
    match event {
        Event::PublicityPlanned {
            channel: Channel::Radio | Channel::Loudspeaker,
            ..
        } => Turn::any(Role::Broadcaster, CommandKind::RecordBroadcast),
        Event::PublicityPlanned {
            channel: Channel::Website | Channel::Newspaper,
            ..
        } => Turn::any(Role::PublicityOfficer, CommandKind::PublishStory),
        Event::CorrectionRequired { .. } => {
            Turn::any(Role::Broadcaster, CommandKind::RecordCorrectionBroadcast)
        }
        Event::BroadcastRecorded { .. }
        | Event::StoryPublished { .. }
        | Event::StoryWithdrawn { .. }
        | Event::CorrectionBroadcastRecorded { .. }
        | Event::PublicityCancelled { .. } => Turn::Done,
    }
}
