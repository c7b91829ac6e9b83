//! Identity.

use uuid::Uuid;

/// Makes ids.
pub trait IdSource: Send + Sync {
    /// A fresh version 7 UUID: ids made later sort later, so that indexes grow at one end.
    fn event_id(&self) -> Uuid;
}

/// Ids from the machine's clock and randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct RandomIds;

impl IdSource for RandomIds {
    #[expect(clippy::disallowed_methods, reason = "this room is where ids are made")]
    fn event_id(&self) -> Uuid {
        Uuid::now_v7()
    }
}
