//! What a definition asks of the desk.

use serde::Serialize;
use serde_json::Value;

use khen_domain::CommandKind;

/// A command, ready but for the ledger and the acting assignment's id.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PlannedCommand {
    /// Which command.
    pub(crate) kind: CommandKind,
    /// Its content, personal values in clear: the desk seals them.
    pub(crate) content: Value,
    /// Its idempotency key: the same for the same thing at every load.
    pub(crate) key: String,
    /// `file:line` of the entry that asks for it.
    pub(crate) place: String,
    /// Who gives it.
    pub(crate) acting: Acting,
}

impl PlannedCommand {
    /// A command of `content` for an entry of a definition.
    pub(super) fn new(
        kind: CommandKind,
        content: &impl Serialize,
        entry: Entry<'_>,
        acting: Acting,
    ) -> Self {
        let content = serde_json::to_value(content).expect("a command's content is JSON");
        Self {
            kind,
            content,
            key: format!("load/{}", entry.path),
            place: entry.place,
            acting,
        }
    }
}

/// An entry of a definition.
pub(super) struct Entry<'a> {
    /// Names what is loaded, for example `unit/tu-phap`.
    pub(super) path: &'a str,
    /// `file:line` where it stands.
    pub(super) place: String,
}

/// Who gives a planned command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Acting {
    /// The program itself.
    System,
    /// The holder of the assignment with this handle, for example `CM/campaign_manager`.
    Handle(String),
}

/// What a random id is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum IdKind {
    /// A person, by handle: `p-` and 32 hexadecimal digits.
    Person,
    /// An assignment, by handle: `a-` and 32 hexadecimal digits.
    Assignment,
}

/// Gives the id behind a handle: always the same one, and nobody can guess it.
pub(crate) type Ids<'a> = &'a dyn Fn(IdKind, &str) -> String;
