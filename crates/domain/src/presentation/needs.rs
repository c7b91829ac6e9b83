//! What the commands read and write.

use super::{CheckPresentation, DecidePresentation, PresentToChairman};
use crate::{Need, World};

pub(crate) fn present_to_chairman(_command: &PresentToChairman, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn check_presentation(_command: &CheckPresentation, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn decide_presentation(_command: &DecidePresentation, _world: &World) -> Vec<Need> {
    Vec::new()
}
