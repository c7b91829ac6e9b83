//! Feedback of units on the campaign (phản ánh, vướng mắc), through Home Affairs. Source: plan V.4.

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

pub use command::{AnswerFeedback, CloseFeedback, FileFeedback, RouteFeedback};
pub use event::Event;
pub use evolve::evolve;
pub use refusal::Refusal;
pub use state::{Reply, State, Ticket};
pub use words::FeedbackTopic;
