//! Defines what a ledger is.
//!
//! A ledger is one totally ordered, append-only sequence of events, cut into streams.
//! An [`Append`] names the versions it has read ([`Condition`]) and the events that follow; a store
//! that keeps the [`EventStore`] port records it whole or not at all, at dense positions.
//! What is written is fixed by [`canonical`] and [`leaf_bytes`]: the bytes that were hashed are the
//! bytes that are kept.
//!
//! # Promises
//!
//! - Nothing here does I/O, reads a clock or knows what a nomination is.
//! - Positions count from 0 and are dense in a ledger; versions count from 1 and are dense in a
//!   stream; version 0 means that the stream does not exist.
//!
//! # See also
//!
//! The room `contract` holds the clauses that every adapter passes.

mod append;
mod canonical;
mod class;
mod envelope;
mod event;
mod event_types;
mod identity;
mod leaf;
pub mod limits;
mod names;
mod numbers;
mod outgoing;
mod partition;
mod port;
pub mod seat;
mod time;
mod wire;

pub use append::{
    Append, AppendError, AppendParts, AppendShapeError, Condition, Receipt, RecordedAs,
};
pub use canonical::{CanonicalError, canonical};
pub use class::{EventClass, event_class};
pub use envelope::{CONTENT_TYPE, Payload, data_schema, write_cloud_event};
pub use event::{NewEvent, RecordedEvent};
pub use event_types::EventTypes;
pub use identity::{CommandId, EventId, Fingerprint, IdentityError, reaction_key};
pub use leaf::{DataHash, LeafError, data_hash, leaf_bytes, leaf_hash};
pub use names::{EventType, LedgerId, NameError, StreamName};
pub use numbers::{Epoch, Position, Version};
pub use outgoing::OutgoingEvent;
pub use partition::Partition;
pub use port::{
    access::{AccessStore, AccessToken, KnownAccess, UsedAssertion},
    acks::{Ack, AckBook, AckError, ConsumerId},
    bell::{Doorbell, Listener, Rings, Rung},
    blobs::{BlobError, BlobId, BlobStore},
    clients::{ClientGrant, ClientKey, ClientStore, RegisteredClient},
    credentials::{Credential, CredentialStore},
    cursors::{CursorError, CursorStore},
    fan_out::{FanOut, FanOutError, OutgoingMark},
    feed::{EventFeed, Ledger, Place},
    files::{FileIndex, FileRecord},
    halts::{HaltBook, HaltRecord, Halts, ReadOnlyRecord},
    keys::{KeyRecord, KeyStore, OwnerId, WrappedKey},
    leases::{Lease, LeaseHolder, Leases},
    office::OfficeError,
    restore::{PutBackError, Restore},
    signed::{SignedStateError, SignedStates},
    stops::{StopBook, StopRecord},
    store::{EventStore, ReadError},
    tiles::{
        CheckpointKind, Growth, KeptCheckpoint, SealError, SealedLog, StoredTile, TILE_BYTES_MAX,
        TILE_HASH_BYTES, TilePlace, TileStore,
    },
};
pub use time::{WireTimeError, parse_wire_time, to_microseconds, wire_time};
pub use wire::{WireEvent, WireEventError, WirePayload};
