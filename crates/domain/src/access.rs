//! Who may do what: one exhaustive table, command by role.

refusals! {
    /// Why somebody may not act.
    pub enum Refusal {
        /// The role may not give this command.
        #[error("the role may not do this")]
        RoleNotAllowed {
            /// The command.
            command: String,
            /// The acting role.
            role: crate::Role,
        } = "role_not_allowed",
    }
}
