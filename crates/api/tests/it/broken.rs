//! Stores that do not keep what they are asked to.

use std::sync::Arc;

use async_trait::async_trait;

use khen_eventlog::{
    Append, AppendError, CommandId, EventStore, LedgerId, ReadError, Receipt, RecordedEvent,
    StreamName, Version,
};

/// What an append comes to.
#[derive(Debug, Clone, Copy)]
enum Fate {
    Overtaken,
    Unreachable,
    Defective,
}

struct Broken {
    store: Arc<dyn EventStore>,
    fate: Fate,
}

/// Somebody else is always faster.
pub(crate) fn overtaken(store: Arc<dyn EventStore>) -> Arc<dyn EventStore> {
    Arc::new(Broken {
        store,
        fate: Fate::Overtaken,
    })
}

/// Nothing can be written.
pub(crate) fn unreachable(store: Arc<dyn EventStore>) -> Arc<dyn EventStore> {
    Arc::new(Broken {
        store,
        fate: Fate::Unreachable,
    })
}

/// Writing panics.
pub(crate) fn defective(store: Arc<dyn EventStore>) -> Arc<dyn EventStore> {
    Arc::new(Broken {
        store,
        fate: Fate::Defective,
    })
}

#[async_trait]
impl EventStore for Broken {
    async fn create_ledger(&self, ledger: &LedgerId, source: &str) -> Result<(), AppendError> {
        self.store.create_ledger(ledger, source).await
    }

    async fn append(&self, append: Append) -> Result<Receipt, AppendError> {
        let (stream, version) = append.conditions().iter().next().unwrap();
        match self.fate {
            Fate::Overtaken => Err(AppendError::Conflict {
                stream: stream.clone(),
                expected: *version,
                actual: version.next(),
            }),
            Fate::Unreachable => Err(AppendError::Unavailable(Box::new(std::io::Error::other(
                "secret disk 7",
            )))),
            Fate::Defective => panic!("secret defect"),
        }
    }

    async fn read_stream(
        &self,
        ledger: &LedgerId,
        stream: &StreamName,
        after: Version,
        limit: usize,
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        self.store.read_stream(ledger, stream, after, limit).await
    }

    async fn versions(
        &self,
        ledger: &LedgerId,
        streams: &[StreamName],
    ) -> Result<Vec<Version>, ReadError> {
        self.store.versions(ledger, streams).await
    }

    async fn read_command(
        &self,
        ledger: &LedgerId,
        command: CommandId,
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        self.store.read_command(ledger, command).await
    }
}
