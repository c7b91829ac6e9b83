//! Up to received dossiers.

use crate::stories_kit::{Stage, acting, campaign, document, head, officer, secretary, unit};
use crate::{
    Document, DocumentKind, NominationId, Role, SubmissionId, UnitSessionId,
    submission::{
        AcknowledgeSubmission, AttachPart, CertifyMinutesExtract, OpenSubmission, SetList,
        SignSubmissionLetter, SubmitSubmission,
    },
};

/// The first submission of a unit.
pub(crate) fn submission(of: &str) -> SubmissionId {
    SubmissionId {
        campaign: campaign(),
        unit: unit(of),
        number: 1,
    }
}

/// The first meeting of a unit.
pub(crate) fn meeting(of: &str) -> UnitSessionId {
    UnitSessionId {
        campaign: campaign(),
        unit: unit(of),
        number: 1,
    }
}

/// The letter of a unit.
pub(crate) fn letter() -> Document {
    document(DocumentKind::SubmissionLetter, 0x11)
}

/// The extract of a unit's minutes.
pub(crate) fn extract() -> Document {
    document(DocumentKind::MinutesExtract, 0x12)
}

pub(crate) fn open_submission(of: &str) -> OpenSubmission {
    OpenSubmission {
        submission: submission(of),
    }
}

pub(crate) fn attach(of: &str, document: Document) -> AttachPart {
    AttachPart {
        submission: submission(of),
        document,
    }
}

pub(crate) fn set_list(of: &str, nominations: Vec<NominationId>) -> SetList {
    SetList {
        submission: submission(of),
        session: meeting(of),
        nominations,
    }
}

pub(crate) fn certify(of: &str) -> CertifyMinutesExtract {
    CertifyMinutesExtract {
        submission: submission(of),
        sha256: extract().sha256,
    }
}

pub(crate) fn sign_letter(of: &str) -> SignSubmissionLetter {
    SignSubmissionLetter {
        submission: submission(of),
        sha256: letter().sha256,
    }
}

pub(crate) fn submit(of: &str) -> SubmitSubmission {
    SubmitSubmission {
        submission: submission(of),
    }
}

pub(crate) fn acknowledge(of: &str) -> AcknowledgeSubmission {
    AcknowledgeSubmission {
        returned: None,
        incomplete: vec![],
        refuse: vec![],
        submission: submission(of),
    }
}

impl Stage {
    /// The unit has its list, letter and certified extract.
    #[track_caller]
    pub(crate) fn prepared(self, of: &str, nominations: Vec<NominationId>) -> Self {
        let officer = officer(of);
        self.then(&officer, open_submission(of))
            .then(&officer, attach(of, letter()))
            .then(&officer, attach(of, extract()))
            .then(&officer, set_list(of, nominations))
            .then(&secretary(of), certify(of))
    }

    /// The unit's letter is signed and sent.
    #[track_caller]
    pub(crate) fn sent(self, of: &str, nominations: Vec<NominationId>) -> Self {
        self.prepared(of, nominations)
            .then(&head(of), sign_letter(of))
            .then(&head(of), submit(of))
    }

    /// Home Affairs received it.
    #[track_caller]
    pub(crate) fn received(self, of: &str, nominations: Vec<NominationId>) -> Self {
        let intake = acting("tiep-nhan", Role::IntakeOfficer);
        self.sent(of, nominations).then(&intake, acknowledge(of))
    }
}
