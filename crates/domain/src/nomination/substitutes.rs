//! Who reviews and confirms where Home Affairs is the nominee's unit: `name_substitutes` (SD3, E18).

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Case, Event, Gate, NameSubstitutes, Refusal, Substitutes, gates, own};
use crate::{
    AssignmentId, CampaignId, Context, Effect, NominationId, OfficeFunction, Role, StreamKey,
    UnitId, World, lists,
    org::{Assignment, decide::known_unit},
    unit_session::{held, needs::claimed},
};

/// The Chairman names two persons of one office without nominees.
pub(crate) fn name_substitutes(
    world: &World,
    context: &Context,
    command: &NameSubstitutes,
) -> Result<Vec<Effect>, crate::Refusal> {
    lists::must_be_whole(&command.nominations)?;
    let pair = Pair {
        reviewer: seat(world, context, &command.reviewer, Role::SubstituteReviewer)?,
        confirmer: seat(
            world,
            context,
            &command.confirmer,
            Role::SubstituteConfirmer,
        )?,
    };
    let office = pair.office(world, context.occurred_at.date())?;
    let campaigns: BTreeSet<_> = command
        .nominations
        .iter()
        .map(NominationId::campaign)
        .collect();
    for campaign in campaigns {
        must_have_no_nominee(world, campaign, office)?;
    }
    let wish = Substitutes {
        reviewer: command.reviewer.clone(),
        confirmer: command.confirmer.clone(),
    };
    let mut effects = Vec::new();
    for nomination in &command.nominations {
        let case = gates::case(world, nomination)?;
        if case.substitutes.as_ref() == Some(&wish) {
            continue;
        }
        must_be_reviewed_yet(nomination, case)?;
        must_be_of_home_affairs(world, nomination, case)?;
        pair.must_be_uninvolved(world, nomination, case, office)?;
        let event = Event::SubstitutesNamed {
            reviewer: command.reviewer.clone(),
            confirmer: command.confirmer.clone(),
        };
        effects.push(Effect::new(StreamKey::nomination(nomination), event));
    }
    Ok(effects)
}

struct Pair<'w> {
    reviewer: &'w Assignment,
    confirmer: &'w Assignment,
}

impl<'w> Pair<'w> {
    /// The office of both, by assignment and by person.
    fn office(&self, world: &World, day: Date) -> Result<&'w UnitId, Refusal> {
        let Self {
            reviewer,
            confirmer,
        } = self;
        if reviewer.person == confirmer.person {
            return Err(Refusal::SubstitutesSamePerson {});
        }
        let office = reviewer.unit.as_ref().ok_or(Refusal::SubstitutesApart {})?;
        let works_there = |seat: &Assignment| {
            seat.unit.as_ref() == Some(office) && world.home(&seat.person, day) == Some(office)
        };
        if works_there(reviewer) && works_there(confirmer) {
            return Ok(office);
        }
        Err(Refusal::SubstitutesApart {})
    }

    /// Neither is the nominee, nor of the nominee's unit.
    fn must_be_uninvolved(
        &self,
        world: &World,
        nomination: &NominationId,
        case: &Case,
        office: &UnitId,
    ) -> Result<(), Refusal> {
        let persons = [&self.reviewer.person, &self.confirmer.person];
        let is_nominee = |person| own::is_nominee(world, case, person);
        if *office == case.unit || persons.into_iter().any(is_nominee) {
            let nomination = nomination.clone();
            return Err(Refusal::SubstituteInvolved { nomination });
        }
        Ok(())
    }
}

fn seat<'w>(
    world: &'w World,
    context: &Context,
    assignment: &AssignmentId,
    expected: Role,
) -> Result<&'w Assignment, Refusal> {
    let day = context.occurred_at.date();
    let seat = world.assignment(assignment).assignment();
    let seat = seat.filter(|seat| seat.role == expected && seat.is_in_force(day));
    seat.ok_or_else(|| Refusal::NotASubstitute {
        assignment: assignment.clone(),
        expected,
        day,
    })
}

/// Once the review is confirmed, naming another is too late.
fn must_be_reviewed_yet(nomination: &NominationId, case: &Case) -> Result<(), Refusal> {
    let is_open = matches!(
        case.gate,
        Gate::Drafted
            | Gate::Proposed
            | Gate::UnitEndorsed
            | Gate::UnitWaitlisted
            | Gate::Submitted
            | Gate::SupplementRequested
            | Gate::Received
            | Gate::UnderReview
    );
    if is_open {
        return Ok(());
    }
    Err(Refusal::ReviewOver {
        nomination: nomination.clone(),
        gate: case.gate,
    })
}

fn must_be_of_home_affairs(
    world: &World,
    nomination: &NominationId,
    case: &Case,
) -> Result<(), crate::Refusal> {
    let unit = known_unit(world, &case.unit)?;
    if unit.functions.contains(&OfficeFunction::HomeAffairsOffice) {
        return Ok(());
    }
    Err(Refusal::HomeAffairsReviews {
        nomination: nomination.clone(),
        unit: case.unit.clone(),
    }
    .into())
}

/// Nobody of the office is nominated, as far as its meetings and the claim on it tell: individuals
/// who have not come before a meeting yet are not seen, because nothing lists drafts by unit.
fn must_have_no_nominee(
    world: &World,
    campaign: &CampaignId,
    office: &UnitId,
) -> Result<(), Refusal> {
    let collective = claimed(campaign, &office.into(), world);
    let items = held::meetings(world, campaign, office).flat_map(|meeting| &meeting.items);
    let voted = items.map(|item| &item.nomination);
    let is_nominee = |nomination: &&NominationId| {
        let case = world.nomination(nomination).case();
        case.is_some_and(|case| !case.gate.is_terminal() || case.gate == Gate::Awarded)
    };
    match collective.into_iter().chain(voted).find(is_nominee) {
        None => Ok(()),
        Some(nomination) => Err(Refusal::OfficeHasNominee {
            unit: office.clone(),
            nomination: nomination.clone(),
        }),
    }
}
