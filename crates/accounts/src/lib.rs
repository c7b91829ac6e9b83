//! Knows who is at the door.
//!
//! A program shows a token: `khen_`, 16 hexadecimal digits that name it, `_`, 64 hexadecimal digits
//! that are its secret. A token is bound to one assignment of one ledger; [`Accounts`] issues it,
//! recognises it, lists it and revokes it over the `CredentialStore` port.
//!
//! A program of another institution holds a key instead, and asks for short tokens of its own
//! (OAuth 2.0 client credentials with `private_key_jwt`, RFC 6749, 7521 and 7523): the office registers
//! its public half with [`Clients`]; [`Access`] checks what the program has signed, grants the token
//! (`khen-access_…`, of the same form) and recognises it. Such tokens are no JWTs: one that is revoked
//! is refused at once, the same office is asked as for all others, and there is no further key to guard.
//!
//! # Promises
//!
//! - The secret is told once, when the token is issued; what is kept is its SHA-256.
//! - Secrets are compared in constant time, and whether a token is revoked or expired is told only
//!   to who knows its secret.
//! - Tokens live by the machine's clock, whatever time the ledger is made to believe.
//! - No token acts for the program itself.
//! - An assertion is good for one token, whichever process it is shown to; it is signed with the
//!   algorithm that belongs to the registered key, and is for this server alone.
//!
//! # Limits
//!
//! Bounds stand in [`limits`]. What an assignment may do is not known here: see `domain::access`.

mod access;
mod accounts;
mod assertion;
mod clients;
mod error;
mod issuer;
mod keys;
pub mod limits;
mod scope;
mod token;

pub use access::{Access, AccessParts, Asked, ClientVisitor, Granted, ProvenClient};
pub use accounts::{Accounts, Issued, Order, Visitor};
pub use assertion::AssertionFault;
pub use clients::{Clients, Registration};
pub use error::{
    AccountError, AddKeyError, GrantError, IssueError, LedgerOfClientError, RegisterError,
};
pub use issuer::{Issuer, IssuerError, TOKEN_PATH};
pub use keys::{AssertionParts, PrivateKey, PrivateKeyError, PublicKey, PublicKeyError};
pub use scope::{Scope, ScopeError, Scopes};
pub use token::{TokenKind, TokenShapeError, TokenText};
