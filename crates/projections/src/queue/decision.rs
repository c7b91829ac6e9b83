//! A decision waits for two initials, the signature, the number, the seal and its issue.

use super::turn::Turn;
use crate::word::word;
use khen_domain::{
    CommandKind, Role,
    decision::{Event, InitialAspect},
};

/// `memory` holds the initials that stand on the draft.
pub(super) fn turn(memory: &str, event: &Event) -> Turn {
    match event {
        Event::DecisionDrafted { .. } => after_initials(String::new()),
        Event::DraftInitialled { aspect, .. } => {
            after_initials(format!("{memory} {}", word(aspect)).trim().to_owned())
        }
        Event::DecisionSigned { .. } | Event::NumberVoided { .. } => {
            Turn::any(Role::RecordsClerk, CommandKind::AssignNumber)
        }
        Event::SignatureVoided { .. } => {
            Turn::any(Role::CampaignManager, CommandKind::DraftDecision)
        }
        Event::NumberAssigned { .. } => {
            Turn::any(Role::RecordsClerk, CommandKind::ApplyOrganisationSignature)
                .on_the_same_clock()
        }
        Event::OrganisationSigned {} => {
            Turn::any(Role::RecordsClerk, CommandKind::IssueDecision).on_the_same_clock()
        }
        Event::AwardDetailsConfirmed { .. }
        | Event::FormalCorrectionIssued { .. }
        | Event::LaterDecisionIssued { .. }
        | Event::RecallConfirmed { .. }
        | Event::ReceiptRecorded { .. }
        | Event::DocumentRecalled { .. } => Turn::Keep,
        Event::DecisionIssued { .. } => Turn::any(Role::RecordsClerk, CommandKind::Dispatch),
        Event::DecisionDispatched { .. } => {
            Turn::any(Role::ReviewHead, CommandKind::SendResultNotices)
        }
        Event::ResultNoticesSent { .. } | Event::LegacyDecisionRegistered { .. } => Turn::Done,
    }
}

/// The content is initialled by the head of the drafting office, the form by the Chairman's office.
/// Either may come first; while both are missing it lies with the first.
fn after_initials(initials: String) -> Turn {
    let stands = |aspect| initials.split(' ').any(|one| one == word(&aspect));
    let turn = if !stands(InitialAspect::Content) {
        Turn::any(Role::ReviewHead, CommandKind::InitialDraft)
    } else if !stands(InitialAspect::Form) {
        Turn::any(Role::ChairmanOffice, CommandKind::InitialDraft)
    } else {
        Turn::any(Role::Chairman, CommandKind::SignDecision)
    };
    turn.remembering(initials)
}
