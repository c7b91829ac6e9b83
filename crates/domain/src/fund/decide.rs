//! What may happen to the reward fund (plan IV, step 17).

use super::{AfterYearEnd, CommitFunds, CreditFund, Event, RecordFundShortfall, Refusal, State};
use crate::{
    Context, DecisionId, Dong, Effect, NominationId, StreamKey, World,
    award_files::decide::issued,
    nomination::{Gate, gates},
    payout::{self, PayoutStage},
};

type Decided = Result<Vec<Effect>, crate::Refusal>;

pub(crate) fn credit_fund(world: &World, _: &Context, c: &CreditFund) -> Decided {
    let (year, credit) = (c.year, c.credit);
    let fund = world.fund(year);
    let next = u32::try_from(fund.credits.len())
        .unwrap_or(u32::MAX)
        .saturating_add(1);
    let known = credit.checked_sub(1);
    match known.and_then(|index| fund.credits.get(index as usize)) {
        Some(amount) if *amount == c.amount => return Ok(Vec::new()),
        Some(amount) => {
            let amount = *amount;
            return Err(Refusal::CreditedOtherwise {
                year,
                credit,
                amount,
            }
            .into());
        }
        None => {}
    }
    if credit != next {
        return Err(Refusal::CreditOutOfOrder { year, credit, next }.into());
    }
    if c.amount <= Dong(0) {
        let amount = c.amount;
        return Err(Refusal::NoAmount { amount }.into());
    }
    let event = Event::FundCredited {
        year,
        credit,
        amount: c.amount,
        after_year_end: c.after_year_end,
        document: c.document.clone(),
    };
    Ok(vec![on(year, event)])
}

/// Sets money aside for every computed prize of an issued decision (INV-32), as far as the fund goes
/// (INV-33) and as long as its year lasts.
pub(crate) fn commit_funds(world: &World, context: &Context, c: &CommitFunds) -> Decided {
    let (decision, year) = (&c.decision, c.year);
    issued(world, decision)?;
    let fund = world.fund(year);
    let waiting = waiting(world, decision)?;
    if waiting.prizes.is_empty() {
        match waiting.committed {
            Some(known) if known == year => return Ok(Vec::new()),
            Some(committed) => {
                let decision = decision.clone();
                return Err(Refusal::CommittedOtherwise {
                    decision,
                    committed,
                }
                .into());
            }
            None => {}
        }
        let decision = decision.clone();
        return Err(Refusal::NothingComputed { decision }.into());
    }
    let needed = waiting.needed;
    if needed > fund.available() {
        return Err(Refusal::Short {
            decision: decision.clone(),
            needed,
            available: fund.available(),
        }
        .into());
    }
    let is_late = is_late(fund, context, year)?;
    let event = Event::FundsCommitted {
        decision: decision.clone(),
        prizes: u32::try_from(waiting.prizes.len()).unwrap_or(u32::MAX),
        amount: needed,
        is_late,
    };
    let prizes = waiting.prizes.into_iter();
    let prizes = prizes.map(|one| payout::decide::on(one, payout::Event::PrizeCommitted { year }));
    Ok(std::iter::once(on(year, event)).chain(prizes).collect())
}

/// Whether the budget year is over; refused where the fund says so.
fn is_late(fund: &State, context: &Context, year: i16) -> Result<bool, Refusal> {
    let day = context.occurred_at.date();
    match fund.after_year_end {
        AfterYearEnd::YearClosed if day.year() > year => Err(Refusal::YearOver { year, day }),
        AfterYearEnd::YearClosed | AfterYearEnd::LateMarked => Ok(day.year() > year),
    }
}

/// The prizes wait; the decision is not touched (E44).
pub(crate) fn record_fund_shortfall(
    world: &World,
    _: &Context,
    c: &RecordFundShortfall,
) -> Decided {
    let decision = c.decision.clone();
    issued(world, &decision)?;
    let fund = world.fund(c.year);
    let needed = waiting(world, &decision)?.needed;
    let available = fund.available();
    if needed <= available {
        return Err(Refusal::Sufficient {
            decision,
            needed,
            available,
        }
        .into());
    }
    if fund.shortfalls.get(&decision) == Some(&(needed, available)) {
        return Ok(Vec::new());
    }
    let event = Event::FundShortfallRecorded {
        decision,
        needed,
        available,
    };
    Ok(vec![on(c.year, event)])
}

/// Prizes of a decision for which money is to be set aside.
struct Waiting<'w> {
    prizes: Vec<&'w NominationId>,
    needed: Dong,
    /// The fund from which money was set aside for others of the decision before.
    committed: Option<i16>,
}

/// The computed prizes of awards that stand (INV-35).
fn waiting<'w>(world: &'w World, decision: &DecisionId) -> Result<Waiting<'w>, crate::Refusal> {
    let mut waiting = Waiting {
        prizes: Vec::new(),
        needed: Dong(0),
        committed: None,
    };
    for nomination in payout::needs::awardees(decision, world) {
        let payout = payout::decide::opened(world, nomination)?;
        let year = payout.committed.as_ref().map(|(year, _)| *year);
        waiting.committed = waiting.committed.or(year);
        let is_standing = gates::case(world, nomination)?.gate == Gate::Awarded;
        let is_computed = payout.stage == PayoutStage::Computed;
        if is_standing && is_computed && payout.decision == *decision {
            waiting.needed.0 += payout.amount().0;
            waiting.prizes.push(nomination);
        }
    }
    Ok(waiting)
}

pub(crate) fn on(year: i16, event: Event) -> Effect {
    Effect::new(StreamKey::fund(year), event)
}
