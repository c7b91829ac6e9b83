//! A session of the Council of any kind and with any ballot, and what may be asked around it.

use super::{Wish, wish};
use crate::{
    Actor, Command, DocumentKind, NominationId, PersonId, Role, Tally,
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

/// Convened, asked, voted, closed.
pub(in crate::properties) fn session(mode: Mode, ballot: BallotForm) -> Vec<Step> {
    let at = |at, actor: Actor, command: Command| Step { at, actor, command };
    let secretary = step::council_secretary;
    let (early, then, late) = ("2024-12-17T09:00", "2024-12-20T08:00", "2024-12-26T08:00");
    let roster = members(mode);
    let convene = ConveneCouncil {
        mode,
        members: roster
            .iter()
            .map(|(who, role)| assignment(who, *role))
            .collect(),
        ..step::convene()
    };
    let present: Vec<_> = roster.iter().map(|(who, _)| *who).collect();
    let begin = match mode {
        Mode::Standing | Mode::Full => at(then, secretary(), step::attend(&present).into()),
        Mode::Written => at(then, secretary(), consult().into()),
    };
    let open = OpenMotion {
        ballot,
        ..step::open_motion(1, step::both())
    };
    let mut steps = vec![
        at(early, secretary(), convene.into()),
        at(early, secretary(), step::list(step::both()).into()),
        begin,
        at(then, secretary(), open.into()),
    ];
    match ballot {
        BallotForm::Open => steps.extend(present.iter().map(|who| {
            let ballot = step::ballot(1, person(who), Choice::For);
            at(then, secretary(), ballot.into())
        })),
        BallotForm::Secret => {
            let seats = u32::try_from(present.len()).expect("a council is small");
            let tally = counted(seats, seats - 1);
            steps.push(at(then, secretary(), tally.clone().into()));
            steps.push(at(then, step::member("cong-doan"), tally.into()));
        }
    }
    steps.extend([
        at(then, secretary(), step::close_motion(1).into()),
        at(late, secretary(), step::close_motion(1).into()),
        at(late, secretary(), step::close_session().into()),
    ]);
    steps
}

fn consult() -> SendConsultation {
    SendConsultation {
        session: step::session(),
    }
}

/// So many sheets, and so many of them for each.
fn counted(sheets: u32, votes_for: u32) -> RecordTally {
    let items = step::both().into_iter().map(|nomination| ItemVotes {
        nomination,
        tally: Tally {
            votes_for,
            votes_against: sheets - votes_for,
            abstained: 0,
        },
    });
    RecordTally {
        session: step::session(),
        motion: 1,
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
    for (sheets, votes_for) in [(3, 2), (3, 3), (4, 2), (5, 3), (5, 4), (6, 3), (6, 4)] {
        wishes.push(wish(&secretary, counted(sheets, votes_for)));
        wishes.push(wish(&step::member("cong-doan"), counted(sheets, votes_for)));
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
