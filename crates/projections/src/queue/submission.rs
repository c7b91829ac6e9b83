//! A submission waits for its parts, the extract's certificate, the letter's signature, its sending
//! and its receipt.

use std::collections::BTreeSet;

use super::turn::{About, Own, Turn};
use crate::moment::end_of;
use khen_domain::{CommandKind, Document, DocumentKind, Role, submission::Event};

pub(super) fn about(event: &Event) -> Option<About> {
    match event {
        Event::SubmissionOpened { submission } => Some(About {
            campaign: Some(submission.campaign.to_string()),
            unit: Some(submission.unit.to_string()),
        }),
        Event::PartAttached { .. }
        | Event::ListSet { .. }
        | Event::MinutesExtractCertified { .. }
        | Event::SubmissionLetterSigned { .. }
        | Event::LatePermissionRequested { .. }
        | Event::LatePermissionGranted { .. }
        | Event::SubmissionSent { .. }
        | Event::SubmissionReturned { .. }
        | Event::SubmissionResubmitted {}
        | Event::SubmissionRefused { .. }
        | Event::SubmissionWithdrawn {}
        | Event::SubmissionReceived { .. } => None,
    }
}

/// `memory` holds what is there. An edit voids what was signed or certified over it.
pub(super) fn turn(memory: &str, event: &Event) -> Turn {
    let mut papers = Papers::read(memory);
    match event {
        Event::SubmissionOpened { .. } => papers = Papers::default(),
        Event::PartAttached { document } => papers.attach(document),
        Event::ListSet { session, .. } => papers.cite(session.number),
        Event::MinutesExtractCertified { .. } => {
            papers.there.remove(SIGNATURE);
            papers.there.insert(CERTIFICATE);
        }
        Event::SubmissionLetterSigned { .. } => {
            papers.there.insert(SIGNATURE);
        }
        Event::SubmissionReturned { due, .. } => {
            let turn = Turn::unit(Role::UnitHead, CommandKind::Resubmit);
            return turn.remembering(papers.write()).due(Own::At(end_of(*due)));
        }
        Event::LatePermissionRequested { .. } => {
            let turn = Turn::any(Role::ReviewHead, CommandKind::GrantLatePermission);
            return turn.remembering(papers.write());
        }
        // The letter that was signed lies with its unit again.
        Event::LatePermissionGranted { .. } => {}
        Event::SubmissionSent { .. } | Event::SubmissionResubmitted {} => {
            return Turn::any(Role::IntakeOfficer, CommandKind::AcknowledgeSubmission);
        }
        Event::SubmissionReceived { .. }
        | Event::SubmissionRefused { .. }
        | Event::SubmissionWithdrawn {} => return Turn::Done,
    }
    papers.next().remembering(papers.write())
}

const LETTER: &str = "letter";
const EXTRACT: &str = "extract";
const CERTIFICATE: &str = "certificate";
const SIGNATURE: &str = "signature";

/// What a submission has already.
#[derive(Default)]
struct Papers {
    there: BTreeSet<&'static str>,
    /// Number of the meeting that the list cites.
    cited: Option<u32>,
}

impl Papers {
    fn read(memory: &str) -> Self {
        let words: Vec<&str> = memory.split(' ').collect();
        let parts = [LETTER, EXTRACT, CERTIFICATE, SIGNATURE].into_iter();
        let number = words.iter().find_map(|word| word.strip_prefix("list="));
        Self {
            there: parts.filter(|part| words.contains(part)).collect(),
            cited: number.and_then(|number| number.parse().ok()),
        }
    }

    fn write(&self) -> String {
        let words = self.there.iter().map(|part| (*part).to_owned());
        let list = self.cited.map(|number| format!("list={number}"));
        words.chain(list).collect::<Vec<_>>().join(" ")
    }

    fn attach(&mut self, document: &Document) {
        self.there.remove(SIGNATURE);
        match document.kind {
            DocumentKind::SubmissionLetter => {
                self.there.insert(LETTER);
            }
            DocumentKind::MinutesExtract => {
                self.there.insert(EXTRACT);
                self.there.remove(CERTIFICATE);
            }
            DocumentKind::Plan
            | DocumentKind::AchievementReport
            | DocumentKind::Minutes
            | DocumentKind::Evidence
            | DocumentKind::PresentationLetter
            | DocumentKind::Certificate
            | DocumentKind::SummationReport
            | DocumentKind::Decision => {}
        }
    }

    fn cite(&mut self, session: u32) {
        self.there.remove(SIGNATURE);
        if self.cited.replace(session) != Some(session) {
            self.there.remove(CERTIFICATE);
        }
    }

    fn next(&self) -> Turn {
        use CommandKind as K;

        let is_missing = |part| !self.there.contains(part);
        if is_missing(LETTER) || is_missing(EXTRACT) {
            Turn::unit(Role::UnitOfficer, K::AttachPart)
        } else if self.cited.is_none() {
            Turn::unit(Role::UnitOfficer, K::SetList)
        } else if is_missing(CERTIFICATE) {
            Turn::unit(Role::UnitSecretary, K::CertifyMinutesExtract)
        } else if is_missing(SIGNATURE) {
            Turn::unit(Role::UnitHead, K::SignSubmissionLetter)
        } else {
            Turn::unit(Role::UnitHead, K::SubmitSubmission)
        }
    }
}
