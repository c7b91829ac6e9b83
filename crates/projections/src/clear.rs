//! Keeps `clear_value_v1`: what may be opened, and whom to forget.

use crate::Fact;
use khen_domain::{Event, NomineeRef, SealOwner, Sealed, nomination, org, privacy};
use khen_read_model::ClearValueRow;

/// Whose key opens a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameOwner<'a> {
    /// The stream of the event is the owner.
    Stream,
    /// The person behind this reference is the owner.
    Nominee(&'a NomineeRef),
}

/// A name or title that readers may be shown in the clear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SealedName<'a> {
    /// Whose key opens it.
    pub owner: NameOwner<'a>,
    /// The value.
    pub sealed: &'a Sealed,
}

/// The names and titles in `fact`. Free text about a case stays sealed: it is read with its event.
#[must_use]
pub fn sealed_names(fact: &Fact) -> Vec<SealedName<'_>> {
    if let Event::Org(org::Event::PersonRegistered { name, .. }) = &fact.event {
        let owner = NameOwner::Stream;
        return vec![SealedName {
            owner,
            sealed: name,
        }];
    }
    let Event::Nomination(nomination::Event::NominationDrafted {
        nominee: nomination::Nominee::Individual { name, title },
        nominee_ref,
        ..
    }) = &fact.event
    else {
        return Vec::new();
    };
    let named = [name, title].into_iter();
    named
        .map(|sealed| of_nominee(sealed, nominee_ref))
        .collect()
}

fn of_nominee<'a>(sealed: &'a Sealed, nominee: &'a NomineeRef) -> SealedName<'a> {
    let owner = match sealed.owner {
        SealOwner::Stream => NameOwner::Stream,
        SealOwner::Nominee => NameOwner::Nominee(nominee),
    };
    SealedName { owner, sealed }
}

/// The row of a value that was opened; `owner` is the name of the owner's stream.
#[must_use]
pub fn clear_value(sealed: &Sealed, owner: &str, text: &str) -> ClearValueRow {
    ClearValueRow::of(&sealed.id, owner, text)
}

/// The owner whose clear values end with `fact`.
#[must_use]
pub fn erased_owner(fact: &Fact) -> Option<&str> {
    if let Event::Privacy(privacy::Event::PersonalDataShredded { .. }) = &fact.event {
        Some(fact.stream.key())
    } else {
        None
    }
}
