//! What the desks around the gates may do at any time: holds, quota, facts, feedback, the plan.

use super::{Wish, wish};
use crate::{
    CriterionCode, FactSubject, FeedbackId, Finding, NomineeKind, OfficeFunction, Role,
    campaign::{
        AmendPlan, ConfirmRollout, ExtendDeadline, ExtensionCause, InterpretCriterion, Plan,
        RecordReminder, UnclearSituation,
    },
    fact::{
        AuthorityIndex, AwardLevel, FactAbout, PastAward, RecordAuthorityIndex, RecordDiscipline,
        RecordPastAward,
    },
    feedback::{AnswerFeedback, CloseFeedback, FeedbackTopic, FileFeedback, RouteFeedback},
    hold::{HeldSubject, HoldGround, HoldOutcome, LiftHold, PlaceHold, ReviewHold},
    quota::{ReallocateQuota, SlotHolder},
    stories_kit::{
        acting, approved, campaign, campaign_manager, complaint_officer, day, evidence_issuer,
        for_authority, group, head, hold_subject, moment, of_unit, paper, person_of, plan,
        review_head, sealed, unit,
    },
};

pub(super) fn desks() -> Vec<Wish> {
    [holds(), moves(), facts(), feedback(), plans()].concat()
}

fn holds() -> Vec<Wish> {
    let person = person_of("nominee", "van-phong");
    let of_person = HeldSubject::Person {
        subject: hold_subject(&person),
        person,
    };
    let of_unit = HeldSubject::Unit {
        unit: unit("tai-chinh"),
    };
    let second = acting("pho-thanh-tra", Role::ComplaintOfficer);
    let mut wishes = Vec::new();
    for subject in [of_unit, of_person] {
        for hold in [1, 2] {
            let place = PlaceHold {
                subject: subject.clone(),
                hold,
                ground: HoldGround::Complaint,
                verifying_body: "Thanh tra huyện".into(),
                document: paper("Thông báo thụ lý"),
                review_by: day("2025-01-15"),
            };
            let review = ReviewHold {
                subject: subject.clone(),
                hold,
                review_by: day("2025-02-15"),
            };
            wishes.push(wish(&complaint_officer(), place));
            wishes.push(wish(&complaint_officer(), review));
            for actor in [complaint_officer(), second.clone(), review_head()] {
                let lift = LiftHold {
                    subject: subject.clone(),
                    hold,
                    outcome: HoldOutcome::Unfounded,
                    document: paper("Kết luận xác minh"),
                };
                wishes.push(wish(&actor, lift));
            }
        }
    }
    wishes
}

fn moves() -> Vec<Wish> {
    let ends = [
        (NomineeKind::Collective, Some(group("agencies")), None),
        (NomineeKind::Collective, None, Some(group("agencies"))),
        (NomineeKind::Individual, Some(of_unit("van-phong")), None),
        (
            NomineeKind::Individual,
            Some(of_unit("tu-phap")),
            Some(of_unit("van-phong")),
        ),
        (NomineeKind::Individual, None, Some(of_unit("tu-phap"))),
    ];
    let numbered = ends.into_iter().flat_map(|(kind, from, to)| {
        [1, 2, 3].map(|reallocation| moved(reallocation, kind, from.clone(), to.clone()))
    });
    let manager = approved(&campaign_manager());
    numbered.map(|command| wish(&manager, command)).collect()
}

fn moved(
    reallocation: u32,
    kind: NomineeKind,
    from: Option<SlotHolder>,
    to: Option<SlotHolder>,
) -> ReallocateQuota {
    ReallocateQuota {
        campaign: campaign(),
        kind,
        reallocation,
        from,
        to,
        slots: 1,
        reason: "Đơn vị không sử dụng hết".into(),
    }
}

