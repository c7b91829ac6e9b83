//! Stories of the end: the selection is closed, then the campaign, then the archive has it.

use crate::{
    Event, FeedbackId, NomineeKind, StreamKey,
    campaign::{
        self, CloseCampaign, CloseSelection, Explanation, NotHandedOver, TransferToArchive,
    },
    certificate::{
        HandOverCertificate, Handover, PrintCertificates, SealCertificates, SignCertificates,
    },
    decision::SendResultNotices,
    feedback::{AnswerFeedback, FeedbackTopic, FileFeedback},
    nomination::{self, LapseReason},
    slot,
    stories_kit::{
        Stage, campaign, campaign_manager, draft_collective, given, head, nomination, of_unit,
        officer, paper, review_head, sealed, unit,
    },
    stories_way::{beginning, both, c1, chairman, clerk, decision, i1, issued, prizes_paid, way},
};

fn close_selection() -> CloseSelection {
    CloseSelection {
        campaign: campaign(),
    }
}

fn close(explained: &[crate::NominationId]) -> CloseCampaign {
    let explanations = explained.iter().map(|nomination| Explanation {
        nomination: nomination.clone(),
        reason_code: NotHandedOver::NotCollected,
    });
    CloseCampaign {
        campaign: campaign(),
        explanations: explanations.collect(),
    }
}

fn archive(retention_years: u32) -> TransferToArchive {
    TransferToArchive {
        campaign: campaign(),
        document: paper("Biên bản giao nhận hồ sơ"),
        retention_years,
    }
}

/// Paid, nothing handed over, the selection closed.
fn paid() -> Stage {
    prizes_paid().then(&review_head(), close_selection())
}

fn handed_over() -> Stage {
    let handovers = both().into_iter().map(|nomination| Handover {
        nomination,
        presented_to: None,
    });
    let hand_over = HandOverCertificate {
        handovers: handovers.collect(),
    };
    paid()
        .then(
            &campaign_manager(),
            PrintCertificates {
                nominations: both(),
            },
        )
        .then(
            &chairman(),
            SignCertificates {
                delegation: None,
                nominations: both(),
            },
        )
        .then(
            &clerk(),
            SealCertificates {
                nominations: both(),
            },
        )
        .then(&campaign_manager(), hand_over)
}

#[test]
fn whatever_is_not_signed_lapses_with_its_reason() {
    let lapsed = |reason_code| Event::from(nomination::Event::NominationLapsed { reason_code });
    given(Stage::met())
        .when(&review_head(), close_selection())
        .then([
            (
                StreamKey::campaign(&campaign()),
                Event::from(campaign::Event::SelectionClosed {}),
            ),
            (StreamKey::nomination(&c1()), lapsed(LapseReason::Quota)),
            (
                StreamKey::nomination(&i1()),
                lapsed(LapseReason::SelectionClosed),
            ),
        ]);
}

#[test]
fn what_lapses_gives_its_slot_back() {
    let steps = way().into_iter();
    let steps = steps.take_while(|one| one.command.kind() != crate::CommandKind::AssignReviewer);
    let received = steps.fold(beginning(), |stage, step| {
        stage.at(step.at).then(&step.actor, step.command)
    });
    let effects = given(received)
        .when(&review_head(), close_selection())
        .then_effects();
    let holder = of_unit("van-phong");
    let slots = StreamKey::slot(&campaign(), NomineeKind::Individual, &holder);
    let freed = slot::Event::SlotFreed {
        nomination: i1(),
        reason_code: slot::FreedBecause::Lapsed,
    };
    assert!(effects.contains(&crate::Effect::new(slots, freed)));
}

#[test]
fn a_signed_decision_is_issued_before_the_selection_ends() {
    let unissued = way().into_iter().rev().skip(1).rev();
    let sealed = unissued.fold(beginning(), |stage, step| {
        stage.at(step.at).then(&step.actor, step.command)
    });
    given(sealed)
        .when(&review_head(), close_selection())
        .then_refused("signed_decision_unissued");
    let effects = given(issued()).when(&review_head(), close_selection());
    assert_eq!(effects.then_effects().len(), 1);
}

#[test]
fn nobody_is_nominated_after_the_selection() {
    given(issued().then(&review_head(), close_selection()))
        .when(&officer("tu-phap"), draft_collective("tu-phap"))
        .then_refused("selection_closed");
}

#[test]
fn the_units_of_those_that_lapsed_are_told_so() {
    let notices = SendResultNotices {
        decision: decision(1),
        nominations: vec![nomination(3)],
    };
    let drafted = || issued().then(&officer("tu-phap"), draft_collective("tu-phap"));
    given(drafted())
        .when(&review_head(), notices.clone())
        .then_refused("result_pending");
    let lapsed = drafted().then(&review_head(), close_selection());
    let effects = given(lapsed).when(&review_head(), notices);
    assert_eq!(effects.then_effects().len(), 1);
}

#[test]
fn a_campaign_is_closed_when_prizes_and_certificates_are_settled() {
    given(prizes_paid())
        .when(&campaign_manager(), close(&[]))
        .then_refused("selection_open");
    given(issued().then(&review_head(), close_selection()))
        .when(&campaign_manager(), close(&both()))
        .then_refused("prize_unsettled");
    given(paid())
        .when(&campaign_manager(), close(&[c1()]))
        .then_refused("certificate_not_handed_over");
    let explained = given(paid()).when(&campaign_manager(), close(&both()));
    assert_eq!(explained.then_effects().len(), 1);
    given(handed_over())
        .when(&campaign_manager(), close(&[]))
        .then([(
            StreamKey::campaign(&campaign()),
            campaign::Event::CampaignClosed {
                explanations: Vec::new(),
            },
        )]);
}

#[test]
fn feedback_is_answered_before_a_campaign_is_closed_and_closed_with_it() {
    let feedback = FeedbackId::new(campaign(), unit("tan-khai"), 1);
    let file = FileFeedback {
        feedback: feedback.clone(),
        topic: FeedbackTopic::Other,
        text: sealed("Bao giờ trao giấy khen?"),
        attachments: Vec::new(),
    };
    let answer = AnswerFeedback {
        feedback,
        answer: sealed("Tại hội nghị."),
        general: false,
    };
    let filed = || handed_over().then(&head("tan-khai"), file.clone());
    given(filed())
        .when(&campaign_manager(), close(&[]))
        .then_refused("campaign_feedback_open");
    let answered = filed().then(&review_head(), answer);
    let effects = given(answered).when(&campaign_manager(), close(&[]));
    assert_eq!(effects.then_effects().len(), 2);
}

#[test]
fn the_archive_takes_a_closed_campaign_for_a_time() {
    given(handed_over())
        .when(&campaign_manager(), archive(20))
        .then_refused("campaign_not_closed");
    let closed = || handed_over().then(&campaign_manager(), close(&[]));
    given(closed())
        .when(&campaign_manager(), archive(0))
        .then_refused("retention_missing");
    let effects = given(closed()).when(&campaign_manager(), archive(20));
    assert_eq!(effects.then_effects().len(), 1);
}
