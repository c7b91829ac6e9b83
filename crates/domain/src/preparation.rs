//! What must be done to a command's content before a rule may see it: which members are personal.

use crate::{CommandKind, FieldClass, SealOwner};

/// Whose key a personal member is sealed under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueOwner {
    /// The person named by the member at this JSON pointer.
    Person {
        /// JSON pointer to the person's id.
        pointer: &'static str,
        /// How a reader of the event finds the owner.
        word: SealOwner,
    },
    /// The nomination named by the sibling member of this name; readers find it by the stream.
    Nomination {
        /// Name of the member beside the personal one, or a pointer from the top.
        pointer: &'static str,
    },
    /// The certificate of the nomination that the member of this name beside the personal one names, or
    /// a pointer from the top; readers find it by the stream.
    Certificate {
        /// Name of the member, or a pointer from the top.
        pointer: &'static str,
    },
    /// The complaint named by the member at this JSON pointer; readers find it by the stream.
    Complaint {
        /// JSON pointer to the complaint's id.
        pointer: &'static str,
    },
    /// The feedback named by the member at this JSON pointer; readers find it by the stream.
    Feedback {
        /// JSON pointer to the feedback's id.
        pointer: &'static str,
    },
}

/// One personal member of a command's content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PersonalField {
    /// JSON pointer; `*` stands for every element of a list.
    pub pointer: &'static str,
    /// Kind of value.
    pub class: FieldClass,
    /// Whose key.
    pub owner: ValueOwner,
}

/// A reference that the desk fills in, because it takes a person's key to know it. In a pointer `*`
/// stands for every element of a list; the member that is filled in stands beside the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    /// The nominee within the campaign.
    Nominee {
        /// Pointer to the person.
        person: &'static str,
        /// Pointer to the campaign.
        campaign: &'static str,
        /// Pointer to the member that is filled in.
        into: &'static str,
    },
    /// The person as a subject of facts.
    Fact {
        /// Pointer to the person.
        person: &'static str,
        /// Pointer to the year.
        year: &'static str,
        /// Pointer to the member that is filled in.
        into: &'static str,
    },
    /// The person as a subject of holds.
    Hold {
        /// Pointer to the person.
        person: &'static str,
        /// Pointer to the member that is filled in.
        into: &'static str,
    },
}

/// All of it for one command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preparation {
    /// Members to seal.
    pub personal: &'static [PersonalField],
    /// References to fill in.
    pub references: &'static [Reference],
}

const NOTHING: Preparation = Preparation {
    personal: &[],
    references: &[],
};

const REGISTER_PERSON: Preparation = Preparation {
    personal: &[PersonalField {
        pointer: "/name",
        class: FieldClass::PersonName,
        owner: ValueOwner::Person {
            pointer: "/person",
            word: SealOwner::Stream,
        },
    }],
    references: &[],
};

const DRAFT_NOMINATION: Preparation = Preparation {
    personal: &[
        nominee_field("/candidate/name", FieldClass::PersonName),
        nominee_field("/candidate/title", FieldClass::PersonTitle),
    ],
    references: &[Reference::Nominee {
        person: "/candidate/person",
        campaign: "/campaign",
        into: "/candidate/nominee_ref",
    }],
};

const RECORD_RATING: Preparation = Preparation {
    personal: &[],
    references: &[Reference::Fact {
        person: "/person",
        year: "/year",
        into: "/subject",
    }],
};

const RECORD_FINDING: Preparation = Preparation {
    personal: &[case_text("/findings/*/note", "/nomination")],
    references: &[],
};

const CONFIRM_REVIEWS: Preparation = Preparation {
    personal: &[case_text("/reject/*/reason", "nomination")],
    references: &[],
};

const DECIDE_PRESENTATION: Preparation = Preparation {
    personal: &[
        case_text("/decline/*/reason", "nomination"),
        case_text("/return/*/reason", "nomination"),
    ],
    references: &[],
};

const CORRECT_NOMINEE_DETAILS: Preparation = Preparation {
    personal: &[
        person_field("/name", FieldClass::PersonName),
        person_field("/title", FieldClass::PersonTitle),
    ],
    references: &[Reference::Nominee {
        person: "/person",
        campaign: "/campaign",
        into: "/nominee_ref",
    }],
};

const RECORD_PAST_AWARD: Preparation = Preparation {
    personal: &[],
    references: &[Reference::Fact {
        person: "/awardee/person",
        year: "/year",
        into: "/awardee/subject",
    }],
};

const REGISTER_LEGACY_DECISION: Preparation = Preparation {
    personal: &[],
    references: &[Reference::Fact {
        person: "/awards/*/awardee/person",
        year: "/year",
        into: "/awards/*/awardee/subject",
    }],
};

const HOLD: Preparation = Preparation {
    personal: &[],
    references: &[Reference::Hold {
        person: "/subject/person",
        into: "/subject/subject",
    }],
};

