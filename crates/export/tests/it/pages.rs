//! Pages are complete, ordered and the same for ever.

use futures::executor::block_on;
use proptest::{prelude::*, sample::select};

use crate::shelf::{Shelf, recorded_at};
use khen_eventlog::{Ledger, Payload, Position, ReadError, WireEvent, WirePayload};
use khen_export::{
    DataWish, Format, Homes, Page, PageError, Profile, Query, Recorded, TypeFilter, event,
    limits::{PAGE_BYTES_MAX, SCAN_EVENT_COUNT_MAX},
    page,
};

fn asked(shelf: &Shelf, ledger: &Ledger, query: &Query, format: Format) -> Page {
    let homes = Homes::default();
    block_on(page(
        (shelf, &homes),
        ledger,
        Profile::SoNoiVuV1,
        query,
        format,
    ))
    .unwrap()
}

fn lines(page: &Page) -> Vec<WireEvent> {
    let lines = page.bytes.split_inclusive(|byte| *byte == b'\n');
    let events: Vec<_> = lines.map(|line| WireEvent::parse(line).unwrap()).collect();
    assert_eq!(events.len(), page.event_count);
    events
}

fn positions(page: &Page) -> Vec<u64> {
    lines(page).iter().map(|event| event.position.0).collect()
}

fn everything(limit: usize) -> Query {
    Query {
        limit,
        ..Query::everything(Position(0))
    }
}

fn only(types: &[&str]) -> Query {
    Query {
        types: types
            .iter()
            .map(|text| TypeFilter::parse(text).unwrap())
            .collect(),
        ..everything(500)
    }
}

#[test]
fn a_batch_is_an_array_of_the_same_events() {
    let shelf = Shelf::of([1, 2, 3]);
    let batch = asked(&shelf, &shelf.whole(), &everything(2), Format::Batch);
    let events: Vec<serde_json::Value> = serde_json::from_slice(&batch.bytes).unwrap();
    let same = asked(&shelf, &shelf.whole(), &everything(2), Format::Lines);
    let read = same.bytes.split_inclusive(|byte| *byte == b'\n');
    let read: Vec<serde_json::Value> = read
        .map(|line| serde_json::from_slice(line).unwrap())
        .collect();
    assert_eq!((events, batch.next), (read, Position(2)));
    let empty = Query::everything(Position(3));
    let empty = asked(&shelf, &shelf.whole(), &empty, Format::Batch);
    assert_eq!((&*empty.bytes, empty.next), (&b"[]"[..], Position(3)));
}

#[test]
fn a_payload_is_whole_withheld_or_not_asked_for() {
    let shelf = Shelf::of([1, 2, 3]);
    let payloads = |data| {
        let query = Query {
            data,
            ..everything(3)
        };
        let page = asked(&shelf, &shelf.whole(), &query, Format::Lines);
        lines(&page)
            .into_iter()
            .map(|event| match event.payload {
                WirePayload::Whole(_) => Payload::Whole,
                WirePayload::Withheld => Payload::Withheld,
                WirePayload::NotAsked => Payload::NotAsked,
            })
            .collect::<Vec<_>>()
    };
    let withheld = Payload::Withheld;
    assert_eq!(
        payloads(DataWish::Full),
        [Payload::Whole, withheld, withheld]
    );
    assert_eq!(
        payloads(DataWish::None),
        [Payload::NotAsked, withheld, withheld]
    );
}

#[test]
fn one_event_reads_as_in_its_page() {
    let shelf = Shelf::of([1, 2, 3]);
    let ledger = shelf.ledger(2);
    let alone = |position| {
        block_on(event(
            &shelf,
            &ledger,
            Profile::SoNoiVuV1,
            Position(position),
        ))
    };
    let page = asked(&shelf, &ledger, &everything(3), Format::Lines);
    let second = page.bytes.split(|byte| *byte == b'\n').nth(1).unwrap();
    assert_eq!(alone(1).unwrap().unwrap(), second);
    assert_eq!(
        alone(2).unwrap(),
        None,
        "nothing beyond the size that is told"
    );
}

#[test]
fn a_reader_with_more_than_there_is_is_told_so() {
    let shelf = Shelf::of([1, 2, 3]);
    let query = Query::everything(Position(4));
    let refused = block_on(page(
        (&shelf, &Homes::default()),
        &shelf.whole(),
        Profile::AuditorV1,
        &query,
        Format::Batch,
    ));
    let (from, log_size) = (Position(4), Position(3));
    assert!(
        matches!(refused, Err(PageError::AheadOfLog { from: a, log_size: b }) if (a, b) == (from, log_size))
    );
}

#[test]
fn a_page_stays_within_its_bytes_and_never_stands_still() {
    let shelf = Shelf::of([1_000_000; 12]);
    let mut query = everything(5_000);
    let mut pages = Vec::new();
    while query.from < Position(12) {
        let page = asked(&shelf, &shelf.whole(), &query, Format::Lines);
        assert!(page.bytes.len() <= PAGE_BYTES_MAX);
        assert!(page.next > query.from);
        query.from = page.next;
        pages.extend(positions(&page));
    }
    // Two of three are withheld, so that all twelve make some four megabytes.
    assert_eq!(pages, (0..12).collect::<Vec<_>>());
    let (ledger, query) = (shelf.whole(), everything(12));
    let homes = Homes::default();
    let page = page(
        (&shelf, &homes),
        &ledger,
        Profile::AuditorV1,
        &query,
        Format::Batch,
    );
    let page = block_on(page).unwrap();
    assert_eq!(
        (page.event_count, page.next, page.is_final),
        (8, Position(8), true)
    );
}

