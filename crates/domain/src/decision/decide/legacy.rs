//! A decision of an earlier campaign, made on paper: `register_legacy_decision`.

use std::collections::BTreeSet;

use super::{number::must_be_free, on};
use crate::{
    Context, DocumentKind, Effect, NomineeKind, Refusal as Any, StreamKey, World, campaign,
    decision::{Event, LegacyPaper, NumberSource, Refusal, RegisterLegacyDecision, State},
    fact, lists, number_register, papers,
};

/// Number, date and scans are taken over from the paper, and every award becomes a fact of its awardee
/// that later reviews read (L3, E10, E58). What happens in Khen is never registered so: the date of a
/// decision that is made here keeps to its signature (INV-27, E29).
pub(crate) fn register_legacy_decision(
    world: &World,
    context: &Context,
    command: &RegisterLegacyDecision,
) -> Result<Vec<Effect>, Any> {
    let decision = &command.decision;
    match world.decision(decision) {
        State::Absent => {}
        State::Legacy(known) if known.is_of(command) && facts_stand(world, command) => {
            return Ok(vec![]);
        }
        State::Legacy(_)
        | State::Drafted(_)
        | State::Voided(_)
        | State::Signed(..)
        | State::Numbered(..)
        | State::Sealed(..)
        | State::Issued(..) => {
            let decision = decision.clone();
            return Err(Refusal::RegisteredOtherwise { decision }.into());
        }
    }
    must_be_of_an_earlier_campaign(world, command)?;
    must_have_happened_then(context, &command.paper)?;
    must_show_the_paper(&command.paper)?;
    let given = number_given(world, command)?;
    let mut effects = vec![on(decision, registered(command)), given];
    effects.extend(awards(world, command)?);
    Ok(effects)
}

fn registered(command: &RegisterLegacyDecision) -> Event {
    Event::LegacyDecisionRegistered {
        decision: command.decision.clone(),
        paper: command.paper.clone(),
        year: command.year,
        collectives: command.award_count(NomineeKind::Collective),
        individuals: command.award_count(NomineeKind::Individual),
    }
}

/// A campaign that Khen knows decides in Khen.
fn must_be_of_an_earlier_campaign(
    world: &World,
    command: &RegisterLegacyDecision,
) -> Result<(), Refusal> {
    match world.campaign(command.campaign()) {
        campaign::State::Absent => Ok(()),
        campaign::State::Registered(_) | campaign::State::Launched(_) => {
            Err(Refusal::CampaignRunsHere {
                campaign: command.campaign().clone(),
            })
        }
    }
}

/// The event tells when it happened, so that no page shows it as an act of the day of the import.
fn must_have_happened_then(context: &Context, paper: &LegacyPaper) -> Result<(), Refusal> {
    let occurred_on = context.occurred_at.date();
    if occurred_on == paper.date {
        return Ok(());
    }
    Err(Refusal::LegacyDayDiffers {
        date: paper.date,
        occurred_on,
    })
}

fn must_show_the_paper(paper: &LegacyPaper) -> Result<(), Any> {
    if paper.scans.is_empty() {
        return Err(Refusal::LegacyScanMissing {}.into());
    }
    for scan in &paper.scans {
        papers::must_be(scan, DocumentKind::Decision)?;
    }
    Ok(())
}

/// The number is taken for ever in the register of its issuer, series and year (INV-28).
fn number_given(world: &World, command: &RegisterLegacyDecision) -> Result<Effect, Refusal> {
    let paper = &command.paper;
    let year = paper.date.year();
    let register = world.number_register(&paper.issuer, &paper.symbol, year);
    let source = NumberSource::External;
    must_be_free(register, (paper.number, source), &paper.symbol, year)?;
    let stream = StreamKey::number_register(&paper.issuer, &paper.symbol, year);
    let event = number_register::Event::NumberGiven {
        number: paper.number,
        date: paper.date,
        decision: command.decision.clone(),
        source,
    };
    Ok(Effect::new(stream, event))
}

/// All of its awards or none; what is known of an awardee already is passed over.
fn awards(world: &World, command: &RegisterLegacyDecision) -> Result<Vec<Effect>, Any> {
    if command.awards.is_empty() {
        return Err(lists::Refusal::Empty {}.into());
    }
    let mut named = BTreeSet::new();
    let mut effects = Vec::new();
    for award in &command.awards {
        fact::decide::must_be_known(world, &award.awardee)?;
        let subject = award.awardee.subject();
        let fact = command.fact(award);
        let stream = StreamKey::fact(&subject, command.year);
        let number = fact.number.clone();
        match world.fact(&subject, command.year).past_award(&number) {
            Some(known) if *known != fact => {
                return Err(fact::Refusal::RecordedOtherwise { number }.into());
            }
            _ if !named.insert(subject) => {
                return Err(Refusal::LegacyAwardTwice { number }.into());
            }
            Some(_) => continue,
            None => {}
        }
        let event = fact::Event::LegacyAwardRecorded {
            award: fact,
            decision: command.decision.clone(),
        };
        effects.push(Effect::new(stream, event));
    }
    Ok(effects)
}

fn facts_stand(world: &World, command: &RegisterLegacyDecision) -> bool {
    command.awards.iter().all(|award| {
        let wish = command.fact(award);
        let facts = world.fact(&award.awardee.subject(), command.year);
        facts.past_award(&wish.number) == Some(&wish)
    })
}
