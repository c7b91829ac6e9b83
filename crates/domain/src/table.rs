//! The command table: which streams a command writes and reads.
//!
//! The desk loads by this table, and everything it names is a condition of the append. Some streams
//! are known only when others are seen (the cases on a list, say), so the desk asks again until
//! nothing new is named.

use crate::{Command, Context, NomineeRef, StreamKey, World};

/// How a stream takes part in a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Access {
    /// Read, as a condition that the record does not name: naming it would tie a nominee to a
    /// person for ever.
    Guard,
    /// Read: a condition, and named in the record.
    Read,
    /// Written: a condition, and named in the record.
    Write,
}

/// Something that must be in view before the command can be decided.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// The state of a stream.
    Stream(StreamKey, Access),
    /// Who a nominee is as a subject of facts in a year.
    Subject(NomineeRef, i16),
}

/// What `command` needs, as far as it can be told from what is in view. Streams may be named more
/// than once; the strongest access counts.
#[must_use]
pub fn needs(command: &Command, context: &Context, world: &World) -> Vec<Need> {
    let _ = (command, context, world);
    Vec::new()
}
