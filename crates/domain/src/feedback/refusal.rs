//! Why a command on feedback is refused.

use crate::FeedbackId;

refusals! {
    /// Reasons around feedback, each with its facts.
    pub enum Refusal {
        /// There is no such feedback.
        #[error("there is no feedback {feedback}")]
        Absent {
            /// The feedback.
            feedback: FeedbackId,
        } = "feedback_absent",
        /// Feedback of a unit is numbered in order.
        #[error("{feedback} is out of order")]
        OutOfOrder {
            /// The feedback.
            feedback: FeedbackId,
        } = "feedback_out_of_order",
        /// The number bears other feedback.
        #[error("{feedback} is filed already, with other content")]
        FiledOtherwise {
            /// The feedback.
            feedback: FeedbackId,
        } = "feedback_filed_otherwise",
        /// It is answered: nobody else needs to.
        #[error("{feedback} is answered")]
        Answered {
            /// The feedback.
            feedback: FeedbackId,
        } = "feedback_answered",
        /// It has no answer yet.
        #[error("{feedback} is not answered")]
        Unanswered {
            /// The feedback.
            feedback: FeedbackId,
        } = "feedback_unanswered",
        /// It is closed.
        #[error("{feedback} is closed")]
        Closed {
            /// The feedback.
            feedback: FeedbackId,
        } = "feedback_closed",
    }
}
