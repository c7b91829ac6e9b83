//! The OpenAPI 3.1 document, made of the table of operations.

pub(crate) mod get;

mod command;
mod document;
mod operations;

pub(crate) use command::command_body;
pub use document::document;
