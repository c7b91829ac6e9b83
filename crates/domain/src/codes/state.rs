//! What a later decision needs to know of a series of codes.

use serde::Serialize;

/// The series so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct State {
    /// The serial given last; 0 before the first.
    pub last: u32,
}

impl State {
    /// The serial that is given next.
    #[must_use]
    pub fn next(self) -> u32 {
        self.last.saturating_add(1)
    }
}
