//! Keeps `clear_value_v1`: what may be opened, and whom to forget.

use crate::Fact;
use khen_domain::{
    Event, NomineeRef, SealOwner, Sealed, decision::AwardDetails, hold, nomination, org, privacy,
};
use khen_read_model::ClearValueRow;

/// Whose key opens a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameOwner<'a> {
    /// The stream of the event is the owner.
    Stream,
    /// The person behind this reference is the owner.
    Nominee(&'a NomineeRef),
    /// The nominee of the nomination that the stream is, as its draft names them.
    OfCase,
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
    let Event::Nomination(event) = &fact.event else {
        return Vec::new();
    };
    if let nomination::Event::NominationDrafted {
        nominee: nomination::Nominee::Individual { name, title },
        nominee_ref,
        ..
    } = event
    {
        let owner = NameOwner::Nominee(nominee_ref);
        return [name, title].map(|sealed| of_nominee(sealed, owner)).into();
    }
    if let nomination::Event::NomineeDetailsCorrected { name, title } = event {
        let owner = NameOwner::OfCase;
        return [name, title].map(|sealed| of_nominee(sealed, owner)).into();
    }
    if let nomination::Event::AwardAmended {
        details:
            Some(AwardDetails {
                name,
                title: Some(title),
                ..
            }),
        ..
    } = event
    {
        let owner = NameOwner::OfCase;
        return [name, title].map(|sealed| of_nominee(sealed, owner)).into();
    }
    Vec::new()
}

fn of_nominee<'a>(sealed: &'a Sealed, nominee: NameOwner<'a>) -> SealedName<'a> {
    let owner = match sealed.owner {
        SealOwner::Stream => NameOwner::Stream,
        SealOwner::Nominee => nominee,
    };
    SealedName { owner, sealed }
}

/// The reference in `fact` that may lead to a person: what hangs on it is found from the person's
/// names, as long as the person is not erased.
#[must_use]
pub fn reference(fact: &Fact) -> Option<&str> {
    if let Event::Hold(hold::Event::HoldPlaced { .. }) = &fact.event {
        Some(fact.stream.key())
    } else {
        None
    }
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
