//! The votes of the Council, counted anew from the events by the words of the rules (4.8).

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    NominationId, Outcome, PersonId, Tally,
    council_session::{
        BallotForm, Choice, CouncilItem, Event as E, Member, Mode, PaperTally, Seat, WrittenVote,
    },
};

/// What was heard of one session so far.
#[derive(Default)]
pub(super) struct Heard {
    mode: Option<Mode>,
    needs_presider: bool,
    roster: Vec<Member>,
    present: BTreeSet<PersonId>,
    recused: BTreeSet<(PersonId, NominationId)>,
    ballot: BTreeMap<u32, BallotForm>,
    votes: BTreeMap<u32, BTreeMap<PersonId, (WrittenVote, bool)>>,
    tallies: BTreeMap<u32, PaperTally>,
}

impl Heard {
    /// Hears an event; a closed motion must have come out as these words and votes say (INV-20).
    pub(super) fn hear(&mut self, event: &E) {
        if let E::CouncilConvened { mode, roster, .. } = event {
            self.mode = Some(*mode);
            self.roster.clone_from(roster);
        }
        if let E::AttendanceRecorded { present, rules, .. } = event {
            self.needs_presider = rules.needs_presider;
            self.present = present.iter().cloned().collect();
        }
        if let E::MemberArrived { member, .. } = event {
            self.present.insert(member.clone());
        }
        if let E::MemberDeparted { member, .. } = event {
            self.present.remove(member);
        }
        if let E::RecusalDeclared {
            member, nomination, ..
        }
        | E::RecusalImposed {
            member, nomination, ..
        } = event
        {
            self.recused.insert((member.clone(), nomination.clone()));
        }
        if let E::MotionOpened { motion, ballot, .. } = event {
            self.ballot.insert(*motion, *ballot);
        }
        self.hear_votes(event);
        if let E::CouncilMotionClosed { motion, items } = event {
            for item in items {
                self.recount(*motion, item);
            }
        }
    }

    fn hear_votes(&mut self, event: &E) {
        if let E::BallotCast {
            motion,
            member,
            choice,
            exceptions,
        } = event
        {
            let vote = WrittenVote {
                member: member.clone(),
                choice: *choice,
                exceptions: exceptions.clone(),
            };
            self.vote(*motion, vote, false);
        }
        if let E::VotesRecorded { motion, votes } = event {
            for vote in votes {
                self.vote(*motion, vote.clone(), false);
            }
        }
        if let E::WrittenOpinionRecorded { motion, vote, .. } = event {
            self.vote(*motion, vote.clone(), true);
        }
        if let E::TallyRecorded { motion, tally } = event {
            self.tallies.insert(*motion, tally.clone());
        }
    }

    /// The last vote of a member counts.
    fn vote(&mut self, motion: u32, vote: WrittenVote, is_on_paper: bool) {
        let votes = self.votes.entry(motion).or_default();
        votes.insert(vote.member.clone(), (vote, is_on_paper));
    }

    fn choice(
        &self,
        motion: u32,
        member: &PersonId,
        item: &NominationId,
    ) -> Option<(Choice, bool)> {
        let (vote, is_on_paper) = self.votes.get(&motion)?.get(member)?;
        let mut exceptions = vote.exceptions.iter();
        let other = exceptions.find(|one| one.nomination == *item);
        Some((other.map_or(vote.choice, |one| one.choice), *is_on_paper))
    }

    /// The sheets where the ballot is secret, else the votes of those who have one.
    fn tally(&self, motion: u32, on: &NominationId, voters: &[&Member]) -> Tally {
        if self.ballot.get(&motion) == Some(&BallotForm::Secret) {
            let counted = self.tallies.get(&motion);
            let counted = counted.expect("INV-20: sheets are counted");
            let mut items = counted.items.iter();
            let found = items.find(|one| one.nomination == *on);
            return found.expect("INV-20: every item is counted").tally;
        }
        let votes = voters.iter();
        let votes = votes.filter_map(|one| self.choice(motion, &one.person, on));
        let choices: Vec<_> = votes.map(|(choice, _)| choice).collect();
        let count = |of| small(choices.iter().filter(|choice| **choice == of).count());
        Tally {
            votes_for: count(Choice::For),
            votes_against: count(Choice::Against),
            abstained: count(Choice::Abstain),
        }
    }

    fn recount(&self, motion: u32, item: &CouncilItem) {
        let mode = self
            .mode
            .expect("INV-18: a motion is of a convened session");
        let on = &item.nomination;
        let is_out = |one: &&Member| self.recused.contains(&(one.person.clone(), on.clone()));
        let is_here = |one: &&Member| self.present.contains(&one.person);
        let vote = |one: &Member| self.choice(motion, &one.person, on);
        // Silence in writing is no answer; by a paper an absent member takes part in the vote alone.
        let takes_part = |one: &&Member| match mode {
            Mode::Written => is_out(one) || vote(one).is_some(),
            Mode::Standing | Mode::Full => is_here(one),
        };
        let may_vote = |one: &&Member| {
            !is_out(one)
                && match mode {
                    Mode::Written => true,
                    Mode::Standing | Mode::Full => {
                        is_here(one) || vote(one).is_some_and(|(_, is_on_paper)| is_on_paper)
                    }
                }
        };
        let voters: Vec<_> = self.roster.iter().filter(may_vote).collect();
        let part: Vec<_> = self.roster.iter().filter(takes_part).collect();
        let tally = self.tally(motion, on, &voters);
        let has_presider = part
            .iter()
            .any(|one| matches!(one.seat, Seat::Chair | Seat::ViceChair));
        let is_quorate =
            part.len() * 3 >= self.roster.len() * 2 && (has_presider || !self.needs_presider);
        let with_chair = || {
            let seats = [Seat::Chair, Seat::ViceChair].into_iter();
            let mut presiders = seats.filter_map(|seat| {
                let mut there = voters.iter().filter(|one| is_here(one));
                there.find(|one| one.seat == seat)
            });
            vote(presiders.next()?).map(|(choice, _)| choice)
        };
        let expected = if !is_quorate {
            Outcome::NoQuorum
        } else if voters.len() < 2 {
            Outcome::Deferred
        } else {
            by_majority(mode, small(voters.len()), tally, with_chair)
        };
        let found = (item.tally, item.eligible, item.outcome);
        assert_eq!(
            found,
            (tally, small(voters.len()), expected),
            "INV-20: {mode:?}"
        );
    }
}

/// More than half of the Standing Committee, two thirds of the full Council; only a tie of the first
/// goes by the chair.
fn by_majority(
    mode: Mode,
    voters: u32,
    tally: Tally,
    with_chair: impl Fn() -> Option<Choice>,
) -> Outcome {
    let is_carried = match mode {
        Mode::Standing => tally.votes_for * 2 > voters,
        Mode::Full | Mode::Written => tally.votes_for * 3 >= voters * 2,
    };
    let halves = [tally.votes_for * 2, tally.votes_against * 2];
    let is_tie = mode == Mode::Standing && halves == [voters, voters];
    match (is_carried, is_tie, is_tie.then(with_chair).flatten()) {
        (true, _, _) | (false, true, Some(Choice::For)) => Outcome::Carried,
        (false, false, _) | (false, true, Some(Choice::Against)) => Outcome::Lost,
        (false, true, Some(Choice::Abstain) | None) => Outcome::Deferred,
    }
}

fn small(count: usize) -> u32 {
    u32::try_from(count).expect("a council is small")
}
