//! What else people may ask: other units, other votes, other lists, and every step of the way at
//! the wrong time.

mod aftermath;
mod council;
mod decisions;
mod desks;
mod waitlists;
mod ways_back;

pub(super) use aftermath::afterwards;
pub(super) use council::{Meeting, council, seated};
pub(super) use decisions::decisions;

use crate::{
    Actor, Command, FactStatus, NomineeKind,
    council_session::Choice,
    fact::UnitResult,
    stories_kit::{
        acting, allocate, approved, campaign_manager, determine, draft_collective, draft_person,
        evidence_issuer, good_result, group, import, item, meeting, nomination, of_unit, officer,
        person, propose, rank, review_head, secretary,
    },
    stories_way as step,
};

/// Units that nominate besides those of the way.
const OTHERS: [&str; 3] = ["tu-phap", "tan-khai", "noi-vu"];

type Wish = (Actor, Command);

/// Everything that may be asked out of turn.
pub(super) fn noise() -> Vec<Wish> {
    let steps = step::way()
        .into_iter()
        .map(|step| (step.actor, step.command));
    let parts = [
        slots(),
        nominations(),
        meetings(),
        rankings(),
        late_gates(),
        desks::desks(),
        ways_back::ways_back(),
        waitlists::waitlists(),
    ];
    steps.chain(parts.into_iter().flatten()).collect()
}

fn wish(actor: &Actor, command: impl Into<Command>) -> Wish {
    (actor.clone(), command.into())
}

fn slots() -> Vec<Wish> {
    let manager = approved(&campaign_manager());
    let worse = UnitResult {
        score_bp: Some(8_000),
        ..good_result()
    };
    let mut wishes = Vec::new();
    for slots in [0, 1, 3, 6, 10, 11] {
        for (kind, holder) in [
            (NomineeKind::Collective, group("agencies")),
            (NomineeKind::Collective, group("communes")),
            (NomineeKind::Individual, of_unit("van-phong")),
            (NomineeKind::Individual, of_unit("tu-phap")),
        ] {
            wishes.push(wish(&manager, allocate(kind, [(holder, slots)])));
        }
    }
    for status in [FactStatus::Provisional, FactStatus::Final] {
        let rows = [("van-phong", worse.clone()), ("tu-phap", good_result())];
        wishes.push(wish(&evidence_issuer(), import(rows, status)));
    }
    for kind in [NomineeKind::Collective, NomineeKind::Individual] {
        wishes.push(wish(&approved(&review_head()), determine(kind)));
    }
    wishes
}

fn nominations() -> Vec<Wish> {
    let mut wishes = Vec::new();
    for of in OTHERS {
        let officer = officer(of);
        wishes.push(wish(&officer, draft_collective(of)));
        for who in ["nominee", "secretary", "head"] {
            wishes.push(wish(&officer, draft_person(who, of)));
        }
        wishes.extend((3..7).map(|serial| wish(&officer, propose(serial))));
    }
    wishes
}

fn meetings() -> Vec<Wish> {
    let mut wishes = Vec::new();
    for of in OTHERS.into_iter().chain(["tai-chinh", "van-phong"]) {
        for serial in 1..6 {
            for (votes, recused, number) in [
                ((10, 0), 1, 1),
                ((5, 5), 1, 1),
                ((11, 0), 0, 1),
                ((3, 7), 1, 2),
                ((8, 2), 1, 2),
            ] {
                let mut record = meeting(of, [item(serial, votes, recused)]);
                record.session.number = number;
                wishes.push(wish(&secretary(of), record));
            }
        }
    }
    wishes
}

fn rankings() -> Vec<Wish> {
    let head = approved(&review_head());
    let rankings = [
        vec![1],
        vec![3],
        vec![1, 3],
        vec![3, 1],
        vec![4, 3, 1],
        vec![1, 4],
    ];
    let groups = ["agencies", "communes"].into_iter();
    let wishes = groups.flat_map(|of| {
        let rankings = rankings.clone().into_iter();
        rankings.map(move |ranking| rank(of, ranking))
    });
    wishes.map(|ranking| wish(&head, ranking)).collect()
}

fn late_gates() -> Vec<Wish> {
    let reviewer = step::reviewer();
    let secretary = step::council_secretary();
    let mut wishes = vec![
        wish(&reviewer, step::recommend_reject(vec![step::c1()])),
        wish(&review_head(), step::reject(step::c1())),
        wish(&review_head(), step::pass(vec![step::i1()])),
        wish(&secretary, step::list(vec![step::i1()])),
        wish(&secretary, step::recuse("head.noi-vu", step::c1())),
        wish(&secretary, step::open_motion(1, vec![step::c1()])),
        wish(&secretary, step::open_motion(2, vec![step::i1()])),
        wish(&secretary, step::close_motion(2)),
        wish(&review_head(), step::present(1, vec![step::c1()])),
        wish(&review_head(), step::present(2, step::both())),
        wish(&step::chairman(), step::decide(1, &[step::i1()])),
        wish(&campaign_manager(), step::draft(1, vec![step::c1()])),
        wish(&campaign_manager(), step::draft(2, step::both())),
        wish(&step::clerk(), step::assign_number(1, 1, "2024-12-30")),
        wish(
            &acting("tiep-nhan", crate::Role::IntakeOfficer),
            step::acknowledge("tu-phap"),
        ),
        wish(
            &officer("tu-phap"),
            step::set_list("tu-phap", vec![nomination(3)]),
        ),
    ];
    for (who, _) in step::MEMBERS {
        for choice in [Choice::Against, Choice::Abstain] {
            wishes.push(wish(&secretary, step::ballot(1, person(who), choice)));
        }
    }
    let findings = [("C1", crate::Finding::NotMet)];
    wishes.push(wish(&reviewer, step::find(step::c1(), &findings)));
    wishes
}
