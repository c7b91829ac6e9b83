//! Appends events to a stream, many on their way at once.

use std::collections::VecDeque;

use async_nats::jetstream::{
    Context,
    context::{PublishAckFuture, PublishError, PublishErrorKind},
    message::PublishMessage,
};

use khen_eventlog::{FanOutError, LedgerId, OutgoingEvent, Position};

use super::{message, stream, unavailable};

/// Messages that may wait for the server's word. It is told what must stand before each, so that a lost one
/// takes those behind it along.
const IN_FLIGHT_MAX: usize = 500;

/// A message on its way.
struct Sent {
    position: Position,
    answer: PublishAckFuture,
}

/// Publishes `events` in their order, and waits until the server has kept the last.
pub(super) async fn publish(
    context: &Context,
    ledger: &LedgerId,
    events: &mut (dyn Iterator<Item = OutgoingEvent> + Send),
) -> Result<(), FanOutError> {
    let stream = stream::name_of(ledger);
    let mut waiting = VecDeque::with_capacity(IN_FLIGHT_MAX);
    for event in events {
        if waiting.len() >= IN_FLIGHT_MAX
            && let Some(sent) = waiting.pop_front()
        {
            kept(&stream, sent).await?;
        }
        waiting.push_back(send(context, ledger, event).await?);
    }
    for sent in waiting {
        kept(&stream, sent).await?;
    }
    Ok(())
}

async fn send(
    context: &Context,
    ledger: &LedgerId,
    event: OutgoingEvent,
) -> Result<Sent, FanOutError> {
    let position = event.position;
    let subject = message::subject(ledger, &event.event_type);
    let message = PublishMessage::build()
        .headers(message::headers(&event))
        .payload(event.body.into())
        .expected_last_sequence(position.0);
    let answer = context.send_publish(subject, message).await;
    let answer = answer.map_err(|failure| refused(position, failure))?;
    Ok(Sent { position, answer })
}

/// Waits for the server's word; a message that was kept in another place is in none.
async fn kept(stream: &str, sent: Sent) -> Result<(), FanOutError> {
    let Sent { position, answer } = sent;
    let kept = answer.await;
    let kept = kept.map_err(|failure| refused(position, failure))?;
    if kept.stream == stream && kept.sequence == position.next().0 {
        Ok(())
    } else {
        Err(FanOutError::Moved)
    }
}

fn refused(position: Position, failure: PublishError) -> FanOutError {
    match failure.kind() {
        PublishErrorKind::WrongLastSequence | PublishErrorKind::StreamNotFound => {
            FanOutError::Moved
        }
        PublishErrorKind::MaxPayloadExceeded => FanOutError::TooLong { position },
        PublishErrorKind::WrongLastMessageId
        | PublishErrorKind::TimedOut
        | PublishErrorKind::BrokenPipe
        | PublishErrorKind::MaxAckPending
        | PublishErrorKind::Other => unavailable(failure),
    }
}
