//! The second half of the way, for stories: from endorsed nominees to an issued decision, a stage
//! per gate, each the one before and a gate more. C1 is the collective of `tai-chinh`, I1 a person of
//! `van-phong`.

#[cfg(test)]
mod aftermath;
mod council;
mod decision;
#[cfg(test)]
mod endorsed;
mod review;
mod season;
mod submission;
mod way;

#[cfg(test)]
pub(crate) use aftermath::*;
pub(crate) use council::*;
pub(crate) use decision::*;
#[cfg(test)]
pub(crate) use endorsed::*;
pub(crate) use review::*;
pub use season::*;
pub(crate) use submission::*;
pub use way::Step;
pub(crate) use way::*;