#[test]
fn a_filter_that_matches_nothing_reaches_the_end_in_bounded_steps() {
    let size = usize::try_from(SCAN_EVENT_COUNT_MAX).unwrap() + 10;
    let shelf = Shelf::of(vec![1; size]);
    let mut query = only(&["campaign.*"]);
    let first = asked(&shelf, &shelf.whole(), &query, Format::Lines);
    assert_eq!(
        (first.next, first.is_final),
        (Position(SCAN_EVENT_COUNT_MAX), true)
    );
    query.from = first.next;
    let second = asked(&shelf, &shelf.whole(), &query, Format::Lines);
    assert_eq!((second.next, second.is_final), (shelf.whole().size, false));
}

#[test]
fn filters_choose_by_type_subject_campaign_and_time() {
    let shelf = Shelf::of([1; 9]);
    let chosen = |query: &Query| positions(&asked(&shelf, &shelf.whole(), query, Format::Lines));
    assert_eq!(
        chosen(&only(&["org.*", "nomination.awarded"])),
        [0, 2, 3, 5, 6, 8]
    );
    let subject = khen_eventlog::StreamName::parse("nomination/HQ-CCHC-2024-0008").unwrap();
    let by_subject = Query {
        subject: Some(subject),
        ..everything(9)
    };
    assert_eq!(chosen(&by_subject), [1, 4, 7]);
    let by_campaign = Query {
        campaign: Some("HQ-CCHC-2024".to_owned()),
        ..everything(9)
    };
    assert_eq!(chosen(&by_campaign), [0, 1, 3, 4, 6, 7]);
    let recorded = Recorded {
        from: recorded_at(2),
        to: recorded_at(5),
    };
    let by_time = Query {
        recorded: Some(recorded),
        ..everything(9)
    };
    assert_eq!(chosen(&by_time), [2, 3, 4]);
    let page = asked(&shelf, &shelf.whole(), &by_time, Format::Lines);
    assert_eq!(page.next, Position(9), "nothing later can be of that time");
}

#[test]
fn a_missing_event_is_an_error_never_left_out() {
    let shelf = Shelf::of([1; 10]).torn();
    let ledger = shelf.whole();
    let refused = block_on(page(
        (&shelf, &Homes::default()),
        &ledger,
        Profile::AuditorV1,
        &everything(9),
        Format::Lines,
    ));
    assert!(matches!(
        refused,
        Err(PageError::Read(ReadError::Corrupt { .. }))
    ));
}

fn any_query() -> impl Strategy<Value = Query> {
    let types = [
        &[][..],
        &["nomination.*"],
        &["org.person_registered"],
        &["campaign.*"],
    ];
    let until = prop::option::of(0_u64..80);
    (1_usize..20, select(types.to_vec()), until, any::<bool>()).prop_map(
        |(limit, types, until, is_short)| Query {
            limit,
            until: until.map(Position),
            data: if is_short {
                DataWish::None
            } else {
                DataWish::Full
            },
            ..only(types)
        },
    )
}

proptest! {
    /// INV-40: whatever is asked, in pages of whatever size, while the log grows: every position that
    /// the filter wants comes once and in order, and the cursor reaches the end.
    #[test]
    fn every_position_comes_exactly_once(
        mut query in any_query(),
        sizes in prop::collection::vec(1_usize..60, 1..60),
    ) {
        let shelf = Shelf::of(vec![1; 60]);
        let mut told = Vec::new();
        let mut size = 0;
        let end = |size: usize, query: &Query| query.until.map_or(size as u64, |until| until.0.min(size as u64));
        for grown in sizes {
            size = 60.min(size + grown);
            loop {
                if query.until.is_some_and(|until| until < query.from) { break; }
                let page = asked(&shelf, &shelf.ledger(size), &query, Format::Lines);
                prop_assert!(page.event_count <= query.limit);
                told.extend(positions(&page));
                if page.next == query.from { break; }
                query.from = page.next;
            }
            prop_assert_eq!(query.from.0, end(size, &query));
        }
        let unpaged = Query { from: Position(0), limit: 5_000, ..query.clone() };
        let at_once = asked(&shelf, &shelf.ledger(size), &unpaged, Format::Lines);
        prop_assert_eq!(told, positions(&at_once));
    }

    /// A final page is the same bytes however far the log has grown since.
    #[test]
    fn a_final_page_never_changes(query in any_query(), from in 0_u64..40, size in 40_usize..60) {
        let shelf = Shelf::of(vec![1; 60]);
        let query = Query { from: Position(from), until: query.until.filter(|until| until.0 >= from), ..query };
        let early = asked(&shelf, &shelf.ledger(size), &query, Format::Batch);
        let late = asked(&shelf, &shelf.whole(), &query, Format::Batch);
        if early.is_final {
            prop_assert_eq!(early, late);
        } else {
            prop_assert_eq!(early.next, Position(size as u64));
        }
    }
}
