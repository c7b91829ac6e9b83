//! Why a command on a complaint is refused.

use jiff::civil::Date;

use crate::{ComplaintId, NominationId, nomination::Gate};

refusals! {
    /// Reasons around complaints, each with its facts.
    pub enum Refusal {
        /// There is no such complaint.
        #[error("there is no complaint {complaint}")]
        Absent {
            /// The complaint.
            complaint: ComplaintId,
        } = "complaint_absent",
        /// Complaints of a campaign are numbered in order.
        #[error("{complaint} is out of order")]
        OutOfOrder {
            /// The complaint.
            complaint: ComplaintId,
        } = "complaint_out_of_order",
        /// The number bears another complaint.
        #[error("{complaint} is registered already, with other content")]
        RegisteredOtherwise {
            /// The complaint.
            complaint: ComplaintId,
        } = "complaint_registered_otherwise",
        /// It is about a nomination of another campaign.
        #[error("{complaint} cannot be about {nomination}")]
        Elsewhere {
            /// The complaint.
            complaint: ComplaintId,
            /// The nomination.
            nomination: NominationId,
        } = "complaint_elsewhere",
        /// A decision is recorded once it is made.
        #[error("decided on {date}, it is {today}")]
        DecidedAhead {
            /// The date of the decision.
            date: Date,
            /// The day.
            today: Date,
        } = "complaint_decided_ahead",
        /// Nobody complains of what is not known yet.
        #[error("known on {knew_on}, registered on {registered_on}")]
        KnownLater {
            /// The day of knowing.
            knew_on: Date,
            /// The day on which it came in.
            registered_on: Date,
        } = "complaint_known_later",
        /// An anonymous letter is noted, nothing more.
        #[error("{complaint} is anonymous")]
        Anonymous {
            /// The complaint.
            complaint: ComplaintId,
        } = "complaint_anonymous",
        /// It came after the term.
        #[error("{complaint} came in on {registered_on}, due on {due}")]
        Late {
            /// The complaint.
            complaint: ComplaintId,
            /// The day on which it came in.
            registered_on: Date,
            /// The last day of the term.
            due: Date,
        } = "complaint_late",
        /// It must be taken up first.
        #[error("{complaint} is not accepted")]
        NotAccepted {
            /// The complaint.
            complaint: ComplaintId,
        } = "complaint_not_accepted",
        /// It is decided.
        #[error("{complaint} is decided")]
        Decided {
            /// The complaint.
            complaint: ComplaintId,
        } = "complaint_decided",
        /// It is withdrawn.
        #[error("{complaint} is withdrawn")]
        Withdrawn {
            /// The complaint.
            complaint: ComplaintId,
        } = "complaint_withdrawn",
        /// Only an upheld complaint about this nomination opens it again.
        #[error("{complaint} is no upheld complaint about {nomination}")]
        NotUpheld {
            /// The complaint.
            complaint: ComplaintId,
            /// The nomination.
            nomination: NominationId,
        } = "complaint_not_upheld",
        /// A complaint opens a nomination once.
        #[error("{complaint} opened {nomination} once before")]
        Used {
            /// The complaint.
            complaint: ComplaintId,
            /// The nomination.
            nomination: NominationId,
        } = "complaint_used",
        /// Only what review, Council or Chairman refused is opened again.
        #[error("{nomination} stands at {gate:?}")]
        NotReopenable {
            /// The nomination.
            nomination: NominationId,
            /// Where it stands.
            gate: Gate,
        } = "nomination_not_reopenable",
        /// Another nomination of the nominee has taken its place.
        #[error("the nominee of {nomination} is nominated again")]
        Unclaimed {
            /// The nomination.
            nomination: NominationId,
        } = "nomination_unclaimed",
    }
}
