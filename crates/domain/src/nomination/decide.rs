//! What may happen to a nomination in the hands of its unit (step 5), and at its end.

pub(crate) use super::{
    alternate::name_alternate_signer,
    details::correct_nominee_details,
    ending::{consent_to_withdrawal, decline_honour, discard_draft, supersede, withdraw},
    objection::file_objection,
    substitutes::name_substitutes,
};

use jiff::civil::Date;

use super::{
    AttachReport, Candidate, Case, ConfirmReport, DraftNomination, Event, Gate, Nominee,
    ProposeNominee, Refusal, gates, identity, own,
};
use crate::{
    Context, DocumentKind, Effect, NominationId, StreamKey, UnitId, World, campaign, claim, codes,
    hold, org, papers, quota,
};

type Decided = Result<Vec<Effect>, crate::Refusal>;

/// Media types of a report.
const REPORT_TYPES: [&str; 2] = [
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
];

/// L1, an eligible unit, and a nominee whom no live nomination claims, be it by another record (INV-08,
/// E11).
pub(crate) fn draft_nomination(
    world: &World,
    context: &Context,
    command: &DraftNomination,
) -> Decided {
    campaign::decide::selecting(world, &command.campaign)?;
    if let Some((nomination, case)) = standing_claim(world, command) {
        if case.gate == Gate::Drafted && case.unit == command.unit {
            return Ok(Vec::new());
        }
        let nomination = nomination.clone();
        return Err(Refusal::NomineeClaimed { nomination }.into());
    }
    if let Candidate::Individual { person, .. } = &command.candidate
        && let Some(nomination) = identity::standing(world, &command.campaign, person)
    {
        let nomination = nomination.clone();
        return Err(Refusal::NomineeClaimed { nomination }.into());
    }
    must_be_allowed_to_nominate(world, command)?;
    let day = context.occurred_at.date();
    must_belong(world, day, &command.candidate, &command.unit)?;
    Ok(drafted(world, command))
}

/// A new report voids the confirmation of the one before.
pub(crate) fn attach_report(world: &World, _: &Context, command: &AttachReport) -> Decided {
    let case = gates::case(world, &command.nomination)?;
    let document = &command.document;
    if case.report.as_ref() == Some(document) {
        return Ok(Vec::new());
    }
    must_be_in_hands(&command.nomination, case)?;
    must_be_asked_for(&command.nomination, case)?;
    papers::must_be(document, DocumentKind::AchievementReport)?;
    if !REPORT_TYPES.contains(&document.media_type.as_str()) {
        let media_type = document.media_type.clone();
        return Err(Refusal::ReportType { media_type }.into());
    }
    let document = document.clone();
    Ok(vec![on(
        &command.nomination,
        Event::ReportAttached { document },
    )])
}

/// The head of the unit records the nominee's signed confirmation, or the deputy where the head is
/// the nominee (SD10). The nominee does not act here: an actor stays named for ever, and would tie
/// the nominee of the case to the person.
pub(crate) fn confirm_report(world: &World, context: &Context, command: &ConfirmReport) -> Decided {
    let nomination = command.nomination.clone();
    let case = gates::case(world, &nomination)?;
    let missing = || Refusal::ReportMissing {
        nomination: nomination.clone(),
    };
    let report = case.report.as_ref().ok_or_else(missing)?;
    papers::must_match(&report.sha256, &command.sha256)?;
    if case.is_report_confirmed {
        return Ok(Vec::new());
    }
    must_be_in_hands(&nomination, case)?;
    own::must_be_another(world, &context.actor.principal, &nomination, case)?;
    let sha256 = command.sha256.clone();
    Ok(vec![on(
        &nomination,
        Event::AchievementReportConfirmed { sha256 },
    )])
}

/// Nothing is being verified about the nominee (INV-16), and the unit declares that nothing is
/// pending (plan III, NĐ 98 art. 4).
pub(crate) fn propose_nominee(world: &World, _: &Context, command: &ProposeNominee) -> Decided {
    let nomination = command.nomination.clone();
    let case = gates::case(world, &nomination)?;
    let active = campaign::decide::launched(world, &case.campaign)?;
    if case.gate == Gate::Proposed {
        return Ok(Vec::new());
    }
    gates::at_gate(world, &nomination, Gate::Drafted)?;
    hold::must_not_be_held(world, &nomination, case)?;
    if !command.declares_no_discipline {
        return Err(Refusal::DeclarationMissing { nomination }.into());
    }
    let event = Event::NomineeProposed {
        declares_no_discipline: true,
        criteria_version: active.criteria.version,
    };
    Ok(vec![on(&nomination, event)])
}

