//! Up to the issued decision.

use crate::{
    Actor, DecisionId, Document, DocumentKind, NominationId, PresentationId, Role,
    decision::{
        ApplyOrganisationSignature, AssignNumber, DecisionContent, DraftDecision, InitialAspect,
        InitialDraft, IssueDecision, SignDecision, SignatureKind,
    },
    nomination::Rejection,
    presentation::{CheckPresentation, DecidePresentation, PresentToChairman},
    stories_kit::{
        Stage, acting, campaign, campaign_manager, day, document, moment, review_head, sealed,
    },
    stories_way::session,
};

pub(crate) fn presentation(number: u32) -> PresentationId {
    PresentationId {
        campaign: campaign(),
        number,
    }
}

pub(crate) fn decision(number: u32) -> DecisionId {
    DecisionId {
        campaign: campaign(),
        number,
    }
}

/// The Chairman in office.
pub(crate) fn chairman() -> Actor {
    acting("chu-tich", Role::Chairman)
}

/// The Office of the Chairman.
pub(crate) fn office() -> Actor {
    acting("vp-to-trinh", Role::ChairmanOffice)
}

/// The records clerk.
pub(crate) fn clerk() -> Actor {
    acting("van-thu", Role::RecordsClerk)
}

/// The presentation letter.
pub(crate) fn presentation_letter() -> Document {
    document(DocumentKind::PresentationLetter, 0x41)
}

/// Nơi nhận.
pub(crate) fn recipients() -> Vec<String> {
    vec!["Như Điều 3".into(), "Sở Nội vụ".into()]
}

/// The draft of the decision.
pub(crate) fn draft_document() -> Document {
    document(DocumentKind::Decision, 0x51)
}

/// The signed paper, scanned.
pub(crate) fn scan() -> Document {
    document(DocumentKind::Decision, 0x52)
}

pub(crate) fn present(number: u32, nominations: Vec<NominationId>) -> PresentToChairman {
    PresentToChairman {
        presentation: presentation(number),
        session: session(),
        nominations,
        letter: presentation_letter(),
    }
}

pub(crate) fn check(number: u32) -> CheckPresentation {
    CheckPresentation {
        presentation: presentation(number),
    }
}

pub(crate) fn decide(number: u32, decline: &[NominationId]) -> DecidePresentation {
    let decline = decline.iter().map(|nomination| Rejection {
        nomination: nomination.clone(),
        reason: sealed("đã được khen thưởng cùng thành tích"),
    });
    DecidePresentation {
        send_back: vec![],
        presentation: presentation(number),
        delegation: None,
        decline: decline.collect(),
    }
}

pub(crate) fn draft(number: u32, awardees: Vec<NominationId>) -> DraftDecision {
    let content = DecisionContent::Grant {
        presentation: presentation(1),
        awardees,
    };
    draft_of(number, content)
}

/// A draft of any kind.
pub(crate) fn draft_of(number: u32, content: DecisionContent) -> DraftDecision {
    DraftDecision {
        recipients: recipients(),
        decision: decision(number),
        content,
        document: draft_document(),
    }
}

pub(crate) fn initial(number: u32, aspect: InitialAspect) -> InitialDraft {
    InitialDraft {
        decision: decision(number),
        aspect,
        sha256: draft_document().sha256,
    }
}

pub(crate) fn sign(number: u32, signed_at: &str) -> SignDecision {
    SignDecision {
        delegation: None,
        decision: decision(number),
        signature: SignatureKind::Wet,
        signed_at: moment(signed_at),
        sha256: draft_document().sha256,
        scan: scan(),
    }
}

pub(crate) fn assign_number(of: u32, number: u32, date: &str) -> AssignNumber {
    AssignNumber {
        decision: decision(of),
        number: Some(number),
        date: day(date),
    }
}

pub(crate) fn seal(number: u32) -> ApplyOrganisationSignature {
    ApplyOrganisationSignature {
        decision: decision(number),
    }
}

pub(crate) fn issue(number: u32) -> IssueDecision {
    IssueDecision {
        decision: decision(number),
    }
}

impl Stage {
    /// Presented on 23 December and checked the day after.
    #[track_caller]
    pub(crate) fn presented(self, number: u32, nominations: Vec<NominationId>) -> Self {
        self.at("2024-12-23T09:00")
            .then(&review_head(), present(number, nominations))
            .at("2024-12-24T09:00")
            .then(&office(), check(number))
    }

    /// The Chairman approved all of a presentation on 26 December.
    #[track_caller]
    pub(crate) fn chairman_approved(self, number: u32, nominations: Vec<NominationId>) -> Self {
        self.presented(number, nominations)
            .at("2024-12-26T08:00")
            .then(&chairman(), decide(number, &[]))
    }

    /// The decision is drafted and initialled on 26 December.
    #[track_caller]
    pub(crate) fn initialled(self, number: u32, awardees: Vec<NominationId>) -> Self {
        self.at("2024-12-26T14:00")
            .then(&campaign_manager(), draft(number, awardees))
            .then(&review_head(), initial(number, InitialAspect::Content))
            .then(&office(), initial(number, InitialAspect::Form))
    }

    /// The Chairman signs on Friday, 27 December, at nine.
    #[track_caller]
    pub(crate) fn decision_signed(self, number: u32, awardees: Vec<NominationId>) -> Self {
        self.initialled(number, awardees)
            .at("2024-12-27T09:00")
            .then(&chairman(), sign(number, "2024-12-27T09:00"))
    }
}
