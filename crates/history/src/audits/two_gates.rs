//! Audit 1: one person at two gates that exclude each other.
//!
//! Looks at persons, not at offices: whoever acts, and whose act is recorded. Each pair of
//! [`INCOMPATIBLE`] is looked for on one stream, so a person who drafts one nomination may review
//! another.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::{Audit, finding::Findings, known::Known};
use crate::Entry;
use khen_domain::{Event, PersonId, StreamKey, decision, hold, nomination, org, payout};
use khen_eventlog::Position;
use khen_texts::AuditLine;

/// What is done first, and what the same person may then not do.
const INCOMPATIBLE: &[(Hand, Hand)] = &[
    (Hand::Write, Hand::Assess),
    (Hand::Write, Hand::Confirm),
    (Hand::Assess, Hand::Confirm),
    (Hand::Sign, Hand::Number),
    (Hand::AskLift, Hand::Lift),
    (Hand::AskRole, Hand::GrantRole),
    (Hand::Commit, Hand::Pay),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Hand {
    Write,
    Assess,
    Confirm,
    Sign,
    Number,
    AskLift,
    Lift,
    AskRole,
    GrantRole,
    Commit,
    Pay,
}

impl Hand {
    fn line(self) -> AuditLine {
        match self {
            Self::Write => AuditLine::HandWrite,
            Self::Assess => AuditLine::HandAssess,
            Self::Confirm => AuditLine::HandConfirm,
            Self::Sign => AuditLine::HandSign,
            Self::Number => AuditLine::HandNumber,
            Self::AskLift => AuditLine::HandAskLift,
            Self::Lift => AuditLine::HandLift,
            Self::AskRole => AuditLine::HandAskRole,
            Self::GrantRole => AuditLine::HandGrantRole,
            Self::Commit => AuditLine::HandCommit,
            Self::Pay => AuditLine::HandPay,
        }
    }
}

/// A matter: the stream, and which of several on it.
type Matter = (StreamKey, u32);

#[derive(Default)]
pub(super) struct TwoGates {
    did: BTreeMap<Matter, Vec<(Hand, PersonId, Position)>>,
    said: BTreeSet<(Matter, Hand, Hand, PersonId)>,
}

impl Audit for TwoGates {
    fn see(&mut self, entry: &Entry, known: &Known, found: &mut Findings) {
        let Some((hand, which)) = hand_of(entry.event()) else {
            return;
        };
        let matter = (entry.stream.clone(), which);
        for person in persons(entry, known) {
            self.judge(&matter, hand, &person, entry, found);
            let did = self.did.entry(matter.clone()).or_default();
            did.push((hand, person, entry.position));
        }
    }
}

impl TwoGates {
    fn judge(
        &mut self,
        matter: &Matter,
        hand: Hand,
        person: &PersonId,
        entry: &Entry,
        found: &mut Findings,
    ) {
        let Some(did) = self.did.get(matter) else {
            return;
        };
        for (first, second) in INCOMPATIBLE.iter().filter(|(_, second)| *second == hand) {
            let earlier = did.iter().find(|(did, by, _)| did == first && by == person);
            let Some((_, _, position)) = earlier else {
                continue;
            };
            let key = (matter.clone(), *first, *second, person.clone());
            if self.said.insert(key) {
                let facts = json!({
                    "person": person,
                    "first": first.line().as_str(),
                    "second": second.line().as_str(),
                });
                found.breach(AuditLine::SamePerson, entry, [*position], facts);
            }
        }
    }
}

/// What an event is in the hands of a person, and of which matter on its stream.
fn hand_of(event: &Event) -> Option<(Hand, u32)> {
    if let Event::Hold(hold::Event::HoldLiftRequested { hold, .. }) = event {
        return Some((Hand::AskLift, *hold));
    }
    if let Event::Hold(hold::Event::HoldLifted { hold, .. }) = event {
        return Some((Hand::Lift, *hold));
    }
    let hand = if let Event::Nomination(event) = event {
        hand_in_case(event)
    } else {
        hand_beside(event)
    };
    hand.map(|hand| (hand, 0))
}

fn hand_in_case(event: &nomination::Event) -> Option<Hand> {
    use nomination::Event as Case;
    let hands = [
        (
            Hand::Write,
            matches!(
                event,
                Case::NominationDrafted { .. } | Case::ReportAttached { .. }
            ),
        ),
        (
            Hand::Assess,
            matches!(
                event,
                Case::CriterionAssessed { .. } | Case::ReviewRecommended { .. }
            ),
        ),
        (
            Hand::Confirm,
            matches!(
                event,
                Case::ReviewPassed { .. } | Case::ReviewRejected { .. }
            ),
        ),
    ];
    the_one(hands)
}

fn hand_beside(event: &Event) -> Option<Hand> {
    use {decision::Event as Decision, org::Event as Org, payout::Event as Payout};
    let hands = [
        (
            Hand::Sign,
            matches!(event, Event::Decision(Decision::DecisionSigned { .. })),
        ),
        (
            Hand::Number,
            matches!(event, Event::Decision(Decision::NumberAssigned { .. })),
        ),
        (
            Hand::AskRole,
            matches!(event, Event::Org(Org::AssignmentRequested { .. })),
        ),
        (
            Hand::GrantRole,
            matches!(event, Event::Org(Org::AssignmentGranted { .. })),
        ),
        (
            Hand::Commit,
            matches!(event, Event::Payout(Payout::PrizeCommitted { .. })),
        ),
        (
            Hand::Pay,
            matches!(event, Event::Payout(Payout::PrizePaid { .. })),
        ),
    ];
    the_one(hands)
}

fn the_one<const N: usize>(hands: [(Hand, bool); N]) -> Option<Hand> {
    let mut hands = hands.into_iter();
    hands.find(|(_, is_it)| *is_it).map(|(hand, _)| hand)
}

/// Who acts, whose act is recorded and, for a signature, who signed.
fn persons(entry: &Entry, known: &Known) -> BTreeSet<PersonId> {
    let actor = entry.actor();
    if let Event::Decision(decision::Event::DecisionSigned { signer, .. }) = entry.event() {
        return known.person(signer).into_iter().cloned().collect();
    }
    let represented = actor.on_behalf_of.as_ref();
    let represented = represented.and_then(|assignment| known.person(assignment));
    [Some(&actor.principal), represented]
        .into_iter()
        .flatten()
        .cloned()
        .collect()
}
