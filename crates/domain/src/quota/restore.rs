//! A place that is there again after a revocation: `restore_quota` (INV-24).

use super::{Event, Refusal, RestoreQuota, decide};
use crate::{
    Context, Effect, World,
    nomination::{Gate, gates},
    slot::FreedBecause,
};

/// Ends the consumption of a revoked award, and frees the slot that it kept. Nobody takes the place by
/// that: whoever does passes every gate that is left (4.7).
pub(crate) fn restore_quota(
    world: &World,
    _: &Context,
    command: &RestoreQuota,
) -> Result<Vec<Effect>, crate::Refusal> {
    let nomination = &command.nomination;
    let case = gates::case(world, nomination)?;
    let kind = case.kind;
    let places = decide::places(world.quota(&case.campaign), kind)?;
    if places.restored.contains(nomination) {
        return Ok(Vec::new());
    }
    gates::at_gate(world, nomination, Gate::AwardRevoked)?;
    if command.document.title.trim().is_empty() {
        return Err(Refusal::PaperUntitled {}.into());
    }
    if !places.consumed.contains(nomination) {
        let nomination = nomination.clone();
        return Err(Refusal::NothingConsumed { nomination }.into());
    }
    let restored = Event::QuotaRestored {
        kind,
        nomination: nomination.clone(),
        document: command.document.clone(),
    };
    let holder = case.slot_holder.as_ref();
    let slots = holder.map(|holder| world.slot(&case.campaign, kind, holder));
    let freed = slots
        .is_some_and(|slots| slots.taken.contains(nomination))
        .then(|| gates::slot_freed(world, nomination, case, FreedBecause::QuotaRestored));
    let restored = decide::on(&case.campaign, restored);
    Ok(std::iter::once(restored).chain(freed).collect())
}
