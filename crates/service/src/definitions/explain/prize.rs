//! Prize money, with amounts worked out.

use jiff::civil::{Date, date};
use serde_json::json;

use super::{DefinitionWords, Item, Section};
use crate::definitions::{
    Authority, Campaign,
    authority::{BaseWage, Regime, Unverified},
};
use khen_domain::{Dong, InstrumentId, NomineeKind, prize};
use khen_texts::DefinitionLine as Line;

pub(super) fn section(
    campaign: &Campaign,
    authority: Option<&Authority>,
    words: &DefinitionWords<'_>,
) -> Section {
    let mut items: Vec<Item> = vec![campaign.plan.get_ref().fund.clone().into()];
    match authority {
        None => items.push(unknown(campaign, words)),
        Some(authority) => {
            let regimes = in_force(campaign, authority);
            items.extend(regimes.map(|regime| rule(regime, words)));
            items.extend(amounts(campaign, authority, words));
        }
    }
    super::section(words, Line::PrizeSection, &json!({}), items)
}

/// The rules that the plan names and that are in force at some time of its year.
pub(super) fn in_force<'a>(
    campaign: &'a Campaign,
    authority: &'a Authority,
) -> impl Iterator<Item = &'a Regime> {
    let plan = campaign.plan.get_ref();
    let (first, last) = year(plan.year);
    let regimes = authority.regimes.iter().map(toml::Spanned::get_ref);
    regimes.filter(move |regime| {
        plan.regimes.contains(&regime.instrument)
            && regime.valid_from <= last
            && regime.valid_until.is_none_or(|until| first <= until)
    })
}

fn unknown(campaign: &Campaign, words: &DefinitionWords<'_>) -> Item {
    let plan = campaign.plan.get_ref();
    let instruments = plan.regimes.iter().chain([&plan.base_wage]);
    let instruments: Vec<&str> = instruments.map(InstrumentId::as_str).collect();
    let facts = json!({ "instruments": instruments.join(", ") });
    words.say(Line::PrizeUnknown, &facts).into()
}

fn rule(regime: &Regime, words: &DefinitionWords<'_>) -> Item {
    let factor = |basis_points| words.texts.factor(words.language, basis_points);
    let facts = json!({
        "instrument": regime.instrument,
        "collective": factor(regime.coefficients.collective_bp),
        "individual": factor(regime.coefficients.individual_bp),
        "rounding": regime.coefficients.rounding,
    });
    words.say(Line::PrizeRule, &facts).into()
}

/// What of the law that the plan names was not confirmed, with the instrument.
pub(super) fn unverified<'a>(
    campaign: &'a Campaign,
    authority: &'a Authority,
) -> impl Iterator<Item = (&'a InstrumentId, &'a Unverified)> {
    let regimes = in_force(campaign, authority)
        .filter_map(|one| Some((&one.instrument, one.unverified.as_ref()?)));
    let wages = wages(campaign, authority)
        .into_iter()
        .filter_map(|one| Some((&one.instrument, one.unverified.as_ref()?)));
    regimes.chain(wages)
}

/// One line for each base wage of the year, by the rules that the plan prefers.
fn amounts(campaign: &Campaign, authority: &Authority, words: &DefinitionWords<'_>) -> Vec<Item> {
    let Some(regime) = in_force(campaign, authority).next() else {
        return Vec::new();
    };
    let (first, _) = year(campaign.plan.get_ref().year);
    let wages = wages(campaign, authority).into_iter();
    wages
        .map(|wage| amount(campaign, regime, (wage, wage.valid_from.max(first)), words))
        .collect()
}

/// The base wages of the plan's year, in order.
fn wages<'a>(campaign: &Campaign, authority: &'a Authority) -> Vec<&'a BaseWage> {
    let plan = campaign.plan.get_ref();
    let (first, last) = year(plan.year);
    let series = authority.base_wages.iter().map(toml::Spanned::get_ref);
    let mut wages: Vec<&BaseWage> = series
        .filter(|wage| wage.instrument == plan.base_wage && wage.valid_from <= last)
        .collect();
    wages.sort_by_key(|wage| wage.valid_from);
    // What was replaced before the year began counts no more.
    let begun = wages.partition_point(|wage| wage.valid_from <= first);
    wages.split_off(begun.saturating_sub(1))
}

fn amount(
    campaign: &Campaign,
    regime: &Regime,
    (wage, from): (&BaseWage, Date),
    words: &DefinitionWords<'_>,
) -> Item {
    let quota = campaign.quota.get_ref();
    let each = |kind| prize(regime.coefficients, wage.amount, kind).amount;
    let (collective, individual) = (each(NomineeKind::Collective), each(NomineeKind::Individual));
    let total =
        collective.0 * i64::from(quota.collective) + individual.0 * i64::from(quota.individual);
    let money = |amount| words.texts.money(words.language, amount);
    let facts = json!({
        "from": from,
        "base_wage": money(wage.amount),
        "collective": money(collective),
        "individual": money(individual),
        "total": money(Dong(total)),
    });
    words.say(Line::PrizeAmounts, &facts).into()
}

fn year(year: i16) -> (Date, Date) {
    (date(year, 1, 1), date(year, 12, 31))
}
