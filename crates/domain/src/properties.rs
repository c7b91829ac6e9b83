//! What holds whatever people ask, and in whatever order: random command sequences around the whole
//! way from the launch to the award.

mod invariants;
mod noise;

use proptest::{prelude::*, sample::select, test_runner::Config};

use crate::{
    Actor, Command, State, StreamKey,
    nomination::Gate,
    properties::{
        invariants::{must_hold, no_gate_is_skipped, replays_to_the_same},
        noise::noise,
    },
    stories_kit::{Stage, nomination},
    stories_way::{Step, beginning, way},
};

/// Cases of a property at size 1.
const CASES: u32 = 256;

/// One thing that somebody does.
#[derive(Debug, Clone)]
enum Move {
    /// The next step of the way.
    Next,
    /// Something else, or something too early, too late or once more.
    Other(Box<(Actor, Command)>),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let other = select(noise()).prop_map(|one| Move::Other(Box::new(one)));
    let one = prop_oneof![2 => Just(Move::Next), 1 => other];
    prop::collection::vec(one, 1..160)
}

/// Plays a step whether it is granted or not, and checks what must hold after it.
fn play(stage: &mut Stage, actor: &Actor, command: &Command) {
    let Ok(effects) = stage.ask(actor, command) else {
        return;
    };
    stage.record(actor, &effects);
    let again = stage.ask(actor, command);
    assert_eq!(again, Ok(Vec::new()), "asked again: {command:?}");
    must_hold(stage);
}

fn gate(stage: &Stage, serial: u32) -> Option<Gate> {
    let stream = StreamKey::nomination(&nomination(serial));
    let folded = stage.state(&stream);
    let State::Nomination(known) = folded.as_ref() else {
        panic!("a nomination's stream holds a nomination");
    };
    known.case().map(|case| case.gate)
}

#[test]
fn the_way_leads_both_nominees_to_their_award() {
    let mut stage = beginning();
    for Step { at, actor, command } in way() {
        stage = stage.at(at).then(&actor, command);
        must_hold(&stage);
    }
    assert_eq!(gate(&stage, 1), Some(Gate::Awarded));
    assert_eq!(gate(&stage, 2), Some(Gate::Awarded));
    no_gate_is_skipped(&stage);
    replays_to_the_same(&stage);
}

fn config() -> Config {
    let scale = std::env::var("KHEN_TEST_SCALE").ok();
    let scale: u32 = scale.and_then(|text| text.parse().ok()).unwrap_or(1);
    Config {
        cases: CASES.saturating_mul(scale),
        failure_persistence: None,
        ..Config::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whatever_people_ask_the_rules_hold(moves in moves()) {
        let mut steps = way().into_iter();
        let mut stage = beginning();
        for one in moves {
            match one {
                Move::Other(other) => play(&mut stage, &other.0, &other.1),
                Move::Next => if let Some(Step { at, actor, command }) = steps.next() {
                    stage = stage.at(at);
                    play(&mut stage, &actor, &command);
                }
            }
        }
        no_gate_is_skipped(&stage);
        replays_to_the_same(&stage);
    }
}
