//! What holds whatever people ask, and in whatever order: random command sequences around the whole
//! way from the launch to the award (INV-04 to INV-34, as far as the domain keeps them alone).

mod invariants;
mod noise;

use proptest::{prelude::*, sample::select, test_runner::Config};

use crate::{
    Actor, Command, CommandKind, State, StreamKey,
    nomination::Gate,
    properties::{
        invariants::{
            bears_out, keeps_the_rules, must_hold, no_gate_is_skipped, replays_to_the_same,
        },
        noise::{decisions, noise},
    },
    stories_kit::{Stage, nomination},
    stories_way::{Step, beginning, way},
};

/// Sequences of each of the five properties at size 1.
const CASES: u32 = 2_000;

/// One thing that somebody does.
#[derive(Debug, Clone)]
enum Move {
    /// The next step of the way.
    Next,
    /// Something else, or something too early, too late or once more.
    Other(Box<(Actor, Command)>),
}

fn moves(most: usize) -> impl Strategy<Value = Vec<Move>> {
    moves_among(noise(), most)
}

fn moves_among(wishes: Vec<(Actor, Command)>, most: usize) -> impl Strategy<Value = Vec<Move>> {
    let other = select(wishes).prop_map(|one| Move::Other(Box::new(one)));
    let one = prop_oneof![2 => Just(Move::Next), 1 => other];
    prop::collection::vec(one, 1..most)
}

/// Plays a step whether it is granted or not, and checks what must hold after it.
fn play(stage: &mut Stage, actor: &Actor, command: &Command) {
    let Ok(effects) = stage.ask(actor, command) else {
        return;
    };
    stage.record(actor, &effects);
    let again = stage.ask(actor, command);
    assert_eq!(again, Ok(Vec::new()), "INV-07, asked again: {command:?}");
    keeps_the_rules(stage, actor, &effects);
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
    bears_out(&stage);
    replays_to_the_same(&stage);
}

/// Sequences of a property: all five together 10,000 where the tests run as a whole, a tenth of that
/// where somebody runs them by hand.
fn config() -> Config {
    let scale = std::env::var("KHEN_TEST_SCALE").ok();
    let scale: Option<u32> = scale.and_then(|text| text.parse().ok());
    Config {
        cases: scale.map_or(CASES / 10, |scale| CASES.saturating_mul(scale)),
        failure_persistence: None,
        ..Config::default()
    }
}

/// The way up to the first command of this kind has been gone; then people ask.
fn play_from(first: CommandKind, moves: Vec<Move>) {
    let mut stage = beginning();
    let mut steps = way().into_iter().peekable();
    while let Some(Step { at, actor, command }) = steps.next_if(|step| step.command.kind() != first)
    {
        stage = stage.at(at).then(&actor, command);
    }
    for one in moves {
        match one {
            Move::Other(other) => play(&mut stage, &other.0, &other.1),
            Move::Next => {
                if let Some(Step { at, actor, command }) = steps.next() {
                    stage = stage.at(at);
                    play(&mut stage, &actor, &command);
                }
            }
        }
    }
    no_gate_is_skipped(&stage);
    bears_out(&stage);
    replays_to_the_same(&stage);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whatever_people_ask_from_the_launch_on_the_rules_hold(moves in moves(160)) {
        play_from(CommandKind::ImportUnitResults, moves);
    }

    #[test]
    fn whatever_people_ask_around_the_submission_the_rules_hold(moves in moves(100)) {
        play_from(CommandKind::RecordUnitMeeting, moves);
    }

    #[test]
    fn whatever_people_ask_around_the_review_the_rules_hold(moves in moves(80)) {
        play_from(CommandKind::AssignReviewer, moves);
    }

    #[test]
    fn whatever_people_ask_around_council_and_decision_the_rules_hold(moves in moves(80)) {
        play_from(CommandKind::ConveneCouncil, moves);
    }

    #[test]
    fn whatever_people_ask_around_signature_and_issue_the_rules_hold(
        moves in moves_among(decisions(), 80)
    ) {
        play_from(CommandKind::SignDecision, moves);
    }
}
