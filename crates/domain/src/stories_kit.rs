//! Stories: given what happened, when somebody asks, then that follows.
//!
//! A story runs through the whole door: [`needs`](crate::needs) to a fixed point, access, rule. Each
//! time a command succeeds, the kit asks once more and insists that nothing happens, so every story
//! also tells that repeating is harmless.
#![expect(
    clippy::missing_panics_doc,
    reason = "a story that is not true panics; that is its whole purpose"
)]

mod made_up;
mod office;
mod plan;
mod season;
mod stage;

pub use made_up::*;
pub use office::*;
pub use plan::*;
pub use season::*;
pub use stage::Stage;

pub use crate::stories_way::{Step, loading, season};
use crate::{Actor, Command, Effect, Event, Refusal, StreamKey};

/// Begins a story on this stage.
#[must_use]
pub fn given(stage: Stage) -> Given {
    Given { stage }
}

/// A story that waits for its command.
#[derive(Debug)]
pub struct Given {
    stage: Stage,
}

impl Given {
    /// Somebody asks.
    #[must_use]
    #[track_caller]
    pub fn when(mut self, actor: &Actor, command: impl Into<Command>) -> Outcome {
        let command = command.into();
        let result = self.stage.ask(actor, &command);
        if let Ok(effects) = &result {
            self.stage.record(actor, effects);
            let again = self.stage.ask(actor, &command);
            assert_eq!(again, Ok(Vec::new()), "asked again: {command:?}");
        }
        Outcome { result }
    }
}

/// What the command came to.
#[derive(Debug)]
pub struct Outcome {
    result: Result<Vec<Effect>, Refusal>,
}

impl Outcome {
    /// Exactly these events follow, in this order.
    #[track_caller]
    pub fn then<E: Into<Event>>(self, expected: impl IntoIterator<Item = (StreamKey, E)>) {
        let expected = expected.into_iter();
        let expected: Vec<_> = expected
            .map(|(stream, event)| Effect::new(stream, event))
            .collect();
        assert_eq!(self.result, Ok(expected));
    }

    /// Something follows; a closer look is the story's own.
    #[track_caller]
    #[must_use]
    pub fn then_effects(self) -> Vec<Effect> {
        let effects = self.result.expect("the command is granted");
        assert!(!effects.is_empty(), "something happens");
        effects
    }

    /// The wish was already fulfilled.
    #[track_caller]
    pub fn then_nothing_happens(self) {
        assert_eq!(self.result, Ok(Vec::new()));
    }

    /// The command is refused with this code.
    #[track_caller]
    pub fn then_refused(self, code: &str) {
        let refusal = self.result.expect_err("the command is refused");
        assert_eq!(refusal.code(), code, "{refusal:?}");
    }
}