fn facts() -> Vec<Wish> {
    let award = PastAward {
        level: AwardLevel::Province,
        form: "Bằng khen".into(),
        number: "1203/QĐ-UBND".into(),
        date: day("2024-06-03"),
        same_achievement: true,
    };
    let of_person = FactAbout::Person {
        person: person_of("nominee", "van-phong"),
        subject: FactSubject::parse("subject.nominee.van-phong").expect("it is an identifier"),
    };
    let of_unit = FactAbout::Unit {
        unit: unit("tai-chinh"),
    };
    let awarded = [of_person, of_unit].map(|awardee| RecordPastAward {
        awardee,
        year: 2024,
        award: award.clone(),
    });
    let discipline = RecordDiscipline {
        unit: unit("tai-chinh"),
        year: 2024,
        is_key_leader: true,
        issued_on: day("2024-10-01"),
        document_number: "45/QĐ-UBKT".into(),
    };
    let index = RecordAuthorityIndex {
        year: 2024,
        index: AuthorityIndex {
            score_bp: 8_800,
            prior_score_bp: None,
            scale: "100".into(),
        },
        status: crate::FactStatus::Final,
    };
    let mut wishes = vec![
        wish(&evidence_issuer(), discipline),
        wish(&evidence_issuer(), index),
    ];
    wishes.extend(awarded.map(|command| wish(&evidence_issuer(), command)));
    wishes
}

fn feedback() -> Vec<Wish> {
    let mut wishes = Vec::new();
    for number in [1, 2] {
        let feedback = FeedbackId::new(campaign(), unit("tan-khai"), number);
        let file = FileFeedback {
            feedback: feedback.clone(),
            topic: FeedbackTopic::Quota,
            text: sealed("Số lượng phân bổ"),
            attachments: Vec::new(),
        };
        let route = RouteFeedback {
            feedback: feedback.clone(),
            to: OfficeFunction::FinanceOffice,
        };
        let answer = AnswerFeedback {
            feedback: feedback.clone(),
            answer: sealed("Đã phân bổ"),
            general: true,
        };
        wishes.push(wish(&head("tan-khai"), file));
        wishes.push(wish(&review_head(), route));
        wishes.push(wish(&review_head(), answer));
        wishes.push(wish(&review_head(), CloseFeedback { feedback }));
    }
    wishes
}

fn plans() -> Vec<Wish> {
    let amend = AmendPlan {
        campaign: campaign(),
        plan: Box::new(Plan {
            preference: "Chú trọng cơ sở".into(),
            ..plan()
        }),
        document: paper("Kế hoạch sửa đổi"),
        feedback: Some(FeedbackId::new(campaign(), unit("tan-khai"), 1)),
        criteria: None,
    };
    let remind = RecordReminder {
        campaign: campaign(),
        date: day("2024-11-20"),
        units: Vec::new(),
        document: paper("Công văn đôn đốc"),
    };
    let confirm = ConfirmRollout {
        campaign: campaign(),
        unit: unit("tu-phap"),
    };
    let mut wishes = vec![
        wish(&for_authority(), amend),
        wish(&campaign_manager(), remind),
        wish(&head("tu-phap"), confirm),
    ];
    for finding in [Finding::Met, Finding::NotMet] {
        let interpret = InterpretCriterion {
            campaign: campaign(),
            criterion: CriterionCode::parse("C5").expect("a code is an identifier"),
            situation: UnclearSituation::NoPriorScore,
            finding,
            reason: "Đơn vị mới thành lập".into(),
            document: paper("Thông báo về tiêu chuẩn"),
        };
        wishes.push(wish(&review_head(), interpret));
    }
    for (due, cause) in [
        ("2024-12-02T17:00", ExtensionCause::Schedule),
        ("2024-12-20T17:00", ExtensionCause::Outage),
    ] {
        let extend = ExtendDeadline {
            campaign: campaign(),
            due: moment(due),
            cause,
            reason: "Mưa bão kéo dài".into(),
        };
        wishes.push(wish(&review_head(), extend));
    }
    wishes
}
