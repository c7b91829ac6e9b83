//! What is counted on an item: a pure function of the session (INV-20).

use std::collections::BTreeMap;

use super::{BallotForm, Choice, CouncilItem, ItemFlag, Motion, Seat, Sitting};
use crate::{
    NominationId, PersonId, Tally,
    voting::{self, Count},
};

/// The outcomes of a motion as the session stands, in the order of its items.
#[must_use]
pub fn outcomes(sitting: &Sitting, motion: &Motion) -> Vec<CouncilItem> {
    let votes = Votes::of(sitting, motion);
    let items = motion.items.iter();
    items.map(|item| counted(sitting, &votes, item)).collect()
}

/// How many may vote on an item: who is asked and takes part in it.
pub(super) fn eligible(sitting: &Sitting, item: &NominationId) -> u32 {
    let asked = sitting.asked_members();
    let eligible = asked.filter(|member| !sitting.is_recused(&member.person, item));
    u32::try_from(eligible.count()).unwrap_or(u32::MAX)
}

/// Whose vote on the motion counts: members in the room and, by their paper, absent ones; in writing
/// everybody. A vote of somebody who left counts no more (E22).
struct Votes<'m> {
    is_written: bool,
    ballot: BallotForm,
    by_member: BTreeMap<&'m PersonId, Vote<'m>>,
    tallies: BTreeMap<&'m NominationId, Tally>,
}

struct Vote<'m> {
    choice: Choice,
    exceptions: BTreeMap<&'m NominationId, Choice>,
    is_on_paper: bool,
}

impl<'m> Votes<'m> {
    fn of(sitting: &Sitting, motion: &'m Motion) -> Self {
        let ballots = motion.ballots.iter().map(|(member, ballot)| {
            let exceptions = ballot.exceptions.iter();
            let vote = Vote {
                choice: ballot.choice,
                exceptions: exceptions
                    .map(|one| (&one.nomination, one.choice))
                    .collect(),
                is_on_paper: ballot.written.is_some(),
            };
            (member, vote)
        });
        let counted = motion.tally.iter().flat_map(|counted| &counted.tally.items);
        Self {
            is_written: sitting.is_written(),
            ballot: motion.ballot,
            by_member: ballots.collect(),
            tallies: counted.map(|one| (&one.nomination, one.tally)).collect(),
        }
    }

    /// How the member voted on the item.
    fn on(&self, member: &PersonId, item: &NominationId) -> Option<Choice> {
        let vote = self.by_member.get(member)?;
        Some(vote.exceptions.get(item).copied().unwrap_or(vote.choice))
    }

    fn is_on_paper(&self, member: &PersonId) -> bool {
        self.by_member
            .get(member)
            .is_some_and(|vote| vote.is_on_paper)
    }
}

/// Who takes part in one item, and how.
#[derive(Default)]
struct Room {
    present: u32,
    recused: u32,
    eligible: u32,
    has_presider: bool,
    tally: Tally,
}

fn counted(sitting: &Sitting, votes: &Votes<'_>, item: &NominationId) -> CouncilItem {
    let mut room = room(sitting, votes, item);
    if votes.ballot == BallotForm::Secret {
        room.tally = votes.tallies.get(item).copied().unwrap_or_default();
    }
    let count = Count {
        total: sitting.total(),
        present: room.present,
        recused: room.recused,
        eligible: room.eligible,
        has_presider: room.has_presider,
        tally: room.tally,
        chair_side: chair_side(sitting, votes, item),
    };
    CouncilItem {
        nomination: item.clone(),
        tally: count.tally,
        present: count.present,
        recused: count.recused,
        eligible: count.eligible,
        outcome: voting::outcome(&sitting.rules, &count),
        flags: flags(sitting, votes.ballot, item, count.tally),
    }
}

/// In the room everybody present counts, and an absent member's paper; in writing who is silent may
/// vote and has not, so silence is never consent (4.8).
fn room(sitting: &Sitting, votes: &Votes<'_>, item: &NominationId) -> Room {
    let mut room = Room::default();
    for member in &sitting.agenda.roster {
        let person = &member.person;
        let is_recused = sitting.is_recused(person, item);
        let choice = votes.on(person, item);
        let (is_there, is_asked) = if votes.is_written {
            (is_recused || choice.is_some(), true)
        } else {
            let is_present = sitting.is_present(person);
            let is_asked = is_present || (votes.is_on_paper(person) && !is_recused);
            (is_present, is_asked)
        };
        let presides = matches!(member.seat, Seat::Chair | Seat::ViceChair);
        room.has_presider |= is_there && presides;
        room.present += u32::from(is_there);
        if !is_asked {
            continue;
        }
        if is_recused {
            room.recused += 1;
            continue;
        }
        room.eligible += 1;
        match choice {
            Some(Choice::For) => room.tally.votes_for += 1,
            Some(Choice::Against) => room.tally.votes_against += 1,
            Some(Choice::Abstain) => room.tally.abstained += 1,
            None => {}
        }
    }
    room
}

/// How the chair voted on the item or, where the chair has no vote on it, a vice-chair (E19).
fn chair_side(sitting: &Sitting, votes: &Votes<'_>, item: &NominationId) -> Option<bool> {
    let presider = presider(sitting, item)?;
    match votes.on(presider, item)? {
        Choice::For => Some(true),
        Choice::Against => Some(false),
        Choice::Abstain => None,
    }
}

/// Who presides over the item: the chair, else a vice-chair, as far as they take part in it.
fn presider<'s>(sitting: &'s Sitting, item: &NominationId) -> Option<&'s PersonId> {
    let voting = |seat| {
        let mut asked = sitting.asked_members();
        asked.find(move |member| member.seat == seat && !sitting.is_recused(&member.person, item))
    };
    let member = voting(Seat::Chair).or_else(|| voting(Seat::ViceChair))?;
    Some(&member.person)
}

fn flags(
    sitting: &Sitting,
    ballot: BallotForm,
    item: &NominationId,
    tally: Tally,
) -> Vec<ItemFlag> {
    let mut roster = sitting.agenda.roster.iter();
    let chair = roster.find(|member| member.seat == Seat::Chair);
    let chair_is_out = chair.is_some_and(|chair| sitting.is_recused(&chair.person, item));
    let voices = [tally.votes_for, tally.votes_against, tally.abstained];
    let is_one_voice = voices.into_iter().filter(|votes| *votes > 0).count() == 1;
    let reveals = ballot == BallotForm::Secret && is_one_voice;
    let flags = [
        chair_is_out.then_some(ItemFlag::ChairRecused),
        reveals.then_some(ItemFlag::UnanimousSecret),
    ];
    flags.into_iter().flatten().collect()
}
