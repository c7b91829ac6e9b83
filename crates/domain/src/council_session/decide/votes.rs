//! Open votes: `cast_ballot`, `record_votes`, `record_written_opinion`.

use std::collections::BTreeSet;

use super::{
    consultation::{must_be_running, of_another_mode},
    motion::motion,
    on, open, sitting,
    speakers::may_speak_for,
};
use crate::{
    Context, DocumentKind, Effect, Refusal as Any, World,
    council_session::{
        Ballot, BallotForm, CastBallot, Event, Motion, RecordVotes, RecordWrittenOpinion, Refusal,
        Sitting, WrittenVote,
    },
    lists, papers,
};

/// Records an open vote; before closing, the last one of a member counts (INV-19, E23).
pub(crate) fn cast_ballot(
    world: &World,
    context: &Context,
    command: &CastBallot,
) -> Result<Vec<Effect>, Any> {
    let known = sitting(world, &command.session)?;
    let motion = motion(known, command.motion)?;
    may_speak_for(context, known, &command.member)?;
    let vote = WrittenVote {
        member: command.member.clone(),
        choice: command.choice,
        exceptions: command.exceptions.clone(),
    };
    if motion.ballots.get(&vote.member) == Some(&Ballot::of(&vote, None)) {
        return Ok(vec![]);
    }
    let sitting = open(world, &command.session)?;
    may_vote(context, sitting, motion, command.motion)?;
    may_be_cast(sitting, motion, command.motion, &vote)?;
    let event = Event::BallotCast {
        motion: command.motion,
        member: vote.member,
        choice: vote.choice,
        exceptions: vote.exceptions,
    };
    Ok(vec![on(&command.session, event)])
}

/// Records the open votes of several members at once: one fact, however many items and members
/// (E55). Who is not named has not voted.
pub(crate) fn record_votes(
    world: &World,
    context: &Context,
    command: &RecordVotes,
) -> Result<Vec<Effect>, Any> {
    let known = sitting(world, &command.session)?;
    let motion = motion(known, command.motion)?;
    if command.votes.is_empty() {
        return Err(lists::Refusal::Empty {}.into());
    }
    let mut named = BTreeSet::new();
    for WrittenVote { member, .. } in &command.votes {
        may_speak_for(context, known, member)?;
        if !named.insert(member) {
            let member = member.clone();
            return Err(Refusal::VotesTwice { member }.into());
        }
    }
    let is_known =
        |vote: &WrittenVote| motion.ballots.get(&vote.member) == Some(&Ballot::of(vote, None));
    if command.votes.iter().all(is_known) {
        return Ok(vec![]);
    }
    let sitting = open(world, &command.session)?;
    may_vote(context, sitting, motion, command.motion)?;
    for vote in &command.votes {
        may_be_cast(sitting, motion, command.motion, vote)?;
    }
    let event = Event::VotesRecorded {
        motion: command.motion,
        votes: command.votes.clone(),
    };
    Ok(vec![on(&command.session, event)])
}

/// An absent member writes an opinion until the vote is closed, where the rules know of it; nobody
/// votes for another (E20).
pub(crate) fn record_written_opinion(
    world: &World,
    context: &Context,
    command: &RecordWrittenOpinion,
) -> Result<Vec<Effect>, Any> {
    let (session, vote) = (&command.session, &command.vote);
    let known = sitting(world, session)?;
    let motion = motion(known, command.motion)?;
    papers::must_be(&command.document, DocumentKind::Evidence)?;
    let opinion = Ballot::of(vote, Some(command.document.clone()));
    if motion.ballots.get(&vote.member) == Some(&opinion) {
        return Ok(vec![]);
    }
    let sitting = open(world, session)?;
    if !sitting.rules.written_opinions {
        return Err(of_another_mode(sitting.agenda.mode).into());
    }
    let member = vote.member.clone();
    if sitting.agenda.member(&member).is_none() {
        return Err(Refusal::NotAMember { member }.into());
    }
    if sitting.is_present(&member) {
        return Err(Refusal::MemberPresent { member }.into());
    }
    may_vote(context, sitting, motion, command.motion)?;
    may_be_cast(sitting, motion, command.motion, vote)?;
    let event = Event::WrittenOpinionRecorded {
        motion: command.motion,
        vote: vote.clone(),
        document: command.document.clone(),
    };
    Ok(vec![on(session, event)])
}

/// The vote is open, in both senses.
fn may_vote(
    context: &Context,
    sitting: &Sitting,
    motion: &Motion,
    number: u32,
) -> Result<(), Refusal> {
    if motion.is_closed {
        return Err(Refusal::MotionClosed { motion: number });
    }
    if motion.ballot == BallotForm::Secret {
        return Err(Refusal::BallotIsSecret { motion: number });
    }
    must_be_running(context, sitting)
}

fn may_be_cast(
    sitting: &Sitting,
    motion: &Motion,
    number: u32,
    vote: &WrittenVote,
) -> Result<(), Any> {
    let member = &vote.member;
    let is_out = |item| sitting.is_recused(member, item);
    if motion.items.iter().all(is_out) {
        return Err(Refusal::MemberRecused {
            member: member.clone(),
            motion: number,
        }
        .into());
    }
    if vote.exceptions.is_empty() {
        return Ok(());
    }
    let exceptions = vote.exceptions.iter().map(|one| one.nomination.clone());
    let exceptions: Vec<_> = exceptions.collect();
    let items: BTreeSet<_> = motion.items.iter().collect();
    if let Some(stray) = exceptions.iter().find(|item| !items.contains(item)) {
        return Err(Refusal::NotInMotion {
            nomination: stray.clone(),
            motion: number,
        }
        .into());
    }
    lists::must_be_whole(&exceptions)?;
    Ok(())
}
