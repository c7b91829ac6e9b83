//! What others in the same position got.

use std::collections::BTreeMap;

use crate::audits::season::played;
use khen_domain::{NominationId, UnitId, nomination::Gate, stories_kit::campaign};
use khen_history::{Entry, Peer, Peers};

fn case(serial: u32) -> NominationId {
    NominationId::new(campaign(), serial)
}

fn peers(entries: &[Entry]) -> Peers {
    let mut peers = Peers::begin(&campaign());
    for entry in entries {
        peers.see(entry);
    }
    peers
}

/// Who of the kind of the second case reached the gate, by code.
fn at(entries: &[Entry], gate: Gate) -> BTreeMap<String, Peer> {
    let found = peers(entries).at(&case(2), gate);
    let found = found.expect("there is the case").into_iter();
    found
        .map(|peer| (peer.nomination.to_string(), peer))
        .collect()
}

#[test]
fn persons_are_held_against_persons_at_the_gate_they_reached() {
    let entries = played(1);
    let passed = at(&entries, Gate::ReviewPassed);
    let codes: Vec<&str> = passed.keys().map(String::as_str).collect();
    // The first case is a collective.
    let persons = [
        "HQ-CCHC-2024-0002",
        "HQ-CCHC-2024-0003",
        "HQ-CCHC-2024-0004",
    ];
    assert_eq!(codes, persons);
    for peer in passed.values() {
        assert_eq!(peer.gate_now, Gate::Awarded);
        assert!(!peer.criteria.is_empty(), "{peer:?}");
        assert!(peer.since_draft > peer.since_gate_before, "{peer:?}");
        assert!(peer.stayed.is_some_and(|stayed| stayed.is_positive()));
    }
    let units: Vec<&UnitId> = passed.values().map(|peer| &peer.unit).collect();
    assert_ne!(units[0], units[1]);
}

#[test]
fn a_gate_that_nobody_reached_has_no_peers_and_a_case_that_is_none_has_no_gate() {
    let entries = played(1);
    assert!(at(&entries, Gate::ReviewRejected).is_empty());
    let peers = peers(&entries);
    assert_eq!(peers.gate_of(&case(2)), Some(Gate::Awarded));
    assert_eq!(peers.gate_of(&case(99)), None);
    assert_eq!(peers.at(&case(99), Gate::Awarded), None);
}

#[test]
fn whoever_still_stands_at_the_gate_has_not_left_it() {
    let entries = played(1);
    let last = at(&entries, Gate::Awarded);
    assert!(last.values().all(|peer| peer.stayed.is_none()), "{last:?}");
    let first = at(&entries, Gate::Drafted);
    assert!(first.values().all(|peer| peer.since_gate_before.is_zero()));
}
