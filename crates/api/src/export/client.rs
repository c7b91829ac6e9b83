//! Who pulls, and under which profile.

use axum::{extract::FromRequestParts, http::request::Parts};

use crate::{
    door::{Left, Purpose, Reader},
    parts::{Api, Shared},
    problem::{Complaint, Problem},
};
use khen_eventlog::Ledger;
use khen_export::{PageError, Profile};
use khen_texts::Problem as Slug;

/// Somebody whose role reads the export.
pub(super) struct Client {
    pub(super) reader: Reader,
    pub(super) profile: Profile,
    /// How often the token may ask again.
    pub(super) left: Left,
}

impl FromRequestParts<Shared> for Client {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Shared) -> Result<Self, Problem> {
        let reader = Reader::from_request_parts(parts, api).await?;
        let profile = Profile::of(reader.role).ok_or_else(|| Problem::of(Slug::Forbidden))?;
        let left = api.rates.take(&reader.token_id, Purpose::Export)?;
        Ok(Self {
            reader,
            profile,
            left,
        })
    }
}

impl Client {
    /// The ledger of the token, as it is now. Of any other the client is told that there is none.
    ///
    /// # Errors
    /// The problem `not-found`; `integrity-halt` of a ledger that is not what was signed for.
    pub(super) async fn ledger(&self, api: &Api, named: &str) -> Result<Ledger, Problem> {
        let none = || Problem::of(Slug::NotFound);
        if named != self.reader.ledger.as_str() {
            return Err(none());
        }
        if let Some(halt) = api.parts.halts.halt(&self.reader.ledger) {
            return Err(Problem::halted(&halt));
        }
        let known = api.parts.feed.ledger(&self.reader.ledger).await?;
        known.ok_or_else(none)
    }
}

impl Problem {
    /// Parameters of the export that are missing or have another form.
    pub(super) fn of_parameters(complaints: Vec<khen_export::Complaint>) -> Self {
        Self::invalid(complaints.into_iter().map(|one| Complaint {
            place: one.parameter,
            detail: one.detail,
        }))
    }
}

impl From<PageError> for Problem {
    fn from(error: PageError) -> Self {
        match error {
            PageError::AheadOfLog { from, log_size } => Self::of(Slug::CursorAheadOfLog)
                .with_fact("position", from.0)
                .with_fact("log_size", log_size.0),
            PageError::Read(error) => error.into(),
            PageError::Canonical(_) => crate::problem::unavailable(&error),
        }
    }
}
