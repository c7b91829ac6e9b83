//! Up to received dossiers.

use crate::stories_kit::{
    Stage, acting, campaign, document, head, item, meeting as meeting_of, officer, secretary, unit,
};
use crate::{
    Document, DocumentKind, NominationId, Outcome, Role, State, StreamKey, SubmissionId,
    UnitSessionId,
    minutes::{Stated, StatedItem},
    submission::{
        AcknowledgeSubmission, AttachPart, CertifyMinutesExtract, OpenSubmission, SetList,
        SignSubmissionLetter, SubmitSubmission,
    },
    unit_session::RecordUnitMeeting,
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

/// The extract of this meeting, on which all items were carried.
pub(crate) fn certify_of(held: &RecordUnitMeeting) -> CertifyMinutesExtract {
    let of = held.session.unit.as_str();
    let items = held.items.iter().map(|item| StatedItem {
        nomination: item.nomination.clone(),
        tally: item.tally,
        outcome: Outcome::Carried,
    });
    CertifyMinutesExtract {
        submission: submission(of),
        sha256: extract().sha256,
        chair: held.chair.clone(),
        secretary: held.secretary.clone(),
        stated: Stated {
            present: held.present,
            total: held.total,
            items: items.collect(),
        },
    }
}

/// The extract of the meeting of an endorsed unit.
pub(crate) fn certify(of: &str) -> CertifyMinutesExtract {
    let item = match of {
        "tai-chinh" => item(1, (11, 0), 0),
        _ => item(2, (9, 1), 1),
    };
    certify_of(&meeting_of(of, [item]))
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
    /// The extract of the first meeting, copied from the record.
    pub(crate) fn extracted(&self, of: &str) -> CertifyMinutesExtract {
        let state = self.state(&StreamKey::unit_session(&meeting(of)));
        let State::UnitSession(state) = state.as_ref() else {
            panic!("a meeting's stream holds a meeting");
        };
        let held = state.meeting().expect("the story's unit has met");
        let items = held.items.iter().map(|item| StatedItem {
            nomination: item.nomination.clone(),
            tally: item.tally,
            outcome: item.outcome,
        });
        CertifyMinutesExtract {
            submission: submission(of),
            sha256: extract().sha256,
            chair: held.chair.clone(),
            secretary: held.secretary.clone(),
            stated: Stated {
                present: held.present,
                total: held.total,
                items: items.collect(),
            },
        }
    }

    /// The unit has its list, letter and certified extract.
    #[track_caller]
    pub(crate) fn prepared(self, of: &str, nominations: Vec<NominationId>) -> Self {
        let officer = officer(of);
        let certify = self.extracted(of);
        self.then(&officer, open_submission(of))
            .then(&officer, attach(of, letter()))
            .then(&officer, attach(of, extract()))
            .then(&officer, set_list(of, nominations))
            .then(&secretary(of), certify)
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
