//! The units' last look: `confirm_award_details`.

use super::{absent, on, signed};
use crate::{
    Context, Effect, Refusal as Any, World,
    decision::{ConfirmAwardDetails, Event, Refusal, State},
    papers,
};

/// A unit confirms how its awardee is named in the very draft that lies there. Who stays silent is
/// recorded at the signature, and blocks nothing (step 13).
pub(crate) fn confirm_award_details(
    world: &World,
    _context: &Context,
    command: &ConfirmAwardDetails,
) -> Result<Vec<Effect>, Any> {
    let ConfirmAwardDetails {
        decision,
        nomination,
        sha256,
    } = command;
    let known = world.decision(decision);
    let draft = known.draft().ok_or_else(|| absent(decision))?;
    papers::must_match(&draft.sha256, sha256)?;
    if !draft.nominations().any(|one| one == nomination) {
        return Err(Refusal::NotInDraft {
            nomination: nomination.clone(),
            decision: decision.clone(),
        }
        .into());
    }
    if draft.confirmed.contains(nomination) {
        return Ok(vec![]);
    }
    match known {
        State::Drafted(_) => {
            let nomination = nomination.clone();
            Ok(vec![on(
                decision,
                Event::AwardDetailsConfirmed { nomination },
            )])
        }
        State::Absent
        | State::Legacy(_)
        | State::Voided(_)
        | State::Signed(..)
        | State::Numbered(..)
        | State::Sealed(..)
        | State::Issued(..) => Err(signed(decision).into()),
    }
}
