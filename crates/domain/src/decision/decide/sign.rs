//! The signature: `sign_decision`.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{absent, draft::awards_must_stand, on, on_paper};
use crate::{
    Context, DocumentKind, Effect, NominationId, NomineeKind, Refusal as Any, StreamKey, World,
    access,
    decision::{
        Awardee, Draft, Event, InitialAspect, Refusal, SignDecision, SignatureKind,
        SigningAuthority, State,
    },
    hold,
    nomination::{self, Case, Gate, gates, review},
    org::{self, DelegatedAct, DelegationForm},
    papers, quota,
};

/// Records the signature: where the decision awards, places are used up and every awardee is signed in
/// the same append (4.5 row 37, INV-24, INV-25, INV-27, INV-29). Who records a paper signature has seen
/// the paper.
pub(crate) fn sign_decision(
    world: &World,
    context: &Context,
    command: &SignDecision,
) -> Result<Vec<Effect>, Any> {
    let decision = &command.decision;
    let draft = match world.decision(decision) {
        State::Drafted(draft) => draft,
        State::Absent => return Err(absent(decision).into()),
        State::Legacy(_) => return Err(on_paper(decision).into()),
        State::Voided(_) => {
            let decision = decision.clone();
            return Err(Refusal::SignatureIsVoided { decision }.into());
        }
        State::Signed(draft, signature)
        | State::Numbered(draft, signature, _)
        | State::Sealed(draft, signature, _)
        | State::Issued(draft, signature, ..) => {
            papers::must_match(&draft.sha256, &command.sha256)?;
            papers::must_match(&signature.scan_sha256, &command.scan.sha256)?;
            return Ok(vec![]);
        }
    };
    papers::must_match(&draft.sha256, &command.sha256)?;
    must_show_the_signed_paper(command)?;
    must_be_initialled(draft)?;
    must_be_timely(world, context, command, draft)?;
    let day = command.signed_at.date();
    org::decide::issuer_must_exist(world, day)?;
    signer_must_hold_office(world, context, day)?;
    let act = DelegatedAct::SignDecision;
    let authority =
        org::decide::authority_for(world, context, command.delegation.as_ref(), act, day)?;
    let grants = draft.subject.presentation().is_some();
    if grants {
        for awardee in &draft.awardees {
            may_be_awarded(world, command, awardee, day)?;
        }
    } else {
        awards_must_stand(world, draft)?;
    }
    let event = Event::DecisionSigned {
        signature: command.signature,
        signer: context.actor.whose_act().clone(),
        authority: authority_line(authority),
        delegation: command.delegation.clone(),
        seen_by: context.actor.assignment.clone(),
        signed_at: command.signed_at,
        sha256: command.sha256.clone(),
        scan: command.scan.clone(),
        collectives: draft.awardee_count(NomineeKind::Collective),
        individuals: draft.awardee_count(NomineeKind::Individual),
        unconfirmed: draft.unconfirmed().cloned().collect(),
    };
    let mut effects = vec![on(decision, event)];
    if grants {
        effects.extend(places_consumed(world, command, draft)?);
        effects.extend(draft.nominations().map(|one| signed(command, one)));
    }
    Ok(effects)
}

/// The line above the signature (E26).
fn authority_line(form: Option<DelegationForm>) -> SigningAuthority {
    match form {
        None => SigningAuthority::OwnOffice,
        Some(DelegationForm::Kt) => SigningAuthority::Kt,
        Some(DelegationForm::Tuq) => SigningAuthority::Tuq,
    }
}

/// Signed by hand, the paper proves the signature: its scan, not the draft that was signed.
fn must_show_the_signed_paper(command: &SignDecision) -> Result<(), Any> {
    match command.signature {
        SignatureKind::Wet => papers::must_be(&command.scan, DocumentKind::Decision)?,
    }
    if command.scan.sha256 == command.sha256 {
        let decision = command.decision.clone();
        return Err(Refusal::ScanIsDraft { decision }.into());
    }
    Ok(())
}

fn must_be_initialled(draft: &Draft) -> Result<(), Refusal> {
    let both = [InitialAspect::Content, InitialAspect::Form].into_iter();
    let aspects: Vec<_> = both.filter(|one| !draft.initials.contains(one)).collect();
    if aspects.is_empty() {
        return Ok(());
    }
    Err(Refusal::InitialsMissing { aspects })
}

