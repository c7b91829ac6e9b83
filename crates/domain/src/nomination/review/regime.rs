//! More favourable prize rules for open cases: `reassign_legal_regime` (INV-17, E42).

use super::{Refusal, on, separation::may_confirm};
use crate::{
    Context, Effect, NominationId, World,
    legal_basis::Regime,
    lists,
    nomination::{Case, Event, ReassignLegalRegime, ending::must_be_unsigned, gates},
};

/// What was pinned at receipt gives way only to rules that are in force, give more, and rest on a
/// basis; whatever follows cites the new ones (INV-17, E42).
pub(crate) fn reassign_legal_regime(
    world: &World,
    context: &Context,
    command: &ReassignLegalRegime,
) -> Result<Vec<Effect>, crate::Refusal> {
    lists::must_be_whole(&command.nominations)?;
    let wished = in_force(world, context, command)?;
    let mut effects = Vec::new();
    for nomination in &command.nominations {
        let case = gates::case(world, nomination)?;
        may_confirm(world, context, nomination, case)?;
        if case.legal_regime.as_ref() == Some(&command.legal_regime) {
            continue;
        }
        must_be_unsigned(nomination, case)?;
        must_be_more_favourable(world, nomination, case, command, wished)?;
        let event = Event::LegalRegimeReassigned {
            legal_regime: command.legal_regime.clone(),
            basis: command.basis.clone(),
        };
        effects.push(on(nomination, event));
    }
    Ok(effects)
}

/// The rules asked for, with the document that they are reassigned by.
fn in_force<'w>(
    world: &'w World,
    context: &Context,
    command: &ReassignLegalRegime,
) -> Result<&'w Regime, Refusal> {
    let legal_regime = &command.legal_regime;
    if command.basis.title.trim().is_empty() {
        let legal_regime = legal_regime.clone();
        return Err(Refusal::RegimeBasisMissing { legal_regime });
    }
    let day = context.occurred_at.date();
    let regime = world.legal_basis(legal_regime).regime();
    let regime = regime.filter(|regime| regime.is_in_force(day));
    regime.ok_or_else(|| Refusal::RegimeNotInForce {
        legal_regime: legal_regime.clone(),
        day,
    })
}

/// The base wage is the same under both, so the larger multiple of it is the more favourable.
fn must_be_more_favourable(
    world: &World,
    nomination: &NominationId,
    case: &Case,
    command: &ReassignLegalRegime,
    wished: &Regime,
) -> Result<(), Refusal> {
    let Some(pinned) = &case.legal_regime else {
        let nomination = nomination.clone();
        return Err(Refusal::RegimeNotPinned { nomination });
    };
    let known = world.legal_basis(pinned).regime();
    let before = known.map_or(0, |regime| regime.coefficients.of(case.kind));
    if wished.coefficients.of(case.kind) > before {
        return Ok(());
    }
    Err(Refusal::RegimeNotMoreFavourable {
        nomination: nomination.clone(),
        legal_regime: command.legal_regime.clone(),
        pinned: pinned.clone(),
    })
}
