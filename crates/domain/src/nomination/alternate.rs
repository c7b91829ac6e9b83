//! Who signs and presides where the head is the nominee and there is no deputy:
//! `name_alternate_signer` (SD10, E17).

use super::{Event, NameAlternateSigner, Refusal, gates, own};
use crate::{Context, Effect, NomineeKind, Role, StreamKey, World};

/// The Chairman names a head or deputy of another unit, until the letter is sent. That the nominee is
/// the head and has no deputy is the Chairman's to know: no stream tells who a unit's head is.
pub(crate) fn name_alternate_signer(
    world: &World,
    context: &Context,
    command: &NameAlternateSigner,
) -> Result<Vec<Effect>, crate::Refusal> {
    let NameAlternateSigner { nomination, signer } = command;
    let case = gates::case(world, nomination)?;
    if case.alternate_signer.as_ref() == Some(signer) {
        return Ok(vec![]);
    }
    let is_open = case.gate.is_in_hands_of_unit();
    if case.kind == NomineeKind::Collective || !is_open {
        return Err(Refusal::NoAlternateNeeded {
            nomination: nomination.clone(),
            gate: case.gate,
        }
        .into());
    }
    let day = context.occurred_at.date();
    let held = world.assignment(signer).assignment();
    let held = held.filter(|held| {
        let leads = matches!(held.role, Role::UnitHead | Role::UnitDeputy);
        leads && held.is_in_force(day) && held.unit.as_ref() != Some(&case.unit)
    });
    let held = held.ok_or_else(|| Refusal::NotAnAlternate {
        assignment: signer.clone(),
        day,
    })?;
    own::must_be_another(world, &held.person, nomination, case)?;
    let event = Event::AlternateSignerNamed {
        signer: signer.clone(),
    };
    let stream = StreamKey::nomination(nomination);
    Ok(vec![Effect::new(stream, event)])
}
