//! The law that a case is judged by (INV-17, E42): `reassign_legal_regime`.

use super::{Refusal, on};
use crate::{
    Context, Effect, Need, NominationId, StreamKey, World, lists,
    nomination::{Case, Event, Gate, ReassignLegalRegime, gates},
};

/// Cases stay with the law of the day of their receipt, until a later one that allows it is applied to
/// them by a named basis; never once the Chairman has signed.
pub(crate) fn reassign_legal_regime(
    world: &World,
    _: &Context,
    command: &ReassignLegalRegime,
) -> Result<Vec<Effect>, crate::Refusal> {
    lists::must_be_whole(&command.nominations)?;
    let instrument = &command.legal_regime;
    if world.legal_basis(instrument).regime().is_none() {
        let legal_regime = instrument.clone();
        return Err(Refusal::RegimeUnknown { legal_regime }.into());
    }
    if command.basis.title.trim().is_empty() {
        return Err(Refusal::BasisUntitled {}.into());
    }
    let mut effects = Vec::new();
    for nomination in &command.nominations {
        let case = gates::case(world, nomination)?;
        must_be_open(nomination, case)?;
        if case.legal_regime.as_ref() != Some(instrument) {
            let event = Event::LegalRegimeReassigned {
                legal_regime: instrument.clone(),
                basis: command.basis.clone(),
            };
            effects.push(on(nomination, event));
        }
    }
    Ok(effects)
}

/// Received, so that a law is pinned, and not yet signed.
fn must_be_open(nomination: &NominationId, case: &Case) -> Result<(), crate::Refusal> {
    let is_settled = case.gate.is_terminal() || case.gate == Gate::DecisionSigned;
    if case.legal_regime.is_some() && !is_settled {
        return Ok(());
    }
    Err(gates::wrong_gate(nomination, case, Gate::UnderReview))
}

pub(in crate::nomination) fn needs(command: &ReassignLegalRegime) -> Vec<Need> {
    let regime = Need::read(StreamKey::legal_basis(&command.legal_regime));
    let cases = command.nominations.iter().map(StreamKey::nomination);
    std::iter::once(regime)
        .chain(cases.map(Need::write))
        .collect()
}
