//! What must hold after the issue: of money, and of awards that are revoked.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    DecisionId, Dong, Effect, Event, NominationId, NomineeKind, Prize, RoundingRule, State,
    StreamKey, certificate, certificate::CertificateStage, decision, fund, legal_basis, nomination,
    nomination::Gate, payout, payout::PayoutStage, publicity, stories_kit::Stage,
};

/// What a history comes to, in money and revocations, counted anew from its events.
#[derive(Default)]
struct Ledger<'s> {
    issued: BTreeMap<&'s StreamKey, jiff::civil::Date>,
    wages: Vec<(jiff::civil::Date, Dong)>,
    funds: BTreeMap<&'s StreamKey, Fund>,
    payouts: BTreeMap<&'s StreamKey, Payout<'s>>,
    revoked: BTreeSet<StreamKey>,
    paid: i64,
}

#[derive(Default)]
struct Fund {
    credited: i64,
    set_aside: i64,
    paid: i64,
    returned: i64,
}

#[derive(Default)]
struct Payout<'s> {
    decision: Option<&'s DecisionId>,
    award: Option<&'s NominationId>,
    due: i64,
    paid: i64,
    recovered: i64,
    payments: u32,
}

/// INV-31 to INV-33 and INV-35, on the whole history: asked only where the step was one after the issue.
pub(in crate::properties) fn settles(stage: &Stage, effects: &[Effect]) {
    let is_after = |effect: &Effect| {
        matches!(
            effect.event,
            Event::Payout(_)
                | Event::Fund(_)
                | Event::Certificate(_)
                | Event::Publicity(_)
                | Event::Campaign(_)
        )
    };
    if !effects.iter().any(is_after) {
        return;
    }
    let mut ledger = Ledger::default();
    for (_, effect) in stage.history() {
        ledger.enter(effect);
    }
    let of_funds: i64 = ledger.funds.values().map(|fund| fund.paid).sum();
    assert_eq!(of_funds, ledger.paid, "INV-33: every prize is of a fund");
}

impl<'s> Ledger<'s> {
    fn enter(&mut self, effect: &'s Effect) {
        if let Event::LegalBasis(legal_basis::Event::BaseWageRecorded {
            amount, valid_from, ..
        }) = &effect.event
        {
            self.wages.push((*valid_from, *amount));
        }
        if let Event::Decision(decision::Event::DecisionIssued { issued_at, .. }) = &effect.event {
            self.issued.insert(&effect.stream, issued_at.date());
        }
        if let Event::Nomination(event) = &effect.event {
            if let nomination::Event::AwardRevoked { .. } = event {
                self.revoked.insert(effect.stream.clone());
            }
            if let nomination::Event::Awarded { .. } = event {
                self.revoked.remove(&effect.stream);
            }
        }
        if let Event::Fund(event) = &effect.event {
            self.of_fund(effect, event);
        }
        if let Event::Payout(event) = &effect.event {
            self.of_payout(effect, event);
        }
        if let Event::Certificate(event) = &effect.event {
            self.of_certificate(effect, event);
        }
        if let Event::Publicity(event) = &effect.event {
            self.of_publicity(event);
        }
    }

    /// Paid is at most what is set aside, and that at most what came in (INV-33). Money that came back
    /// is there again.
    fn of_fund(&mut self, effect: &'s Effect, event: &fund::Event) {
        let fund = self.funds.entry(&effect.stream).or_default();
        if let fund::Event::FundCredited { amount, .. } = event {
            fund.credited += amount.0;
        }
        if let fund::Event::FundsCommitted { amount, .. } = event {
            fund.set_aside += amount.0;
        }
        if let fund::Event::CommitmentReleased { amount, .. } = event {
            fund.set_aside -= amount.0;
        }
        if let fund::Event::PrizesPaid { amount, .. } = event {
            fund.paid += amount.0;
            self.paid += amount.0;
        }
        if let fund::Event::MoneyReturned { amount, .. } = event {
            fund.returned += amount.0;
        }
        assert!(fund.returned <= fund.paid, "INV-32: {effect:?}");
        assert!(fund.paid <= fund.set_aside, "INV-33: {effect:?}");
        let used = fund.set_aside - fund.returned;
        assert!(used <= fund.credited, "INV-33: {effect:?}");
    }

