//! Bundles are the same bytes for the same evidence, and none is written of evidence that does not hold.

use std::collections::BTreeSet;

use crate::case::{POSITIONS, PlainPress, SIZE, evidence, log_key, policy, sealed};
use khen_audit::{SigningKey, TileSet};
use khen_eventlog::Payload;
use khen_export::{BundleError, Evidence, bundle_tiles, write_bundle};

fn refused(change: impl FnOnce(&mut Evidence)) -> BundleError {
    let mut evidence = evidence();
    change(&mut evidence);
    write_bundle(&evidence, &log_key(), &PlainPress).unwrap_err()
}

#[test]
fn the_same_evidence_gives_the_same_bytes() {
    let bundle = write_bundle(&evidence(), &log_key(), &PlainPress).unwrap();
    assert_eq!(bundle.name, "bang-chung-HQ-CCHC-2024-0007-299.zip");
    assert_eq!(
        write_bundle(&evidence(), &log_key(), &PlainPress).unwrap(),
        bundle
    );
    let mut other = evidence();
    other.events[0].payload = Payload::Withheld;
    assert_ne!(
        write_bundle(&other, &log_key(), &PlainPress)
            .unwrap()
            .sha256,
        bundle.sha256
    );
}

#[test]
fn entries_are_sorted_and_tell_nothing_of_the_machine() {
    let zip = write_bundle(&evidence(), &log_key(), &PlainPress)
        .unwrap()
        .zip;
    let mut names = Vec::new();
    // Source: APPNOTE.TXT 4.3.12, a header of the central directory and its fields.
    for (at, window) in zip.windows(46).enumerate() {
        if window.starts_with(b"PK\x01\x02") {
            let field = |from: usize| u16::from_le_bytes([window[from], window[from + 1]]);
            assert_eq!((field(12), field(14)), (0, 0x21), "1980-01-01T00:00:00");
            assert_eq!(
                (field(30), field(32)),
                (0, 0),
                "neither extra fields nor comments"
            );
            names.push(zip[at + 46..at + 46 + usize::from(field(28))].to_vec());
        }
    }
    assert!(names.is_sorted() && names.len() > 15, "{}", names.len());
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
}

#[test]
fn the_tiles_asked_for_are_enough() {
    let mut evidence = evidence();
    let positions = evidence.events.iter().map(|told| told.event.position.0);
    let asked: BTreeSet<_> = bundle_tiles(positions, [100], SIZE)
        .unwrap()
        .into_iter()
        .collect();
    let (_, tiles) = sealed(SIZE, 2);
    let handed_in = tiles.into_iter().filter(|tile| asked.contains(&tile.id()));
    evidence.tiles = handed_in.collect::<TileSet>();
    write_bundle(&evidence, &log_key(), &PlainPress).unwrap();
}

#[test]
fn evidence_that_does_not_hold_becomes_no_bundle() {
    let error = refused(|evidence| evidence.events.clear());
    assert!(matches!(error, BundleError::NoEvents), "{error}");
    let error = refused(|evidence| evidence.events.swap(1, 2));
    assert!(matches!(error, BundleError::Order { .. }), "{error}");
    let error = refused(|evidence| evidence.policy = policy(3));
    assert!(matches!(error, BundleError::Policy(_)), "{error}");
    let error = refused(|evidence| evidence.checkpoint = sealed(200, 2).0);
    assert!(matches!(error, BundleError::Plan(_)), "{error}");
    let error = refused(|evidence| evidence.tiles = TileSet::new());
    assert!(matches!(error, BundleError::Tile(_)), "{error}");
    let error = refused(|evidence| evidence.events[1].event.correlation.push('x'));
    let position = POSITIONS[0];
    assert!(
        matches!(error, BundleError::NotSealed { position: at, .. } if at.0 == position),
        "{error}"
    );
    let error = refused(|evidence| {
        let state = evidence.states[0].clone();
        evidence.states.push(state);
    });
    assert!(matches!(error, BundleError::Twice { .. }), "{error}");
}

#[test]
fn a_stranger_signs_no_bundle() {
    let stranger = log_key().verifier().name().clone();
    let stranger = SigningKey::from_seed(stranger, [8; 32].into());
    let error = write_bundle(&evidence(), &stranger, &PlainPress).unwrap_err();
    assert!(matches!(error, BundleError::Policy(_)), "{error}");
}
