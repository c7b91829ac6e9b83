//! What may happen to publicity (plan V.1 to V.3, step 18).

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{
    Event, PlanPublicity, PublicityStage as Stage, PublishStory, RecordBroadcast,
    RecordCorrectionBroadcast, Refusal, Ticket, WithdrawStory, WithdrawnBecause, needs,
};
use crate::{
    Context, DecisionId, DocumentKind, Effect, NominationId, PublicityId, StreamKey, World,
    campaign::decide::launched,
    codes,
    nomination::{Gate, gates},
    papers,
};

type Decided = Result<Vec<Effect>, crate::Refusal>;

/// The next of the campaign's series. To plan a story about a nominee names nobody as an awardee.
pub(crate) fn plan_publicity(world: &World, _: &Context, c: &PlanPublicity) -> Decided {
    let publicity = c.publicity.clone();
    launched(world, &publicity.campaign)?;
    if let Some(ticket) = world.publicity(&publicity).ticket() {
        if ticket.channel == c.channel && ticket.planned_for == c.planned_for {
            return Ok(Vec::new());
        }
        return Err(Refusal::PlannedOtherwise { publicity }.into());
    }
    let next = world.publicity_codes(&publicity.campaign).next();
    if publicity.number != next {
        return Err(Refusal::OutOfOrder { publicity, next }.into());
    }
    let event = Event::PublicityPlanned {
        campaign: publicity.campaign.clone(),
        channel: c.channel,
        planned_for: c.planned_for,
        nomination: c.nomination.clone(),
    };
    let codes = StreamKey::publicity_codes(&publicity.campaign);
    let given = codes::Event::CodeGiven { serial: next };
    Ok(vec![on(&publicity, event), Effect::new(codes, given)])
}

/// Whoever is named as an awardee is one: the decision is issued and stands (INV-35).
pub(crate) fn record_broadcast(world: &World, context: &Context, c: &RecordBroadcast) -> Decided {
    let publicity = &c.publicity;
    let ticket = planned(world, publicity)?;
    let named = c.nominations.iter().cloned().collect();
    if ticket.published_on == Some(c.date) && !ticket.is_story && ticket.about == named {
        return Ok(Vec::new());
    }
    must_be_planned(publicity, ticket)?;
    must_not_be_ahead(context, c.date)?;
    for nomination in &c.nominations {
        must_be_awarded(world, nomination)?;
    }
    let event = Event::BroadcastRecorded {
        date: c.date,
        nominations: c.nominations.clone(),
    };
    Ok(vec![on(publicity, event)])
}

/// A story that names somebody as an awardee comes after the issue, and after a notice to its subject.
pub(crate) fn publish_story(world: &World, context: &Context, c: &PublishStory) -> Decided {
    let publicity = &c.publicity;
    let ticket = planned(world, publicity)?;
    let named = c.nomination.iter().cloned().collect();
    if ticket.published_on == Some(c.date) && ticket.is_story && ticket.about == named {
        return Ok(Vec::new());
    }
    must_be_planned(publicity, ticket)?;
    must_not_be_ahead(context, c.date)?;
    if let Some(nomination) = &c.nomination {
        must_be_awarded(world, nomination)?;
        let Some(notice) = &c.notice else {
            let publicity = publicity.clone();
            return Err(Refusal::NoticeMissing { publicity }.into());
        };
        papers::must_be(notice, DocumentKind::Evidence)?;
    }
    let event = Event::StoryPublished {
        date: c.date,
        nomination: c.nomination.clone(),
        notice: c.notice.clone(),
    };
    Ok(vec![on(publicity, event)])
}

pub(crate) fn withdraw_story(world: &World, _: &Context, c: &WithdrawStory) -> Decided {
    let publicity = c.publicity.clone();
    let ticket = planned(world, &publicity)?;
    match ticket.stage {
        Stage::StoryTakenBack => Ok(Vec::new()),
        Stage::Published if ticket.is_story => {
            let reason_code = c.reason_code;
            Ok(vec![on(&publicity, Event::StoryWithdrawn { reason_code })])
        }
        Stage::Planned | Stage::Published | Stage::PublicityCancelled => {
            Err(Refusal::NoStory { publicity }.into())
        }
    }
}

/// What was broadcast wrongly is corrected where it was broadcast (E47).
pub(crate) fn record_correction_broadcast(
    world: &World,
    context: &Context,
    c: &RecordCorrectionBroadcast,
) -> Decided {
    let publicity = c.publicity.clone();
    let ticket = planned(world, &publicity)?;
    if ticket.corrected_on == Some(c.date) && !ticket.is_correction_due {
        return Ok(Vec::new());
    }
    if !ticket.is_correction_due {
        return Err(Refusal::NothingToCorrect { publicity }.into());
    }
    must_not_be_ahead(context, c.date)?;
    let event = Event::CorrectionBroadcastRecorded { date: c.date };
    Ok(vec![on(&publicity, event)])
}

/// What names revoked awards is taken back: plans are given up, stories are withdrawn, and what the
/// public was told is to be corrected (INV-35, E47).
pub(crate) fn closed(
    world: &World,
    revoked: &BTreeSet<&NominationId>,
    decision: &DecisionId,
) -> Vec<Effect> {
    let mut effects = Vec::new();
    for publicity in needs::tickets(&decision.campaign, world) {
        let Some(ticket) = world.publicity(&publicity).ticket() else {
            continue;
        };
        let about = ticket.about.iter();
        let named: Vec<_> = about.filter(|one| revoked.contains(one)).cloned().collect();
        if named.is_empty() {
            continue;
        }
        let decision = decision.clone();
        match ticket.stage {
            Stage::Planned => {
                effects.push(on(&publicity, Event::PublicityCancelled { decision }));
            }
            Stage::Published => {
                if ticket.is_story {
                    let reason_code = WithdrawnBecause::AwardWasRevoked;
                    effects.push(on(&publicity, Event::StoryWithdrawn { reason_code }));
                }
                effects.push(on(
                    &publicity,
                    Event::CorrectionRequired {
                        decision,
                        nominations: named,
                    },
                ));
            }
            Stage::StoryTakenBack | Stage::PublicityCancelled => {}
        }
    }
    effects
}

fn planned<'w>(world: &'w World, publicity: &PublicityId) -> Result<&'w Ticket, Refusal> {
    let ticket = world.publicity(publicity).ticket();
    ticket.ok_or_else(|| Refusal::Absent {
        publicity: publicity.clone(),
    })
}

fn must_be_planned(publicity: &PublicityId, ticket: &Ticket) -> Result<(), Refusal> {
    if ticket.stage == Stage::Planned {
        return Ok(());
    }
    Err(Refusal::WrongStage {
        publicity: publicity.clone(),
        stage: ticket.stage,
    })
}

fn must_not_be_ahead(context: &Context, date: Date) -> Result<(), Refusal> {
    let today = context.now.date();
    if date > today {
        return Err(Refusal::PublishedInFuture { date, today });
    }
    Ok(())
}

fn must_be_awarded(world: &World, nomination: &NominationId) -> Result<(), crate::Refusal> {
    if gates::case(world, nomination)?.gate == Gate::Awarded {
        return Ok(());
    }
    let nomination = nomination.clone();
    Err(Refusal::NotAwarded { nomination }.into())
}

fn on(publicity: &PublicityId, event: Event) -> Effect {
    Effect::new(StreamKey::publicity(publicity), event)
}
