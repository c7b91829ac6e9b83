//! How a nomination ends before the signature, by its unit, its nominee or a better one (4.5 rows 3
//! and 40).

use super::{
    Case, ConsentToWithdrawal, DeclineHonour, DiscardDraft, Event, Gate, LapseReason, Refusal,
    Supersede, Withdraw, gates, own,
};
use crate::{
    Context, DocumentKind, Effect, NominationId, NomineeKind, StreamKey, World, lists,
    org::decide::known_unit,
    papers,
    quota::{self, ReleasedBecause},
    slot::FreedBecause,
};

type Decided = Result<Vec<Effect>, crate::Refusal>;

/// Throws a draft away. The claim stays, and stands no more against a new draft.
pub(crate) fn discard_draft(world: &World, _: &Context, command: &DiscardDraft) -> Decided {
    let nomination = &command.nomination;
    if gates::case(world, nomination)?.gate == Gate::Withdrawn {
        return Ok(Vec::new());
    }
    gates::at_gate(world, nomination, Gate::Drafted)?;
    Ok(vec![on(nomination, Event::DraftDiscarded {})])
}

/// The unit withdraws at once, or asks the Chairman once the case is before him.
pub(crate) fn withdraw(world: &World, _: &Context, command: &Withdraw) -> Decided {
    let withdrawals = command.withdrawals.iter();
    must_be_whole(withdrawals.clone().map(|one| &one.nomination))?;
    let mut endings = Endings::new(world, Because::Withdrawn);
    for one in withdrawals {
        let (nomination, reason) = (&one.nomination, one.reason.clone());
        let case = gates::case(world, nomination)?;
        if case.gate == Gate::Withdrawn {
            continue;
        }
        match unsigned(nomination, case)? {
            Unsigned::BeforeChairman if case.is_withdrawal_requested => {}
            Unsigned::BeforeChairman => {
                endings.say(nomination, Event::WithdrawalRequested { reason });
            }
            Unsigned::Earlier => {
                let reason = Some(reason);
                endings.end(nomination, case, Event::NominationWithdrawn { reason });
            }
        }
    }
    Ok(endings.into_effects())
}

/// The Chairman consents to what units have asked for.
pub(crate) fn consent_to_withdrawal(
    world: &World,
    _: &Context,
    command: &ConsentToWithdrawal,
) -> Decided {
    lists::must_be_whole(&command.nominations)?;
    let mut endings = Endings::new(world, Because::Withdrawn);
    for nomination in &command.nominations {
        let case = gates::case(world, nomination)?;
        if case.gate == Gate::Withdrawn {
            continue;
        }
        unsigned(nomination, case)?;
        if !case.is_withdrawal_requested {
            let nomination = nomination.clone();
            return Err(Refusal::WithdrawalNotRequested { nomination }.into());
        }
        let reason = None;
        endings.end(nomination, case, Event::NominationWithdrawn { reason });
    }
    Ok(endings.into_effects())
}

/// The nominee declines by a letter; nobody has to consent. The head does not record the own
/// (SD10).
pub(crate) fn decline_honour(world: &World, context: &Context, command: &DeclineHonour) -> Decided {
    let nomination = &command.nomination;
    let case = gates::case(world, nomination)?;
    if case.gate == Gate::Withdrawn {
        return Ok(Vec::new());
    }
    unsigned(nomination, case)?;
    own::must_be_another(world, &context.actor.principal, nomination, case)?;
    papers::must_be(&command.document, DocumentKind::Evidence)?;
    let mut endings = Endings::new(world, Because::HonourDeclined);
    let document = command.document.clone();
    endings.end(nomination, case, Event::HonourDeclined { document });
    Ok(endings.into_effects())
}

/// Home Affairs ends the nomination of a person whom another unit goes on with (E08): the claim then
/// stands no more against that unit's draft.
pub(crate) fn supersede(world: &World, _: &Context, command: &Supersede) -> Decided {
    let nomination = &command.nomination;
    let case = gates::case(world, nomination)?;
    if case.gate == Gate::Superseded {
        return Ok(Vec::new());
    }
    unsigned(nomination, case)?;
    let unit = &command.in_favour_of;
    known_unit(world, unit)?;
    if case.kind == NomineeKind::Collective || case.unit == *unit {
        let (nomination, unit) = (nomination.clone(), unit.clone());
        return Err(Refusal::NotForAnotherUnit { nomination, unit }.into());
    }
    let mut endings = Endings::new(world, Because::Superseded);
    let event = Event::NominationSuperseded {
        in_favour_of: unit.clone(),
        reason: command.reason.clone(),
    };
    endings.end(nomination, case, event);
    Ok(endings.into_effects())
}

