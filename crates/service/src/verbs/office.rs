//! What Home Affairs does: receive and review.

mod receive;
mod review;

pub(crate) use receive::Receive;
pub(crate) use review::Review;
