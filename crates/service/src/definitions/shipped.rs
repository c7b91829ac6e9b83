//! The definitions that come with the program.

use anyhow::{Context as _, anyhow};
use jiff::civil::Date;

use super::{Acting, Definitions, PlannedCommand, Source};
use khen_domain::{AwardCoefficients, Dong, Role};

macro_rules! shipped {
    ($file:literal) => {
        Source {
            file: concat!("schemas/definitions/", $file),
            text: include_str!(concat!("../../../../schemas/definitions/", $file)),
        }
    };
}

/// What the demo and the season load: the authority of 2024, made-up people, the plan.
pub(crate) const DEMO: [Source<'static>; 3] = [
    shipped!("hon-quan-2024.authority.toml"),
    shipped!("hon-quan-2024.people.toml"),
    shipped!("cchc-2024.campaign.toml"),
];

/// The definitions of the demo.
///
/// # Errors
/// When they are wrong, which a test excludes.
pub(crate) fn shipped() -> anyhow::Result<Definitions> {
    Definitions::read(&DEMO).context("the definitions that come with the program are wrong")
}

/// The definitions of the demo for a season that is played `copies` times over at once: the units
/// that nominate and their people are there as often, and the quota is as many times as large.
///
/// # Errors
/// As [`shipped()`].
pub(crate) fn shipped_in_copies(copies: usize, units: &[&str]) -> anyhow::Result<Definitions> {
    let mut definitions = shipped()?;
    for copy in 1..copies {
        if let Some(authority) = &mut definitions.authority {
            authority.add_copy(copy, units)?;
        }
        for people in &mut definitions.people {
            people.add_copy(copy, units)?;
        }
    }
    for campaign in &mut definitions.campaigns {
        campaign.multiply_quota(u32::try_from(copies)?);
    }
    Ok(definitions)
}

/// The commands of the demo's campaign, by its manager, with a quota for that many copies.
///
/// # Errors
/// As [`shipped()`].
pub(crate) fn shipped_campaign(copies: usize) -> anyhow::Result<Vec<PlannedCommand>> {
    let definitions = shipped_in_copies(copies, &[])?;
    let mut people = definitions.people.iter();
    let manager = people
        .find_map(|one| one.seat_of(Role::CampaignManager))
        .ok_or_else(|| anyhow!("nobody manages the campaign"))?;
    let acting = Acting::Handle(manager.handle());
    let campaigns = definitions.campaigns.iter();
    Ok(campaigns.flat_map(|one| one.commands(&acting)).collect())
}

/// The units in the scope of the demo's plan.
///
/// # Errors
/// As [`shipped()`].
pub(crate) fn shipped_units() -> anyhow::Result<Vec<String>> {
    let definitions = shipped()?;
    let authorities = definitions.authority.iter();
    let units = authorities.flat_map(|one| &one.units);
    Ok(units.map(|one| one.unit.get_ref().to_string()).collect())
}

/// The rules of prize money and the base wage (đồng) of the demo's authority on a day.
///
/// # Errors
/// When none was in force; as [`shipped()`].
pub(crate) fn shipped_prize_rules(on: Date) -> anyhow::Result<(AwardCoefficients, Dong)> {
    let authority = shipped()?
        .authority
        .ok_or_else(|| anyhow!("the demo has no authority"))?;
    let mut regimes = authority.regimes.iter().map(toml::Spanned::get_ref);
    let is_in_force =
        |from: Date, until: Option<Date>| from <= on && until.is_none_or(|last| on <= last);
    let regime = regimes
        .find(|regime| is_in_force(regime.valid_from, regime.valid_until))
        .ok_or_else(|| anyhow!("no rules of prize money on {on}"))?;
    let wages = authority.base_wages.iter().map(toml::Spanned::get_ref);
    let wage = wages
        .filter(|wage| wage.valid_from <= on)
        .max_by_key(|wage| wage.valid_from)
        .ok_or_else(|| anyhow!("no base wage on {on}"))?;
    Ok((regime.coefficients, wage.amount))
}
