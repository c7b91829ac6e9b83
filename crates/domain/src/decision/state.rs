//! What a later decision needs to know.

/// The situation of the stream.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum State {
    /// Nothing has happened yet.
    #[default]
    Absent,
}
