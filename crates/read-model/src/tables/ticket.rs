//! What is filed, planned or held beside the cases.

use jiff::Timestamp;

table! {
    /// Table `ticket_v1`: one row per feedback, complaint, publicity and conference, kept by the
    /// projection `ticket`. Personal text stays sealed: who shows it opens it.
    TicketTable = "ticket_v1";
    /// A matter beside the cases.
    TicketRow {
        /// The name of its stream, `feedback/HQ-CCHC-2024/minh-duc/1`.
        Ticket ticket,
        /// The kind of its stream.
        Kind kind: String,
        /// The campaign.
        Campaign campaign: String,
        /// The unit that filed it or that it is about, if one did.
        Unit unit: Option<String>,
        /// The nomination that it is about, if it is about one.
        Nomination nomination: Option<String>,
        /// What it is about, in the word of the domain.
        Topic topic: String,
        /// Where it stands, in the word of its last event.
        State state: String,
        /// Whether everybody may read it.
        IsGeneral is_general: bool,
        /// What was filed, sealed, as its event has it in JSON.
        Text text: Option<String>,
        /// What was answered, sealed likewise.
        Answer answer: Option<String>,
        /// When it was opened.
        OpenedAt opened_at: Timestamp,
        /// When it last changed.
        ChangedAt changed_at: Timestamp,
        /// Position of the last event that changed the row.
        Position position: u64,
    }
}
