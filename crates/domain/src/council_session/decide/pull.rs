//! An item out of the list: `pull_item`.

use super::{on, open, sitting, speakers::may_speak_for};
use crate::{
    Context, Effect, Refusal as Any, World,
    council_session::{Event, PullItem, Refusal},
};

/// Any member takes an item out of the list before it is put to the vote; it needs a motion of its
/// own then (4.8).
pub(crate) fn pull_item(
    world: &World,
    context: &Context,
    command: &PullItem,
) -> Result<Vec<Effect>, Any> {
    let PullItem {
        session,
        member,
        nomination,
    } = command;
    let known = sitting(world, session)?;
    may_speak_for(context, known, member)?;
    if known.pulled.contains(nomination) {
        return Ok(vec![]);
    }
    let sitting = open(world, session)?;
    let nomination = nomination.clone();
    if !sitting.agenda.items.contains(&nomination) {
        return Err(Refusal::NotOnAgenda { nomination }.into());
    }
    if let Some(&motion) = sitting.voted().get(&nomination) {
        return Err(Refusal::AlreadyVoted { nomination, motion }.into());
    }
    let member = member.clone();
    Ok(vec![on(session, Event::ItemPulled { member, nomination })])
}
