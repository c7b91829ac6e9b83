//! What the reviewer finds: `record_finding`.

use super::{Refusal, facts::Facts};
use crate::{
    Context, CriterionCode, Effect, NominationId, StreamKey, World,
    campaign::{Active, Criterion},
    nomination::{Assessed, Assessment, Case, Event, Gate, RecordFinding, gates},
};

/// Records findings, as far as the facts bear them out; the last finding on a criterion counts.
pub(crate) fn record_finding(
    world: &World,
    context: &Context,
    command: &RecordFinding,
) -> Result<Vec<Effect>, crate::Refusal> {
    let nomination = &command.nomination;
    let case = gates::at_gate(world, nomination, Gate::UnderReview)?;
    must_be_the_reviewer(context, nomination, case)?;
    let campaign = gates::campaign(world, case)?;
    let facts = Facts::of(world, nomination, case, campaign.plan.year)?;
    let mut effects = Vec::new();
    for (index, finding) in command.findings.iter().enumerate() {
        let criterion = criterion(campaign, case, nomination, &finding.criterion)?;
        facts.bear_out(nomination, criterion, finding.value)?;
        let mut later = command.findings[index + 1..].iter();
        let is_last = later.all(|later| later.criterion != finding.criterion);
        let known = case.findings.get(&criterion.code);
        if is_last && known.is_none_or(|known| !says(known, finding)) {
            let event = assessed(finding, campaign.criteria.version);
            effects.push(Effect::new(StreamKey::nomination(nomination), event));
        }
    }
    Ok(effects)
}

/// Whether the last assessment says the same already, on the same evidence.
fn says(known: &Assessed, finding: &Assessment) -> bool {
    let Assessed {
        value,
        evidence,
        note,
    } = known;
    (*value, evidence, note) == (finding.value, &finding.evidence, &finding.note)
}

/// Refuses everybody but the assigned reviewer.
pub(super) fn must_be_the_reviewer(
    context: &Context,
    nomination: &NominationId,
    case: &Case,
) -> Result<(), Refusal> {
    if case.reviewer.as_ref() == Some(&context.actor.assignment) {
        return Ok(());
    }
    Err(Refusal::NotTheReviewer {
        nomination: nomination.clone(),
        reviewer: case.reviewer.clone(),
    })
}

fn criterion<'c>(
    campaign: &'c Active,
    case: &Case,
    nomination: &NominationId,
    code: &CriterionCode,
) -> Result<&'c Criterion, Refusal> {
    let found = super::criteria(campaign, case).find(|criterion| criterion.code == *code);
    found.ok_or_else(|| Refusal::UnknownCriterion {
        nomination: nomination.clone(),
        criterion: code.clone(),
    })
}

fn assessed(finding: &Assessment, criteria_version: u32) -> Event {
    Event::CriterionAssessed {
        criterion: finding.criterion.clone(),
        value: finding.value,
        evidence: finding.evidence.clone(),
        note: finding.note.clone(),
        criteria_version,
    }
}
