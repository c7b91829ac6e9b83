//! A reaction answers an event with a command, once.

use crate::{
    desk::{at, desk, file_feedback, hon_quan, launch, recorded},
    house::House,
};
use khen_ambient::MovableClock;
use khen_domain::{
    CampaignId, Command, Dong, Event, InstrumentId, SourceDocument, legal_basis::RecordBaseWage,
    stories_kit::day, timer::RecordReminders,
};
use khen_eventlog::{Epoch, EventFeed as _, Ledger, Position};
use khen_projections::Fact;
use khen_workers::{Reaction, ReactionParts, ReactionSink, Sink, SinkError};

/// A made-up reaction that leaves something behind.
const WAGE: Reaction = Reaction {
    name: "wage",
    react: |fact: &Fact| {
        let follows = matches!(fact.event, Event::Feedback(_)).then(|| {
            let instrument = InstrumentId::parse("luong-co-so").expect("an identifier");
            Command::from(RecordBaseWage {
                instrument,
                amount: Dong(2_340_000),
                valid_from: day("2024-07-01"),
                document: SourceDocument {
                    title: "NĐ 73/2024".to_owned(),
                    number: None,
                    date: None,
                },
            })
        });
        follows.into_iter().collect()
    },
};

/// A made-up reaction that a rule stands against.
const REFUSED: Reaction = Reaction {
    name: "refused",
    react: |fact: &Fact| {
        let follows = matches!(fact.event, Event::Feedback(_)).then(|| {
            Command::from(RecordReminders {
                campaign: CampaignId::parse("HQ-2023").expect("an identifier"),
                reminders: Vec::new(),
            })
        });
        follows.into_iter().collect()
    },
};

async fn sink(house: &House, reaction: Reaction) -> ReactionSink {
    let clock = MovableClock::default();
    clock.move_to(at("2024-11-06T08:00"));
    let parts = ReactionParts {
        desk: desk(house, &clock).await,
        cursors: house.office.clone(),
    };
    ReactionSink::new(reaction, parts)
}

/// Follows to the end of what is there now; answers where it stands.
async fn follow(house: &House, sink: &dyn Sink) -> Position {
    let cursors = sink.cursors().await.expect("the cursors are read");
    let Some(cursor) = cursors.get(&hon_quan()).copied() else {
        let ledger = seen(house).await;
        let begun = sink.begin(&ledger, Epoch::ALONE).await;
        return begun.expect("the reaction begins");
    };
    let events = house.store.read_from(&hon_quan(), cursor, 4_096).await;
    let events = events.expect("the ledger is read");
    if events.is_empty() {
        return cursor;
    }
    let applied = sink.apply(&hon_quan(), events, Epoch::ALONE).await;
    applied.expect("the reaction goes on")
}

async fn seen(house: &House) -> Ledger {
    let known = house.store.ledger(&hon_quan()).await;
    known.expect("the ledgers are read").expect("there is one")
}

async fn end(house: &House) -> Position {
    seen(house).await.size
}

#[tokio::test]
async fn a_new_reaction_begins_at_the_end_of_the_ledger() {
    let house = House::open().await;
    launch(&house).await;
    file_feedback(&house, 1).await;
    let sink = sink(&house, WAGE).await;
    assert_eq!(follow(&house, &sink).await, end(&house).await);
    assert_eq!(recorded(&house, "legal_basis/").await, []);
}

#[tokio::test]
async fn an_event_is_answered_once_even_when_it_is_handled_twice() {
    let house = House::open().await;
    launch(&house).await;
    let sink = sink(&house, WAGE).await;
    follow(&house, &sink).await;
    file_feedback(&house, 1).await;
    follow(&house, &sink).await;
    assert_eq!(recorded(&house, "legal_basis/").await.len(), 1);
    let all = house.events(&hon_quan()).await;
    let again = sink.apply(&hon_quan(), all, Epoch::ALONE).await;
    again.expect("what was answered is answered again");
    assert_eq!(recorded(&house, "legal_basis/").await.len(), 1);
}

#[tokio::test]
async fn the_cursor_outlives_the_process() {
    let house = House::open().await;
    launch(&house).await;
    let before = sink(&house, WAGE).await;
    follow(&house, &before).await;
    file_feedback(&house, 1).await;
    let after = sink(&house, WAGE).await;
    follow(&house, &after).await;
    assert_eq!(recorded(&house, "legal_basis/").await.len(), 1);
}

#[tokio::test]
async fn a_refused_reaction_is_passed_over() {
    let house = House::open().await;
    launch(&house).await;
    let sink = sink(&house, REFUSED).await;
    follow(&house, &sink).await;
    file_feedback(&house, 1).await;
    assert_eq!(follow(&house, &sink).await, end(&house).await);
}

#[tokio::test]
async fn a_reaction_of_an_earlier_epoch_moves_no_cursor() {
    let house = House::open().await;
    launch(&house).await;
    let sink = sink(&house, WAGE).await;
    let begun = sink.begin(&seen(&house).await, Epoch(2)).await;
    let begun = begun.expect("the reaction begins");
    file_feedback(&house, 1).await;
    let events = house.events(&hon_quan()).await;
    let late = events.into_iter().filter(|event| event.position >= begun);
    let late = late.collect();
    let refused = sink.apply(&hon_quan(), late, Epoch(1)).await;
    assert!(matches!(refused, Err(SinkError::Fenced)), "{refused:?}");
    let cursors = sink.cursors().await.expect("the cursors are read");
    assert_eq!(cursors.get(&hon_quan()), Some(&begun));
}
