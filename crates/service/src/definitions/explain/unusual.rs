//! What is lawful in a campaign, and unusual.

use serde_json::{Value, json};

use super::{prize, rules::written};
use crate::definitions::{Authority, Campaign};
use khen_domain::{
    NomineeKind,
    campaign::{Body, Check, VotingRules},
};
use khen_texts::DefinitionLine as Line;

/// Letter, extract of the minutes, report. Source: plan III.3.
const DOSSIER_PARTS: usize = 3;
/// Working days. Source: the other plans of the house record within a week.
const RECORDING_DAYS_USUAL: u32 = 10;

/// What to look at again.
pub(super) fn remarks(campaign: &Campaign, authority: Option<&Authority>) -> Vec<(Line, Value)> {
    let rules = campaign.rules.get_ref();
    let mut remarks = of_the_plan(campaign);
    remarks.extend(of_the_criteria(campaign));
    remarks.extend(of_a_body(Body::UnitSession, &rules.unit_session));
    remarks.extend(of_a_body(
        Body::StandingCommittee,
        &rules.standing_committee,
    ));
    let days = json!({ "days": rules.recording_days });
    let year = campaign.plan.get_ref().year;
    let no_regime = authority.is_some_and(|one| prize::in_force(campaign, one).next().is_none());
    remarks.extend(told([
        (rules.agenda_days == 0, Line::NoAgendaTime, json!({})),
        (
            rules.recording_days > RECORDING_DAYS_USUAL,
            Line::LongRecording,
            days,
        ),
        (no_regime, Line::NoRegime, json!({ "year": year })),
    ]));
    remarks.extend(
        authority
            .into_iter()
            .flat_map(|one| of_the_law(campaign, one)),
    );
    remarks
}

fn of_the_law<'a>(
    campaign: &'a Campaign,
    authority: &'a Authority,
) -> impl Iterator<Item = (Line, Value)> {
    let unverified = prize::unverified(campaign, authority);
    unverified.map(|(instrument, unverified)| {
        let values: Vec<&str> = unverified.values.iter().map(|one| one.as_str()).collect();
        let facts = json!({
            "instrument": instrument,
            "values": values.join(", "),
            "note": unverified.note,
        });
        (Line::UnverifiedLaw, facts)
    })
}

fn of_the_plan(campaign: &Campaign) -> Vec<(Line, Value)> {
    let plan = campaign.plan.get_ref();
    let document = &plan.document;
    let parts = plan.dossier_parts.len();
    told([
        (
            document.number.is_none() || document.date.is_none(),
            Line::PlanUndated,
            json!({}),
        ),
        (plan.legal_bases.is_empty(), Line::NoLegalBasis, json!({})),
        (plan.recipients.is_empty(), Line::NoRecipient, json!({})),
        (
            parts != DOSSIER_PARTS,
            Line::DossierParts,
            json!({ "parts": parts }),
        ),
    ])
}

fn of_the_criteria(campaign: &Campaign) -> Vec<(Line, Value)> {
    let quota = campaign.quota.get_ref();
    let unused = [
        (NomineeKind::Collective, quota.collective),
        (NomineeKind::Individual, quota.individual),
    ];
    let unused = unused
        .into_iter()
        .filter(|(_, number)| *number == 0)
        .map(|(kind, _)| (Line::UnusedCriteria, json!({ "kind": kind })));
    let mut collective = campaign.criteria_of(NomineeKind::Collective);
    let excludes = collective.any(|one| one.check == Check::NoLeaderDisciplined);
    let no_exclusion = (!excludes).then(|| (Line::NoExclusion, json!({})));
    let criteria = campaign.criteria.iter().map(toml::Spanned::get_ref);
    let unproven = criteria
        .filter(|one| one.evidence.trim().is_empty())
        .map(|one| (Line::NoEvidence, json!({ "criterion": one.code })));
    unused.chain(no_exclusion).chain(unproven).collect()
}

fn of_a_body(body: Body, rules: &VotingRules) -> Vec<(Line, Value)> {
    let quorum = rules.quorum;
    let facts = json!({ "gate": body, "quorum": written(quorum) });
    // A unit of one or two may have to decide with one; a committee of four never.
    let is_lone = body == Body::StandingCommittee && rules.eligible_min < 2;
    told([
        (quorum.part * 2 <= quorum.whole, Line::SmallQuorum, facts),
        (is_lone, Line::LoneVoter, json!({ "gate": body })),
    ])
}

/// Those that are so.
fn told<const N: usize>(remarks: [(bool, Line, Value); N]) -> Vec<(Line, Value)> {
    let so = remarks.into_iter().filter(|(is_so, ..)| *is_so);
    so.map(|(_, line, facts)| (line, facts)).collect()
}
