//! Which unit a stream belongs to.
//!
//! It is settled with the first event of the stream, for ever: a nomination stays with the unit that
//! drafted it when its nominee moves, and a person stays with the unit that registered them.

use crate::{
    Event, NominationId, StreamKey, StreamKind, UnitId, complaint, nomination, org, publicity,
};

/// What is said of the unit of a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Belonging {
    /// It belongs to this unit.
    Unit(UnitId),
    /// It belongs where this stream does.
    With(StreamKey),
    /// It belongs to no single unit: it is of the authority, a campaign, a group or a session.
    Nobody,
}

impl StreamKey {
    /// What the name of the stream says of its unit; `None` where only its first event does.
    ///
    /// Claims, facts and holds of a person bear a reference where those of a unit bear the unit: they
    /// belong to no unit that there is.
    #[must_use]
    pub fn belonging(&self) -> Option<Belonging> {
        use StreamKind as Kind;
        let part = |number| self.key().split('/').nth(number);
        let unit = |word: Option<&str>| {
            let unit = word.and_then(|word| UnitId::parse(word).ok());
            unit.map_or(Belonging::Nobody, Belonging::Unit)
        };
        Some(match self.kind() {
            Kind::Org => match part(0) {
                Some("unit") => unit(part(1)),
                Some("person" | "assignment") => return None,
                Some(_) | None => Belonging::Nobody,
            },
            Kind::Slot if part(2) == Some("unit") => unit(part(3)),
            Kind::UnitSession | Kind::Submission | Kind::Feedback | Kind::Claim => unit(part(1)),
            // The index of the authority has three parts.
            Kind::Fact if part(2).is_none() => unit(part(0)),
            Kind::Hold => unit(part(0)),
            Kind::Certificate | Kind::Payout => {
                let nomination = NominationId::parse(self.key());
                let nomination = nomination.map(|id| StreamKey::nomination(&id));
                nomination.map_or(Belonging::Nobody, Belonging::With)
            }
            Kind::Privacy => {
                let owner = StreamKey::parse(self.key());
                owner.map_or(Belonging::Nobody, Belonging::With)
            }
            Kind::Nomination | Kind::Complaint | Kind::Publicity => return None,
            Kind::LegalBasis
            | Kind::Campaign
            | Kind::Quota
            | Kind::Slot
            | Kind::Codes
            | Kind::Fact
            | Kind::CouncilSession
            | Kind::Presentation
            | Kind::Decision
            | Kind::NumberRegister
            | Kind::Timer
            | Kind::Fund
            | Kind::Conference => Belonging::Nobody,
        })
    }
}

impl Event {
    /// What the event, as the first of its stream, says of the stream's unit.
    #[must_use]
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "few streams tell their unit in their first event; all others tell it by name or not"
    )]
    pub fn belonging(&self) -> Belonging {
        let with = |nomination: &Option<NominationId>| {
            let nomination = nomination.as_ref().map(StreamKey::nomination);
            nomination.map_or(Belonging::Nobody, Belonging::With)
        };
        let of = |unit: &Option<UnitId>| unit.clone().map_or(Belonging::Nobody, Belonging::Unit);
        match self {
            Self::Nomination(nomination::Event::NominationDrafted { unit, .. })
            | Self::Org(org::Event::PersonRegistered { unit, .. }) => Belonging::Unit(unit.clone()),
            Self::Org(
                org::Event::AssignmentRequested { unit, .. }
                | org::Event::AssignmentGranted { unit, .. },
            ) => of(unit),
            Self::Complaint(complaint::Event::ComplaintRegistered { subject, .. }) => with(subject),
            Self::Publicity(publicity::Event::PublicityPlanned { nomination, .. }) => {
                with(nomination)
            }
            _ => Belonging::Nobody,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::stories_kit::Stage;

    fn named(stream: &str) -> Option<Belonging> {
        StreamKey::parse(stream).unwrap().belonging()
    }

    #[test]
    fn a_unit_stands_in_the_names_of_its_streams() {
        for (stream, unit) in [
            ("org/unit/tu-phap", "tu-phap"),
            ("slot/HQ-CCHC-2024/individual/unit/tu-phap", "tu-phap"),
            ("unit_session/HQ-CCHC-2024/tu-phap/1", "tu-phap"),
            ("submission/HQ-CCHC-2024/tu-phap/1", "tu-phap"),
            ("feedback/HQ-CCHC-2024/tu-phap/1", "tu-phap"),
            ("claim/HQ-CCHC-2024/tu-phap", "tu-phap"),
            ("fact/tu-phap/2024", "tu-phap"),
            ("hold/tu-phap", "tu-phap"),
        ] {
            let unit = UnitId::parse(unit).unwrap();
            assert_eq!(named(stream), Some(Belonging::Unit(unit)), "{stream}");
        }
        for stream in [
            "org/authority",
            "org/delegation/KT-01-2024",
            "campaign/HQ-CCHC-2024",
            "slot/HQ-CCHC-2024/individual/group/tu-phap",
            "fact/authority/index/2024",
            "council_session/HQ-CCHC-2024/1",
        ] {
            assert_eq!(named(stream), Some(Belonging::Nobody), "{stream}");
        }
        for stream in [
            "nomination/HQ-CCHC-2024-0007",
            "complaint/HQ-CCHC-2024/1",
            "org/person/p-1",
        ] {
            assert_eq!(named(stream), None, "{stream}");
        }
    }

    #[test]
    fn what_becomes_of_an_award_belongs_where_its_nomination_does() {
        let nomination = StreamKey::parse("nomination/HQ-CCHC-2024-0007").unwrap();
        for stream in [
            "certificate/HQ-CCHC-2024-0007",
            "payout/HQ-CCHC-2024-0007",
            "privacy/nomination/HQ-CCHC-2024-0007",
        ] {
            let with = Belonging::With(nomination.clone());
            assert_eq!(named(stream), Some(with), "{stream}");
        }
    }

    #[test]
    fn whatever_a_unit_did_first_says_whose_it_is() {
        let stage = Stage::ranked();
        let mut firsts = BTreeMap::new();
        for (_, effect) in stage.history() {
            firsts.entry(&effect.stream).or_insert(&effect.event);
        }
        let said: Vec<_> = firsts
            .iter()
            .filter(|(stream, _)| stream.belonging().is_none())
            .map(|(stream, event)| (stream.kind(), event.belonging()))
            .collect();
        let of_units = |kind| {
            let of_kind = said.iter().filter(move |(of, _)| *of == kind);
            of_kind.map(|(_, belonging)| matches!(belonging, Belonging::Unit(_)))
        };
        assert!(of_units(StreamKind::Nomination).count() > 1);
        assert!(of_units(StreamKind::Nomination).all(|is_of_a_unit| is_of_a_unit));
        assert!(of_units(StreamKind::Org).any(|is_of_a_unit| is_of_a_unit));
    }
}
