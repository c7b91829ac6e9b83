//! What may happen to feedback: filed, passed on, answered, closed (step 20).

use super::{
    AnswerFeedback, CloseFeedback, Event, FileFeedback, Refusal, Reply, RouteFeedback, State,
    Ticket,
};
use crate::{Context, Effect, FeedbackId, StreamKey, World, campaign::decide as campaign, org};

type Decided = Result<Vec<Effect>, crate::Refusal>;

/// The next of the unit's own series, while the campaign runs.
pub(crate) fn file_feedback(world: &World, _: &Context, command: &FileFeedback) -> Decided {
    let feedback = command.feedback.clone();
    campaign::launched(world, feedback.campaign())?;
    org::decide::known_unit(world, feedback.unit())?;
    if let Some(ticket) = world.feedback(&feedback).ticket() {
        if says(ticket, command) {
            return Ok(Vec::new());
        }
        return Err(Refusal::FiledOtherwise { feedback }.into());
    }
    if previous(&feedback).is_some_and(|before| filed(world, &before).is_err()) {
        return Err(Refusal::OutOfOrder { feedback }.into());
    }
    let event = Event::FeedbackFiled {
        campaign: feedback.campaign().clone(),
        unit: feedback.unit().clone(),
        topic: command.topic,
        text: command.text.clone(),
        attachments: command.attachments.clone(),
    };
    Ok(vec![on(&feedback, event)])
}

/// To the office that can answer, until somebody has.
pub(crate) fn route_feedback(world: &World, _: &Context, command: &RouteFeedback) -> Decided {
    let (feedback, to) = (command.feedback.clone(), command.to);
    match world.feedback(&feedback) {
        State::Absent => Err(Refusal::Absent { feedback }.into()),
        State::Open(ticket) if ticket.routed_to == Some(to) => Ok(Vec::new()),
        State::Open(_) => Ok(vec![on(&feedback, Event::FeedbackRouted { to })]),
        State::Answered(..) => Err(Refusal::Answered { feedback }.into()),
        State::Closed(_) => Err(Refusal::Closed { feedback }.into()),
    }
}

/// A later answer takes the place of the one before, until it is closed.
pub(crate) fn answer_feedback(world: &World, _: &Context, command: &AnswerFeedback) -> Decided {
    let feedback = command.feedback.clone();
    let wish = Reply {
        answer: command.answer.clone(),
        general: command.general,
    };
    match world.feedback(&feedback) {
        State::Absent => return Err(Refusal::Absent { feedback }.into()),
        State::Closed(_) => return Err(Refusal::Closed { feedback }.into()),
        State::Answered(_, reply) if *reply == wish => return Ok(Vec::new()),
        State::Open(_) | State::Answered(..) => {}
    }
    let event = Event::FeedbackAnswered {
        answer: wish.answer,
        general: wish.general,
    };
    Ok(vec![on(&feedback, event)])
}

/// Nothing is closed without an answer.
pub(crate) fn close_feedback(world: &World, _: &Context, command: &CloseFeedback) -> Decided {
    let feedback = command.feedback.clone();
    match world.feedback(&feedback) {
        State::Absent => Err(Refusal::Absent { feedback }.into()),
        State::Open(_) => Err(Refusal::Unanswered { feedback }.into()),
        State::Answered(..) => Ok(vec![on(&feedback, Event::FeedbackClosed {})]),
        State::Closed(_) => Ok(Vec::new()),
    }
}

/// The ticket, if it was filed.
pub(crate) fn filed<'w>(world: &'w World, feedback: &FeedbackId) -> Result<&'w Ticket, Refusal> {
    let ticket = world.feedback(feedback).ticket();
    ticket.ok_or_else(|| Refusal::Absent {
        feedback: feedback.clone(),
    })
}

/// The ticket before this one in the unit's series; the first has none.
pub(super) fn previous(feedback: &FeedbackId) -> Option<FeedbackId> {
    let number = feedback.number().checked_sub(1);
    let number = number.filter(|number| *number > 0);
    let (campaign, unit) = (feedback.campaign(), feedback.unit());
    number.map(|number| FeedbackId::new(campaign.clone(), unit.clone(), number))
}

fn says(ticket: &Ticket, command: &FileFeedback) -> bool {
    ticket.topic == command.topic && ticket.text == command.text
}

fn on(feedback: &FeedbackId, event: Event) -> Effect {
    Effect::new(StreamKey::feedback(feedback), event)
}
