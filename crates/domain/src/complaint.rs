//! Complaints, denunciations and petitions (khiếu nại, tố cáo, kiến nghị): registered, accepted,
//! decided; and what an upheld one opens again (domain practice 2, 4.5 row 41).

mod command;
pub(crate) mod decide;
mod event;
mod evolve;
pub(crate) mod needs;
mod refusal;
mod state;
#[cfg(test)]
mod stories;
mod words;

pub use command::{
    AcceptComplaint, DecideComplaint, RegisterComplaint, ReopenByComplaint, WithdrawComplaint,
};
pub use event::Event;
pub use evolve::evolve;
pub use refusal::Refusal;
pub use state::{Complaint, Ruling, State};
pub use words::{ComplaintKind, ComplaintOutcome};
