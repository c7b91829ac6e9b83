//! Who pulls, and under which profile.

use axum::{extract::FromRequestParts, http::request::Parts};

use crate::{
    door::{Callers, Left, Purpose, Reader},
    parts::{Api, Shared},
    problem::{Complaint, Problem},
};
use khen_eventlog::{Ledger, LedgerId};
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

/// Who pulls, in every ledger in which they may: none of them is empty.
pub(super) struct Clients {
    pub(super) readers: Vec<Reader>,
    /// How often the token may ask again.
    pub(super) left: Left,
}

impl FromRequestParts<Shared> for Clients {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Shared) -> Result<Self, Problem> {
        let Callers(visitors) = Callers::from_request_parts(parts, api).await?;
        let mut readers = Vec::new();
        let mut refused = Problem::of(Slug::Forbidden);
        for visitor in visitors {
            match Reader::of(visitor, api).await {
                Ok(reader) if Profile::of(reader.role).is_some() => readers.push(reader),
                Ok(_) => {}
                // One assignment that has ended leaves the others as they are.
                Err(problem) if problem.code() == Slug::Forbidden.as_str() => refused = problem,
                Err(problem) => return Err(problem),
            }
        }
        let first = readers.first().ok_or(refused)?;
        let left = api.rates.take(&first.token_id, Purpose::Export)?;
        Ok(Self { readers, left })
    }
}

impl Client {
    /// The ledger of the token, as it is now. Of any other the client is told that there is none.
    ///
    /// # Errors
    /// The problem `not-found`; `integrity-halt` of a ledger that is not what was signed for.
    pub(super) async fn ledger(&self, api: &Api, named: &str) -> Result<Ledger, Problem> {
        if named != self.reader.ledger.as_str() {
            return Err(Problem::of(Slug::NotFound));
        }
        served(api, &self.reader.ledger).await
    }
}

/// A ledger as it is now.
///
/// # Errors
/// The problem `not-found`; `integrity-halt` of a ledger that is not what was signed for.
pub(super) async fn served(api: &Api, ledger: &LedgerId) -> Result<Ledger, Problem> {
    if let Some(halt) = api.parts.halts.halt(ledger) {
        return Err(Problem::halted(&halt));
    }
    let known = api.parts.feed.ledger(ledger).await?;
    known.ok_or_else(|| Problem::of(Slug::NotFound))
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
