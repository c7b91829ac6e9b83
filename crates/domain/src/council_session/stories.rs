//! Stories of a session of the Council.

mod agenda;
mod annul;
mod arrivals;
mod ballots;
mod count;
mod minutes;
mod modes;
mod presiding;
mod recusal;
mod silence;
mod stolen;
mod vote;
mod written;

use super::{CouncilItem, Event};
use crate::{
    FactSubject, NominationId, Outcome, StreamKey, Tally,
    hold::{self, HoldGround},
    stories_kit::{Stage, day, paper, review_head, unit},
    stories_way::{both, c1, council_secretary, endorsed, i1, open_motion, session},
};

const EVERYBODY: [&str; 4] = ["chu-tich", "pho-chu-tich", "head.noi-vu", "cong-doan"];

fn stream() -> StreamKey {
    StreamKey::council_session(&session())
}

fn on(nomination: &NominationId) -> StreamKey {
    StreamKey::nomination(nomination)
}

fn passed() -> Stage {
    endorsed()
        .received("tai-chinh", vec![c1()])
        .received("van-phong", vec![i1()])
        .at("2024-12-13T09:00")
        .review_passed(both())
        .at("2024-12-17T09:00")
}

/// In session, with the first motion open.
fn voting(present: &[&str], items: Vec<NominationId>) -> Stage {
    passed()
        .listed(items.clone())
        .attended(present)
        .then(&council_secretary(), open_motion(1, items))
}

/// Something is being verified about the unit that C1 is.
fn held(stage: Stage) -> Stage {
    let placed = hold::Event::HoldPlaced {
        hold: 1,
        ground: HoldGround::Discipline,
        verifying_body: "Thanh tra huyện".into(),
        document: paper("Thông báo thụ lý"),
        review_by: day("2025-01-10"),
    };
    let stream = StreamKey::hold(&FactSubject::from(&unit("tai-chinh")));
    stage.with(&review_head(), [(stream, placed)])
}

fn tally(votes_for: u32, votes_against: u32, abstained: u32) -> Tally {
    Tally {
        votes_for,
        votes_against,
        abstained,
    }
}

fn item(nomination: NominationId, tally: Tally, eligible: u32, outcome: Outcome) -> CouncilItem {
    CouncilItem {
        nomination,
        tally,
        present: 4,
        recused: 4 - eligible,
        eligible,
        outcome,
        flags: Vec::new(),
    }
}

fn closed(items: Vec<CouncilItem>) -> Event {
    Event::CouncilMotionClosed { motion: 1, items }
}
