//! After the issue: `dispatch`, `record_receipt`, `recall_document`, `send_result_notices`.

use super::{absent, on, on_paper};
use crate::{
    Context, DecisionId, Effect, NominationId, Refusal as Any, World,
    council_session::Refusal as OfCouncil,
    decision::{
        Dispatch, Draft, Event, Mailing, RecallDocument, RecordRecallConfirmed, RecordReceipt,
        Refusal, SendResultNotices, State,
    },
    lists,
    nomination::gates,
};

/// Sends the decision to recipients of its list (nơi nhận), which was frozen with the content.
pub(crate) fn dispatch(
    world: &World,
    _context: &Context,
    command: &Dispatch,
) -> Result<Vec<Effect>, Any> {
    let decision = &command.decision;
    let (draft, mailing) = issued(world, decision)?;
    if command.recipients.is_empty() {
        let decision = decision.clone();
        return Err(Refusal::RecipientsMissing { decision }.into());
    }
    let mut recipients: Vec<String> = Vec::new();
    for recipient in &command.recipients {
        if !draft.recipients.contains(recipient) {
            let recipient = recipient.clone();
            return Err(Refusal::NotARecipient { recipient }.into());
        }
        if !mailing.dispatched.contains(recipient) && !recipients.contains(recipient) {
            recipients.push(recipient.clone());
        }
    }
    if recipients.is_empty() {
        return Ok(vec![]);
    }
    Ok(vec![on(decision, Event::DecisionDispatched { recipients })])
}

/// Records that a recipient to whom it was sent has it.
pub(crate) fn record_receipt(
    world: &World,
    context: &Context,
    command: &RecordReceipt,
) -> Result<Vec<Effect>, Any> {
    let (decision, recipient) = (&command.decision, &command.recipient);
    let (_, mailing) = issued(world, decision)?;
    if mailing.received.contains(recipient) {
        return Ok(vec![]);
    }
    must_be_dispatched(mailing, recipient)?;
    let (received_on, today) = (command.received_on, context.now.date());
    if received_on > today {
        return Err(Refusal::ReceivedInFuture { received_on, today }.into());
    }
    let recipient = recipient.clone();
    let event = Event::ReceiptRecorded {
        recipient,
        received_on,
    };
    Ok(vec![on(decision, event)])
}

/// Calls a document back (thu hồi văn bản); the right one may be sent to the same recipient again.
pub(crate) fn recall_document(
    world: &World,
    _context: &Context,
    command: &RecallDocument,
) -> Result<Vec<Effect>, Any> {
    let (decision, recipient) = (&command.decision, &command.recipient);
    let (_, mailing) = issued(world, decision)?;
    if mailing.recalled.contains(recipient) {
        return Ok(vec![]);
    }
    must_be_dispatched(mailing, recipient)?;
    let event = Event::DocumentRecalled {
        recipient: recipient.clone(),
        reason_code: command.reason_code,
    };
    Ok(vec![on(decision, event)])
}

/// Records that a recipient sent back or destroyed what was called back (4.9).
pub(crate) fn record_recall_confirmed(
    world: &World,
    context: &Context,
    command: &RecordRecallConfirmed,
) -> Result<Vec<Effect>, Any> {
    let (decision, recipient) = (&command.decision, command.recipient.clone());
    let (_, mailing) = issued(world, decision)?;
    if mailing.recall_confirmed.contains(&recipient) {
        return Ok(vec![]);
    }
    if !mailing.recalled.contains(&recipient) {
        return Err(Refusal::NotRecalled { recipient }.into());
    }
    let (confirmed_on, today) = (command.confirmed_on, context.now.date());
    if confirmed_on > today {
        return Err(Refusal::RecallConfirmedInFuture {
            confirmed_on,
            today,
        }
        .into());
    }
    let event = Event::RecallConfirmed {
        recipient,
        confirmed_on,
    };
    Ok(vec![on(decision, event)])
}

fn must_be_dispatched(mailing: &Mailing, recipient: &str) -> Result<(), Refusal> {
    if mailing.dispatched.contains(recipient) {
        return Ok(());
    }
    let recipient = recipient.to_owned();
    Err(Refusal::NotDispatched { recipient })
}

/// Tells units, after the issue, what came of their nominees: of each that was awarded or has ended,
/// and of each once (step 15).
pub(crate) fn send_result_notices(
    world: &World,
    _context: &Context,
    command: &SendResultNotices,
) -> Result<Vec<Effect>, Any> {
    let decision = &command.decision;
    lists::must_be_whole(&command.nominations)?;
    let (_, mailing) = issued(world, decision)?;
    let mut nominations = Vec::new();
    for nomination in &command.nominations {
        must_have_a_result(world, decision, nomination)?;
        if !mailing.noticed.contains(nomination) {
            nominations.push(nomination.clone());
        }
    }
    if nominations.is_empty() {
        return Ok(vec![]);
    }
    Ok(vec![on(decision, Event::ResultNoticesSent { nominations })])
}

fn must_have_a_result(
    world: &World,
    decision: &DecisionId,
    nomination: &NominationId,
) -> Result<(), Any> {
    if *nomination.campaign() != decision.campaign {
        let nomination = nomination.clone();
        return Err(OfCouncil::OfAnotherCampaign { nomination }.into());
    }
    let case = gates::case(world, nomination)?;
    if case.gate.is_terminal() {
        return Ok(());
    }
    Err(Refusal::ResultPending {
        nomination: nomination.clone(),
        gate: case.gate,
    }
    .into())
}

/// The decision, once it is issued.
fn issued<'w>(
    world: &'w World,
    decision: &DecisionId,
) -> Result<(&'w Draft, &'w Mailing), Refusal> {
    match world.decision(decision) {
        State::Issued(draft, _, _, aftermath) => Ok((draft, &aftermath.mailing)),
        State::Absent => Err(absent(decision)),
        State::Legacy(_) => Err(on_paper(decision)),
        State::Drafted(_)
        | State::Voided(_)
        | State::Signed(..)
        | State::Numbered(..)
        | State::Sealed(..) => {
            let decision = decision.clone();
            Err(Refusal::NotIssued { decision })
        }
    }
}
