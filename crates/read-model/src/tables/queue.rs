//! Papers that wait for somebody.

use jiff::Timestamp;

table! {
    /// Table `queue_v1`: one row per paper (submission, session, presentation, decision, feedback,
    /// hold, certificate, prize) that waits for an act, removed when nobody needs to act any more; kept by the projection `queue`.
    /// Nominations that no paper carries wait in `nomination_v1`.
    QueueTable = "queue_v1";
    /// A paper that waits for somebody.
    QueueRow {
        /// The name of the paper's stream; with `#vote` behind it, the ballots of its open motion,
        /// with `#1` the first hold of its subject.
        Item item,
        /// The campaign; a hold has none.
        Campaign campaign: Option<String>,
        /// The unit that it is about.
        Unit unit: Option<String>,
        /// The role that acts next.
        Role role: String,
        /// The unit whose desk acts next; any desk of the role where it is empty.
        ScopeUnit scope_unit: Option<String>,
        /// The one assignment that acts next; any of the role where it is empty.
        Assignee assignee: Option<String>,
        /// The command that comes next.
        Act act: String,
        /// What the projection must remember of the paper, in words with spaces between them, so
        /// that the next event says what follows without looking anything up.
        Memory memory: String,
        /// Since when it waits for this desk.
        Since since: Timestamp,
        /// Since when the time for the act is counted.
        CountedFrom counted_from: Timestamp,
        /// By when, where that is a time of its own and no rule for the command.
        Due due: Option<Timestamp>,
        /// Position of the last event that changed the row.
        Position position: u64,
    }
}
