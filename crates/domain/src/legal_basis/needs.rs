//! What the commands on the law write.

use super::{RecordBaseWage, RecordRegime};
use crate::{Need, StreamKey, World};

pub(crate) fn record_regime(command: &RecordRegime, _: &World) -> Vec<Need> {
    vec![Need::write(StreamKey::legal_basis(&command.instrument))]
}

pub(crate) fn record_base_wage(command: &RecordBaseWage, _: &World) -> Vec<Need> {
    vec![Need::write(StreamKey::legal_basis(&command.instrument))]
}
