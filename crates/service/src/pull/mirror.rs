//! A folder that holds the first events of a ledger, each exactly once.
//!
//! Lines are flushed to their file before the state says that they are there, and the state is put in
//! place in one step. So after a kill at any moment the state names a prefix of the files, and what
//! stands behind it is cut off at the next start. The whole mirror is read and checked then, so that a
//! damaged disk is found by whoever goes on, not years later.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};

use super::{
    checked::Checked,
    files::{self, FILE_EVENT_COUNT},
    growth::Growth,
    notes,
    state::State,
};
use khen_audit::{Frontier, Hash, SignedCheckpoint, TreeHead};
use khen_eventlog::LedgerId;

/// A mirror that this process alone writes.
pub(super) struct Mirror {
    folder: PathBuf,
    state: State,
    frontier: Frontier,
    last_leaf: Option<Hash>,
    /// The newest checkpoint that fits the events.
    checkpoint: Option<SignedCheckpoint>,
    growth: Growth,
    /// Held until the end of the process.
    _lock: File,
}

impl Mirror {
    /// Opens the mirror in this folder, or begins it. What was never finished is cut off, all else is
    /// checked.
    ///
    /// # Errors
    /// Says what of the mirror is damaged, or what the disk refuses.
    pub(super) fn open(folder: &Path, ledger: &LedgerId) -> anyhow::Result<Self> {
        fs::create_dir_all(folder)?;
        let lock = locked(folder)?;
        let state = State::read(folder)?.unwrap_or_else(|| State {
            ledger: ledger.to_string(),
            source: None,
            next: 0,
            tail_bytes: 0,
            root: Frontier::new().root().to_string(),
        });
        if state.ledger != ledger.as_str() {
            bail!("{} is a mirror of {}", folder.display(), state.ledger);
        }
        files::cut(folder, state.next, state.tail_bytes)?;
        let mut mirror = Self {
            folder: folder.to_owned(),
            state,
            frontier: Frontier::new(),
            last_leaf: None,
            checkpoint: notes::checkpoint(folder)?,
            growth: Growth::default(),
            _lock: lock,
        };
        mirror.check()?;
        mirror.check_checkpoint()?;
        Ok(mirror)
    }

    /// How many events are kept: the cursor to go on with.
    pub(super) fn next(&self) -> u64 {
        self.state.next
    }

    /// The root of the tree of their leaves.
    pub(super) fn root(&self) -> &str {
        &self.state.root
    }

    /// The tree of their leaves.
    pub(super) fn tree(&self) -> &Frontier {
        &self.frontier
    }

    /// The source that they name.
    pub(super) fn source(&self) -> Option<&str> {
        self.state.source.as_deref()
    }

    /// The leaf of the last event that is kept.
    pub(super) fn last_leaf(&self) -> Option<Hash> {
        self.last_leaf
    }

    /// Its folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The newest checkpoint that fits the events.
    pub(super) fn checkpoint(&self) -> Option<&SignedCheckpoint> {
        self.checkpoint.as_ref()
    }

    /// Prepares for a checkpoint of this size, which is none below that of the one that is kept.
    pub(super) fn aim(&mut self, size: u64) {
        self.growth.aim(size);
    }

    /// The tree of the events at the size that was aimed at; `None` while events are missing.
    pub(super) fn head(&self) -> Option<TreeHead> {
        self.growth.head()
    }

    /// Keeps a checkpoint that fits the events.
    pub(super) fn keep_checkpoint(&mut self, signed: SignedCheckpoint) -> anyhow::Result<()> {
        if self.checkpoint.as_ref() != Some(&signed) {
            notes::keep(&self.folder, &signed)?;
            self.checkpoint = Some(signed);
        }
        Ok(())
    }

    /// Keeps the events that follow. They are kept when this returns, all of them.
    pub(super) fn keep(&mut self, page: &Checked) -> anyhow::Result<()> {
        let mut state = self.state.clone();
        let mut lines = &page.lines[..];
        while let (Some(first), false) = (lines.first(), lines.is_empty()) {
            let room = FILE_EVENT_COUNT - state.next % FILE_EVENT_COUNT;
            let count = lines.len().min(usize::try_from(room).unwrap_or(usize::MAX));
            let (these, rest) = lines.split_at(count);
            let end = these.last().map_or(first.end, |last| last.end);
            let bytes = &page.bytes[first.start..end];
            files::append(&self.folder, state.next, bytes)
                .with_context(|| format!("could not keep events in {}", self.folder.display()))?;
            if state.next.is_multiple_of(FILE_EVENT_COUNT) {
                state.tail_bytes = 0;
            }
            state.tail_bytes += bytes.len() as u64;
            state.next += count as u64;
            lines = rest;
        }
        let mut frontier = self.frontier.clone();
        page.leaves.iter().for_each(|leaf| frontier.push(*leaf));
        state.root = frontier.root().to_string();
        state.source.clone_from(&page.source);
        state.write(&self.folder)?;
        self.last_leaf = page.leaves.last().copied().or(self.last_leaf);
        page.leaves.iter().for_each(|leaf| self.growth.push(*leaf));
        (self.state, self.frontier) = (state, frontier);
        Ok(())
    }

    /// Reads everything that is kept and compares its root with the one that was written down.
    fn check(&mut self) -> anyhow::Result<()> {
        let sealed = self.checkpoint.as_ref();
        let sealed = sealed.map_or(0, |signed| signed.checkpoint().tree().size);
        self.growth.aim(sealed);
        while self.frontier.size() < self.state.next {
            let first = self.frontier.size();
            let path = files::path(&self.folder, first);
            let damaged = || format!("the mirror is damaged: {}", path.display());
            let bytes = fs::read(&path).with_context(damaged)?;
            let file = Checked::parse(bytes, first, self.source()).with_context(damaged)?;
            let expected = FILE_EVENT_COUNT.min(self.state.next - first);
            if file.lines.len() as u64 != expected {
                bail!(
                    "{}: {} events instead of {expected}",
                    damaged(),
                    file.lines.len()
                );
            }
            for leaf in &file.leaves {
                self.frontier.push(*leaf);
                self.growth.push(*leaf);
            }
            self.last_leaf = file.leaves.last().copied();
        }
        if self.frontier.root().to_string() != self.state.root {
            bail!(
                "the mirror is damaged: the root of {} is another",
                self.folder.display()
            );
        }
        Ok(())
    }

    /// Compares what is kept with the checkpoint that is kept.
    fn check_checkpoint(&self) -> anyhow::Result<()> {
        let sealed = self.checkpoint.as_ref();
        let sealed = sealed.map(|signed| signed.checkpoint().tree());
        if sealed.is_some() && sealed != self.growth.head() {
            bail!(
                "the mirror is damaged: the checkpoint of {} is of other events",
                self.folder.display()
            );
        }
        Ok(())
    }
}

fn locked(folder: &Path) -> anyhow::Result<File> {
    let path = folder.join("lock");
    let file = File::create(&path)?;
    let held = file.try_lock();
    held.with_context(|| format!("another khen pull keeps {}", folder.display()))?;
    Ok(file)
}
