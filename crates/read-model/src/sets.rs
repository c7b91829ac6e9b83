//! The port of sets of rows: one serves, another is filled beside it and put in its place.

use std::sync::Arc;

use async_trait::async_trait;
use thiserror::Error;

use crate::RowStore;

/// A set of rows that does not serve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Set {
    /// The one that is filled beside the served one.
    Beside,
    /// The one that served before.
    Previous,
}

/// Keeps the rows that serve, a set beside them that may take their place, and the set that served
/// before. Readers of the served rows never notice which set they read, nor need they open it again.
///
/// Whatever the served rows forget, the other sets forget in the same step.
#[async_trait]
pub trait RowSets: Send + Sync {
    /// The rows that serve.
    fn served(&self) -> Arc<dyn RowStore>;

    /// An empty set of rows beside the served one, in place of one that was left unfinished.
    ///
    /// # Errors
    /// [`SetError::Forbidden`]; [`SetError::Unavailable`].
    async fn beside(&self) -> Result<Arc<dyn RowStore>, SetError>;

    /// The set that served before the last switch, if there is one.
    ///
    /// # Errors
    /// [`SetError::Forbidden`]; [`SetError::Unavailable`].
    async fn previous(&self) -> Result<Option<Arc<dyn RowStore>>, SetError>;

    /// Holds off whoever moves the served rows, until the answer is switched or dropped: they wait.
    /// Readers read, and the other sets can be moved.
    ///
    /// # Errors
    /// [`SetError::Forbidden`]; [`SetError::Unavailable`].
    async fn hold(&self) -> Result<Box<dyn HeldRows>, SetError>;
}

/// Served rows that nobody moves meanwhile.
#[async_trait]
pub trait HeldRows: Send {
    /// Puts another set in place of the served one, which becomes the previous, in one transaction: a
    /// reader sees one or the other, whole. The cursors keep the epochs of the set that served, so
    /// that whoever was fenced stays fenced.
    ///
    /// # Errors
    /// [`SetError`]; the served rows are those of before.
    async fn switch(self: Box<Self>, to: Set) -> Result<(), SetError>;
}

/// Why no other set of rows was made or put in place.
#[derive(Debug, Error)]
pub enum SetError {
    /// There is no such set.
    #[error("there is no such set of rows")]
    Missing,
    /// The set knows less of a ledger than the served one: a cursor would go back.
    #[error("the set knows fewer events of {ledger} than the rows that serve")]
    Behind {
        /// The ledger.
        ledger: String,
    },
    /// Making and switching sets is the owner's business.
    #[error("only the owner of the database may make sets of rows and switch between them")]
    Forbidden(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The rows could not be reached.
    #[error("the rows are unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
}
