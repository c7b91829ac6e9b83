//! Keeps `quota_v1`.

use crate::{Fact, Projection};
use khen_domain::{Event, NomineeKind, quota};
use khen_read_model::QuotaRow;

/// Quotas, by campaign and kind.
pub struct Quotas;

const KINDS: [NomineeKind; 2] = [NomineeKind::Collective, NomineeKind::Individual];

impl Projection for Quotas {
    type Row = QuotaRow;

    fn keys(fact: &Fact) -> Vec<String> {
        if places(&fact.event).is_none() {
            return Vec::new();
        }
        let campaign = fact.stream.key();
        KINDS.map(|kind| format!("{campaign}/{kind}")).into()
    }

    fn evolve(key: &str, row: Option<QuotaRow>, fact: &Fact) -> Option<QuotaRow> {
        let Some((collective, individual)) = places(&fact.event) else {
            return row;
        };
        let (campaign, word) = key.rsplit_once('/')?;
        let kind = KINDS.into_iter().find(|kind| kind.to_string() == word)?;
        let places = match kind {
            NomineeKind::Collective => collective,
            NomineeKind::Individual => individual,
        };
        Some(QuotaRow {
            quota: key.to_owned(),
            campaign: campaign.to_owned(),
            kind: word.to_owned(),
            places: u64::from(places),
            position: fact.position,
        })
    }
}

/// Places for collectives and for individuals from this event on, if it says so.
fn places(event: &Event) -> Option<(u32, u32)> {
    let Event::Quota(
        quota::Event::QuotaSet {
            collective,
            individual,
        }
        | quota::Event::QuotaChanged {
            collective,
            individual,
            ..
        },
    ) = event
    else {
        return None;
    };
    Some((*collective, *individual))
}
