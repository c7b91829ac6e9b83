//! What the commands on feedback read and write.

use super::{AnswerFeedback, CloseFeedback, FileFeedback, RouteFeedback, decide::previous};
use crate::{FeedbackId, Need, StreamKey, World};

/// The ticket before it shows that the series has no gap.
pub(crate) fn file_feedback(command: &FileFeedback, _: &World) -> Vec<Need> {
    let feedback = &command.feedback;
    let mut needs = vec![
        written(feedback),
        Need::read(StreamKey::campaign(feedback.campaign())),
        Need::read(StreamKey::unit(feedback.unit())),
    ];
    let before = previous(feedback);
    needs.extend(before.map(|before| Need::read(StreamKey::feedback(&before))));
    needs
}

pub(crate) fn route_feedback(command: &RouteFeedback, _: &World) -> Vec<Need> {
    vec![written(&command.feedback)]
}

pub(crate) fn answer_feedback(command: &AnswerFeedback, _: &World) -> Vec<Need> {
    vec![written(&command.feedback)]
}

pub(crate) fn close_feedback(command: &CloseFeedback, _: &World) -> Vec<Need> {
    vec![written(&command.feedback)]
}

fn written(feedback: &FeedbackId) -> Need {
    Need::write(StreamKey::feedback(feedback))
}
