//! What may happen to a complaint: registered, taken up, decided, withdrawn.

mod reopen;

pub(crate) use reopen::reopen_by_complaint;

use jiff::ToSpan as _;

use super::{
    AcceptComplaint, Complaint, ComplaintKind, DecideComplaint, Event, Refusal, RegisterComplaint,
    Ruling, State, WithdrawComplaint,
};
use crate::{
    ComplaintId, Context, DocumentKind, Effect, StreamKey, World, campaign::decide as campaign,
    nomination::gates, papers,
};

type Decided = Result<Vec<Effect>, crate::Refusal>;

/// The next of the campaign's series. An anonymous letter is noted like any other (E05).
pub(crate) fn register_complaint(
    world: &World,
    context: &Context,
    command: &RegisterComplaint,
) -> Decided {
    let complaint = command.complaint.clone();
    campaign::launched(world, &complaint.campaign)?;
    if let Some(registered) = world.complaint(&complaint).complaint() {
        if says(registered, command) {
            return Ok(Vec::new());
        }
        return Err(Refusal::RegisteredOtherwise { complaint }.into());
    }
    let before = previous(&complaint);
    let has_gap = before.is_some_and(|before| world.complaint(&before).complaint().is_none());
    if complaint.number == 0 || has_gap {
        return Err(Refusal::OutOfOrder { complaint }.into());
    }
    if let Some(nomination) = &command.subject {
        gates::case(world, nomination)?;
        if nomination.campaign() != &complaint.campaign {
            let nomination = nomination.clone();
            return Err(Refusal::Elsewhere {
                complaint,
                nomination,
            }
            .into());
        }
    }
    let (knew_on, registered_on) = (command.knew_on, context.occurred_at.date());
    if knew_on > registered_on {
        return Err(Refusal::KnownLater {
            knew_on,
            registered_on,
        }
        .into());
    }
    Ok(vec![on(&complaint, registered(command))])
}

/// Not what is anonymous (E05), and no complaint after its term, which runs from the day of knowing;
/// denunciations and petitions have none.
pub(crate) fn accept_complaint(world: &World, _: &Context, command: &AcceptComplaint) -> Decided {
    let complaint = command.complaint.clone();
    let registered = match world.complaint(&complaint) {
        State::Absent => return Err(Refusal::Absent { complaint }.into()),
        State::Accepted(_) => return Ok(Vec::new()),
        State::Decided(..) => return Err(Refusal::Decided { complaint }.into()),
        State::Withdrawn(_) => return Err(Refusal::Withdrawn { complaint }.into()),
        State::Registered(registered) => registered,
    };
    if registered.is_anonymous {
        return Err(Refusal::Anonymous { complaint }.into());
    }
    must_be_in_time(world, &complaint, registered)?;
    Ok(vec![on(&complaint, Event::ComplaintAccepted {})])
}

fn must_be_in_time(
    world: &World,
    complaint: &ComplaintId,
    registered: &Complaint,
) -> Result<(), crate::Refusal> {
    let days = campaign::launched(world, &complaint.campaign)?
        .rules
        .terms
        .complaint_days;
    match registered.kind {
        ComplaintKind::Denunciation | ComplaintKind::Petition => return Ok(()),
        ComplaintKind::Complaint => {}
    }
    let due = registered.knew_on.saturating_add(i64::from(days).days());
    if registered.registered_on <= due {
        return Ok(());
    }
    Err(Refusal::Late {
        complaint: complaint.clone(),
        registered_on: registered.registered_on,
        due,
    }
    .into())
}

/// What is taken up is decided once.
pub(crate) fn decide_complaint(
    world: &World,
    context: &Context,
    command: &DecideComplaint,
) -> Decided {
    let complaint = command.complaint.clone();
    let ruling = Ruling {
        outcome: command.outcome,
        number: command.number.clone(),
        date: command.date,
        document: command.document.clone(),
    };
    match world.complaint(&complaint) {
        State::Absent => return Err(Refusal::Absent { complaint }.into()),
        State::Registered(_) => return Err(Refusal::NotAccepted { complaint }.into()),
        State::Withdrawn(_) => return Err(Refusal::Withdrawn { complaint }.into()),
        State::Decided(_, known) if *known == ruling => return Ok(Vec::new()),
        State::Decided(..) => return Err(Refusal::Decided { complaint }.into()),
        State::Accepted(_) => {}
    }
    let (date, today) = (ruling.date, context.now.date());
    if date > today {
        return Err(Refusal::DecidedAhead { date, today }.into());
    }
    papers::must_be(&command.document, DocumentKind::Decision)?;
    let event = Event::ComplaintDecided {
        outcome: ruling.outcome,
        number: ruling.number,
        date: ruling.date,
        document: ruling.document,
    };
    Ok(vec![on(&complaint, event)])
}

/// Until it is decided.
pub(crate) fn withdraw_complaint(
    world: &World,
    _: &Context,
    command: &WithdrawComplaint,
) -> Decided {
    let complaint = command.complaint.clone();
    match world.complaint(&complaint) {
        State::Absent => Err(Refusal::Absent { complaint }.into()),
        State::Registered(_) | State::Accepted(_) => {
            Ok(vec![on(&complaint, Event::ComplaintWithdrawn {})])
        }
        State::Decided(..) => Err(Refusal::Decided { complaint }.into()),
        State::Withdrawn(_) => Ok(Vec::new()),
    }
}

/// The complaint before this one in the campaign's series; the first has none.
pub(super) fn previous(complaint: &ComplaintId) -> Option<ComplaintId> {
    let number = complaint.number.checked_sub(1);
    let number = number.filter(|number| *number > 0);
    number.map(|number| ComplaintId {
        campaign: complaint.campaign.clone(),
        number,
    })
}

fn says(registered: &Complaint, command: &RegisterComplaint) -> bool {
    registered.kind == command.complaint_kind
        && registered.is_anonymous == command.is_anonymous
        && registered.subject == command.subject
        && registered.knew_on == command.knew_on
        && registered.text == command.text
        && registered.document == command.document
}

fn registered(command: &RegisterComplaint) -> Event {
    Event::ComplaintRegistered {
        campaign: command.complaint.campaign.clone(),
        complaint_kind: command.complaint_kind,
        is_anonymous: command.is_anonymous,
        subject: command.subject.clone(),
        knew_on: command.knew_on,
        text: command.text.clone(),
        document: command.document.clone(),
    }
}

fn on(complaint: &ComplaintId, event: Event) -> Effect {
    Effect::new(StreamKey::complaint(complaint), event)
}
