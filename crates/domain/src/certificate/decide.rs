//! What may happen to certificates (step 16). All of it only while the award stands (INV-35), but
//! for what was spoilt and what is recovered.

use super::{
    Certificate, CertificateStage as Stage, Event, HandOverCertificate, PrintCertificates,
    RecordCertificateRecovered, RecordSpoiltStock, Refusal, ReissueCertificate, SealCertificates,
    SignCertificates,
};
use crate::{
    Context, DocumentKind, Effect, NominationId, StreamKey, World, lists,
    nomination::{Gate, gates},
    org::{self, DelegatedAct},
    papers,
};

type Decided = Result<Vec<Effect>, crate::Refusal>;

pub(crate) fn print_certificates(world: &World, _: &Context, c: &PrintCertificates) -> Decided {
    lists::must_be_whole(&c.nominations)?;
    let mut effects = Vec::new();
    for nomination in &c.nominations {
        if next(world, nomination, Stage::CertificateDue)?.is_some() {
            effects.push(on(nomination, Event::CertificatePrinted {}));
        }
    }
    Ok(effects)
}

/// By the Chairman or, under a delegation in force on that day, by his delegate (INV-29).
pub(crate) fn sign_certificates(world: &World, context: &Context, c: &SignCertificates) -> Decided {
    lists::must_be_whole(&c.nominations)?;
    let (act, day) = (DelegatedAct::SignCertificates, context.occurred_at.date());
    org::decide::authority_for(world, context, c.delegation.as_ref(), act, day)?;
    let mut effects = Vec::new();
    for nomination in &c.nominations {
        if next(world, nomination, Stage::Printed)?.is_some() {
            effects.push(on(nomination, Event::CertificateSigned {}));
        }
    }
    Ok(effects)
}

/// By somebody who did not sign, checked on the person (SD6).
pub(crate) fn seal_certificates(world: &World, context: &Context, c: &SealCertificates) -> Decided {
    lists::must_be_whole(&c.nominations)?;
    let mut effects = Vec::new();
    for nomination in &c.nominations {
        let Some(certificate) = next(world, nomination, Stage::CertificateSigned)? else {
            continue;
        };
        let signer = certificate.signed_by.as_ref();
        let signer = signer.and_then(|signer| world.assignment(signer).assignment());
        if signer.is_some_and(|signer| signer.person == context.actor.principal) {
            let nomination = nomination.clone();
            return Err(Refusal::SealedBySigner { nomination }.into());
        }
        effects.push(on(nomination, Event::CertificateSealed {}));
    }
    Ok(effects)
}

/// To the awardee, or to whoever takes it in the awardee's place (E07).
pub(crate) fn hand_over_certificate(
    world: &World,
    _: &Context,
    c: &HandOverCertificate,
) -> Decided {
    let nominations: Vec<_> = c
        .handovers
        .iter()
        .map(|one| one.nomination.clone())
        .collect();
    lists::must_be_whole(&nominations)?;
    let mut effects = Vec::new();
    for one in &c.handovers {
        if next(world, &one.nomination, Stage::CertificateSealed)?.is_some() {
            let presented_to = one.presented_to.clone();
            let event = Event::CertificateHandedOver { presented_to };
            effects.push(on(&one.nomination, event));
        }
    }
    Ok(effects)
}

/// A certificate that was complete is replaced by a new sheet, under the same number and with a note
/// (E31, E46). What goes wrong earlier is spoilt stock.
pub(crate) fn reissue_certificate(world: &World, _: &Context, c: &ReissueCertificate) -> Decided {
    let nomination = &c.nomination;
    papers::must_be(&c.scan, DocumentKind::Certificate)?;
    let certificate = of_standing_award(world, nomination)?;
    match certificate.reissued.get(&c.scan.sha256) {
        Some(known) if *known == c.reason_code => return Ok(Vec::new()),
        Some(_) => {
            let nomination = nomination.clone();
            return Err(Refusal::RecordedOtherwise { nomination }.into());
        }
        None => {}
    }
    if certificate.stage < Stage::CertificateSealed {
        return Err(out_of_order(nomination, certificate, Stage::CertificateSealed).into());
    }
    let event = Event::CertificateReissued {
        reason_code: c.reason_code,
        note: c.note.clone(),
        scan: c.scan.clone(),
    };
    Ok(vec![on(nomination, event)])
}

/// Misprinted sheets are destroyed with a record (E46).
pub(crate) fn record_spoilt_stock(world: &World, _: &Context, c: &RecordSpoiltStock) -> Decided {
    papers::must_be(&c.minutes, DocumentKind::Minutes)?;
    let nomination = &c.nomination;
    match opened(world, nomination)?.spoilt.get(&c.minutes.sha256) {
        Some(known) if *known == c.sheets => return Ok(Vec::new()),
        Some(_) => {
            let nomination = nomination.clone();
            return Err(Refusal::RecordedOtherwise { nomination }.into());
        }
        None => {}
    }
    if c.sheets == 0 {
        let nomination = nomination.clone();
        return Err(Refusal::NoSheets { nomination }.into());
    }
    let event = Event::SpoiltStockRecorded {
        sheets: c.sheets,
        minutes: c.minutes.clone(),
    };
    Ok(vec![on(nomination, event)])
}

/// A certificate of a revoked award comes back (INV-34).
pub(crate) fn record_certificate_recovered(
    world: &World,
    _: &Context,
    c: &RecordCertificateRecovered,
) -> Decided {
    let nomination = &c.nomination;
    match opened(world, nomination)?.stage {
        Stage::CertificateRecovered => Ok(Vec::new()),
        Stage::RecoveryDue => Ok(vec![on(nomination, Event::CertificateRecovered {})]),
        stage @ (Stage::CertificateDue
        | Stage::Printed
        | Stage::CertificateSigned
        | Stage::CertificateSealed
        | Stage::HandedOver
        | Stage::CertificateCancelled) => {
            let nomination = nomination.clone();
            Err(Refusal::NothingToRecover { nomination, stage }.into())
        }
    }
}

/// The certificate, if it stands at `from`; `None` when it is further already.
fn next<'w>(
    world: &'w World,
    nomination: &NominationId,
    from: Stage,
) -> Result<Option<&'w Certificate>, crate::Refusal> {
    let certificate = of_standing_award(world, nomination)?;
    if certificate.stage < from {
        return Err(out_of_order(nomination, certificate, from).into());
    }
    Ok((certificate.stage == from).then_some(certificate))
}

/// The certificate of an award that stands (INV-35).
fn of_standing_award<'w>(
    world: &'w World,
    nomination: &NominationId,
) -> Result<&'w Certificate, crate::Refusal> {
    gates::at_gate(world, nomination, Gate::Awarded)?;
    Ok(opened(world, nomination)?)
}

fn opened<'w>(world: &'w World, nomination: &NominationId) -> Result<&'w Certificate, Refusal> {
    let certificate = world.certificate(nomination).certificate();
    certificate.ok_or_else(|| Refusal::Absent {
        nomination: nomination.clone(),
    })
}

fn out_of_order(nomination: &NominationId, certificate: &Certificate, expected: Stage) -> Refusal {
    Refusal::OutOfOrder {
        nomination: nomination.clone(),
        stage: certificate.stage,
        expected,
    }
}

fn on(nomination: &NominationId, event: Event) -> Effect {
    Effect::new(StreamKey::certificate(nomination), event)
}
