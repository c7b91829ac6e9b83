//! Keeps `eligibility_v1`.

use crate::{Fact, Projection, word::word};
use khen_domain::{Event, quota};
use khen_read_model::EligibilityRow;

/// Which units may nominate, by campaign, kind and unit.
pub struct Eligibilities;

impl Projection for Eligibilities {
    type Row = EligibilityRow;

    fn keys(fact: &Fact) -> Vec<String> {
        let Event::Quota(quota::Event::EligibleUnitsDetermined { kind, units }) = &fact.event
        else {
            return Vec::new();
        };
        let campaign = fact.stream.key();
        let key = |one: &quota::Eligibility| format!("{campaign}/{kind}/{}", one.unit);
        units.iter().map(key).collect()
    }

    fn evolve(key: &str, row: Option<EligibilityRow>, fact: &Fact) -> Option<EligibilityRow> {
        let Event::Quota(quota::Event::EligibleUnitsDetermined { kind, units }) = &fact.event
        else {
            return row;
        };
        let (_, unit) = key.rsplit_once('/')?;
        let one = units.iter().find(|one| one.unit.as_str() == unit)?;
        Some(EligibilityRow {
            eligibility: key.to_owned(),
            campaign: fact.stream.key().to_owned(),
            kind: kind.to_string(),
            unit: unit.to_owned(),
            is_eligible: one.is_eligible,
            reason_code: word(&one.reason_code),
            position: fact.position,
        })
    }
}
