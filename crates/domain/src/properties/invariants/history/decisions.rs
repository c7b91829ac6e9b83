//! What the history of decisions must bear out.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    AssignmentId, Event, Role, State, StreamKey,
    decision::{self, DecisionSubject, NumberSource},
    nomination, org,
    stories_kit::Stage,
};

/// What a decision went through so far.
#[derive(Default)]
struct Passage {
    signed_on: Option<jiff::civil::Date>,
    is_numbered: bool,
    is_issued: bool,
}

/// Signed in the Chairman's authority, then numbered on time, then sealed and issued while the authority
/// exists; no number twice, voided or not (INV-27 to INV-30).
pub(super) fn keep_their_order(stage: &Stage) {
    let state = stage.state(&StreamKey::authority());
    let State::Org(authority) = state.as_ref() else {
        panic!("the authority's stream holds the authority");
    };
    let authority = authority.authority().expect("the office has an authority");
    let mut passages: BTreeMap<&StreamKey, Passage> = BTreeMap::new();
    let mut numbers = BTreeSet::new();
    for (_, effect) in stage.history() {
        let Event::Decision(event) = &effect.event else {
            continue;
        };
        let passage = passages.entry(&effect.stream).or_default();
        follows(stage, authority, passage, event);
        if let decision::Event::NumberAssigned {
            number,
            symbol,
            date,
            ..
        } = event
        {
            assert!(numbers.insert((symbol, date.year(), *number)), "INV-28");
        }
    }
}

fn follows(
    stage: &Stage,
    authority: &org::Authority,
    passage: &mut Passage,
    event: &decision::Event,
) {
    use decision::Event as E;

    if matches!(event, E::DecisionDrafted { .. } | E::DraftInitialled { .. }) {
        assert_eq!(passage.signed_on, None, "INV-27: the content is frozen");
    }
    if let E::DecisionSigned {
        signed_at, signer, ..
    } = event
    {
        passage.signed_on = Some(signed_at.date());
        assert!(is_the_chairmans(stage, signer), "INV-29");
    }
    if let E::NumberAssigned { date, .. } = event {
        let signed_on = passage.signed_on.expect("INV-27: signed, then numbered");
        let latest = authority.calendar.next_working_day(signed_on);
        assert!((signed_on..=latest).contains(date), "INV-27");
        passage.is_numbered = true;
    }
    if matches!(event, E::NumberVoided { .. } | E::SignatureVoided { .. }) {
        assert!(!passage.is_issued, "INV-27: what is issued stays");
        passage.is_numbered = false;
    }
    if matches!(event, E::SignatureVoided { .. }) {
        passage.signed_on = None;
    }
    if matches!(event, E::OrganisationSigned {} | E::DecisionIssued { .. }) {
        assert!(passage.is_numbered, "INV-27: numbered, then sealed");
    }
    if let E::DecisionIssued { issued_at, .. } = event {
        assert!(authority.validity.contains(issued_at.date()), "INV-30");
        passage.is_issued = true;
    }
}

fn is_the_chairmans(stage: &Stage, signer: &AssignmentId) -> bool {
    let state = stage.state(&StreamKey::assignment(signer));
    let State::Org(state) = state.as_ref() else {
        panic!("an assignment's stream holds an assignment");
    };
    state
        .assignment()
        .is_some_and(|one| one.role == Role::Chairman)
}

/// A series that is Khen's own has every number from 1 on (INV-28).
pub(super) fn are_numbered_densely(stage: &Stage) {
    for (stream, state) in stage.streams() {
        let State::NumberRegister(register) = state else {
            continue;
        };
        if register.source() == Some(NumberSource::Khen) {
            let numbers = register.given().map(|(number, _)| number);
            assert!(numbers.eq(1..register.next()), "INV-28: {stream}");
        }
    }
}

/// An award is revoked by an issued decision of that kind, on its ground, with number and date
/// (INV-34).
pub(super) fn revoke_by_their_ground(stage: &Stage) {
    for (_, effect) in stage.history() {
        let Event::Nomination(nomination::Event::AwardRevoked {
            decision,
            number,
            date,
            ground,
            ..
        }) = &effect.event
        else {
            continue;
        };
        let state = stage.state(&StreamKey::decision(decision));
        let State::Decision(decision::State::Issued(draft, _, borne, _)) = state.as_ref() else {
            panic!("INV-34: revoked by an issued decision");
        };
        assert_eq!((borne.number, borne.date), (*number, *date), "INV-34");
        let DecisionSubject::Revoke { revocation, .. } = &draft.subject else {
            panic!("INV-34: revoked by a decision that revokes");
        };
        assert_eq!(revocation.ground, *ground, "INV-34");
    }
}
