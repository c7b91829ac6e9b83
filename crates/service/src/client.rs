//! A person at a running server: what is asked, what is done, and how it is told.
//!
//! A question is one request. An act is an [`Errand`]: one line of one person, which may look people
//! up by name, bring papers, and give several commands, each under a key of its own that follows
//! from the key of the line. So a line that was cut off is repeated whole, with the same key.

mod acting;
mod download;
mod errand;
mod keys;
mod pairs;
mod paper;
mod pass;
mod server;
mod speaker;
mod stop;
mod talk;
mod unanswered;
mod who;
mod word;

pub(crate) use acting::Acting;
pub(crate) use errand::{Errand, errand};
pub(crate) use keys::{
    campaign, complaint, conference, council_session, decision, feedback, local_time, nomination,
    presentation, publicity, stream, submission, unit_session,
};
pub(crate) use pairs::{Because, Lack, Pair, Text, Votes, Word, reasoned};
pub(crate) use paper::{Owner, Paper, document, unreadable, unwritable};
pub(crate) use pass::ClientArguments;
pub(crate) use server::Server;
pub(crate) use speaker::{Speaker, facts};
pub(crate) use stop::{Alarm, Stop};
pub(crate) use talk::{Client, Fetched, is_repeated_document};
pub(crate) use word::{word, words};
