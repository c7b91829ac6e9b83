//! Feedback waits for its answer, then to be closed.

use super::turn::{About, Turn};
use khen_domain::{CommandKind, Role, feedback::Event};

pub(super) fn about(event: &Event) -> Option<About> {
    match event {
        Event::FeedbackFiled { campaign, unit, .. } => Some(About {
            campaign: Some(campaign.to_string()),
            unit: Some(unit.to_string()),
        }),
        Event::FeedbackRouted { .. }
        | Event::FeedbackAnswered { .. }
        | Event::FeedbackClosed {} => None,
    }
}

/// Home Affairs answers, also for the office that it was passed on to.
pub(super) fn turn(event: &Event) -> Turn {
    match event {
        Event::FeedbackFiled { .. } | Event::FeedbackRouted { .. } => {
            Turn::any(Role::ReviewHead, CommandKind::AnswerFeedback).on_the_same_clock()
        }
        Event::FeedbackAnswered { .. } => Turn::any(Role::ReviewHead, CommandKind::CloseFeedback),
        Event::FeedbackClosed {} => Turn::Done,
    }
}
