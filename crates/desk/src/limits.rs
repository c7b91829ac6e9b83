//! Bounds of one command's way.

use std::time::Duration;

/// Decisions tried before a command is answered with a conflict.
pub const TRIES_MAX: u32 = 8;
/// The first pause after a conflict; it doubles with each try and is spread by chance.
pub const PAUSE_MIN: Duration = Duration::from_millis(2);
/// Rounds in which the command table may name further streams. The longest chain is four: a
/// decision, its cases, their units, the slots of those units' groups.
pub const SIGHT_ROUNDS_MAX: usize = 8;
/// States kept in each of the two generations of the cache. A state is a few hundred bytes.
pub const CACHED_STATE_COUNT_MAX: usize = 100_000;
/// Characters of an idempotency key.
pub const KEY_CHARS_MAX: usize = 200;
