//! Stories of feedback: filed in order, passed on, answered, closed.

use crate::{
    FeedbackId, OfficeFunction, Sealed, StreamKey,
    feedback::{AnswerFeedback, CloseFeedback, Event, FeedbackTopic, FileFeedback, RouteFeedback},
    stories_kit::{
        Stage, campaign, campaign_manager, given, head, officer, review_head, sealed, unit,
    },
};

/// Tuesday 5 November 2024.
fn stage() -> Stage {
    Stage::launched().at("2024-11-05T09:00")
}

fn ticket(number: u32) -> FeedbackId {
    FeedbackId::new(campaign(), unit("tan-khai"), number)
}

fn another(text: &str) -> Sealed {
    Sealed {
        id: "1".repeat(32),
        ..sealed(text)
    }
}

fn file(number: u32) -> FileFeedback {
    FileFeedback {
        feedback: ticket(number),
        topic: FeedbackTopic::Criteria,
        text: sealed("Mô hình mới có cần văn bản công nhận không?"),
        attachments: Vec::new(),
    }
}

fn route(to: OfficeFunction) -> RouteFeedback {
    RouteFeedback {
        feedback: ticket(1),
        to,
    }
}

fn answer(general: bool) -> AnswerFeedback {
    AnswerFeedback {
        feedback: ticket(1),
        answer: sealed("Không cần."),
        general,
    }
}

fn close() -> CloseFeedback {
    CloseFeedback {
        feedback: ticket(1),
    }
}

fn filed() -> Stage {
    stage().then(&head("tan-khai"), file(1))
}

fn answered() -> Stage {
    filed().then(&review_head(), answer(true))
}

#[test]
fn a_unit_files_the_next_of_its_own_series() {
    let FileFeedback { topic, text, .. } = file(1);
    let event = Event::FeedbackFiled {
        campaign: campaign(),
        unit: unit("tan-khai"),
        topic,
        text,
        attachments: Vec::new(),
    };
    given(stage())
        .when(&head("tan-khai"), file(1))
        .then([(StreamKey::feedback(&ticket(1)), event)]);
    given(stage())
        .when(&officer("tan-khai"), file(2))
        .then_refused("feedback_out_of_order");
    let second = given(filed()).when(&officer("tan-khai"), file(2));
    assert_eq!(second.then_effects().len(), 1);
}

#[test]
fn feedback_is_filed_for_the_own_unit_while_the_campaign_runs() {
    given(stage())
        .when(&head("tu-phap"), file(1))
        .then_refused("other_unit");
    given(Stage::registered())
        .when(&head("tan-khai"), file(1))
        .then_refused("campaign_absent");
}

#[test]
fn filed_feedback_is_not_overwritten() {
    let otherwise = FileFeedback {
        text: another("Khác"),
        ..file(1)
    };
    for stage in [filed(), answered()] {
        given(stage.clone())
            .when(&head("tan-khai"), otherwise.clone())
            .then_refused("feedback_filed_otherwise");
        given(stage)
            .when(&head("tan-khai"), file(1))
            .then_nothing_happens();
    }
}

#[test]
fn feedback_is_passed_on_until_it_is_answered() {
    let to = OfficeFunction::FinanceOffice;
    given(filed()).when(&campaign_manager(), route(to)).then([(
        StreamKey::feedback(&ticket(1)),
        Event::FeedbackRouted { to },
    )]);
    given(stage())
        .when(&campaign_manager(), route(to))
        .then_refused("feedback_absent");
    given(answered())
        .when(&campaign_manager(), route(to))
        .then_refused("feedback_answered");
}

#[test]
fn an_answer_may_be_for_all_and_may_be_bettered() {
    let general = Event::FeedbackAnswered {
        answer: sealed("Không cần."),
        general: true,
    };
    given(filed())
        .when(&review_head(), answer(true))
        .then([(StreamKey::feedback(&ticket(1)), general)]);
    let for_all = given(filed().then(&review_head(), answer(false)));
    let effects = for_all.when(&review_head(), answer(true));
    assert_eq!(effects.then_effects().len(), 1);
    given(stage())
        .when(&review_head(), answer(true))
        .then_refused("feedback_absent");
}

#[test]
fn feedback_is_closed_once_it_is_answered_and_then_stands() {
    given(filed())
        .when(&review_head(), close())
        .then_refused("feedback_unanswered");
    given(stage())
        .when(&review_head(), close())
        .then_refused("feedback_absent");
    let closed = Event::FeedbackClosed {};
    given(answered())
        .when(&review_head(), close())
        .then([(StreamKey::feedback(&ticket(1)), closed)]);
    let stage = || answered().then(&review_head(), close());
    given(stage())
        .when(&review_head(), answer(false))
        .then_refused("feedback_closed");
    given(stage())
        .when(&review_head(), route(OfficeFunction::FinanceOffice))
        .then_refused("feedback_closed");
}