/// Not ahead of time, not before the draft was ready, and a late record says why.
fn must_be_timely(
    world: &World,
    context: &Context,
    command: &SignDecision,
    draft: &Draft,
) -> Result<(), Any> {
    let signed_at = command.signed_at;
    if signed_at > context.now {
        let now = context.now;
        return Err(Refusal::SignedInFuture { signed_at, now }.into());
    }
    if signed_at < draft.ready_at {
        let ready_at = draft.ready_at;
        return Err(Refusal::SignedBeforeReady {
            signed_at,
            ready_at,
        }
        .into());
    }
    let allowed_days = access::recording_days(world.campaign(&command.decision.campaign));
    access::explained(world, context, signed_at.date(), allowed_days)?;
    Ok(())
}

/// The one whose signature it is held the office on that day, also where the Office records it.
fn signer_must_hold_office(world: &World, context: &Context, day: Date) -> Result<(), Refusal> {
    let signer = context.actor.whose_act();
    let held = world.assignment(signer).assignment();
    if held.is_some_and(|held| held.is_in_force(day)) {
        return Ok(());
    }
    Err(Refusal::SignerNotInOffice {
        assignment: signer.clone(),
        day,
    })
}

/// In this draft, approved under an assignment that is still in force (E27), not held, as a collective
/// still a unit (L4), with a place of the quota. A case whose approval was withdrawn and given again has left the draft.
fn may_be_awarded(
    world: &World,
    command: &SignDecision,
    awardee: &Awardee,
    day: Date,
) -> Result<(), Any> {
    let nomination = &awardee.nomination;
    let case = gates::at_gate(world, nomination, Gate::ChairmanApproved)?;
    must_be_in_draft(nomination, case, command)?;
    hold::must_not_be_held(world, nomination, case)?;
    review::must_exist(world, day, nomination, case)?;
    approver_must_hold_office(world, nomination, case, day)?;
    let places = world.quota(&command.decision.campaign).places(awardee.kind);
    if places.is_some_and(|places| places.approved.contains(nomination)) {
        return Ok(());
    }
    Err(Refusal::NoPlaceHeld {
        nomination: nomination.clone(),
        kind: awardee.kind,
    }
    .into())
}

fn must_be_in_draft(
    nomination: &NominationId,
    case: &Case,
    command: &SignDecision,
) -> Result<(), Refusal> {
    if case.decision.as_ref() == Some(&command.decision) {
        return Ok(());
    }
    Err(Refusal::NotInDraft {
        nomination: nomination.clone(),
        decision: command.decision.clone(),
    })
}

fn approver_must_hold_office(
    world: &World,
    nomination: &NominationId,
    case: &Case,
    day: Date,
) -> Result<(), Refusal> {
    let approver = case.approved_by.as_ref();
    let approver = approver.expect("an approval names the assignment it was given under");
    let held = world.assignment(approver).assignment();
    if held.is_some_and(|held| held.is_in_force(day)) {
        return Ok(());
    }
    Err(Refusal::ApproverChanged {
        nomination: nomination.clone(),
        assignment: approver.clone(),
    })
}

fn places_consumed(
    world: &World,
    command: &SignDecision,
    draft: &Draft,
) -> Result<Vec<Effect>, Any> {
    let campaign = &command.decision.campaign;
    let quota = world.quota(campaign);
    let mut consumed_here: BTreeMap<NomineeKind, u32> = BTreeMap::new();
    let mut effects = Vec::new();
    for awardee in &draft.awardees {
        let places = quota::decide::places(quota, awardee.kind)?;
        let consumed_here = consumed_here.entry(awardee.kind).or_default();
        let event = quota::Event::PlaceConsumed {
            kind: awardee.kind,
            nomination: awardee.nomination.clone(),
            limit: places.limit,
            used_before: places.consumed_count() + *consumed_here,
        };
        *consumed_here += 1;
        effects.push(Effect::new(StreamKey::quota(campaign), event));
    }
    Ok(effects)
}

fn signed(command: &SignDecision, nomination: &NominationId) -> Effect {
    let event = nomination::Event::DecisionSigned {
        decision: command.decision.clone(),
    };
    Effect::new(StreamKey::nomination(nomination), event)
}
