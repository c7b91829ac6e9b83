//! The ways back and out of the gates: supplements, returns, withdrawals, annulled votes.

use super::{Wish, wish};
use crate::{
    DocumentKind, NominationId, Role,
    council_session::{ImposeRecusal, RecusalGround},
    decision::{ConfirmAwardDetails, Dispatch, SendResultNotices},
    nomination::{
        ConsentToWithdrawal, DeclineHonour, Defect, DiscardDraft, FileObjection, NameSubstitutes,
        OpinionValue, ReassignReviewer, RecordOpinion, Rejection, ReopenReview, Reopening,
        ReopeningReason, ReplacementReason, RequestOpinion, RequestSupplement, ReturnToReviewer,
        ReturnedRecommendation, ReturnedTo, Supersede, SupplementItem, Withdraw, Withdrawal,
    },
    presentation::{
        Answer, AnswerChairman, PresentationDefect, ReturnPresentation, SentBack, WithdrawApproval,
    },
    stories_kit::{
        acting, assignment, campaign, day, document, head, officer, person, review_head, sealed,
        unit,
    },
    stories_way as step,
    submission::{
        AcknowledgeSubmission, CloseSupplement, IncompleteDossier, Resubmit, ReturnedParts,
        WithdrawSubmission,
    },
    unit_session::{AnnulMotion, AnnulReason, AnnulledMotion, RankNominees},
};

