//! A mirror, read by those who heal a ledger with it.

use std::{
    fs::File,
    io::BufReader,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use async_trait::async_trait;

use super::{
    files::{self, first_of},
    lines::{batch, skip},
    state::State,
};
use khen_eventlog::{Position, RecordedEvent};
use khen_workers::{Mirror, MirrorError};

/// The folder of a mirror, which somebody else may go on filling.
pub(crate) struct MirrorFolder {
    folder: PathBuf,
    /// How far it was when it was opened.
    state: State,
    source: String,
}

impl MirrorFolder {
    /// Opens the mirror in a folder; `None` where there is none, or nothing in it.
    pub(crate) fn open(folder: &Path) -> anyhow::Result<Option<Self>> {
        let Some(state) = State::read(folder)? else {
            return Ok(None);
        };
        let source = state.source.clone();
        let source = source.with_context(|| format!("{} holds no events", folder.display()))?;
        Ok(Some(Self {
            folder: folder.to_owned(),
            state,
            source,
        }))
    }

    /// The slug of its ledger.
    pub(crate) fn ledger(&self) -> &str {
        &self.state.ledger
    }
}

#[async_trait]
impl Mirror for MirrorFolder {
    fn source(&self) -> &str {
        &self.source
    }

    async fn read(&self, from: Position) -> Result<Vec<RecordedEvent>, MirrorError> {
        if from.0 >= self.state.next {
            return Ok(Vec::new());
        }
        let (first, until) = (first_of(from.0), self.state.next);
        let path = files::path(&self.folder, first);
        let parsing = tokio::task::spawn_blocking(move || {
            let some = || {
                let mut lines = BufReader::new(File::open(path)?);
                skip(&mut lines, from.0 - first)?;
                batch(&mut lines)
            };
            let bytes = some().map_err(|failure| damaged(from.0, failure))?;
            let lines = bytes.split_inclusive(|byte| *byte == b'\n');
            // What stands behind the end was never finished.
            let lines = (from.0..until).zip(lines);
            lines
                .map(|(position, line)| event(position, line))
                .collect()
        });
        parsing.await.map_err(|failure| damaged(from.0, failure))?
    }
}

fn event(position: u64, line: &[u8]) -> Result<RecordedEvent, MirrorError> {
    let event = RecordedEvent::from_wire(line).map_err(|failure| damaged(position, failure))?;
    let position = Position(position);
    event.ok_or(MirrorError::Redacted { position })
}

fn damaged(position: u64, failure: impl std::error::Error + Send + Sync + 'static) -> MirrorError {
    MirrorError::Damaged {
        position: Position(position),
        source: Box::new(failure),
    }
}
