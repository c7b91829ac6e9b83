//! What holds whatever people ask, and in whatever order: random command sequences around the whole
//! way from the launch to the closed campaign (INV-04 to INV-35, as far as the domain keeps them alone).
//!
//! `KHEN_TEST_SCALE=100 cargo test --release -p khen-domain --lib properties -- --nocapture` plays
//! 1,000,000 sequences (nextest would end them after five minutes) and prints, per property, the seed,
//! the count and how many sequences reached each stage; `PROPTEST_RNG_SEED=<seed>` plays the same ones
//! again.

mod aftermath;
mod coverage;
mod invariants;
mod noise;

use std::hash::{BuildHasher, RandomState};

use proptest::{
    prelude::*,
    sample::select,
    test_runner::{Config, RngSeed, TestRunner},
};

use crate::{
    Actor, Command, CommandKind, State, StreamKey,
    council_session::{BallotForm, Choice, Mode},
    nomination::Gate,
    properties::{
        coverage::Coverage,
        invariants::{
            bears_out, keeps_the_rules, leaves_nothing_open, must_hold, no_gate_is_skipped,
            replays_to_the_same, settles,
        },
        noise::{Meeting, afterwards, council, decisions, noise, seated},
    },
    stories_kit::{Stage, nomination},
    stories_way::{Step, beginning, way},
};

/// Sequences of a property at size 1: after the issue, in a session of the Council, and of each of the
/// five others. All seven make 10,000.
const AFTERWARDS: u32 = 2_500;
const SESSIONS: u32 = 2_500;
const CASES: u32 = 1_000;

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
    settles(stage, &effects);
    if let Command::CloseRevokedAwards(_) = command {
        leaves_nothing_open(stage);
    }
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

/// As many sequences as this where the tests run as a whole, a tenth of them where somebody runs them
/// by hand; from a seed that is told.
fn config(cases: u32) -> (Config, u64) {
    let scale = std::env::var("KHEN_TEST_SCALE").ok();
    let scale: Option<u32> = scale.and_then(|text| text.parse().ok());
    let config = Config::default();
    let seed = match config.rng_seed {
        RngSeed::Fixed(seed) => seed,
        RngSeed::Random => RandomState::new().hash_one(cases),
    };
    let config = Config {
        cases: scale.map_or(cases / 10, |scale| cases.saturating_mul(scale)),
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(seed),
        ..config
    };
    (config, seed)
}

/// The way up to the first command of this kind has been gone; then people ask.
fn hold_from(first: CommandKind, cases: u32, moves: &impl Strategy<Value = Vec<Move>>) -> Coverage {
    let mut stage = beginning();
    let mut steps = way().into_iter().chain(aftermath::aftermath()).peekable();
    while let Some(Step { at, actor, command }) = steps.next_if(|step| step.command.kind() != first)
    {
        stage = stage.at(at).then(&actor, command);
    }
    let steps: Vec<_> = steps.collect();
    hold(first.as_str(), cases, moves, |moves| {
        go_on(stage.clone(), steps.clone(), moves)
    })
}

/// Plays random sequences; a failing one is told with its seed, as short as it still fails.
#[expect(
    clippy::print_stdout,
    reason = "whoever asks for a run reads its table"
)]
fn hold<S: Strategy>(
    property: &str,
    cases: u32,
    sequences: &S,
    play: impl Fn(S::Value) -> Stage,
) -> Coverage {
    let (config, seed) = config(cases);
    let coverage = Coverage::default();
    let played = TestRunner::new(config).run(sequences, |sequence| {
        coverage.count(&play(sequence));
        Ok(())
    });
    println!("{}", coverage.table(property, seed));
    if let Err(failure) = played {
        panic!("seed {seed}: {failure}");
    }
    coverage
}

/// Steps in their order, and other wishes between them.
fn go_on(mut stage: Stage, steps: Vec<Step>, moves: Vec<Move>) -> Stage {
    let mut steps = steps.into_iter();
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
    stage
}

#[test]
fn whatever_people_ask_from_the_launch_on_the_rules_hold() {
    hold_from(CommandKind::ImportUnitResults, CASES, &moves(160));
}

#[test]
fn whatever_people_ask_around_the_submission_the_rules_hold() {
    hold_from(CommandKind::RecordUnitMeeting, CASES, &moves(100));
}

#[test]
fn whatever_people_ask_around_the_review_the_rules_hold() {
    hold_from(CommandKind::AssignReviewer, CASES, &moves(80));
}

#[test]
fn whatever_people_ask_around_council_and_decision_the_rules_hold() {
    hold_from(CommandKind::ConveneCouncil, CASES, &moves(80));
}

#[test]
fn whatever_people_ask_around_signature_and_issue_the_rules_hold() {
    let moves = moves_among(decisions(), 80);
    hold_from(CommandKind::SignDecision, CASES, &moves);
}

/// INV-31, INV-32, INV-33, INV-35.
#[test]
fn whatever_people_ask_after_the_issue_the_rules_hold_to_the_closed_campaign() {
    let moves = moves_among(afterwards(), 120);
    let coverage = hold_from(CommandKind::OpenAwardFiles, AFTERWARDS, &moves);
    assert!(coverage.is_complete(), "some stage was never reached");
}

#[test]
fn the_way_after_the_issue_leads_to_the_closed_campaign() {
    let steps = way().into_iter().chain(aftermath::aftermath());
    let mut stage = beginning();
    for Step { at, actor, command } in steps {
        stage = stage.at(at);
        let effects = stage.ask(&actor, &command);
        assert!(effects.is_ok(), "{command:?} is refused: {effects:?}");
        play(&mut stage, &actor, &command);
    }
    assert_eq!(gate(&stage, 1), Some(Gate::AwardRevoked));
    assert_eq!(gate(&stage, 2), Some(Gate::Awarded));
}

/// The reviews are passed, and the full Council has all its members.
fn reviewed() -> Stage {
    let steps = way().into_iter();
    let steps = steps.take_while(|step| step.command.kind() != CommandKind::ConveneCouncil);
    steps.fold(seated(beginning()), |stage, step| {
        stage.at(step.at).then(&step.actor, step.command)
    })
}

fn meetings() -> impl Strategy<Value = Meeting> {
    let modes = select(vec![Mode::Standing, Mode::Full, Mode::Written]);
    let ballots = select(vec![BallotForm::Open, BallotForm::Secret]);
    let vote = prop_oneof![
        4 => Just(Some(Choice::For)),
        3 => Just(Some(Choice::Against)),
        1 => Just(Some(Choice::Abstain)),
        1 => Just(None),
    ];
    let all = (modes, ballots, prop::array::uniform6(vote));
    all.prop_map(|(mode, ballot, votes)| Meeting {
        mode,
        ballot,
        votes,
    })
}

/// INV-18, INV-19, INV-20, INV-22.
#[test]
fn whatever_people_ask_in_any_session_the_votes_come_out_as_counted_anew() {
    let sequences = (meetings(), moves_among(council(), 80));
    let stage = reviewed();
    hold("sessions", SESSIONS, &sequences, |(meeting, moves)| {
        go_on(stage.clone(), meeting.steps(), moves)
    });
}