/// Live nominations lapse together; what is signed does not. Their slots, and the quota where the
/// Chairman approved, must be in view.
pub(crate) fn lapsed(world: &World, lapsing: &[(NominationId, LapseReason)]) -> Decided {
    let mut endings = Endings::new(world, Because::Lapsed);
    for (nomination, reason_code) in lapsing {
        let case = gates::case(world, nomination)?;
        unsigned(nomination, case)?;
        let reason_code = *reason_code;
        endings.end(nomination, case, Event::NominationLapsed { reason_code });
    }
    Ok(endings.into_effects())
}

/// Where a nomination stands that may still end.
enum Unsigned {
    /// Not yet before the Chairman, or no longer.
    Earlier,
    /// Before the Chairman, or decided by him.
    BeforeChairman,
}

/// Refuses what is signed and what has ended.
pub(super) fn must_be_unsigned(nomination: &NominationId, case: &Case) -> Result<(), Refusal> {
    unsigned(nomination, case).map(|_| ())
}

/// Where it stands, unless it is signed or has ended.
fn unsigned(nomination: &NominationId, case: &Case) -> Result<Unsigned, Refusal> {
    let (nomination, gate) = (nomination.clone(), case.gate);
    match gate {
        Gate::Drafted
        | Gate::Proposed
        | Gate::UnitEndorsed
        | Gate::UnitWaitlisted
        | Gate::Submitted
        | Gate::SupplementRequested
        | Gate::Received
        | Gate::UnderReview
        | Gate::ReviewPassed
        | Gate::CouncilListed
        | Gate::CouncilApproved
        | Gate::CouncilDeferred
        | Gate::ReviewWaitlisted
        | Gate::CouncilWaitlisted => Ok(Unsigned::Earlier),
        Gate::Presented | Gate::ChairmanReturned | Gate::ChairmanApproved => {
            Ok(Unsigned::BeforeChairman)
        }
        Gate::DecisionSigned | Gate::Awarded => Err(Refusal::Signed { nomination }),
        Gate::UnitNotEndorsed
        | Gate::ReviewRejected
        | Gate::CouncilRejected
        | Gate::ChairmanDeclined
        | Gate::Withdrawn
        | Gate::Superseded
        | Gate::Lapsed
        | Gate::AwardRevoked => Err(Refusal::Ended { nomination, gate }),
    }
}

fn must_be_whole<'n>(
    nominations: impl Iterator<Item = &'n NominationId>,
) -> Result<(), lists::Refusal> {
    let nominations: Vec<_> = nominations.cloned().collect();
    lists::must_be_whole(&nominations)
}

fn on(nomination: &NominationId, event: Event) -> Effect {
    Effect::new(StreamKey::nomination(nomination), event)
}

/// Why a nomination ends.
#[derive(Clone, Copy)]
enum Because {
    Withdrawn,
    HonourDeclined,
    Superseded,
    Lapsed,
}

impl Because {
    fn released(self) -> ReleasedBecause {
        match self {
            Self::Withdrawn => ReleasedBecause::Withdrawn,
            Self::HonourDeclined => ReleasedBecause::HonourDeclined,
            Self::Superseded => ReleasedBecause::Superseded,
            Self::Lapsed => ReleasedBecause::Lapsed,
        }
    }

    fn freed(self) -> FreedBecause {
        match self {
            Self::Withdrawn => FreedBecause::Withdrawn,
            Self::HonourDeclined => FreedBecause::HonourDeclined,
            Self::Superseded => FreedBecause::Superseded,
            Self::Lapsed => FreedBecause::Lapsed,
        }
    }
}

/// Nominations that end together, with what they give back.
struct Endings<'w> {
    world: &'w World,
    because: Because,
    given_back: Vec<Effect>,
    said: Vec<Effect>,
}

impl<'w> Endings<'w> {
    fn new(world: &'w World, because: Because) -> Self {
        Self {
            world,
            because,
            given_back: Vec::new(),
            said: Vec::new(),
        }
    }

    fn say(&mut self, nomination: &NominationId, event: Event) {
        self.said.push(on(nomination, event));
    }

    /// The end of one, the place that the Chairman's approval held, and the slot that it took.
    fn end(&mut self, nomination: &NominationId, case: &Case, event: Event) {
        let (world, because) = (self.world, self.because);
        let released = (case.gate == Gate::ChairmanApproved).then(|| {
            let event = quota::Event::PlaceReleased {
                kind: case.kind,
                nomination: nomination.clone(),
                reason_code: because.released(),
            };
            Effect::new(StreamKey::quota(&case.campaign), event)
        });
        let holder = gates::holder(world, case);
        let slots = world.slot(&case.campaign, case.kind, &holder);
        let freed = slots
            .taken
            .contains(nomination)
            .then(|| gates::slot_freed(world, nomination, case, because.freed()));
        self.given_back.extend(released);
        self.given_back.extend(freed);
        self.say(nomination, event);
    }

    fn into_effects(self) -> Vec<Effect> {
        self.given_back.into_iter().chain(self.said).collect()
    }
}
