//! Why a command is refused here.

refusals! {
    /// Reasons against a command, each with its facts.
    pub enum Refusal {
        /// Nothing is there yet.
        #[error("there is no such thing yet")]
        Absent {} = "unit_session_absent",
    }
}
