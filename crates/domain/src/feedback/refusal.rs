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
    }
}
