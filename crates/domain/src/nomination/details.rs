//! How a nominee will be named: `correct_nominee_details` (4.5 row 2).

use super::{CorrectNomineeDetails, Event, Gate, Nominee, Refusal, gates};
use crate::{Context, Effect, StreamKey, World};

/// Corrects name and title of a person before the decision is drafted. Afterwards a content error
/// takes a decision of its own (E31). The person is named again because the values are sealed under
/// the person's key.
pub(crate) fn correct_nominee_details(
    world: &World,
    _: &Context,
    command: &CorrectNomineeDetails,
) -> Result<Vec<Effect>, crate::Refusal> {
    let nomination = command.nomination.clone();
    let case = gates::case(world, &nomination)?;
    let (name, title) = match &case.nominee {
        Nominee::Collective { .. } => {
            return Err(Refusal::DetailsOfCollective { nomination }.into());
        }
        Nominee::Individual { name, title } => (name, title),
    };
    if case.nominee_ref != command.nominee_ref || case.campaign != command.campaign {
        return Err(Refusal::NotTheNominee { nomination }.into());
    }
    if *name == command.name && *title == command.title {
        return Ok(Vec::new());
    }
    if let Some(decision) = case.decision.clone() {
        return Err(Refusal::DecisionDrafted {
            nomination,
            decision,
        }
        .into());
    }
    let gate = case.gate;
    if gate.is_terminal() || gate == Gate::DecisionSigned {
        return Err(Refusal::Ended { nomination, gate }.into());
    }
    let event = Event::NomineeDetailsCorrected {
        name: command.name.clone(),
        title: command.title.clone(),
    };
    Ok(vec![Effect::new(StreamKey::nomination(&nomination), event)])
}
