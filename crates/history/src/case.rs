//! The state of a case at a version, and what its stage depends on.

use crate::{At, History, HistoryError};
use khen_domain::{
    CouncilSessionId, NominationId, State, StreamKey, UnitId, council_session,
    nomination::{self, Case},
};
use khen_eventlog::{LedgerId, Version};
use khen_texts::CouncilMinutes;

impl History {
    /// The case at version `at`, or as it is now, and the version it is of.
    ///
    /// `None` when there is no such nomination, or it never had that version.
    ///
    /// # Errors
    /// [`HistoryError`].
    pub async fn case_state(
        &self,
        ledger: &LedgerId,
        nomination: &NominationId,
        at: Option<Version>,
    ) -> Result<Option<(Version, Case)>, HistoryError> {
        let stream = StreamKey::nomination(nomination);
        let moment = at.map_or(At::Now, At::Version);
        let (version, state) = self.folded(ledger, &stream, moment).await?;
        let is_asked_for = at.is_none_or(|at| at == version);
        Ok(present(state)
            .filter(|_| is_asked_for)
            .map(|case| (version, case)))
    }

    /// Whether the minutes of this session are signed, the session whose agenda the case is on.
    ///
    /// A case on no agenda reads as unsigned.
    ///
    /// # Errors
    /// [`HistoryError`].
    pub async fn council_minutes(
        &self,
        ledger: &LedgerId,
        session: Option<&CouncilSessionId>,
    ) -> Result<CouncilMinutes, HistoryError> {
        let Some(session) = session else {
            return Ok(CouncilMinutes::Unsigned);
        };
        let stream = StreamKey::council_session(session);
        let (_, state) = self.folded(ledger, &stream, At::Now).await?;
        let is_signed = matches!(
            state,
            State::CouncilSession(council_session::State::MinutesSigned(..))
        );
        Ok(if is_signed {
            CouncilMinutes::Signed
        } else {
            CouncilMinutes::Unsigned
        })
    }

    /// What a unit is called now.
    pub(crate) async fn unit_name(
        &self,
        ledger: &LedgerId,
        unit: &UnitId,
    ) -> Result<Option<String>, HistoryError> {
        let (_, state) = self.folded(ledger, &StreamKey::unit(unit), At::Now).await?;
        let State::Org(org) = state else {
            return Ok(None);
        };
        Ok(org.unit().map(|unit| unit.name.clone()))
    }
}

fn present(state: State) -> Option<Case> {
    if let State::Nomination(nomination::State::Present(case)) = state {
        Some(*case)
    } else {
        None
    }
}
