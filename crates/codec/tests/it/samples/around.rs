//! What is being verified, and what units say.

use super::office::{paper, sealed};
use khen_domain::{
    CommandKind, DocumentKind, Event, FactSubject, FeedbackId, FieldClass, OfficeFunction, Role,
    SealOwner, StreamKey,
    desks::Due,
    feedback::{Event as Feedback, FeedbackTopic},
    hold::{Event as Hold, HoldGround, HoldOutcome},
    stories_kit::{assignment, campaign, day, document, moment, unit},
    timer::{About, Event as Timer, WatchedDesk},
};

pub(crate) fn events() -> Vec<(StreamKey, Event)> {
    [holds(), tickets(), told()].concat()
}

pub(crate) fn feedback() -> FeedbackId {
    FeedbackId::new(campaign(), unit("tu-phap"), 1)
}

fn told() -> Vec<(StreamKey, Event)> {
    let about: Vec<About> = vec![StreamKey::feedback(&feedback()).into()];
    let desk = WatchedDesk {
        role: Role::ReviewHead,
        unit: Some(unit("noi-vu")),
        assignment: Some(assignment("review_head", Role::ReviewHead)),
    };
    let all = [
        Timer::ReminderSent {
            act: CommandKind::AnswerFeedback,
            about: about.clone(),
            due: Due::On(day("2024-11-12")),
            offset: -1,
            to: desk.clone(),
        },
        Timer::DeadlineMissed {
            act: CommandKind::AnswerFeedback,
            about,
            due: Due::At(moment("2024-11-12T17:00")),
            desk,
            escalated_to: Role::ChairmanOffice,
        },
    ];
    let stream = StreamKey::timer(&campaign());
    all.map(|event| (stream.clone(), event.into())).into()
}

fn holds() -> Vec<(StreamKey, Event)> {
    let all = [
        Hold::HoldPlaced {
            hold: 1,
            ground: HoldGround::Discipline,
            verifying_body: "Thanh tra huyện".into(),
            document: paper(),
            review_by: day("2024-12-13"),
        },
        Hold::HoldReviewed {
            hold: 1,
            review_by: day("2024-12-20"),
        },
        Hold::HoldLiftRequested {
            hold: 1,
            outcome: HoldOutcome::Confirmed,
            document: paper(),
        },
        Hold::HoldLifted {
            hold: 1,
            outcome: HoldOutcome::Confirmed,
        },
    ];
    let stream = StreamKey::hold(&FactSubject::from(&unit("tan-khai")));
    all.map(|event| (stream.clone(), event.into())).into()
}

fn tickets() -> Vec<(StreamKey, Event)> {
    let words = || sealed(FieldClass::FreeText, SealOwner::Stream);
    let all = [
        Feedback::FeedbackFiled {
            campaign: campaign(),
            unit: unit("tu-phap"),
            topic: FeedbackTopic::Criteria,
            text: words(),
            attachments: vec![document(DocumentKind::Evidence, 18)],
        },
        Feedback::FeedbackRouted {
            to: OfficeFunction::HomeAffairsOffice,
        },
        Feedback::FeedbackAnswered {
            answer: words(),
            general: true,
        },
        Feedback::FeedbackClosed {},
    ];
    let stream = StreamKey::feedback(&feedback());
    all.map(|event| (stream.clone(), event.into())).into()
}
