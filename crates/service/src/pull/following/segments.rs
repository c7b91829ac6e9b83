//! The past of a ledger in large pieces: for a mirror that is more than a page behind.
//!
//! A segment is taken in only when its manifest is signed by the key of the export, its file is the one
//! that was signed for, and the tree of the mirror with its events is both the one of the manifest and
//! the beginning of what the log signs for. Its lines are those of the feed, so that the mirror is the
//! same however it was filled; where a segment was half taken in, its rest is.

use std::{collections::VecDeque, io::BufRead, ops::Range, time::Duration};

use super::{News, Pulled, Pulling, Stop, downloads::Expected};
use crate::pull::{
    checked::Checked,
    lines::{batch, skip},
    part::Part,
};
use khen_audit::{Hash, Note, SegmentManifest};
use khen_export::segment_lines;

impl Pulling<'_> {
    /// Takes in the next closed segment, while the mirror is more than a page behind what the log signs
    /// for; answers how much of that it has then.
    pub(super) async fn catch_up(&mut self) -> Result<Option<Pulled>, Stop> {
        let sealed = self
            .newest()
            .map_or(0, |signed| signed.checkpoint().tree().size);
        if self.listed.is_empty() && !self.is_caught_up {
            self.list(sealed).await?;
        }
        // It is listed until it is taken in: who is told to come back later goes on with it.
        let Some(range) = self.listed.front().cloned() else {
            return Ok(None);
        };
        self.take_in(range).await?;
        self.listed.pop_front();
        self.compare(u64::MAX)?;
        let pulled = self.pulled(sealed);
        (self.pull.told)(News::Kept(&pulled))?;
        Ok(Some(pulled))
    }

    /// Asks for segments where they are worth it; where there are none, pages are from now on.
    async fn list(&mut self, sealed: u64) -> Result<(), Stop> {
        let behind = sealed.saturating_sub(self.mirror.next());
        if behind > self.pull.page_events as u64 {
            self.listed = self.told_segments(sealed).await?;
        }
        self.is_caught_up = self.listed.is_empty();
        if self.is_caught_up {
            // What was begun before a kill, and has come by pages or was taken in then.
            Part::remove_all(self.mirror.folder(), SegmentManifest::EVENTS_PATH)?;
        }
        Ok(())
    }

    /// The segments that go on from where the mirror is, as far as the log signs for them.
    async fn told_segments(&self, sealed: u64) -> Result<VecDeque<Range<u64>>, Stop> {
        let path = format!("/export/v1/{}/segments", self.pull.ledger);
        let mut next = self.mirror.next();
        let after = next.to_string();
        let answer = self.pull.client.ask(&path, &[("after", &after)]).await?;
        let mut listed = VecDeque::new();
        for segment in answer["segments"].as_array().into_iter().flatten() {
            let (from, to) = (segment["from"].as_u64(), segment["to"].as_u64());
            let range = from.unwrap_or(u64::MAX)..to.unwrap_or_default();
            let is_first_one = listed.is_empty() && range.contains(&next);
            if !(is_first_one || range.start == next && range.end > next) {
                return Err(self.damaged("a segment does not go on where the one before ends"));
            }
            if range.end > sealed {
                break;
            }
            next = range.end;
            listed.push_back(range);
        }
        Ok(listed)
    }

    async fn take_in(&mut self, range: Range<u64>) -> Result<(), Stop> {
        let base = format!(
            "/export/v1/{}/segments/{}-{}",
            self.pull.ledger, range.start, range.end
        );
        let manifest = self.manifest(&base, &range).await?;
        let name = format!(
            "{}-{}.{}",
            range.start,
            range.end,
            SegmentManifest::EVENTS_PATH
        );
        let mut part = Part::open(self.mirror.folder(), &name)?;
        let path = format!("{base}/{}", SegmentManifest::EVENTS_PATH);
        let expected = Expected {
            bytes: manifest.bytes,
            sha256: manifest.sha256,
        };
        self.download(&path, &mut part, expected).await?;

        let known = self.mirror.next() - range.start;
        let (leaves, source) = self.leaves(&part, &range)?;
        let leaves = &leaves[usize::try_from(known).unwrap_or(usize::MAX)..];
        let mut tree = self.mirror.tree().clone();
        for leaf in leaves {
            tree.push(*leaf);
        }
        if tree.root() != manifest.root {
            return Err(self.damaged("a segment has another root than its manifest"));
        }
        self.check_beginning(tree.head()).await?;
        self.keep_lines(&part, known, (leaves, source))?;
        Ok(part.remove()?)
    }

    /// The manifest of a segment, signed by a key of the export that is pinned.
    async fn manifest(&mut self, base: &str, range: &Range<u64>) -> Result<SegmentManifest, Stop> {
        let path = format!("{base}/{}", SegmentManifest::PATH);
        let client = self.pull.client;
        let fresh = [("cache-control", "no-cache")];
        let fetched = client.fetch(&path, &[], &fresh, Duration::ZERO).await?;
        let wrong = |error: &dyn std::fmt::Display| self.damaged(&format!("{path}: {error}"));
        let text = std::str::from_utf8(&fetched.bytes).map_err(|error| wrong(&error))?;
        let note = Note::parse(text).map_err(|error| wrong(&error))?;
        let manifest = SegmentManifest::parse(note.text()).map_err(|error| wrong(&error))?;
        if Some(&manifest.origin) != self.log_name() || manifest.range != *range {
            return Err(self.damaged(&format!("{path} is of another segment")));
        }
        if note.verify(&self.export_keys).is_err() {
            // A page, if there is one, says whether the key was changed.
            self.meet().await?;
            if note.verify(&self.export_keys).is_err() {
                return Err(self.unsigned((&path, range.start), &fetched)?);
            }
        }
        Ok(manifest)
    }

    /// The leaves of a segment, every event checked, and the source that they name.
    fn leaves(&self, part: &Part, range: &Range<u64>) -> Result<(Vec<Hash>, Option<String>), Stop> {
        let mut lines = self.lines_of(part)?;
        let mut source = self.mirror.source().map(str::to_owned);
        let mut leaves = Vec::new();
        loop {
            let bytes = batch(&mut lines).map_err(|error| self.damaged(&error.to_string()))?;
            let next = range.start + leaves.len() as u64;
            if bytes.is_empty() && next == range.end {
                return Ok((leaves, source));
            }
            let checked = Checked::parse(bytes, next, source.as_deref());
            let checked = checked.map_err(|error| self.damaged(&error.to_string()))?;
            let count = checked.leaves.len() as u64;
            if count == 0 || next + count > range.end {
                return Err(self.damaged("a segment has other events than its name says"));
            }
            leaves.extend(checked.leaves);
            source = checked.source;
        }
    }

    /// Keeps the lines of a segment behind those that are known.
    fn keep_lines(
        &mut self,
        part: &Part,
        known: u64,
        (mut leaves, source): (&[Hash], Option<String>),
    ) -> Result<(), Stop> {
        let mut lines = self.lines_of(part)?;
        skip(&mut lines, known).map_err(|error| self.damaged(&error.to_string()))?;
        while !leaves.is_empty() {
            let bytes = batch(&mut lines).map_err(|error| self.damaged(&error.to_string()))?;
            let page = Checked::known(bytes, leaves, source.clone());
            if page.lines.is_empty() {
                return Err(self.damaged("a segment was changed while it was taken in"));
            }
            leaves = &leaves[page.leaves.len()..];
            self.mirror.keep(&page)?;
        }
        Ok(())
    }

    fn lines_of(&self, part: &Part) -> Result<impl BufRead + use<>, Stop> {
        let lines = segment_lines(part.read()?);
        lines.map_err(|error| self.damaged(&error.to_string()))
    }
}
