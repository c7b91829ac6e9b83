//! Commands: one operation each, all carried out alike.

mod answer;
mod carry_out;
mod sent;

use crate::operation::Operation;
use khen_domain::CommandKind;

pub(crate) use sent::CommandBody;

/// One operation per command.
pub(crate) fn operations() -> Vec<Operation> {
    CommandKind::ALL
        .iter()
        .map(|kind| carry_out::operation(*kind))
        .collect()
}
