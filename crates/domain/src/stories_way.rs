//! The second half of the way, for stories: from endorsed nominees to an issued decision, a stage
//! per gate, each the one before and a gate more. C1 is the collective of `tai-chinh`, I1 a person of
//! `van-phong`.

mod council;
mod decision;
mod endorsed;
mod review;
mod submission;

pub(crate) use council::*;
pub(crate) use decision::*;
pub(crate) use endorsed::*;
pub(crate) use review::*;
pub(crate) use submission::*;
