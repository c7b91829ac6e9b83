//! What the commands read and write.

use super::{AttachReport, ConfirmReport, DraftNomination, ProposeNominee};
use crate::{Need, World};

pub(crate) fn draft_nomination(_command: &DraftNomination, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn attach_report(_command: &AttachReport, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn confirm_report(_command: &ConfirmReport, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn propose_nominee(_command: &ProposeNominee, _world: &World) -> Vec<Need> {
    Vec::new()
}
