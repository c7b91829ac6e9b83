//! Keys of clients: Ed25519 (RFC 8037) and P-256 (RFC 7518).

mod private;
mod public;

pub use private::{AssertionParts, PrivateKey, PrivateKeyError};
pub use public::{PublicKey, PublicKeyError};
