//! What Home Affairs does: receive, review, hold, answer.

mod complaint;
mod feedback;
mod hold;
mod quota;
mod receive;
mod review;

pub(crate) use complaint::Complaint;
pub(crate) use feedback::Feedback;
pub(crate) use hold::Hold;
pub(crate) use quota::Quota;
pub(crate) use receive::Receive;
pub(crate) use review::Review;
