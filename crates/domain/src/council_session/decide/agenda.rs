//! The agenda: `list_nominations`.

use std::collections::BTreeSet;

use super::{absent, on};
use crate::{
    Context, CouncilSessionId, Effect, NominationId, Refusal as Any, StreamKey, World,
    council_session::{Event, ListNominations, Refusal, Sitting, State},
    hold, lists,
    nomination::{self, Case, Gate, ReturnedTo, gates, review},
};

/// Puts nominations on the agenda until the roll is called (4.5 rows 25 and 34). What passed the
/// review must still meet every criterion, on the facts as they are now, and nothing may be verified
/// about it (INV-12, INV-16).
pub(crate) fn list_nominations(
    world: &World,
    context: &Context,
    command: &ListNominations,
) -> Result<Vec<Effect>, Any> {
    let session = &command.session;
    lists::must_be_whole(&command.nominations)?;
    let agenda = match world.council_session(session) {
        State::Convened(agenda) => agenda,
        State::Absent => return Err(absent(session).into()),
        State::Open(sitting) => {
            must_be_on_agenda(sitting, command)?;
            return listed(
                world,
                context,
                session,
                &voted_again(world, sitting, command)?,
            );
        }
        State::Closed(sitting) | State::MinutesSigned(sitting, _) => {
            must_be_on_agenda(sitting, command)?;
            if voted_again(world, sitting, command)?.is_empty() {
                return Ok(vec![]);
            }
            return Err(agenda_closed(session).into());
        }
    };
    let known: BTreeSet<_> = agenda.items.iter().collect();
    let all = command.nominations.iter();
    let new: Vec<_> = all.filter(|id| !known.contains(id)).cloned().collect();
    if new.is_empty() {
        return Ok(vec![]);
    }
    let cases = listed(world, context, session, &new)?;
    let nominations = new;
    let mut effects = vec![on(session, Event::NominationsListed { nominations })];
    effects.extend(cases);
    Ok(effects)
}

/// The roll is called: nothing new comes on the agenda.
fn must_be_on_agenda(sitting: &Sitting, command: &ListNominations) -> Result<(), Refusal> {
    let agenda: BTreeSet<_> = sitting.agenda.items.iter().collect();
    if command.nominations.iter().all(|id| agenda.contains(id)) {
        return Ok(());
    }
    Err(agenda_closed(&command.session))
}

fn agenda_closed(session: &CouncilSessionId) -> Refusal {
    Refusal::AgendaClosed {
        session: session.clone(),
    }
}

/// Items of the agenda whose vote was annulled come to the vote again in the same session (E57), as
/// long as it is open; afterwards, in another.
fn voted_again(
    world: &World,
    sitting: &Sitting,
    command: &ListNominations,
) -> Result<Vec<NominationId>, Any> {
    let (annulled, voted) = (sitting.annulled(), sitting.voted());
    let mut again = Vec::new();
    for nomination in &command.nominations {
        let case = gates::case(world, nomination)?;
        let is_put_off = case.gate == Gate::CouncilDeferred
            && case.council_session.as_ref() == Some(&command.session);
        if is_put_off && annulled.contains(nomination) && !voted.contains_key(nomination) {
            again.push(nomination.clone());
        }
    }
    Ok(again)
}

fn listed(
    world: &World,
    context: &Context,
    session: &CouncilSessionId,
    nominations: &[NominationId],
) -> Result<Vec<Effect>, Any> {
    let day = context.occurred_at.date();
    let mut effects = Vec::new();
    for nomination in nominations {
        let case = may_be_listed(world, session, nomination)?;
        hold::must_not_be_held(world, nomination, case)?;
        let campaign = gates::campaign(world, case)?;
        review::must_meet_every_criterion(world, day, nomination, case, campaign)?;
        let session = session.clone();
        let event = nomination::Event::NominationListed { session };
        effects.push(Effect::new(StreamKey::nomination(nomination), event));
    }
    Ok(effects)
}

fn may_be_listed<'w>(
    world: &'w World,
    session: &CouncilSessionId,
    nomination: &NominationId,
) -> Result<&'w Case, Any> {
    let case = gates::case(world, nomination)?;
    if case.campaign != session.campaign {
        let nomination = nomination.clone();
        return Err(Refusal::OfAnotherCampaign { nomination }.into());
    }
    let may_be = match case.gate {
        Gate::ReviewPassed | Gate::CouncilDeferred => true,
        Gate::ChairmanReturned => case.returned_to == Some(ReturnedTo::Council),
        Gate::Drafted
        | Gate::Proposed
        | Gate::UnitEndorsed
        | Gate::UnitWaitlisted
        | Gate::UnitNotEndorsed
        | Gate::Submitted
        | Gate::SupplementRequested
        | Gate::Withdrawn
        | Gate::Superseded
        | Gate::ReviewWaitlisted
        | Gate::CouncilWaitlisted
        | Gate::Lapsed
        | Gate::AwardRevoked
        | Gate::Received
        | Gate::UnderReview
        | Gate::ReviewRejected
        | Gate::CouncilListed
        | Gate::CouncilApproved
        | Gate::CouncilRejected
        | Gate::Presented
        | Gate::ChairmanApproved
        | Gate::ChairmanDeclined
        | Gate::DecisionSigned
        | Gate::Awarded => false,
    };
    if may_be {
        return Ok(case);
    }
    Err(gates::wrong_gate(nomination, case, Gate::ReviewPassed))
}
