//! What becomes of a campaign whose issuing authority ends: `transfer_campaign`,
//! `close_campaign_by_reorganisation` (E41).

use jiff::{ToSpan as _, civil::Date};

use super::{closing, launched, selecting};
use crate::{
    Context, Effect, NomineeKind, World,
    campaign::{CloseCampaignByReorganisation, Event, Refusal, TransferCampaign},
    nomination::{Case, Gate, LapseReason},
};

type Decided = Result<Vec<Effect>, crate::Refusal>;

/// Before the end, what was not yet before the Chairman goes to the authority that goes on with the
/// campaign; the rest lapses (E41).
pub(crate) fn transfer_campaign(world: &World, context: &Context, c: &TransferCampaign) -> Decided {
    let campaign = &c.campaign;
    if launched(world, campaign)?.transferred_to.as_ref() == Some(&c.to) {
        return Ok(Vec::new());
    }
    selecting(world, campaign)?;
    let last = last_day(world)?;
    if context.occurred_at.date() > last {
        return Err(Refusal::IssuerOver { last }.into());
    }
    let lapsed = closing::lapse(world, campaign, |case| {
        if is_dissolved(world, case, last) {
            LapseReason::UnitDissolved
        } else if is_before_the_chairman(case.gate) {
            LapseReason::IssuerEnded
        } else {
            LapseReason::Transferred
        }
    })?;
    let transferred = Event::CampaignTransferred {
        to: c.to.clone(),
        document: c.document.clone(),
    };
    let transferred = closing::on(campaign, transferred);
    Ok(std::iter::once(transferred).chain(lapsed).collect())
}

/// Nobody goes on with it: whatever is not signed lapses with the issuer (E41).
pub(crate) fn close_campaign_by_reorganisation(
    world: &World,
    _: &Context,
    c: &CloseCampaignByReorganisation,
) -> Decided {
    let campaign = &c.campaign;
    let active = launched(world, campaign)?;
    if active.is_reorganised {
        return Ok(Vec::new());
    }
    if let Some(date) = active.closed_on {
        let campaign = campaign.clone();
        return Err(Refusal::CampaignClosed { campaign, date }.into());
    }
    let last = last_day(world)?;
    let lapsed = closing::lapse(world, campaign, |case| {
        if is_dissolved(world, case, last) {
            LapseReason::UnitDissolved
        } else {
            LapseReason::IssuerEnded
        }
    })?;
    let document = c.document.clone();
    let closed = Event::CampaignClosedByReorganisation { document };
    let closed = closing::on(campaign, closed);
    Ok(std::iter::once(closed).chain(lapsed).collect())
}

/// The last day of the issuing authority, once it is known.
fn last_day(world: &World) -> Result<Date, Refusal> {
    let authority = world.authority().authority();
    let last = authority.and_then(|authority| authority.validity.until);
    last.ok_or(Refusal::IssuerGoesOn {})
}

/// A collective ends with its unit (L4); an individual goes on with a unit that follows (E40).
fn is_dissolved(world: &World, case: &Case, last: Date) -> bool {
    let next = last.saturating_add(1.day());
    let goes_on = || {
        let unit = world.unit(&case.unit).unit();
        unit.is_some_and(|unit| unit.validity.contains(next))
    };
    case.kind == NomineeKind::Collective && !goes_on()
}

fn is_before_the_chairman(gate: Gate) -> bool {
    matches!(
        gate,
        Gate::Presented | Gate::ChairmanReturned | Gate::ChairmanApproved
    )
}