/// The nomination that stands against another of the same nominee: a live one, or an award, because
/// one achievement is not rewarded twice.
fn standing_claim<'w>(
    world: &'w World,
    command: &DraftNomination,
) -> Option<(&'w NominationId, &'w Case)> {
    let claim::State::Claimed(nomination) = world.claim(&command.campaign, &command.nominee_ref())
    else {
        return None;
    };
    let case = world.nomination(nomination).case()?;
    identity::stands(case).then_some((nomination, case))
}

fn must_be_allowed_to_nominate(
    world: &World,
    command: &DraftNomination,
) -> Result<(), crate::Refusal> {
    let unit = command.unit.clone();
    let kind = command.candidate.kind();
    if !org::decide::known_unit(world, &unit)?.kind.is_in_scope() {
        return Err(Refusal::OutOfScope { unit }.into());
    }
    let places = quota::decide::places(world.quota(&command.campaign), kind)?;
    if !places.is_eligible(&unit) {
        let reason_code = places.reason(&unit);
        return Err(quota::Refusal::NotEligible {
            kind,
            unit,
            reason_code,
        }
        .into());
    }
    Ok(())
}

/// On the day of the draft (E06).
fn must_belong(
    world: &World,
    day: Date,
    candidate: &Candidate,
    unit: &UnitId,
) -> Result<(), crate::Refusal> {
    let Candidate::Individual { person, .. } = candidate else {
        return Ok(());
    };
    let known = world.person(person).person();
    let known = known.ok_or(org::Refusal::PersonUnknown {})?;
    if known.works.on(day) != unit {
        let unit = unit.clone();
        return Err(Refusal::NomineeElsewhere { unit }.into());
    }
    Ok(())
}

fn drafted(world: &World, command: &DraftNomination) -> Vec<Effect> {
    let campaign = command.campaign.clone();
    let nominee_ref = command.nominee_ref();
    let serial = world.nomination_codes(&campaign).next();
    let nomination = NominationId::new(campaign.clone(), serial);
    let claimed = claim::Event::NomineeClaimed {
        nomination: nomination.clone(),
    };
    let claimed = Effect::new(StreamKey::claim(&campaign, &nominee_ref), claimed);
    let given = codes::Event::CodeGiven { serial };
    let given = Effect::new(StreamKey::nomination_codes(&campaign), given);
    let drafted = Event::NominationDrafted {
        campaign,
        unit: command.unit.clone(),
        nominee_kind: command.candidate.kind(),
        nominee_ref,
        nominee: nominee(command),
    };
    vec![on(&nomination, drafted), claimed, given]
}

fn nominee(command: &DraftNomination) -> Nominee {
    match &command.candidate {
        Candidate::Collective {} => Nominee::Collective {
            unit: command.unit.clone(),
        },
        Candidate::Individual { name, title, .. } => Nominee::Individual {
            name: name.clone(),
            title: title.clone(),
        },
    }
}

fn must_be_in_hands(nomination: &NominationId, case: &Case) -> Result<(), Refusal> {
    if case.gate.is_in_hands_of_unit() {
        return Ok(());
    }
    Err(Refusal::OutOfHands {
        nomination: nomination.clone(),
        gate: case.gate,
    })
}

/// While the dossier is supplemented, only what was asked for may change.
fn must_be_asked_for(nomination: &NominationId, case: &Case) -> Result<(), Refusal> {
    let open = case.supplement.as_ref();
    let open = open.filter(|_| case.gate == Gate::SupplementRequested);
    match open {
        Some(open) if !open.asks_for(DocumentKind::AchievementReport) => {
            Err(Refusal::ReportNotAskedFor {
                nomination: nomination.clone(),
            })
        }
        Some(_) | None => Ok(()),
    }
}

fn on(nomination: &NominationId, event: Event) -> Effect {
    Effect::new(StreamKey::nomination(nomination), event)
}
