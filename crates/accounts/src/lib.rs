//! Knows who is at the door.
//!
//! A program shows a token: `khen_`, 16 hexadecimal digits that name it, `_`, 64 hexadecimal digits
//! that are its secret. A token is bound to one assignment of one ledger; [`Accounts`] issues it,
//! recognises it, lists it and revokes it over the `CredentialStore` port.
//!
//! # Promises
//!
//! - The secret is told once, when the token is issued; what is kept is its SHA-256.
//! - Secrets are compared in constant time, and whether a token is revoked or expired is told only
//!   to who knows its secret.
//! - Tokens live by the machine's clock, whatever time the ledger is made to believe.
//! - No token acts for the program itself.
//!
//! # Limits
//!
//! Bounds stand in [`limits`]. What an assignment may do is not known here: see `domain::access`.

mod accounts;
mod error;
pub mod limits;
mod token;

pub use accounts::{Accounts, Issued, Order, Visitor};
pub use error::{AccountError, IssueError};
pub use token::{TokenShapeError, TokenText};