    /// Nothing is set aside or paid before the issue; one net payment per award, no more recovered
    /// than paid (INV-32), and nothing for a revoked award (INV-35).
    fn of_payout(&mut self, effect: &'s Effect, event: &'s payout::Event) {
        use payout::Event as E;

        if let E::PrizeComputed {
            kind,
            issued_on,
            prize,
            ..
        } = event
        {
            self.is_due(effect, *kind, *issued_on, *prize);
        }
        let known = self.payouts.entry(&effect.stream).or_default();
        if let E::PayoutOpened {
            nomination,
            decision,
            ..
        } = event
        {
            *known = Payout {
                decision: Some(decision),
                award: Some(nomination),
                ..Payout::default()
            };
        }
        if let E::PrizeComputed { prize, .. } = event {
            known.due = prize.amount.0;
        }
        if let E::PrizePaid { amount } = event {
            assert_eq!(amount.0, known.due, "INV-31: {effect:?}");
            known.paid += amount.0;
            known.payments += 1;
        }
        if let E::PrizeRecovered { amount, .. } = event {
            known.recovered += amount.0;
        }
        assert!(known.payments <= 1, "INV-32: {effect:?}");
        assert!(known.recovered <= known.paid, "INV-32: {effect:?}");
        if !matches!(event, E::PrizeCommitted { .. } | E::PrizePaid { .. }) {
            return;
        }
        let decision = known.decision.expect("INV-32: a prize has its decision");
        let is_issued = self.issued.contains_key(&StreamKey::decision(decision));
        assert!(is_issued, "INV-32: {effect:?}");
        let award = known.award.expect("INV-32: a prize has its award");
        let is_revoked = self.revoked.contains(&StreamKey::nomination(award));
        assert!(!is_revoked, "INV-35: {effect:?}");
    }

    /// Sixty hundredths of the base wage on the day of the issue for a collective, thirty for a
    /// person, up to whole ten thousands (INV-31).
    fn is_due(
        &self,
        effect: &Effect,
        kind: NomineeKind,
        issued_on: jiff::civil::Date,
        prize: Prize,
    ) {
        let in_force = self.wages.iter().filter(|(from, _)| *from <= issued_on);
        let (_, wage) = in_force.max_by_key(|(from, _)| *from).expect("INV-31");
        let hundredths: u32 = match kind {
            NomineeKind::Collective => 60,
            NomineeKind::Individual => 30,
        };
        let amount = (wage.0 * i64::from(hundredths) + 999_999) / 1_000_000 * 10_000;
        let expected = Prize {
            base_wage: *wage,
            coefficient_bp: hundredths * 100,
            rounding: RoundingRule::Ceil10k,
            amount: Dong(amount),
        };
        assert_eq!(prize, expected, "INV-31: {effect:?}");
        let mut days = self.issued.values();
        assert!(days.any(|day| *day == issued_on), "INV-31: {effect:?}");
    }

    /// No certificate goes on for a revoked award (INV-35).
    fn of_certificate(&self, effect: &Effect, event: &certificate::Event) {
        use certificate::Event as E;

        let goes_on = matches!(
            event,
            E::CertificateOpened { .. }
                | E::CertificatePrinted {}
                | E::CertificateSigned {}
                | E::CertificateSealed {}
                | E::CertificateHandedOver { .. }
                | E::CertificateReissued { .. }
        );
        let mut revoked = self.revoked_awards();
        let is_revoked = revoked.any(|one| StreamKey::certificate(one) == effect.stream);
        assert!(!(goes_on && is_revoked), "INV-35: {effect:?}");
    }

    /// No story and no broadcast names a revoked award (INV-35).
    fn of_publicity(&self, event: &publicity::Event) {
        let mut named = Vec::new();
        if let publicity::Event::StoryPublished { nomination, .. } = event {
            named.extend(nomination);
        }
        if let publicity::Event::BroadcastRecorded { nominations, .. } = event {
            named.extend(nominations);
        }
        let mut named = named.into_iter().map(StreamKey::nomination);
        assert!(
            !named.any(|one| self.revoked.contains(&one)),
            "INV-35: {event:?}"
        );
    }

    fn revoked_awards(&self) -> impl Iterator<Item = &'s NominationId> {
        let awards = self.payouts.values().filter_map(|payout| payout.award);
        let is_revoked = |one: &&NominationId| self.revoked.contains(&StreamKey::nomination(one));
        awards.filter(is_revoked)
    }
}

/// Once the files are closed, nothing of a revoked award is still under way (INV-34, INV-35).
pub(in crate::properties) fn leaves_nothing_open(stage: &Stage) {
    for nomination in crate::stories_way::both() {
        let state = stage.state(&StreamKey::nomination(&nomination));
        let State::Nomination(state) = state.as_ref() else {
            panic!("a nomination's stream holds a nomination");
        };
        if state
            .case()
            .is_none_or(|case| case.gate != Gate::AwardRevoked)
        {
            continue;
        }
        let state = stage.state(&StreamKey::payout(&nomination));
        if let State::Payout(state) = state.as_ref() {
            let under_way = [
                PayoutStage::PrizeDue,
                PayoutStage::Computed,
                PayoutStage::Committed,
                PayoutStage::Paid,
            ];
            let payout = state.payout();
            let is_open = payout.is_some_and(|one| under_way.contains(&one.stage));
            assert!(!is_open, "INV-35: {payout:?}");
        }
        let state = stage.state(&StreamKey::certificate(&nomination));
        if let State::Certificate(state) = state.as_ref() {
            let ended = [
                CertificateStage::CertificateCancelled,
                CertificateStage::RecoveryDue,
                CertificateStage::CertificateRecovered,
            ];
            let certificate = state.certificate();
            let is_ended = certificate.is_none_or(|one| ended.contains(&one.stage));
            assert!(is_ended, "INV-35: {certificate:?}");
        }
    }
}
