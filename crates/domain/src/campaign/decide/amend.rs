//! The plan amended after the launch (step 0b, E51).

use super::{Refusal, criteria, launched, on};
use crate::{
    Context, Effect, World,
    campaign::{AmendPlan, Event, Plan, PlanPart},
    feedback,
};

/// By an act of the authority; what led to it is named, so that everybody sees that a rule changed
/// because of whom (4.14).
pub(crate) fn amend_plan(
    world: &World,
    _: &Context,
    command: &AmendPlan,
) -> Result<Vec<Effect>, crate::Refusal> {
    let campaign = command.campaign.clone();
    let active = launched(world, &campaign)?;
    let new = criteria::wanted(world, active, command)?;
    if active.plan == *command.plan && new.is_none() {
        return Ok(Vec::new());
    }
    if let Some(part) = fixed_part_changed(&active.plan, &command.plan) {
        return Err(Refusal::PlanPartFixed { part }.into());
    }
    if command.document.title.trim().is_empty() {
        return Err(Refusal::PaperUntitled {}.into());
    }
    if let Some(named) = &command.feedback {
        if named.campaign() != &campaign {
            let feedback = named.clone();
            return Err(Refusal::FeedbackElsewhere { campaign, feedback }.into());
        }
        feedback::decide::filed(world, named)?;
    }
    let event = Event::PlanAmended {
        plan: command.plan.clone(),
        document: command.document.clone(),
        feedback: command.feedback.clone(),
        reviewed_cases: new.map(|new| new.reviewed_cases),
    };
    let mut effects = vec![on(&campaign, event)];
    if let Some(new) = new {
        effects.extend(criteria::in_force(world, &campaign, active, new)?);
    }
    Ok(effects)
}

/// What running cases rest on: the facts of the year, the law in force at receipt (INV-17), the
/// prize money, the series of numbers, and who issues. Only the words around it may change.
fn fixed_part_changed(known: &Plan, wish: &Plan) -> Option<PlanPart> {
    let parts = [
        (PlanPart::Year, known.year == wish.year),
        (PlanPart::Issuer, known.issuer == wish.issuer),
        (PlanPart::AwardForm, known.award_form == wish.award_form),
        (PlanPart::Regimes, known.regimes == wish.regimes),
        (PlanPart::BaseWage, known.base_wage == wish.base_wage),
        (
            PlanPart::DecisionSymbol,
            known.decision_symbol == wish.decision_symbol,
        ),
    ];
    let mut changed = parts.into_iter().filter(|(_, is_same)| !is_same);
    changed.next().map(|(part, _)| part)
}
