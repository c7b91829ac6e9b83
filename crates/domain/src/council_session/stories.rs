//! Stories of a session of the Council.

mod agenda;
mod count;
mod minutes;
mod vote;

use super::{CouncilItem, Event};
use crate::{
    NominationId, Outcome, StreamKey, Tally,
    stories_kit::Stage,
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
    }
}

fn closed(items: Vec<CouncilItem>) -> Event {
    Event::CouncilMotionClosed { motion: 1, items }
}
