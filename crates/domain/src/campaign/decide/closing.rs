//! The end of a campaign: `close_selection`, `close_campaign`, `transfer_to_archive` (step 21).

use std::collections::BTreeMap;

use super::launched;
use crate::{
    CampaignId, Context, Effect, NominationId, StreamKey, World,
    campaign::{
        CloseCampaign, CloseSelection, Event, Explanation, Refusal, TransferToArchive, needs,
    },
    certificate::CertificateStage,
    feedback::{self, State as Feedback},
    nomination::{self, Case, Gate, LapseReason, gates},
};

type Decided = Result<Vec<Effect>, crate::Refusal>;

/// The launched campaign, as long as nominees may still be chosen.
pub(crate) fn selecting(world: &World, campaign: &CampaignId) -> Result<(), Refusal> {
    match launched(world, campaign)?.selection_closed_on {
        None => Ok(()),
        Some(date) => Err(Refusal::SelectionClosed {
            campaign: campaign.clone(),
            date,
        }),
    }
}

/// Every live nomination that is not signed lapses, and gives back its slot and its place (4.5 row
/// 40); none may be signed and not issued.
pub(crate) fn close_selection(world: &World, _: &Context, c: &CloseSelection) -> Decided {
    let campaign = &c.campaign;
    if launched(world, campaign)?.selection_closed_on.is_some() {
        return Ok(Vec::new());
    }
    let lapsed = lapse(world, campaign, |case| reason(case.gate))?;
    let closed = on(campaign, Event::SelectionClosed {});
    Ok(std::iter::once(closed).chain(lapsed).collect())
}

/// Every live nomination lapses for its reason; none may be signed and not issued.
pub(super) fn lapse(
    world: &World,
    campaign: &CampaignId,
    reason: impl Fn(&Case) -> LapseReason,
) -> Decided {
    let mut lapsing = Vec::new();
    for nomination in needs::nominations(campaign, world) {
        let case = gates::case(world, &nomination)?;
        if case.gate == Gate::DecisionSigned {
            return Err(Refusal::DecisionUnissued { nomination }.into());
        }
        if !case.gate.is_terminal() {
            lapsing.push((nomination, reason(case)));
        }
    }
    nomination::ending::lapsed(world, &lapsing)
}

/// Whoever waits, waits for a place; the others are cut off by the end.
fn reason(gate: Gate) -> LapseReason {
    let is_waiting = matches!(
        gate,
        Gate::UnitWaitlisted | Gate::ReviewWaitlisted | Gate::CouncilWaitlisted
    );
    if is_waiting {
        LapseReason::Quota
    } else {
        LapseReason::SelectionClosed
    }
}

/// When every prize is settled, every certificate is handed over or explained, and every feedback is
/// answered; what is answered is closed with the campaign.
pub(crate) fn close_campaign(world: &World, _: &Context, c: &CloseCampaign) -> Decided {
    let campaign = &c.campaign;
    let active = launched(world, campaign)?;
    if active.closed_on.is_some() {
        return Ok(Vec::new());
    }
    if active.selection_closed_on.is_none() {
        let campaign = campaign.clone();
        return Err(Refusal::SelectionOpen { campaign }.into());
    }
    let explained: BTreeMap<_, _> = c
        .explanations
        .iter()
        .map(|one| (&one.nomination, one))
        .collect();
    let mut explanations = Vec::new();
    for nomination in needs::nominations(campaign, world) {
        if has_files(world, &nomination)? {
            must_be_settled(world, &nomination)?;
            explanations.extend(explanation(world, &nomination, &explained)?);
        }
    }
    let answered = answered(world, campaign)?;
    let closed = on(campaign, Event::CampaignClosed { explanations });
    Ok(std::iter::once(closed).chain(answered).collect())
}

fn has_files(world: &World, nomination: &NominationId) -> Result<bool, crate::Refusal> {
    let gate = gates::case(world, nomination)?.gate;
    Ok(matches!(gate, Gate::Awarded | Gate::AwardRevoked))
}

fn must_be_settled(world: &World, nomination: &NominationId) -> Result<(), Refusal> {
    let payout = world.payout(nomination).payout();
    if payout.is_some_and(|payout| payout.stage.is_settled()) {
        return Ok(());
    }
    let nomination = nomination.clone();
    Err(Refusal::PrizeUnsettled { nomination })
}

/// The explanation of a certificate that is nowhere it should be.
fn explanation(
    world: &World,
    nomination: &NominationId,
    explained: &BTreeMap<&NominationId, &Explanation>,
) -> Result<Option<Explanation>, Refusal> {
    use CertificateStage as S;

    let certificate = world.certificate(nomination).certificate();
    match certificate.map(|one| one.stage) {
        Some(S::HandedOver | S::CertificateCancelled | S::CertificateRecovered) => Ok(None),
        Some(
            S::CertificateDue
            | S::Printed
            | S::CertificateSigned
            | S::CertificateSealed
            | S::RecoveryDue,
        )
        | None => match explained.get(nomination) {
            Some(explanation) => Ok(Some((*explanation).clone())),
            None => Err(Refusal::CertificateOpen {
                nomination: nomination.clone(),
            }),
        },
    }
}

fn answered(world: &World, campaign: &CampaignId) -> Result<Vec<Effect>, Refusal> {
    let mut closed = Vec::new();
    for ticket in needs::tickets(campaign, world) {
        match world.feedback(&ticket) {
            Feedback::Open(_) => return Err(Refusal::FeedbackOpen { feedback: ticket }),
            Feedback::Answered(..) => {
                let event = feedback::Event::FeedbackClosed {};
                closed.push(Effect::new(StreamKey::feedback(&ticket), event));
            }
            Feedback::Absent | Feedback::Closed(_) => {}
        }
    }
    Ok(closed)
}

/// The files of a closed campaign go to the archive, for as long as the paper says.
pub(crate) fn transfer_to_archive(world: &World, _: &Context, c: &TransferToArchive) -> Decided {
    let campaign = c.campaign.clone();
    let active = launched(world, &campaign)?;
    if active.archived.is_some() {
        return Ok(Vec::new());
    }
    if active.closed_on.is_none() {
        return Err(Refusal::CampaignOpen { campaign }.into());
    }
    if c.retention_years == 0 {
        return Err(Refusal::NoRetention {}.into());
    }
    let event = Event::ArchiveTransferred {
        document: c.document.clone(),
        retention_years: c.retention_years,
    };
    Ok(vec![on(&campaign, event)])
}

pub(super) fn on(campaign: &CampaignId, event: Event) -> Effect {
    Effect::new(StreamKey::campaign(campaign), event)
}