const WITHDRAW: Preparation = texts(&[case_text("/withdrawals/*/reason", "nomination")]);
const SUPERSEDE: Preparation = texts(&[case_text("/reason", "/nomination")]);
const FILE_OBJECTION: Preparation = texts(&[case_text("/text", "/nomination")]);
const REQUEST_OPINION: Preparation = texts(&[case_text("/question", "/nomination")]);
const REQUEST_SUPPLEMENT: Preparation = texts(&[case_text("/note", "/nomination")]);
const RETURN_TO_REVIEWER: Preparation = texts(&[case_text("/returns/*/reason", "nomination")]);
const REOPEN_REVIEW: Preparation = texts(&[case_text("/reviews/*/reason", "nomination")]);
const ACKNOWLEDGE_SUBMISSION: Preparation = texts(&[
    case_text("/incomplete/*/note", "nomination"),
    case_text("/refuse/*/reason", "nomination"),
]);
const ANSWER_CHAIRMAN: Preparation = texts(&[case_text("/answers/*/answer", "nomination")]);
const WITHDRAW_APPROVAL: Preparation = texts(&[case_text("/approvals/*/reason", "nomination")]);
const ISSUE_DESPITE_HOLD: Preparation = texts(&[case_text("/held/*/reason", "nomination")]);
const NOTE_CONDUCT: Preparation = texts(&[case_text("/note", "/nomination")]);
const DRAFT_DECISION: Preparation = texts(&[
    case_field("/content/amendments/*/name", FieldClass::PersonName),
    case_field("/content/amendments/*/title", FieldClass::PersonTitle),
]);
const REGISTER_COMPLAINT: Preparation = texts(&[PersonalField {
    pointer: "/text",
    class: FieldClass::FreeText,
    owner: ValueOwner::Complaint {
        pointer: "/complaint",
    },
}]);
const FILE_FEEDBACK: Preparation = texts(&[feedback_text("/text")]);
const ANSWER_FEEDBACK: Preparation = texts(&[feedback_text("/answer")]);

const HAND_OVER_CERTIFICATE: Preparation =
    texts(&[certificate_text("/handovers/*/presented_to", "nomination")]);
const REISSUE_CERTIFICATE: Preparation = texts(&[certificate_text("/note", "/nomination")]);

/// The preparation of a kind of command. Members that the content does not have are passed over:
/// whether they may be missing is for the content's own type to say.
#[must_use]
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the other commands name no person"
)]
pub fn preparation(kind: CommandKind) -> Preparation {
    match kind {
        CommandKind::RegisterPerson => REGISTER_PERSON,
        CommandKind::DraftNomination => DRAFT_NOMINATION,
        CommandKind::RecordRating => RECORD_RATING,
        CommandKind::RecordFinding => RECORD_FINDING,
        CommandKind::ConfirmReviews => CONFIRM_REVIEWS,
        CommandKind::DecidePresentation => DECIDE_PRESENTATION,
        CommandKind::CorrectNomineeDetails => CORRECT_NOMINEE_DETAILS,
        CommandKind::RecordPastAward => RECORD_PAST_AWARD,
        CommandKind::RegisterLegacyDecision => REGISTER_LEGACY_DECISION,
        CommandKind::PlaceHold | CommandKind::ReviewHold | CommandKind::LiftHold => HOLD,
        CommandKind::Withdraw => WITHDRAW,
        CommandKind::Supersede => SUPERSEDE,
        CommandKind::FileObjection => FILE_OBJECTION,
        CommandKind::RequestOpinion => REQUEST_OPINION,
        CommandKind::RequestSupplement => REQUEST_SUPPLEMENT,
        CommandKind::ReturnToReviewer => RETURN_TO_REVIEWER,
        CommandKind::ReopenReview => REOPEN_REVIEW,
        CommandKind::AcknowledgeSubmission => ACKNOWLEDGE_SUBMISSION,
        CommandKind::AnswerChairman => ANSWER_CHAIRMAN,
        CommandKind::WithdrawApproval => WITHDRAW_APPROVAL,
        CommandKind::IssueDespiteHold => ISSUE_DESPITE_HOLD,
        CommandKind::NoteConduct => NOTE_CONDUCT,
        CommandKind::DraftDecision => DRAFT_DECISION,
        CommandKind::RegisterComplaint => REGISTER_COMPLAINT,
        CommandKind::FileFeedback => FILE_FEEDBACK,
        CommandKind::AnswerFeedback => ANSWER_FEEDBACK,
        CommandKind::HandOverCertificate => HAND_OVER_CERTIFICATE,
        CommandKind::ReissueCertificate => REISSUE_CERTIFICATE,
        _ => NOTHING,
    }
}

const fn nominee_field(pointer: &'static str, class: FieldClass) -> PersonalField {
    let owner = ValueOwner::Person {
        pointer: "/candidate/person",
        word: SealOwner::Nominee,
    };
    PersonalField {
        pointer,
        class,
        owner,
    }
}

const fn person_field(pointer: &'static str, class: FieldClass) -> PersonalField {
    let owner = ValueOwner::Person {
        pointer: "/person",
        word: SealOwner::Nominee,
    };
    PersonalField {
        pointer,
        class,
        owner,
    }
}

const fn texts(personal: &'static [PersonalField]) -> Preparation {
    Preparation {
        personal,
        references: &[],
    }
}

const fn feedback_text(pointer: &'static str) -> PersonalField {
    let owner = ValueOwner::Feedback {
        pointer: "/feedback",
    };
    PersonalField {
        pointer,
        class: FieldClass::FreeText,
        owner,
    }
}

const fn case_text(pointer: &'static str, nomination: &'static str) -> PersonalField {
    let owner = ValueOwner::Nomination {
        pointer: nomination,
    };
    PersonalField {
        pointer,
        class: FieldClass::FreeText,
        owner,
    }
}

/// How the awardee named beside it is called.
const fn case_field(pointer: &'static str, class: FieldClass) -> PersonalField {
    let owner = ValueOwner::Nomination {
        pointer: "nomination",
    };
    PersonalField {
        pointer,
        class,
        owner,
    }
}

const fn certificate_text(pointer: &'static str, nomination: &'static str) -> PersonalField {
    let owner = ValueOwner::Certificate {
        pointer: nomination,
    };
    PersonalField {
        pointer,
        class: FieldClass::FreeText,
        owner,
    }
}
