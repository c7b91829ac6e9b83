//! Motions: ballots, counts, outcomes.

use std::collections::BTreeMap;

use crate::{
    Origin, PersonId,
    council_session::{Ballot, Counted, Event, Motion, PaperTally, Sitting},
};

#[expect(clippy::too_many_lines, reason = "a table: one arm per event")]
pub(super) fn evolve(sitting: &mut Sitting, event: &Event, origin: &Origin) {
    match event {
        Event::MotionOpened {
            motion,
            items,
            ballot,
        } => {
            let opened = Motion {
                items: items.clone(),
                ballot: *ballot,
                ballots: BTreeMap::new(),
                tally: None,
                outcomes: Vec::new(),
                is_closed: false,
                is_annulled: false,
            };
            sitting.motions.insert(*motion, opened);
        }
        Event::BallotCast {
            motion,
            member,
            choice,
            exceptions,
        } => {
            let ballot = Ballot {
                choice: *choice,
                exceptions: exceptions.clone(),
                written: None,
            };
            of(sitting, *motion, |motion| {
                motion.ballots.insert(member.clone(), ballot);
            });
        }
        Event::VotesRecorded { motion, votes } => of(sitting, *motion, |motion| {
            let ballots = votes.iter();
            let ballots = ballots.map(|vote| (vote.member.clone(), Ballot::of(vote, None)));
            motion.ballots.extend(ballots);
        }),
        Event::WrittenOpinionRecorded {
            motion,
            vote,
            document,
        } => of(sitting, *motion, |motion| {
            let ballot = Ballot::of(vote, Some(document.clone()));
            motion.ballots.insert(vote.member.clone(), ballot);
        }),
        Event::TallyRecorded { motion, tally } => of(sitting, *motion, |motion| {
            counted(motion, tally, &origin.actor.principal);
        }),
        Event::CouncilMotionClosed { motion, items } => {
            sitting.counted_at = Some(origin.occurred_at);
            of(sitting, *motion, |motion| {
                motion.is_closed = true;
                motion.outcomes.clone_from(items);
            });
        }
        Event::MotionAnnulled { motion, .. } => of(sitting, *motion, |motion| {
            motion.is_closed = true;
            motion.is_annulled = true;
        }),
        Event::CouncilConvened { .. }
        | Event::NominationsListed { .. }
        | Event::AttendanceRecorded { .. }
        | Event::ConsultationSent { .. }
        | Event::MemberArrived { .. }
        | Event::MemberDeparted { .. }
        | Event::RecusalDeclared { .. }
        | Event::RecusalImposed { .. }
        | Event::ItemPulled { .. }
        | Event::ReferredToFullCouncil { .. }
        | Event::CouncilSessionClosed {}
        | Event::CouncilMinutesSigned { .. } => {}
    }
}

fn of(sitting: &mut Sitting, number: u32, change: impl FnOnce(&mut Motion)) {
    if let Some(motion) = sitting.motions.get_mut(&number) {
        change(motion);
    }
}

/// The same figures from another teller stand beside the first; other figures replace them.
fn counted(motion: &mut Motion, tally: &PaperTally, teller: &PersonId) {
    match &mut motion.tally {
        Some(known) if known.tally == *tally => {
            if !known.tellers.contains(teller) {
                known.tellers.push(teller.clone());
            }
        }
        Some(_) | None => {
            motion.tally = Some(Counted {
                tally: tally.clone(),
                tellers: vec![teller.clone()],
            });
        }
    }
}
