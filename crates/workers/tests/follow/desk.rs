//! A desk over the house, in a season of its own time: a launched campaign, and feedback of a unit
//! that waits for its answer.

use std::sync::Arc;

use jiff::Timestamp;

use crate::house::{House, ledger};
use khen_ambient::{MovableClock, OsChance, RandomIds};
use khen_desk::{Desk, DeskParts};
use khen_domain::{
    Event, FeedbackId, FieldClass, StreamKey,
    campaign::Event as Campaign,
    feedback::{Event as Feedback, FeedbackTopic},
    stories_kit::{campaign, criteria, day, gate_rules, plan, unit},
};
use khen_eventlog::{LedgerId, OwnerId};
use khen_privacy::OwnerWord;

/// The ledger of all stories here.
pub(crate) fn hon_quan() -> LedgerId {
    ledger("hon-quan")
}

/// A desk that shows the time of `clock`.
pub(crate) async fn desk(house: &House, clock: &MovableClock) -> Arc<Desk> {
    let owner = OwnerId(StreamKey::authority().to_string());
    let key = house.vault.owner_key_or_new(&hon_quan(), &owner).await;
    key.expect("the authority has a key");
    Arc::new(Desk::new(DeskParts {
        store: house.store.clone(),
        bell: Arc::new(house.bell.clone()),
        vault: house.vault.clone(),
        files: house.office.clone(),
        clock: Arc::new(clock.clone()),
        halts: khen_eventlog::Halts::default(),
        ids: Arc::new(RandomIds),
        chance: Arc::new(OsChance),
    }))
}

/// An instant in Viet Nam.
pub(crate) fn at(time: &str) -> Timestamp {
    let time = format!("{time}:00+07:00").parse();
    time.expect("the time is well formed")
}

/// Launches the campaign.
pub(crate) async fn launch(house: &House) {
    let stream = StreamKey::campaign(&campaign());
    let events = [
        Campaign::PlanRegistered {
            campaign: campaign(),
            plan: Box::new(plan()),
        },
        Campaign::CriteriaVersionPublished {
            version: 1,
            criteria: criteria(),
        },
        Campaign::GateRulesSet {
            rules: gate_rules(),
        },
        Campaign::CampaignLaunched {
            date: day("2024-03-15"),
        },
    ];
    let events = events.map(|event| (stream.clone(), event.into()));
    house.record_all(&hon_quan(), events.into()).await;
}

/// A unit says what stands in its way, on Tuesday 5 November 2024: five working days to answer it.
pub(crate) async fn file_feedback(house: &House, number: u32) {
    let feedback = FeedbackId::new(campaign(), unit("tan-khai"), number);
    let stream = StreamKey::feedback(&feedback);
    let owner = (&stream, OwnerWord::Stream);
    let text = "Mô hình mới có cần văn bản công nhận không?";
    let (at, class) = (hon_quan(), FieldClass::FreeText);
    let text = house.seal(&at, owner, class, text).await;
    let filed = Feedback::FeedbackFiled {
        campaign: campaign(),
        unit: unit("tan-khai"),
        topic: FeedbackTopic::Criteria,
        text,
        attachments: Vec::new(),
    };
    house.record(&hon_quan(), &stream, &filed.into()).await;
}

/// Names of the events of a kind of stream, in order.
pub(crate) async fn recorded(house: &House, kind: &str) -> Vec<Event> {
    let events = house.events(&hon_quan()).await;
    let of_kind = events
        .iter()
        .filter(|event| event.stream.as_str().starts_with(kind));
    of_kind
        .map(|event| khen_codec::read_event(event).expect("the event is read"))
        .collect()
}