/// The nominees of the way, each with its unit.
fn nominees() -> [(NominationId, &'static str); 2] {
    [(step::c1(), "tai-chinh"), (step::i1(), "van-phong")]
}

pub(super) fn ways_back() -> Vec<Wish> {
    let each = nominees().into_iter().flat_map(|(nomination, of)| {
        [
            of_unit(&nomination, of),
            of_letter(&nomination, of),
            of_review(&nomination),
            of_chairman(&nomination, of),
        ]
        .concat()
    });
    each.chain(of_council()).collect()
}

fn of_unit(nomination: &NominationId, of: &str) -> Vec<Wish> {
    let head = head(of);
    let withdraw = Withdraw {
        withdrawals: vec![Withdrawal {
            nomination: nomination.clone(),
            reason: sealed("Xin rút"),
        }],
    };
    let decline = DeclineHonour {
        nomination: nomination.clone(),
        document: document(DocumentKind::Evidence, 0x31),
    };
    let supersede = Supersede {
        nomination: nomination.clone(),
        in_favour_of: unit("tu-phap"),
        reason: sealed("Chuyển công tác"),
    };
    let object = FileObjection {
        nomination: nomination.clone(),
        text: sealed("Đề nghị xem lại"),
        attachments: Vec::new(),
    };
    let rank = RankNominees {
        campaign: campaign(),
        unit: unit(of),
        ranking: vec![nomination.clone()],
    };
    let annul = AnnulMotion {
        motion: AnnulledMotion::Unit {
            session: step::meeting(of),
        },
        reason_code: AnnulReason::Procedure,
    };
    let nomination = nomination.clone();
    vec![
        wish(&head, withdraw),
        wish(&head, decline),
        wish(&review_head(), supersede),
        wish(&head, object),
        wish(&head, rank),
        wish(&head, annul),
        wish(&officer(of), DiscardDraft { nomination }),
    ]
}

fn of_letter(nomination: &NominationId, of: &str) -> Vec<Wish> {
    let intake = acting("tiep-nhan", Role::IntakeOfficer);
    let submission = || step::submission(of);
    let returned = AcknowledgeSubmission {
        returned: Some(ReturnedParts {
            items: vec![unsigned(DocumentKind::MinutesExtract)],
            due: day("2024-12-06"),
        }),
        ..step::acknowledge(of)
    };
    let incomplete = AcknowledgeSubmission {
        incomplete: vec![IncompleteDossier {
            nomination: nomination.clone(),
            items: vec![unsigned(DocumentKind::AchievementReport)],
            due: day("2024-12-06"),
            note: None,
        }],
        ..step::acknowledge(of)
    };
    let resubmit = Resubmit {
        submission: submission(),
        items: Vec::new(),
    };
    let close = CloseSupplement {
        submission: submission(),
        nominations: vec![nomination.clone()],
    };
    let withdraw = WithdrawSubmission {
        submission: submission(),
    };
    vec![
        wish(&intake, returned),
        wish(&intake, incomplete),
        wish(&head(of), resubmit),
        wish(&intake, close),
        wish(&head(of), withdraw),
    ]
}

fn unsigned(part: DocumentKind) -> SupplementItem {
    SupplementItem {
        part,
        criterion: None,
        defect: Defect::Unsigned,
    }
}

fn of_review(nomination: &NominationId) -> Vec<Wish> {
    let alone = || vec![nomination.clone()];
    let supplement = RequestSupplement {
        nomination: nomination.clone(),
        items: vec![unsigned(DocumentKind::AchievementReport)],
        due: day("2024-12-20"),
        note: None,
    };
    let ask = RequestOpinion {
        nomination: nomination.clone(),
        body: "Hội đồng sáng kiến".into(),
        question: sealed("Đề nghị cho ý kiến"),
        due: day("2024-12-20"),
    };
    let answer = RecordOpinion {
        nomination: nomination.clone(),
        body: "Hội đồng sáng kiến".into(),
        value: OpinionValue::Favourable,
        document: document(DocumentKind::Evidence, 0x32),
    };
    let back = ReturnToReviewer {
        returns: vec![ReturnedRecommendation {
            nomination: nomination.clone(),
            reason: sealed("Chưa rõ"),
        }],
    };
    let reopen = ReopenReview {
        reviews: vec![Reopening {
            nomination: nomination.clone(),
            reason_code: ReopeningReason::FactChanged,
            reason: sealed("Có số liệu mới"),
        }],
    };
    let reassign = ReassignReviewer {
        nominations: alone(),
        reviewer: step::reviewer().assignment,
        reason_code: ReplacementReason::Absence,
    };
    let substitutes = NameSubstitutes {
        nominations: alone(),
        reviewer: assignment("thanh-tra-vien", Role::SubstituteReviewer),
        confirmer: assignment("pho-thanh-tra", Role::SubstituteConfirmer),
    };
    vec![
        wish(&step::reviewer(), supplement),
        wish(&step::reviewer(), ask),
        wish(&step::reviewer(), answer),
        wish(&review_head(), back),
        wish(&review_head(), reopen),
        wish(&review_head(), reassign),
        wish(&step::chairman(), substitutes),
    ]
}

fn of_council() -> Vec<Wish> {
    let chair = step::member("chu-tich");
    let annul = AnnulMotion {
        motion: AnnulledMotion::Council {
            session: step::session(),
            motion: 1,
        },
        reason_code: AnnulReason::CountedWrongly,
    };
    let impose = nominees().map(|(nomination, _)| ImposeRecusal {
        session: step::session(),
        member: person("head.noi-vu"),
        nomination,
        ground: RecusalGround::PersonallyInvolved,
    });
    let mut wishes = vec![wish(&chair, annul)];
    wishes.extend(impose.map(|command| wish(&chair, command)));
    wishes
}

fn of_chairman(nomination: &NominationId, of: &str) -> Vec<Wish> {
    let presentation = || step::presentation(1);
    let reason = || sealed("Cần làm rõ");
    let mut wishes = Vec::new();
    for to in [
        ReturnedTo::Clarification,
        ReturnedTo::Review,
        ReturnedTo::Council,
    ] {
        let mut sent_back = step::decide(1, &[]);
        sent_back.send_back = vec![SentBack {
            nomination: nomination.clone(),
            to,
            reason: reason(),
        }];
        wishes.push(wish(&step::chairman(), sent_back));
    }
    let returned = ReturnPresentation {
        presentation: presentation(),
        reason_code: PresentationDefect::LetterForm,
    };
    let answer = AnswerChairman {
        answers: vec![Answer {
            nomination: nomination.clone(),
            answer: sealed("Đã làm rõ"),
        }],
    };
    let withdraw = WithdrawApproval {
        approvals: vec![Rejection {
            nomination: nomination.clone(),
            reason: reason(),
        }],
    };
    let consent = ConsentToWithdrawal {
        nominations: vec![nomination.clone()],
    };
    let confirm = ConfirmAwardDetails {
        decision: step::decision(1),
        nomination: nomination.clone(),
        sha256: step::draft_document().sha256,
    };
    let dispatch = Dispatch {
        decision: step::decision(1),
        recipients: step::recipients(),
    };
    let notices = SendResultNotices {
        decision: step::decision(1),
        nominations: vec![nomination.clone()],
    };
    wishes.extend([
        wish(&step::office(), returned),
        wish(&review_head(), answer),
        wish(&step::chairman(), withdraw),
        wish(&step::chairman(), consent),
        wish(&officer(of), confirm),
        wish(&step::clerk(), dispatch),
        wish(&review_head(), notices),
    ]);
    wishes
}
