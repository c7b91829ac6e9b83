//! What else people may ask around a decision: that it be undone, corrected, and followed by another.

use super::{Wish, wish};
use crate::{
    DocumentKind, NominationId,
    decision::{
        Amendment, AssignNumber, Conduct, DecisionContent, DespiteHold, FormalError, InitialAspect,
        IssueDespiteHold, IssueFormalCorrection, NoteConduct, NumberVoidReason, Revocation,
        RevocationGround, SignatureVoidReason, VoidNumber, VoidSignedDecision,
    },
    stories_kit::{campaign_manager, day, document, review_head, sealed},
    stories_way as step,
};

pub(in crate::properties) fn decisions() -> Vec<Wish> {
    let parts = [undone(), later(), followed(1), followed(2), numbers()];
    parts.into_iter().flatten().collect()
}

fn undone() -> Vec<Wish> {
    let mut wishes = Vec::new();
    for number in [1, 2] {
        let decision = step::decision(number);
        let reason_code = SignatureVoidReason::ContentWrong;
        let void = VoidSignedDecision {
            decision: decision.clone(),
            reason_code,
        };
        let letter = IssueFormalCorrection {
            decision,
            letter_no: "12/UBND-NV".into(),
            date: day("2024-12-27"),
            document: document(DocumentKind::Evidence, 0x71),
            corrects: FormalError::Layout,
        };
        wishes.push(wish(&step::chairman(), void));
        wishes.push(wish(&step::clerk(), letter));
    }
    for nomination in step::both() {
        let reason = sealed("không liên quan");
        let note = NoteConduct {
            nomination: nomination.clone(),
            conduct: conduct(),
            document: document(DocumentKind::Evidence, 0x72),
            note: reason.clone(),
        };
        let held = vec![DespiteHold { nomination, reason }];
        let decision = step::decision(1);
        let despite = IssueDespiteHold { decision, held };
        wishes.push(wish(&step::chairman(), despite));
        wishes.push(wish(&step::chairman(), note));
    }
    wishes
}

fn conduct() -> Conduct {
    Conduct {
        from: day("2024-03-01"),
        until: day("2024-03-31"),
    }
}

fn later() -> Vec<Wish> {
    let refers_to = || step::decision(1);
    let revocation = Revocation {
        ground: RevocationGround::ViolationConcluded,
        conduct: Some(conduct()),
        proposal: document(DocumentKind::Evidence, 0x61),
        notice: document(DocumentKind::Evidence, 0x62),
    };
    let revocation = || Box::new(revocation.clone());
    let contents = [
        DecisionContent::Amend {
            refers_to: refers_to(),
            amendments: vec![amendment()],
        },
        DecisionContent::Replace {
            refers_to: refers_to(),
            amendments: vec![amendment()],
        },
        DecisionContent::Revoke {
            refers_to: refers_to(),
            awardees: Some(vec![step::c1()]),
            revocation: revocation(),
        },
        DecisionContent::Revoke {
            refers_to: refers_to(),
            awardees: None,
            revocation: revocation(),
        },
        granted(vec![step::i1()]),
        granted(step::both()),
    ];
    let drafts = contents.map(|content| step::draft_of(2, content));
    drafts
        .into_iter()
        .map(|draft| wish(&campaign_manager(), draft))
        .collect()
}

fn granted(awardees: Vec<NominationId>) -> DecisionContent {
    DecisionContent::SupplementaryGrant {
        refers_to: step::decision(1),
        presentation: step::presentation(1),
        awardees,
    }
}

fn amendment() -> Amendment {
    Amendment {
        nomination: step::i1(),
        name: sealed("Điểu Ví Dụ"),
        title: Some(sealed("Chuyên viên")),
        unit: None,
        category: None,
    }
}

/// The steps of a decision on the last day of the way.
fn followed(decision: u32) -> Vec<Wish> {
    let draft = step::draft(decision, step::both());
    vec![
        wish(&campaign_manager(), draft),
        wish(
            &review_head(),
            step::initial(decision, InitialAspect::Content),
        ),
        wish(
            &step::office(),
            step::initial(decision, InitialAspect::Form),
        ),
        wish(&step::chairman(), step::sign(decision, "2024-12-27T10:00")),
        wish(&step::chairman(), step::sign(decision, "2024-12-27T09:00")),
        wish(&step::clerk(), step::seal(decision)),
        wish(&step::clerk(), step::issue(decision)),
    ]
}

fn numbers() -> Vec<Wish> {
    let mut wishes = Vec::new();
    for of in [1, 2] {
        for number in [4385, 4386] {
            let assign = step::assign_number(of, number, "2024-12-27");
            let void = VoidNumber {
                decision: step::decision(of),
                number,
                reason_code: NumberVoidReason::NumberMistyped,
            };
            wishes.push(wish(&step::clerk(), assign));
            wishes.push(wish(&step::clerk(), void));
        }
        let next = AssignNumber {
            number: None,
            ..step::assign_number(of, 1, "2024-12-27")
        };
        wishes.push(wish(&step::clerk(), next));
    }
    wishes
}
