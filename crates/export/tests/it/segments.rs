//! Segments and the tail are the whole ledger, byte for byte.

use std::iter::repeat_n;

use futures::executor::block_on;
use sha2::{Digest, Sha256};

use crate::shelf::Shelf;
use khen_eventlog::{Position, ReadError};
use khen_export::{
    Coding, Format, Homes, Profile, Query, SegmentEnds, SegmentError, page, segment_file,
};

const MEGABYTES: usize = 64 << 20;

fn ends(shelf: &Shelf, size: usize) -> SegmentEnds {
    let mut ends = SegmentEnds::default();
    block_on(ends.look(shelf, &shelf.ledger(size))).unwrap();
    ends
}

fn lines(shelf: &Shelf, profile: Profile, from: u64) -> Vec<u8> {
    let ledger = shelf.whole();
    let (mut next, mut lines) = (Position(from), Vec::new());
    while next < ledger.size {
        let query = Query::everything(next);
        let page = block_on(page(
            (shelf, &Homes::default()),
            &ledger,
            profile,
            &query,
            Format::Lines,
        ))
        .unwrap();
        lines.extend(page.bytes);
        next = page.next;
    }
    lines
}

#[test]
fn a_segment_ends_at_each_multiple_and_with_each_campaign() {
    let shelf = Shelf::of(repeat_n(1, 9_000)).closing(5_000).closing(8_191);
    let found: Vec<_> = ends(&shelf, 9_000).segments(9_000).collect();
    assert_eq!(found, [0..4_096, 4_096..5_001, 5_001..8_192]);
    let sealed: Vec<_> = ends(&shelf, 9_000).segments(8_191).collect();
    assert_eq!(sealed, [0..4_096, 4_096..5_001], "only what is sealed");
    assert_eq!(ends(&shelf, 4_095).segments(9_000).count(), 0);
}

#[test]
fn looking_step_by_step_finds_what_looking_once_finds() {
    let shelf = Shelf::of(repeat_n(1, 9_000)).closing(5_000);
    let mut ends = SegmentEnds::default();
    for size in [0, 3, 4_096, 4_097, 5_000, 5_001, 9_000] {
        block_on(ends.look(&shelf, &shelf.ledger(size))).unwrap();
    }
    assert_eq!(ends, self::ends(&shelf, 9_000));
}

#[test]
fn segments_and_the_tail_are_the_feed_byte_for_byte() {
    let shelf = Shelf::of(repeat_n(1, 5_000)).closing(4_500);
    for profile in Profile::ALL {
        let mut whole = Vec::new();
        let mut next = 0;
        for range in ends(&shelf, 5_000).segments(5_000) {
            next = range.end;
            let file = block_on(segment_file(&shelf, &shelf.whole(), *profile, range));
            whole.extend(Coding::Zstd.decode(file.unwrap(), MEGABYTES).unwrap());
        }
        assert_eq!(next, 4_501);
        whole.extend(lines(&shelf, *profile, next));
        assert!(whole == lines(&shelf, *profile, 0), "{profile:?}");
    }
}

#[test]
fn a_segment_is_the_same_bytes_for_ever() {
    let shelf = Shelf::of([20; 300]);
    let hash = |profile| {
        let file = block_on(segment_file(&shelf, &shelf.whole(), profile, 0..300));
        hex::encode(Sha256::digest(file.unwrap()))
    };
    // Manifests with these hashes are in the hands of others. A library that compresses otherwise must
    // not be taken up without a way to give out the old bytes.
    let hashes = [Profile::AuditorV1, Profile::SoNoiVuV1].map(hash);
    assert_eq!(
        hashes,
        [
            "967f775d0c1b74b3bdeb37a5d04980bcb647f76ff8e1b75a32b5b7be5d74e4c4",
            "1dc672ea75743b36b199abf05b8ad345110e4733f8564301f3bb6221f4aeea0d",
        ]
    );
}

#[test]
fn a_ledger_with_a_hole_has_no_segments() {
    let shelf = Shelf::of([1; 10]).torn();
    let ledger = khen_eventlog::Ledger {
        size: Position(10),
        ..shelf.whole()
    };
    let file = block_on(segment_file(&shelf, &ledger, Profile::AuditorV1, 0..10));
    let is_corrupt = matches!(file, Err(SegmentError::Read(ReadError::Corrupt { .. })));
    assert!(is_corrupt, "{file:?}");
}
