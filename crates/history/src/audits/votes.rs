//! Audit 4: votes without a quorum, by outsiders, by the absent or by the conflicted.
//!
//! Outcomes are counted anew from ballots, recusals and frozen rules (INV-20) and compared with what
//! was recorded. A member is conflicted who votes on the own unit, or on one of its people where the
//! rules say so, without stepping out (SD4); the chair is excepted (SD5). A member who votes on
//! themselves cannot be seen: the ledger knows a person nominated only by a reference.

use std::collections::BTreeMap;

use serde_json::json;

use super::{Audit, finding::Findings, known::Known};
use crate::Entry;
use khen_domain::{
    Event, NominationId, NomineeKind, Outcome, PersonId, State, StreamKey,
    council_session::{self, Member, Motion, Seat, Sitting},
    unit_session,
    voting::{Count, outcome},
};
use khen_texts::AuditLine;

#[derive(Default)]
pub(super) struct Votes {
    sessions: BTreeMap<StreamKey, State>,
}

impl Audit for Votes {
    fn see(&mut self, entry: &Entry, known: &Known, found: &mut Findings) {
        let is_session = matches!(
            entry.event(),
            Event::CouncilSession(_) | Event::UnitSession(_)
        );
        if !is_session {
            return;
        }
        let before = self.sessions.remove(&entry.stream);
        let before = before.unwrap_or_else(|| State::initial(entry.stream.kind()));
        if let Event::CouncilSession(event) = entry.event() {
            if let State::CouncilSession(council_session::State::Open(sitting)) = &before {
                see_council(entry, event, sitting, known, found);
            }
        } else if let Event::UnitSession(unit_session::Event::MotionClosed { items }) =
            entry.event()
            && let State::UnitSession(unit_session::State::Held(meeting)) = &before
        {
            see_meeting(entry, items, meeting, found);
        }
        let after = before.evolve(entry.event(), &entry.decoded.origin);
        self.sessions.insert(entry.stream.clone(), after);
    }
}

fn see_council(
    entry: &Entry,
    event: &council_session::Event,
    sitting: &Sitting,
    known: &Known,
    found: &mut Findings,
) {
    if let council_session::Event::BallotCast { member, .. } = event {
        voter(entry, sitting, member, found);
    } else if let council_session::Event::VotesRecorded { votes, .. } = event {
        for vote in votes {
            voter(entry, sitting, &vote.member, found);
        }
    } else if let council_session::Event::WrittenOpinionRecorded { vote, .. } = event {
        if sitting.agenda.member(&vote.member).is_none() {
            let facts = json!({ "person": vote.member });
            found.breach(AuditLine::NotAMember, entry, [], facts);
        }
    } else if let council_session::Event::CouncilMotionClosed { motion, items } = event
        && let Some(motion) = sitting.motions.get(motion)
    {
        let derived = council_session::outcomes(sitting, motion);
        for item in items {
            let derived = derived.iter().find(|one| one.nomination == item.nomination);
            if let Some(derived) = derived {
                let recorded = (&item.nomination, item.outcome);
                compare(entry, recorded, derived.outcome, derived.present, found);
            }
            conflicts(entry, (sitting, motion), &item.nomination, known, found);
        }
    }
}

fn voter(entry: &Entry, sitting: &Sitting, member: &PersonId, found: &mut Findings) {
    let facts = json!({ "person": member });
    if sitting.agenda.member(member).is_none() {
        found.breach(AuditLine::NotAMember, entry, [], facts);
    } else if !sitting.is_written() && !sitting.is_present(member) {
        found.breach(AuditLine::AbsentVoted, entry, [], facts);
    }
}

fn conflicts(
    entry: &Entry,
    (sitting, motion): (&Sitting, &Motion),
    item: &NominationId,
    known: &Known,
    found: &mut Findings,
) {
    let Some(case) = known.case(item) else {
        return;
    };
    let matters = match case.kind {
        NomineeKind::Collective => true,
        NomineeKind::Individual => sitting.rules.recusal.of_managers,
    };
    let is_conflicted = |member: &&Member| {
        matters
            && member.seat != Seat::Chair
            && member.unit.as_ref() == Some(&case.unit)
            && motion.ballots.contains_key(&member.person)
            && !sitting.is_recused(&member.person, item)
    };
    for member in sitting.agenda.roster.iter().filter(is_conflicted) {
        let facts = json!({ "person": member.person, "nomination": item, "unit": case.unit });
        found.breach(AuditLine::ConflictedVoted, entry, [], facts);
    }
}

fn see_meeting(
    entry: &Entry,
    items: &[unit_session::ItemOutcome],
    meeting: &unit_session::Meeting,
    found: &mut Findings,
) {
    for item in items {
        let recused = meeting.recusals.iter();
        let recused = recused.filter(|(nomination, _)| *nomination == item.nomination);
        let recused = recused.map(|(_, count)| *count).sum();
        let count = Count::of_sums(meeting.total, meeting.present, recused, item.tally);
        let derived = outcome(&meeting.rules, &count);
        let recorded = (&item.nomination, item.outcome);
        compare(entry, recorded, derived, meeting.present, found);
    }
}

fn compare(
    entry: &Entry,
    (nomination, recorded): (&NominationId, Outcome),
    derived: Outcome,
    present: u32,
    found: &mut Findings,
) {
    if recorded == derived {
        return;
    }
    let line = match derived {
        Outcome::NoQuorum => AuditLine::NoQuorum,
        Outcome::Carried | Outcome::Lost | Outcome::Deferred => AuditLine::OutcomeDiffers,
    };
    let facts = json!({
        "nomination": nomination,
        "recorded_outcome": recorded,
        "outcome": derived,
        "present": present,
    });
    found.breach(line, entry, [], facts);
}
