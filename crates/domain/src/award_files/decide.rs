//! What follows from an issue: files are opened, or closed.

use std::collections::{BTreeMap, BTreeSet};

use super::{CloseRevokedAwards, OpenAwardFiles, needs::cases};
use crate::{
    Context, DecisionId, Effect, NominationId, StreamKey, World,
    certificate::{self, CertificateStage},
    decision,
    nomination::{Case, Gate, gates},
    number_register,
    payout::{self, PayoutStage},
    publicity,
};

type Decided = Result<Vec<Effect>, crate::Refusal>;

/// Refuses a decision that is not issued (INV-32).
pub(crate) fn issued(world: &World, decision: &DecisionId) -> Result<(), decision::Refusal> {
    let state = world.decision(decision);
    let decision = decision.clone();
    match state {
        decision::State::Issued(..) => Ok(()),
        decision::State::Absent => Err(decision::Refusal::Absent { decision }),
        decision::State::Legacy(_) => Err(decision::Refusal::MadeOnPaper { decision }),
        decision::State::Drafted(_)
        | decision::State::Voided(_)
        | decision::State::Signed(..)
        | decision::State::Numbered(..)
        | decision::State::Sealed(..) => Err(decision::Refusal::NotIssued { decision }),
    }
}

/// Certificate and prize of every award that stands and has none yet. Each is entered in the register
/// of awards (sổ đăng ký khen thưởng) of its year, under the next number.
pub(crate) fn open_award_files(world: &World, _: &Context, c: &OpenAwardFiles) -> Decided {
    let decision = &c.decision;
    issued(world, decision)?;
    let mut numbers: BTreeMap<i16, u32> = BTreeMap::new();
    let (mut entries, mut files) = (Vec::new(), Vec::new());
    for nomination in cases(decision, c.from, world) {
        let case = gates::case(world, nomination)?;
        let is_open = world.certificate(nomination).certificate().is_some();
        if case.gate != Gate::Awarded || is_open {
            continue;
        }
        let day = case.awarded_on.expect("an award has the day of its issue");
        let year = day.year();
        let next = || world.award_register(year).award_count().saturating_add(1);
        let number = numbers.entry(year).or_insert_with(next);
        let entry = number_register::Event::AwardEntered {
            number: *number,
            date: day,
            nomination: nomination.clone(),
        };
        entries.push(Effect::new(StreamKey::award_register(year), entry));
        files.extend(opened(decision, nomination, case, *number, day));
        *number = number.saturating_add(1);
    }
    entries.extend(files);
    Ok(entries)
}

fn opened(
    decision: &DecisionId,
    nomination: &NominationId,
    case: &Case,
    number: u32,
    day: jiff::civil::Date,
) -> [Effect; 2] {
    let certificate = certificate::Event::CertificateOpened {
        nomination: nomination.clone(),
        decision: decision.clone(),
        number,
        date: day,
    };
    let legal_regime = case.legal_regime.clone();
    let payout = payout::Event::PayoutOpened {
        nomination: nomination.clone(),
        decision: decision.clone(),
        kind: case.kind,
        legal_regime: legal_regime.expect("the law was pinned when the dossier was received"),
        issued_on: day,
    };
    [
        Effect::new(StreamKey::certificate(nomination), certificate),
        Effect::new(StreamKey::payout(nomination), payout),
    ]
}

/// Opens the recovery of certificate and money of revoked awards (INV-34), and cancels by events what
/// is still open for them: printing, payment, stories (INV-35, E03, E47).
pub(crate) fn close_revoked_awards(world: &World, _: &Context, c: &CloseRevokedAwards) -> Decided {
    let decision = &c.decision;
    issued(world, decision)?;
    let mut revoked = BTreeSet::new();
    for nomination in cases(decision, c.from, world) {
        if gates::case(world, nomination)?.gate == Gate::AwardRevoked {
            revoked.insert(nomination);
        }
    }
    let (mut of_fund, mut of_awards) = (Vec::new(), Vec::new());
    for nomination in &revoked {
        of_awards.extend(certificate_closed(world, nomination, decision));
        let (fund, payout) = payout_closed(world, nomination, decision);
        of_fund.extend(fund);
        of_awards.extend(payout);
    }
    of_fund.extend(of_awards);
    of_fund.extend(publicity::decide::closed(world, &revoked, decision));
    Ok(of_fund)
}

fn certificate_closed(
    world: &World,
    nomination: &NominationId,
    decision: &DecisionId,
) -> Option<Effect> {
    use CertificateStage as S;

    let decision = decision.clone();
    let certificate = world.certificate(nomination).certificate()?;
    let event = match certificate.stage {
        S::CertificateDue
        | S::Printed
        | S::CertificateSigned
        | S::CertificateSealed
        | S::HandedOver
            if certificate.is_with_awardee =>
        {
            certificate::Event::CertificateRecoveryOpened { decision }
        }
        S::CertificateDue
        | S::Printed
        | S::CertificateSigned
        | S::CertificateSealed
        | S::HandedOver => certificate::Event::CertificateCancelled { decision },
        S::CertificateCancelled | S::RecoveryDue | S::CertificateRecovered => return None,
    };
    Some(Effect::new(StreamKey::certificate(nomination), event))
}

/// What the fund gets back, and what becomes of the prize.
fn payout_closed(
    world: &World,
    nomination: &NominationId,
    decision: &DecisionId,
) -> (Option<Effect>, Option<Effect>) {
    let decision = decision.clone();
    let Some(payout) = world.payout(nomination).payout() else {
        return (None, None);
    };
    let released = match payout.stage {
        PayoutStage::Committed => payout::decide::released(payout),
        PayoutStage::Paid => {
            let event = payout::Event::PrizeRecoveryOpened { decision };
            return (None, Some(payout::decide::on(nomination, event)));
        }
        PayoutStage::PrizeDue | PayoutStage::Computed => None,
        PayoutStage::Returned
        | PayoutStage::PayoutCancelled
        | PayoutStage::PrizeRecoveryDue
        | PayoutStage::PrizeRecovered => return (None, None),
    };
    let event = payout::Event::PayoutCancelled { decision };
    (released, Some(payout::decide::on(nomination, event)))
}
