//! What a criterion means where its words leave a situation open: `interpret_criterion` (4.6, E39).

use super::{Refusal, launched, on};
use crate::{
    Context, Effect, Finding, World,
    campaign::{Check, Event, InterpretCriterion, Interpretation, UnclearSituation},
};

/// One ruling per criterion and situation, so that all like cases are treated alike.
pub(crate) fn interpret_criterion(
    world: &World,
    _: &Context,
    command: &InterpretCriterion,
) -> Result<Vec<Effect>, crate::Refusal> {
    let active = launched(world, &command.campaign)?;
    let criterion = command.criterion.clone();
    let versions = std::iter::once(&active.criteria).chain(active.earlier_criteria.iter().rev());
    let mut of_version = versions.flat_map(|version| &version.criteria);
    let Some(known) = of_version.find(|one| one.code == criterion) else {
        return Err(Refusal::NoSuchCriterion { criterion }.into());
    };
    let situation = command.situation;
    if !leaves_open(known.check, situation) {
        return Err(Refusal::NothingToInterpret {
            criterion,
            situation,
        }
        .into());
    }
    let wish = wish(command);
    let mut rulings = active.interpretations.iter();
    let same = rulings.find(|(_, one)| one.criterion == criterion && one.situation == situation);
    match same {
        Some((_, known)) if *known == wish => return Ok(Vec::new()),
        Some((number, _)) => {
            let number = *number;
            return Err(Refusal::InterpretedOtherwise {
                criterion,
                situation,
                number,
            }
            .into());
        }
        None => {}
    }
    must_settle(command)?;
    let last = active.interpretations.last_key_value();
    let event = Event::CriterionInterpreted {
        number: last.map_or(1, |(number, _)| number + 1),
        criterion,
        situation,
        finding: wish.finding,
        reason: wish.reason,
        document: wish.document,
    };
    Ok(vec![on(&command.campaign, event)])
}

/// Only a comparison with the year before can find nothing to compare (C5, I5).
fn leaves_open(check: Check, situation: UnclearSituation) -> bool {
    match (check, situation) {
        (
            Check::ScoreRose,
            UnclearSituation::NoScore
            | UnclearSituation::NoPriorScore
            | UnclearSituation::DifferentScales,
        ) => true,
        (
            Check::Finding
            | Check::CommittedTasksDone
            | Check::PlannedTasksDone
            | Check::InitiativeOrFinding
            | Check::NoLeaderDisciplined
            | Check::RatedGood,
            UnclearSituation::NoScore
            | UnclearSituation::NoPriorScore
            | UnclearSituation::DifferentScales,
        ) => false,
    }
}

fn must_settle(command: &InterpretCriterion) -> Result<(), Refusal> {
    match command.finding {
        Finding::Met | Finding::NotMet => {}
        Finding::Pending | Finding::NotApplicable => {
            let criterion = command.criterion.clone();
            return Err(Refusal::InterpretationOpen { criterion });
        }
    }
    if command.reason.trim().is_empty() {
        return Err(Refusal::InterpretationReasonMissing {});
    }
    if command.document.title.trim().is_empty() {
        return Err(Refusal::PaperUntitled {});
    }
    Ok(())
}

fn wish(command: &InterpretCriterion) -> Interpretation {
    Interpretation {
        criterion: command.criterion.clone(),
        situation: command.situation,
        finding: command.finding,
        reason: command.reason.clone(),
        document: command.document.clone(),
    }
}
