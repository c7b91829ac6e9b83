//! The log's own word, held against what is kept: a mirror that only follows pages would follow a
//! second history as well.

use super::{Alarm, Pulling, Stop};
use crate::{output, pull::notes, witness::cosigned_at};
use khen_ambient::SystemClock;
use khen_audit::{KeyKind, SignedCheckpoint, VerifierKey};

impl Pulling<'_> {
    /// Asks for the newest checkpoint, unless events are still missing for the one before.
    pub(super) async fn look(&mut self) -> Result<(), Stop> {
        if self.pending.is_some() {
            return Ok(());
        }
        let kept = self.mirror.checkpoint();
        let Some(signed) = self.served().await? else {
            // A log that was sealed once stays so.
            return match kept {
                Some(_) => Err(self.alarm(Alarm::RolledBack, 0)),
                None => Ok(()),
            };
        };
        let size = signed.checkpoint().tree().size;
        if let Some(kept) = kept {
            if kept.checkpoint().origin() != signed.checkpoint().origin() {
                return Err(self.damaged("the checkpoint is of another log"));
            }
            if size < kept.checkpoint().tree().size {
                self.accuse([kept, &signed])?;
                return Err(self.alarm(Alarm::RolledBack, size));
            }
        }
        self.mirror.aim(size);
        self.pending = Some(signed);
        Ok(())
    }

    /// Compares the checkpoint with the tree of the events, as soon as those are there; `end` is how
    /// many the server has.
    pub(super) fn compare(&mut self, end: u64) -> Result<(), Stop> {
        let Some(signed) = &self.pending else {
            return Ok(());
        };
        let tree = signed.checkpoint().tree();
        if tree.size > end {
            let reason = format!("{} events are signed for, {end} are there", tree.size);
            self.accuse([signed])?;
            return Err(self.damaged(&reason));
        }
        let Some(head) = self.mirror.head() else {
            return Ok(());
        };
        if head != tree {
            return Err(self.forked(signed)?);
        }
        let mut signed = signed.clone();
        self.pending = None;
        // What fits the events and grew from what was kept is all that a witness may cosign.
        if let Some(key) = self.pull.cosign {
            let line = key.cosign(signed.checkpoint(), cosigned_at(&SystemClock));
            let put = signed.put(line);
            put.map_err(|error| self.damaged(&format!("checkpoint: {error}")))?;
        }
        Ok(self.mirror.keep_checkpoint(signed)?)
    }

    /// Lays down what the log signs now beside what it signed before, where it signs at all with a key
    /// that is pinned.
    pub(super) async fn testify(&self) -> anyhow::Result<()> {
        if let (Some(kept), Ok(Some(signed))) = (self.mirror.checkpoint(), self.served().await) {
            self.accuse([kept, &signed])?;
        }
        Ok(())
    }

    /// The newest checkpoint, signed by a key that is pinned; `None` where the log has none.
    async fn served(&self) -> Result<Option<SignedCheckpoint>, Stop> {
        let Some(note) = self.log_text("checkpoint").await? else {
            return Ok(None);
        };
        let wrong = |error: &dyn std::fmt::Display| self.damaged(&format!("checkpoint: {error}"));
        let signed = SignedCheckpoint::parse(&note).map_err(|error| wrong(&error))?;
        let pinned = notes::keys(self.mirror.folder(), notes::LOG_KEYS)?;
        let is_first = pinned.is_none();
        let keys = match pinned {
            Some(keys) => keys,
            None => self.told_keys().await?,
        };
        // A witness's key does not speak for the log.
        let of_log = keys.iter().filter(|key| key.kind() == KeyKind::Note);
        let verified = signed.note().verify(of_log);
        verified.map_err(|error| wrong(&error))?;
        if is_first {
            notes::pin(self.mirror.folder(), notes::LOG_KEYS, &keys)?;
        }
        Ok(Some(signed))
    }

    /// Lays down evidence. A disk that refuses it is told of, and never hides the alarm itself.
    pub(super) fn accuse<'n>(
        &self,
        signed: impl IntoIterator<Item = &'n SignedCheckpoint>,
    ) -> anyhow::Result<()> {
        match notes::accuse(self.mirror.folder(), signed) {
            Ok(()) => Ok(()),
            Err(error) => output::note(&format!("{error:#}")),
        }
    }

    async fn told_keys(&self) -> Result<Vec<VerifierKey>, Stop> {
        let text = self.log_text("vkey").await?.unwrap_or_default();
        let keys = text.lines().map(VerifierKey::parse);
        let keys: Result<_, _> = keys.collect();
        keys.map_err(|error| self.damaged(&format!("vkey: {error}")))
    }

    /// A text of the log, not out of a cache on the way; `None` where there is none.
    async fn log_text(&self, name: &str) -> Result<Option<String>, Stop> {
        let bytes = self
            .log_file(name, &[("cache-control", "no-cache")])
            .await?;
        let text = bytes.map(String::from_utf8).transpose();
        text.map_err(|_| self.damaged("no text"))
    }
}
