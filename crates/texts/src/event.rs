//! What happened, in one line.

use std::{collections::BTreeMap, fmt};

use crate::{Language, Texts, facts};
use khen_domain::{Event, UnitId};

/// What the words of an event need beyond the event itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// Personal values by their value id. A value that is not here is withheld.
    pub sealed: BTreeMap<String, Opened>,
    /// Whether votes are told.
    pub tallies: Tallies,
    /// Names of units. A unit that is not here shows its identifier.
    pub units: BTreeMap<UnitId, String>,
}

/// What has become of a personal value.
#[derive(Clone, PartialEq, Eq)]
pub enum Opened {
    /// Its clear text.
    Clear(String),
    /// Its key is destroyed: nobody can read it any more.
    Erased,
}

/// Whether the reader is told how many voted for what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tallies {
    /// Told.
    #[default]
    Told,
    /// Only the outcome is told.
    Withheld,
}

impl Texts {
    /// What happened, in one line.
    #[must_use]
    pub fn event(&self, language: Language, event: &Event, facts: &Facts) -> String {
        let catalogue = self.catalogue(language);
        let (name, members) = facts::named_content(event);
        let id = format!("event-{}-{name}", event.kind().as_str());
        let readable = facts::readable(catalogue, facts, &members);
        match facts.tallies {
            Tallies::Told => catalogue.text(&id, None, &readable),
            Tallies::Withheld => catalogue
                .find(&id, Some("without_tally"), &readable)
                .unwrap_or_else(|| catalogue.text(&id, None, &readable)),
        }
    }
}

impl fmt::Debug for Opened {
    /// Personal values never reach a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Clear(_) => "Clear(REDACTED)",
            Self::Erased => "Erased",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{En, Vi};
    use khen_domain::{
        CampaignId, CriterionCode, Dong, FactStatus, FieldClass, Finding, InstrumentId,
        NomineeKind, SealOwner, Sealed, SourceDocument, Tally, UnitSessionId, campaign, fact,
        legal_basis, nomination, quota,
    };

    fn vote() -> Event {
        let campaign = CampaignId::parse("HQ-CCHC-2024").unwrap();
        let unit = UnitId::parse("tu-phap").unwrap();
        let session = UnitSessionId {
            campaign,
            unit,
            number: 1,
        };
        let tally = Tally {
            votes_for: 14,
            votes_against: 1,
            abstained: 0,
        };
        nomination::Event::UnitEndorsed { session, tally }.into()
    }

    #[test]
    fn votes_are_told_or_withheld() {
        let texts = Texts::new();
        let told = Facts::default();
        let withheld = Facts {
            tallies: Tallies::Withheld,
            ..Facts::default()
        };
        assert_eq!(
            texts.event(Vi, &vote(), &told),
            "Đơn vị bình xét: 14 tán thành, 1 không tán thành; được tán thành"
        );
        assert_eq!(
            texts.event(Vi, &vote(), &withheld),
            "Đơn vị bình xét: được tán thành"
        );
        assert_eq!(
            texts.event(En, &vote(), &told),
            "Unit vote: 14 for, 1 against; endorsed"
        );
    }

    #[test]
    fn a_personal_value_shows_only_if_the_caller_has_opened_it() {
        let note = Sealed {
            sealed: "bm90aGluZw==".to_owned(),
            class: FieldClass::FreeText,
            id: "note".to_owned(),
            owner: SealOwner::Stream,
        };
        let event = nomination::Event::CriterionAssessed {
            criterion: CriterionCode::parse("C1").unwrap(),
            value: Finding::Met,
            evidence: Vec::new(),
            note: Some(note),
            criteria_version: 1,
            interpretation: None,
        };
        let said = |sealed: &[(&str, Opened)]| {
            let sealed = sealed
                .iter()
                .map(|(id, opened)| ((*id).to_owned(), opened.clone()));
            let facts = Facts {
                sealed: sealed.collect(),
                ..Facts::default()
            };
            Texts::new().event(Vi, &event.clone().into(), &facts)
        };
        let head = "Thẩm định tiêu chuẩn C1: đạt. Ghi chú:";
        let clear = Opened::Clear("đủ { $minh } chứng".to_owned());
        assert_eq!(said(&[]), format!("{head} (không hiển thị)"));
        assert_eq!(
            said(&[("note", Opened::Erased)]),
            format!("{head} (đã xóa)")
        );
        assert_eq!(
            said(&[("note", clear)]),
            format!("{head} đủ {{ $minh }} chứng")
        );
    }

    #[test]
    fn units_are_named_and_numbers_written_as_people_write_them() {
        let texts = Texts::new();
        let unit = UnitId::parse("tu-phap").unwrap();
        let units = [(unit.clone(), "Phòng Tư pháp".to_owned())].into();
        let facts = Facts {
            units,
            ..Facts::default()
        };
        let slots = quota::Event::QuotaAllocated {
            kind: NomineeKind::Individual,
            to: quota::SlotHolder::Unit(unit),
            slots: 1,
            reason: "kết quả năm 2024".to_owned(),
        };
        assert_eq!(
            texts.event(Vi, &slots.into(), &facts),
            "Phân bổ 1 suất cá nhân cho Phòng Tư pháp: kết quả năm 2024"
        );
        let document = SourceDocument {
            title: "NĐ 73/2024".to_owned(),
            number: None,
            date: None,
        };
        let wage = legal_basis::Event::BaseWageRecorded {
            instrument: InstrumentId::parse("luong-co-so").unwrap(),
            amount: Dong(2_340_000),
            valid_from: "2024-07-01".parse().unwrap(),
            document,
        };
        assert_eq!(
            texts.event(Vi, &wage.into(), &facts),
            "Ghi nhận lương cơ sở 2.340.000 đồng từ 01/07/2024"
        );
        let rating = fact::Event::RatingRecorded {
            rating: fact::Rating::CompletedWell,
            status: FactStatus::Final,
        };
        assert_eq!(
            texts.event(En, &rating.into(), &facts),
            "The rating is recorded (final): tasks completed well"
        );
        let launch = campaign::Event::CampaignLaunched {
            date: "2024-03-15".parse().unwrap(),
        };
        assert_eq!(
            texts.event(En, &launch.into(), &facts),
            "The campaign is launched on 15 March 2024"
        );
    }
}
