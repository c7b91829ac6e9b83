//! What may happen to prize money (plan IV, step 17).

use std::collections::BTreeMap;

use super::{
    ComputePrizes, Event, PayPrizes, Payout, PayoutStage as Stage, RecordPrizeRecovered, Refusal,
    ReturnPrize, needs,
};
use crate::{
    CampaignId, Context, DecisionId, Dong, Effect, InstrumentId, NominationId, StreamKey, World,
    award_files::decide::issued,
    campaign::decide::launched,
    decision,
    fund::{self, ReturnedBecause},
    lists,
    nomination::{Gate, gates},
    prize,
};

type Decided = Result<Vec<Effect>, crate::Refusal>;

/// Amount = rule(prize rules of the case, base wage of the day of the issue, kind, rounding), with
/// all of it in the record (INV-31, E43).
pub(crate) fn compute_prizes(world: &World, _: &Context, c: &ComputePrizes) -> Decided {
    issued(world, &c.decision)?;
    let series = base_wages(world, &c.decision.campaign)?;
    let mut effects = Vec::new();
    for nomination in needs::awardees(&c.decision, world) {
        let payout = opened(world, nomination)?;
        if payout.decision == c.decision && payout.stage == Stage::PrizeDue {
            let event = computed(world, payout, series)?;
            effects.push(on(nomination, event));
        }
    }
    Ok(effects)
}

fn computed(
    world: &World,
    payout: &Payout,
    series: &InstrumentId,
) -> Result<Event, crate::Refusal> {
    let instrument = payout.legal_regime.clone();
    let regime = world.legal_basis(&instrument).regime();
    let Some(regime) = regime else {
        return Err(Refusal::RegimeUnknown { instrument }.into());
    };
    let day = payout.issued_on;
    let Some(wage) = world.legal_basis(series).base_wage_on(day) else {
        let instrument = series.clone();
        return Err(decision::Refusal::BaseWageUnknown { instrument, day }.into());
    };
    Ok(Event::PrizeComputed {
        kind: payout.kind,
        legal_regime: instrument,
        base_wage_series: series.clone(),
        issued_on: day,
        prize: prize(regime.coefficients, wage, payout.kind),
    })
}

fn base_wages<'w>(
    world: &'w World,
    campaign: &CampaignId,
) -> Result<&'w InstrumentId, crate::Refusal> {
    Ok(&launched(world, campaign)?.plan.base_wage)
}

/// By a finance officer who did not commit the money (SD7), while the award stands (INV-35), each
/// once (INV-32) and out of what is committed (INV-33).
pub(crate) fn pay_prizes(world: &World, context: &Context, c: &PayPrizes) -> Decided {
    lists::must_be_whole(&c.nominations)?;
    let mut sums: BTreeMap<i16, BTreeMap<DecisionId, Dong>> = BTreeMap::new();
    let mut paid = Vec::new();
    for nomination in &c.nominations {
        gates::at_gate(world, nomination, Gate::Awarded)?;
        let payout = opened(world, nomination)?;
        if payout.stage == Stage::Paid {
            continue;
        }
        let Some((year, committer)) = committed(payout) else {
            return Err(wrong_stage(nomination, payout).into());
        };
        if *committer == context.actor.principal {
            let nomination = nomination.clone();
            return Err(Refusal::PaidByCommitter { nomination }.into());
        }
        let amount = payout.amount();
        let sum = sums.entry(year).or_default();
        sum.entry(payout.decision.clone()).or_default().0 += amount.0;
        paid.push(on(nomination, Event::PrizePaid { amount }));
    }
    let of_funds = sums.into_iter().flat_map(|(year, sums)| {
        sums.into_iter().map(move |(decision, amount)| {
            fund::decide::on(year, fund::Event::PrizesPaid { decision, amount })
        })
    });
    Ok(of_funds.chain(paid).collect())
}

fn committed(payout: &Payout) -> Option<(i16, &crate::PersonId)> {
    let committed = payout.committed.as_ref();
    let committed = committed.filter(|_| payout.stage == Stage::Committed);
    committed.map(|(year, committer)| (*year, committer))
}

