//! What a story needs to know of its case before it begins.

use std::collections::BTreeMap;

use crate::{
    Entry, History, HistoryError,
    disclosure::{Stage, sees_the_dossier},
};
use khen_domain::{Event, NomineeRef, UnitId, nomination};
use khen_eventlog::LedgerId;
use khen_texts::{Audience, CouncilMinutes, Facts};

/// Whom the case is about.
#[derive(Default)]
pub(crate) struct Subject {
    nominee: Option<NomineeRef>,
    unit: Option<(UnitId, String)>,
}

impl History {
    /// How far the case has come; sessions are looked up only for readers it matters to.
    pub(crate) async fn stage(
        &self,
        ledger: &LedgerId,
        events: &[Entry],
        audience: Audience,
    ) -> Result<Stage, HistoryError> {
        let mut stage = Stage::default();
        let waits_for_minutes = matches!(audience, Audience::Unit | Audience::Nominee);
        for told in events {
            let Event::Nomination(event) = &told.decoded.event else {
                continue;
            };
            if let nomination::Event::NominationListed { session } = event
                && waits_for_minutes
                && self.council_minutes(ledger, Some(session)).await? == CouncilMinutes::Signed
            {
                stage.signed.insert(session.clone());
            }
            stage.is_rejected_in_review |=
                matches!(event, nomination::Event::ReviewRejected { .. });
            stage.is_awarded |= matches!(event, nomination::Event::Awarded { .. });
        }
        Ok(stage)
    }

    pub(crate) async fn subject(
        &self,
        ledger: &LedgerId,
        events: &[Entry],
    ) -> Result<Subject, HistoryError> {
        let drafted = events.first().map(|told| &told.decoded.event);
        let Some(Event::Nomination(nomination::Event::NominationDrafted {
            unit, nominee_ref, ..
        })) = drafted
        else {
            return Ok(Subject::default());
        };
        let name = self.unit_name(ledger, unit).await?;
        Ok(Subject {
            nominee: Some(nominee_ref.clone()),
            unit: name.map(|name| (unit.clone(), name)),
        })
    }

    /// What the words of one event need.
    pub(crate) async fn facts(
        &self,
        ledger: &LedgerId,
        subject: &Subject,
        told: &Entry,
        audience: Audience,
    ) -> Result<Facts, HistoryError> {
        let sealed = if sees_the_dossier(audience) {
            self.opened(ledger, subject.nominee.as_ref(), told).await?
        } else {
            BTreeMap::new()
        };
        Ok(Facts {
            sealed,
            units: subject.unit.clone().into_iter().collect(),
            ..Facts::default()
        })
    }
}
