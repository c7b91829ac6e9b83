//! What Home Affairs does: receive, review, hold, answer.

mod feedback;
mod hold;
mod receive;
mod review;

pub(crate) use feedback::Feedback;
pub(crate) use hold::Hold;
pub(crate) use receive::Receive;
pub(crate) use review::Review;