/// The awardee refuses the money or gives it to the fund; the certificate is not touched (E45).
pub(crate) fn return_prize(world: &World, _: &Context, c: &ReturnPrize) -> Decided {
    let nomination = &c.nomination;
    gates::at_gate(world, nomination, Gate::Awarded)?;
    let payout = opened(world, nomination)?;
    let back = match payout.stage {
        Stage::Returned => return Ok(Vec::new()),
        Stage::Computed => None,
        Stage::Committed => released(payout),
        Stage::Paid => came_back(
            nomination,
            payout,
            payout.amount(),
            ReturnedBecause::Returned,
        ),
        Stage::PrizeDue
        | Stage::PayoutCancelled
        | Stage::PrizeRecoveryDue
        | Stage::PrizeRecovered => return Err(wrong_stage(nomination, payout).into()),
    };
    let reason_code = c.reason_code;
    let returned = on(nomination, Event::PrizeReturned { reason_code });
    Ok(back.into_iter().chain([returned]).collect())
}

/// Money of a revoked award comes back, at once or in instalments, never more than was paid (INV-32).
pub(crate) fn record_prize_recovered(
    world: &World,
    _: &Context,
    c: &RecordPrizeRecovered,
) -> Decided {
    let (nomination, amount) = (&c.nomination, c.amount);
    let payout = opened(world, nomination)?;
    let count = u32::try_from(payout.recovered.len()).unwrap_or(u32::MAX);
    let known = c.instalment.checked_sub(1);
    let known = known.and_then(|index| payout.recovered.get(index as usize));
    if known == Some(&amount) {
        return Ok(Vec::new());
    }
    if payout.stage != Stage::PrizeRecoveryDue {
        let (nomination, stage) = (nomination.clone(), payout.stage);
        return Err(Refusal::NothingToRecover { nomination, stage }.into());
    }
    let (instalment, next) = (c.instalment, count.saturating_add(1));
    if instalment != next {
        return Err(Refusal::InstalmentOutOfOrder { instalment, next }.into());
    }
    let outstanding = Dong(payout.amount().0 - payout.recovered_amount().0);
    if !(Dong(1)..=outstanding).contains(&amount) {
        return Err(Refusal::RecoveryOutOfRange {
            amount,
            outstanding,
        }
        .into());
    }
    let back = came_back(nomination, payout, amount, ReturnedBecause::Recovered);
    let recovered = on(nomination, Event::PrizeRecovered { instalment, amount });
    Ok(back.into_iter().chain([recovered]).collect())
}

/// Money that was set aside is free again.
pub(crate) fn released(payout: &Payout) -> Option<Effect> {
    let (year, _) = payout.committed.as_ref()?;
    let event = fund::Event::CommitmentReleased {
        decision: payout.decision.clone(),
        amount: payout.amount(),
    };
    Some(fund::decide::on(*year, event))
}

fn came_back(
    nomination: &NominationId,
    payout: &Payout,
    amount: Dong,
    reason_code: ReturnedBecause,
) -> Option<Effect> {
    let (year, _) = payout.committed.as_ref()?;
    let event = fund::Event::MoneyReturned {
        nomination: nomination.clone(),
        amount,
        reason_code,
    };
    Some(fund::decide::on(*year, event))
}

/// The prize, once its file is open.
pub(crate) fn opened<'w>(
    world: &'w World,
    nomination: &NominationId,
) -> Result<&'w Payout, Refusal> {
    let payout = world.payout(nomination).payout();
    payout.ok_or_else(|| Refusal::Absent {
        nomination: nomination.clone(),
    })
}

pub(crate) fn wrong_stage(nomination: &NominationId, payout: &Payout) -> Refusal {
    Refusal::WrongStage {
        nomination: nomination.clone(),
        stage: payout.stage,
    }
}

pub(crate) fn on(nomination: &NominationId, event: Event) -> Effect {
    Effect::new(StreamKey::payout(nomination), event)
}
