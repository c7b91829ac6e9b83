//! Seal and issue: `apply_organisation_signature`, `issue_decision`.

mod outcome;

use jiff::civil::Date;

use super::{absent, draft::awards_must_stand, is_signer, on, on_paper};
use crate::{
    Context, DecisionId, Effect, Moment, Refusal as Any, World, campaign,
    decision::{
        ApplyOrganisationSignature, DecisionSubject, Event, IssueDecision, Number, Refusal,
        Signature, State,
    },
    org,
};

use outcome::Issue;
pub(super) use outcome::is_issued_despite;

/// Applies the organisation's signature or seal (đóng dấu), after the number (INV-27), by somebody
/// who did not sign (SD6).
pub(crate) fn apply_organisation_signature(
    world: &World,
    context: &Context,
    command: &ApplyOrganisationSignature,
) -> Result<Vec<Effect>, Any> {
    let decision = &command.decision;
    match world.decision(decision) {
        State::Numbered(_, signature, _) => {
            must_not_be_the_signer(world, context, decision, signature)?;
            Ok(vec![on(decision, Event::OrganisationSigned {})])
        }
        State::Sealed(..) | State::Issued(..) => Ok(vec![]),
        State::Absent => Err(absent(decision).into()),
        State::Legacy(_) => Err(on_paper(decision).into()),
        State::Drafted(_) | State::Voided(_) | State::Signed(..) => {
            let decision = decision.clone();
            Err(Refusal::NotNumbered { decision }.into())
        }
    }
}

/// Issues the decision (ban hành). What it says happens in the same append: everybody on it is awarded,
/// and so nobody may be held unless the Chairman said so (INV-16); or named rightly; or loses the award
/// (4.5 rows 38 and 39, INV-30, INV-34).
pub(crate) fn issue_decision(
    world: &World,
    context: &Context,
    command: &IssueDecision,
) -> Result<Vec<Effect>, Any> {
    let decision = &command.decision;
    let (draft, signature, number) = match world.decision(decision) {
        State::Sealed(draft, signature, number) => (draft, signature, number),
        State::Issued(..) => return Ok(vec![]),
        State::Absent => return Err(absent(decision).into()),
        State::Legacy(_) => return Err(on_paper(decision).into()),
        State::Drafted(_) | State::Voided(_) | State::Signed(..) | State::Numbered(..) => {
            let decision = decision.clone();
            return Err(Refusal::NotSealed { decision }.into());
        }
    };
    must_not_be_the_signer(world, context, decision, signature)?;
    let issued_at = context.occurred_at;
    org::decide::issuer_must_exist(world, issued_at.date())?;
    must_follow(decision, signature, number, issued_at)?;
    let issue = Issue {
        world,
        decision,
        draft,
        number,
    };
    let event = Event::DecisionIssued {
        issued_at,
        kind: draft.subject.kind(),
        cases: u32::try_from(draft.nominations().count()).unwrap_or(u32::MAX),
    };
    let mut effects = vec![on(decision, event)];
    effects.extend(issue.told_to_the_other());
    match &draft.subject {
        DecisionSubject::Grant { .. } | DecisionSubject::SupplementaryGrant { .. } => {
            must_know_the_base_wage(world, decision, issued_at.date())?;
            effects.extend(issue.awarded()?);
        }
        DecisionSubject::Amend { .. } => {
            awards_must_stand(world, draft)?;
            effects.extend(issue.amended()?);
        }
        DecisionSubject::Replace { .. } => {
            awards_must_stand(world, draft)?;
            effects.extend(issue.places_moved()?);
            effects.extend(issue.amended()?);
        }
        DecisionSubject::Revoke { revocation, .. } => {
            awards_must_stand(world, draft)?;
            effects.extend(issue.revoked(revocation.ground));
        }
    }
    Ok(effects)
}

/// The prizes follow from the base wage (lương cơ sở) of this day (INV-31).
fn must_know_the_base_wage(world: &World, decision: &DecisionId, day: Date) -> Result<(), Any> {
    let active = world.campaign(&decision.campaign).active();
    let series = &active.ok_or(campaign::Refusal::Absent {})?.plan.base_wage;
    if world.legal_basis(series).base_wage_on(day).is_some() {
        return Ok(());
    }
    let instrument = series.clone();
    Err(Refusal::BaseWageUnknown { instrument, day }.into())
}

fn must_not_be_the_signer(
    world: &World,
    context: &Context,
    decision: &DecisionId,
    signature: &Signature,
) -> Result<(), Refusal> {
    if is_signer(world, context, signature) {
        let decision = decision.clone();
        return Err(Refusal::HandledBySigner { decision });
    }
    Ok(())
}

/// Issued is what is signed, and not before the date it bears.
fn must_follow(
    decision: &DecisionId,
    signature: &Signature,
    number: &Number,
    issued_at: Moment,
) -> Result<(), Refusal> {
    let (decision, signed_at) = (decision.clone(), signature.signed_at);
    if issued_at < signed_at {
        return Err(Refusal::IssuedBeforeSignature {
            decision,
            signed_at,
            issued_at,
        });
    }
    let (date, day) = (number.date, issued_at.date());
    if day < date {
        return Err(Refusal::IssuedBeforeDate {
            decision,
            date,
            day,
        });
    }
    Ok(())
}
