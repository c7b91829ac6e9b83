//! The seal: the transparency log of each ledger, in tiles and under signatures.
//!
//! Integrating and signing are apart. [`SealSink`](sink::SealSink) follows the ledger as every sink does
//! and puts each event into the tree; [`Notary`](notary::Notary) looks now and then which trees have
//! grown, and signs what they are; [`Witnesses`](witnesses::Witnesses) has it cosigned.
//! [`Guard`](guard::Guard) looks at each ledger before anything is recorded in it, and
//! [`Halting`](halted::Halting) halts one that is not what was signed for.

pub(crate) mod grown;
pub(crate) mod guard;
pub(crate) mod halted;
pub(crate) mod keys;
pub(crate) mod leaves;
pub(crate) mod memory;
pub(crate) mod notary;
pub(crate) mod signer;
pub(crate) mod sink;
pub(crate) mod tiles;
pub(crate) mod witnesses;
