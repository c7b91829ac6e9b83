//! Audit 16: what was corrected, and who asked for it.

use serde_json::json;

use super::{Audit, finding::Findings, known::Known};
use crate::Entry;
use khen_domain::{
    Event, campaign, certificate, council_session, decision, nomination, number_register, org,
    unit_session,
};
use khen_texts::AuditLine;

#[derive(Default)]
pub(super) struct Corrections;

impl Audit for Corrections {
    fn see(&mut self, entry: &Entry, _: &Known, found: &mut Findings) {
        if !is_correction(entry.event()) {
            return;
        }
        let actor = entry.actor();
        let (name, _) = entry.event_type.name_and_version();
        let facts = json!({
            "event": name,
            "role": actor.role,
            "assignment": actor.assignment,
            "on_behalf_of": actor.on_behalf_of,
        });
        found.look(AuditLine::Corrected, entry, [], facts);
    }
}

fn is_correction(event: &Event) -> bool {
    is_of_a_case(event) || is_of_a_decision(event) || is_of_the_rest(event)
}

fn is_of_a_case(event: &Event) -> bool {
    let Event::Nomination(event) = event else {
        return false;
    };
    matches!(
        event,
        nomination::Event::NomineeDetailsCorrected { .. }
            | nomination::Event::EndorsementAnnulled { .. }
            | nomination::Event::ReviewReopened { .. }
            | nomination::Event::ReopenedByComplaint { .. }
            | nomination::Event::LegalRegimeReassigned { .. }
            | nomination::Event::ApprovalWithdrawn { .. }
            | nomination::Event::AwardAmended { .. }
            | nomination::Event::AwardRevoked { .. }
    )
}

fn is_of_a_decision(event: &Event) -> bool {
    matches!(
        event,
        Event::Decision(
            decision::Event::SignatureVoided { .. }
                | decision::Event::FormalCorrectionIssued { .. }
                | decision::Event::DocumentRecalled { .. }
        ) | Event::NumberRegister(number_register::Event::NumberVoided { .. })
            | Event::Certificate(certificate::Event::CertificateReissued { .. })
    )
}

fn is_of_the_rest(event: &Event) -> bool {
    matches!(
        event,
        Event::Campaign(
            campaign::Event::PlanAmended { .. } | campaign::Event::DeadlineExtended { .. }
        ) | Event::CouncilSession(council_session::Event::MotionAnnulled { .. })
            | Event::UnitSession(unit_session::Event::MotionAnnulled { .. })
            | Event::Org(
                org::Event::IdentityMerged { .. } | org::Event::IdentityMergeUndone { .. }
            )
    )
}
