//! Rules about rooms and what they lean on.

pub(super) mod arrows;
pub(super) mod doors;
pub(super) mod duty;
mod floors;
pub(super) mod map;
pub(super) mod outside_crates;
