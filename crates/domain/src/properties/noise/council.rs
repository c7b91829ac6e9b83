//! A session of the Council of any kind and with any ballot, and what may be asked around it.

use super::{Wish, wish};
use crate::{
    Command, DocumentKind, NominationId, PersonId, Role, Tally,
    council_session::{
        BallotForm, CastBallot, Choice, ConveneCouncil, Exception, Mode, OpenMotion, PaperTally,
        PullItem, RecordArrival, RecordDeparture, RecordTally, RecordVotes, RecordWrittenOpinion,
        ReferToFullCouncil, SendConsultation, TallySource, WrittenVote,
    },
    stories_kit::{Stage, assignment, document, grant, moment, person, system},
    stories_way::{self as step, Step},
    unit_session::{AnnulMotion, AnnulReason, AnnulledMotion, ItemVotes},
};

/// The two seats of the full Council beside the Standing Committee.
const FURTHER: [&str; 2] = ["van-hoa", "dai"];

const CHOICES: [Choice; 3] = [Choice::For, Choice::Against, Choice::Abstain];

/// The full Council has all its members.
pub(in crate::properties) fn seated(stage: Stage) -> Stage {
    FURTHER.into_iter().fold(stage, |stage, who| {
        stage.then(&system(), grant(who, Role::CouncilMember, "lien-doan"))
    })
}

fn members(mode: Mode) -> Vec<(&'static str, Role)> {
    let mut members = step::MEMBERS.to_vec();
    if mode != Mode::Standing {
        members.extend(FURTHER.map(|who| (who, Role::CouncilMember)));
    }
    members
}

/// A session as it was meant to go.
#[derive(Debug, Clone)]
pub(in crate::properties) struct Meeting {
    pub(in crate::properties) mode: Mode,
    pub(in crate::properties) ballot: BallotForm,
    /// How each member votes, in the order of the seats; `None` is absent or silent.
    pub(in crate::properties) votes: [Option<Choice>; 6],
}

