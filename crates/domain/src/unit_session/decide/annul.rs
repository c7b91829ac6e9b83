//! The annulment of a vote: `annul_motion` (4.5 row 9, E57).

use crate::{
    Context, Effect, Refusal as Any, Role, StreamKey, UnitSessionId, World, access,
    council_session::decide as council_session,
    nomination::{self, Gate, gates, own},
    unit_session::{AnnulMotion, AnnulReason, AnnulledMotion, Event, Meeting, Refusal},
};

/// Annuls a vote of a unit or of the Council, each by who presides there.
pub(crate) fn annul_motion(
    world: &World,
    context: &Context,
    command: &AnnulMotion,
) -> Result<Vec<Effect>, Any> {
    must_be_of_the_body(context, &command.motion)?;
    match &command.motion {
        AnnulledMotion::Unit { session } => {
            annul_unit_motion(world, context, session, command.reason_code)
        }
        AnnulledMotion::Council { session, motion } => {
            council_session::annul_motion(world, context, (session, *motion), command.reason_code)
        }
    }
}

/// Each body annuls its own votes; the roster tells who presides over the Council's.
fn must_be_of_the_body(context: &Context, motion: &AnnulledMotion) -> Result<(), access::Refusal> {
    let role = context.actor.role;
    let is_of_it = match motion {
        AnnulledMotion::Unit { .. } => matches!(role, Role::UnitHead | Role::UnitDeputy),
        AnnulledMotion::Council { .. } => matches!(
            role,
            Role::CouncilChair | Role::CouncilViceChair | Role::CouncilMember | Role::ReviewHead
        ),
    };
    if is_of_it {
        return Ok(());
    }
    let command = crate::CommandKind::AnnulMotion.as_str().to_owned();
    Err(access::Refusal::RoleNotAllowed { command, role })
}

/// Whom the meeting carried stands before the vote again; a new meeting votes. Whoever the vote was
/// lost for has come to an end, and whom the unit withdrew stays withdrawn.
fn annul_unit_motion(
    world: &World,
    context: &Context,
    session: &UnitSessionId,
    reason_code: AnnulReason,
) -> Result<Vec<Effect>, Any> {
    let meeting = world.unit_session(session).meeting();
    let absent = || Refusal::NotHeld {
        session: session.clone(),
    };
    let meeting = meeting.ok_or_else(absent)?;
    if meeting.annulled.is_some() {
        return Ok(Vec::new());
    }
    must_not_be_own(world, context, meeting)?;
    let stream = StreamKey::unit_session(session);
    let mut effects = vec![Effect::new(stream, Event::MotionAnnulled { reason_code })];
    for nomination in meeting.carried() {
        let case = gates::case(world, nomination)?;
        let gate = case.gate;
        if matches!(gate, Gate::UnitEndorsed | Gate::UnitWaitlisted) {
            let session = session.clone();
            let event = nomination::Event::EndorsementAnnulled { session };
            effects.push(Effect::new(StreamKey::nomination(nomination), event));
        } else if !matches!(gate, Gate::Withdrawn | Gate::Superseded | Gate::Lapsed) {
            let nomination = nomination.clone();
            return Err(Refusal::SubmittedSince { nomination, gate }.into());
        }
    }
    Ok(effects)
}

/// A head who was voted on leaves it to the deputy (SD10).
fn must_not_be_own(world: &World, context: &Context, meeting: &Meeting) -> Result<(), Any> {
    for item in &meeting.items {
        let case = gates::case(world, &item.nomination)?;
        own::must_be_another(world, &context.actor.principal, &item.nomination, case)?;
    }
    Ok(())
}
