//! What the reviewer finds: `record_finding`.

use std::collections::BTreeMap;

use super::{Refusal, cited, facts::Facts, legal, on, separation::must_be_the_reviewer};
use crate::{
    Context, CriterionCode, Effect, NominationId, World,
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
    let day = context.occurred_at.date();
    let mut last = BTreeMap::new();
    for (index, finding) in command.findings.iter().enumerate() {
        let (code, value) = (&finding.criterion, finding.value);
        if legal::is_check(code) {
            legal::bear_out(world, day, nomination, case, (code, value))?;
        } else {
            let criterion = criterion(campaign, case, nomination, code)?;
            let cited = cited(campaign, nomination, criterion, finding.interpretation)?;
            facts.bear_out(nomination, criterion, value, cited)?;
        }
        last.insert(code, index);
    }
    let all = command.findings.iter().enumerate();
    let news = all.filter(|(index, finding)| {
        let code = &finding.criterion;
        let is_known = case
            .findings
            .get(code)
            .is_some_and(|known| says(known, finding));
        last.get(code) == Some(index) && !is_known
    });
    let version = campaign.criteria_of(case.criteria_version).version;
    Ok(news
        .map(|(_, finding)| on(nomination, assessed(finding, version)))
        .collect())
}

/// Whether the last assessment says the same already, on the same evidence.
fn says(known: &Assessed, finding: &Assessment) -> bool {
    let Assessed {
        value,
        evidence,
        note,
        interpretation,
    } = known;
    let wish = (finding.value, &finding.evidence, &finding.note);
    (*value, evidence, note) == wish && *interpretation == finding.interpretation
}

/// The criterion of this code for the kind of nominee.
pub(super) fn criterion<'c>(
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
        interpretation: finding.interpretation,
    }
}