impl Meeting {
    fn members(&self) -> impl Iterator<Item = ((&'static str, Role), Option<Choice>)> {
        members(self.mode).into_iter().zip(self.votes)
    }

    /// Convened, asked, voted on one list or, where an item left it, on one by one; closed.
    pub(in crate::properties) fn steps(&self) -> Vec<Step> {
        let (both, [c1, i1]) = (step::both(), [step::c1(), step::i1()]);
        let mut steps = self.beginning();
        steps.push(by_secretary(THEN, self.open(1, both)));
        steps.push(by_secretary(THEN, self.open(1, vec![c1])));
        steps.extend(self.vote(1));
        steps.push(by_secretary(THEN, step::close_motion(1)));
        steps.push(by_secretary(LATE, step::close_motion(1)));
        steps.push(by_secretary(LATE, self.open(2, vec![i1])));
        steps.extend(self.vote(2));
        steps.push(by_secretary(LATE, step::close_motion(2)));
        steps.push(by_secretary(LATE, step::close_session()));
        steps
    }

    fn beginning(&self) -> Vec<Step> {
        let members = self.members();
        let seats = members.map(|((who, role), _)| assignment(who, role));
        let convene = ConveneCouncil {
            mode: self.mode,
            members: seats.collect(),
            ..step::convene()
        };
        let members = self.members();
        let present = members.filter_map(|((who, _), vote)| vote.map(|_| who));
        let begin: Command = match self.mode {
            Mode::Standing | Mode::Full => step::attend(&present.collect::<Vec<_>>()).into(),
            Mode::Written => consult().into(),
        };
        vec![
            by_secretary("2024-12-17T09:00", convene),
            by_secretary("2024-12-17T09:00", step::list(step::both())),
            by_secretary(THEN, begin),
        ]
    }

    fn open(&self, motion: u32, items: Vec<NominationId>) -> OpenMotion {
        OpenMotion {
            ballot: self.ballot,
            ..step::open_motion(motion, items)
        }
    }

    fn vote(&self, motion: u32) -> Vec<Step> {
        let at = if motion == 1 { THEN } else { LATE };
        match self.ballot {
            BallotForm::Open => {
                let members = self.members();
                let votes = members.filter_map(|((who, _), vote)| {
                    let ballot = step::ballot(motion, person(who), vote?);
                    Some(by_secretary(at, ballot))
                });
                votes.collect()
            }
            BallotForm::Secret => {
                let members = self.members();
                let choices: Vec<_> = members.filter_map(|(_, vote)| vote).collect();
                let votes = |of| choices.iter().filter(|choice| **choice == of).count();
                let votes = |of| u32::try_from(votes(of)).expect("a council is small");
                let tally = Tally {
                    votes_for: votes(Choice::For),
                    votes_against: votes(Choice::Against),
                    abstained: votes(Choice::Abstain),
                };
                let items = if motion == 1 {
                    step::both()
                } else {
                    vec![step::i1()]
                };
                let command = counted(motion, &items, tally);
                let teller = step::member("cong-doan");
                vec![
                    by_secretary(at, command.clone()),
                    Step {
                        at,
                        actor: teller,
                        command: command.into(),
                    },
                ]
            }
        }
    }
}

const THEN: &str = "2024-12-20T08:00";
const LATE: &str = "2024-12-26T08:00";

fn by_secretary(at: &'static str, command: impl Into<Command>) -> Step {
    Step {
        at,
        actor: step::council_secretary(),
        command: command.into(),
    }
}

fn consult() -> SendConsultation {
    SendConsultation {
        session: step::session(),
    }
}

/// These figures for each item.
fn counted(motion: u32, items: &[NominationId], tally: Tally) -> RecordTally {
    let sheets = tally.votes_for + tally.votes_against + tally.abstained;
    let items = items.iter().map(|nomination| ItemVotes {
        nomination: nomination.clone(),
        tally,
    });
    RecordTally {
        session: step::session(),
        motion,
        tally: PaperTally {
            source: TallySource::Paper,
            issued: sheets,
            returned: sheets,
            valid: sheets,
            invalid: 0,
            items: items.collect(),
            minutes_hash: "08".repeat(32),
        },
    }
}

/// Other votes, other figures, comings and goings, and items that leave the list.
pub(in crate::properties) fn council() -> Vec<Wish> {
    let (secretary, chair) = (step::council_secretary(), step::member("chu-tich"));
    let annul = AnnulMotion {
        motion: AnnulledMotion::Council {
            session: step::session(),
            motion: 1,
        },
        reason_code: AnnulReason::CountedWrongly,
    };
    let mut wishes = vec![wish(&secretary, consult()), wish(&chair, annul)];
    for nomination in step::both() {
        let refer = ReferToFullCouncil {
            session: step::session(),
            nominations: vec![nomination.clone()],
        };
        wishes.push(wish(&chair, refer));
        for form in [BallotForm::Open, BallotForm::Secret] {
            let open = OpenMotion {
                ballot: form,
                ..step::open_motion(1, vec![nomination.clone()])
            };
            wishes.push(wish(&secretary, open));
        }
        wishes.push(wish(&secretary, step::open_motion(2, vec![nomination])));
    }
    wishes.push(wish(&secretary, step::close_motion(1)));
    for (votes_for, votes_against) in [(2, 1), (3, 0), (2, 2), (3, 2), (4, 1), (3, 3), (4, 2)] {
        for items in [step::both(), vec![step::c1()]] {
            let tally = Tally {
                votes_for,
                votes_against,
                abstained: 0,
            };
            let counted = counted(1, &items, tally);
            wishes.push(wish(&secretary, counted.clone()));
            wishes.push(wish(&step::member("cong-doan"), counted));
        }
    }
    for (who, _) in members(Mode::Full) {
        wishes.extend(of_member(who));
    }
    wishes
}

fn of_member(who: &'static str) -> Vec<Wish> {
    let secretary = step::council_secretary();
    let (session, at) = (step::session, moment("2024-12-20T08:00"));
    let (member, [c1, i1]) = (person(who), [step::c1(), step::i1()]);
    let arrival = RecordArrival {
        session: session(),
        member: member.clone(),
        at,
    };
    let departure = RecordDeparture {
        session: session(),
        member: member.clone(),
        at,
    };
    let mut wishes = vec![wish(&secretary, arrival), wish(&secretary, departure)];
    for nomination in [c1, i1] {
        let pull = PullItem {
            session: session(),
            member: member.clone(),
            nomination: nomination.clone(),
        };
        wishes.push(wish(&secretary, pull));
        wishes.push(wish(&secretary, step::recuse(who, nomination.clone())));
        for choice in CHOICES {
            wishes.extend(of_vote(&member, choice, &nomination));
        }
    }
    wishes
}

/// One vote, by voice, recorded at once, and on paper; on one item it goes the other way.
fn of_vote(member: &PersonId, choice: Choice, other: &NominationId) -> [Wish; 3] {
    let secretary = step::council_secretary();
    let exceptions = vec![Exception {
        nomination: other.clone(),
        choice: Choice::Against,
    }];
    let vote = WrittenVote {
        member: member.clone(),
        choice,
        exceptions: exceptions.clone(),
    };
    let cast = CastBallot {
        exceptions,
        ..step::ballot(1, member.clone(), choice)
    };
    let at_once = RecordVotes {
        session: step::session(),
        motion: 1,
        votes: vec![vote.clone()],
    };
    let on_paper = RecordWrittenOpinion {
        session: step::session(),
        motion: 1,
        vote,
        document: document(DocumentKind::Evidence, 0x33),
    };
    [
        wish(&secretary, cast),
        wish(&secretary, at_once),
        wish(&secretary, on_paper),
    ]
}
