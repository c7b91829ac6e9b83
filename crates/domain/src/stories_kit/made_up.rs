//! Small made-up values.

use jiff::civil::{Date, DateTime};

use crate::{
    CampaignId, Document, DocumentKind, FactSubject, FieldClass, Moment, NominationId, NomineeRef,
    PersonId, SealOwner, Sealed, SourceDocument, UnitId, viet_nam,
};

/// A time in Viet Nam: `2024-11-29T17:00`.
#[must_use]
pub fn moment(time: &str) -> Moment {
    let time: DateTime = time.parse().expect("the story tells a civil time");
    let time = time.to_zoned(viet_nam());
    Moment::new(
        time.expect("a fixed offset has every civil time")
            .timestamp(),
    )
}

/// A day: `2024-11-29`.
#[must_use]
pub fn day(date: &str) -> Date {
    date.parse().expect("the story tells a date")
}

/// The campaign of the stories.
#[must_use]
pub fn campaign() -> CampaignId {
    CampaignId::parse("HQ-CCHC-2024").expect("the stories' campaign is an identifier")
}

/// A nomination of the campaign.
#[must_use]
pub fn nomination(serial: u32) -> NominationId {
    NominationId::new(campaign(), serial)
}

/// A unit.
#[must_use]
pub fn unit(id: &str) -> UnitId {
    UnitId::parse(id).expect("the story's unit is an identifier")
}

/// A person.
#[must_use]
pub fn person(id: &str) -> PersonId {
    PersonId::parse(id).expect("the story's person is an identifier")
}

/// A person as a nominee.
#[must_use]
pub fn nominee(id: &str) -> NomineeRef {
    NomineeRef::parse(&format!("ref.{id}")).expect("the story's nominee is an identifier")
}

/// The person behind a nominee; `None` for a collective.
#[must_use]
pub fn person_behind(nominee: &NomineeRef) -> Option<PersonId> {
    nominee.as_str().strip_prefix("ref.").map(person)
}

/// A person as a subject of holds.
#[must_use]
pub fn hold_subject(person: &PersonId) -> FactSubject {
    FactSubject::parse(&format!("hold.{person}")).expect("the story's subject is an identifier")
}

/// A sealed value; what it says does not matter to any rule.
#[must_use]
pub fn sealed(text: &str) -> Sealed {
    Sealed {
        sealed: text.to_owned(),
        class: FieldClass::FreeText,
        id: "0".repeat(32),
        owner: SealOwner::Nominee,
    }
}

/// A PDF of this kind; another `seed` is another paper.
#[must_use]
pub fn document(kind: DocumentKind, seed: u8) -> Document {
    Document {
        sha256: format!("{seed:02x}").repeat(32),
        media_type: "application/pdf".into(),
        size: 1024,
        kind,
    }
}

/// A paper outside Khen.
#[must_use]
pub fn paper(title: &str) -> SourceDocument {
    SourceDocument {
        title: title.to_owned(),
        number: None,
        date: None,
    }
}
