//! Left to the full Council: `refer_to_full_council` (E21).

use std::collections::BTreeSet;

use super::{consultation::of_another_mode, on, open, sitting, speakers::must_preside};
use crate::{
    Context, Effect, Refusal as Any, StreamKey, World,
    council_session::{Event, Mode, ReferToFullCouncil, Refusal},
    lists,
    nomination::{self, CouncilReason, Gate, gates},
};

/// The chair's choice, for items that the Standing Committee has not voted on; whoever of them too
/// few may vote on is the usual case. They are put off, and a session of the full Council or a written
/// consultation lists them.
pub(crate) fn refer_to_full_council(
    world: &World,
    context: &Context,
    command: &ReferToFullCouncil,
) -> Result<Vec<Effect>, Any> {
    let (session, nominations) = (&command.session, &command.nominations);
    lists::must_be_whole(nominations)?;
    let known = sitting(world, session)?;
    must_preside(context, known, nominations)?;
    if nominations.iter().all(|one| known.referred.contains(one)) {
        return Ok(vec![]);
    }
    let sitting = open(world, session)?;
    if sitting.agenda.mode != Mode::Standing {
        return Err(of_another_mode(sitting.agenda.mode).into());
    }
    let agenda: BTreeSet<_> = sitting.agenda.items.iter().collect();
    let voted = sitting.voted();
    let referred = Event::ReferredToFullCouncil {
        nominations: nominations.clone(),
    };
    let mut effects = vec![on(session, referred)];
    for item in nominations {
        let nomination = item.clone();
        if !agenda.contains(item) {
            return Err(Refusal::NotOnAgenda { nomination }.into());
        }
        if let Some(&motion) = voted.get(item) {
            return Err(Refusal::AlreadyVoted { nomination, motion }.into());
        }
        gates::at_gate(world, item, Gate::CouncilListed)?;
        let event = nomination::Event::CouncilDeferred {
            session: session.clone(),
            reason_code: CouncilReason::Referred,
        };
        effects.push(Effect::new(StreamKey::nomination(item), event));
    }
    Ok(effects)
}
