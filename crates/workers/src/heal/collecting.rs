//! Goes through a history from its beginning, holds it against the ledger, and keeps the leaves of what the
//! ledger lacks.

use std::{collections::BTreeMap, iter, sync::Arc};

use super::{HealError, Mirror, MirrorError};
use crate::{pages::Pages, seal::leaves::leaf};
use khen_audit::{Frontier, Hash, TreeHead};
use khen_eventlog::{EventFeed, Ledger, Position, ReadError, RecordedEvent};

/// What the ledger has at a position.
#[derive(Debug, Clone, Copy)]
enum Here {
    /// An event with this leaf.
    Event(Hash),
    /// Something that cannot be read.
    Unreadable,
    /// Nothing: it does not reach so far.
    Lost,
}

pub(super) struct Collecting<'a> {
    pages: Pages,
    ledger: &'a Ledger,
    claims: &'a [TreeHead],
    tree: Frontier,
    /// Roots at the sizes of the claims, as they are met.
    roots: BTreeMap<u64, Hash>,
    /// Leaves of the events that the ledger lacks, in order.
    missing: Vec<Hash>,
}

impl<'a> Collecting<'a> {
    pub(super) fn new(
        feed: &Arc<dyn EventFeed>,
        ledger: &'a Ledger,
        claims: &'a [TreeHead],
    ) -> Self {
        let tree = Frontier::new();
        Self {
            pages: Pages::new(Arc::clone(feed)),
            ledger,
            claims,
            roots: BTreeMap::from([(0, tree.root())]),
            tree,
            missing: Vec::new(),
        }
    }

    /// Takes the history of a mirror, up to `until`; says whether the mirror goes on behind it.
    pub(super) async fn mirror(
        &mut self,
        mirror: &dyn Mirror,
        until: Position,
    ) -> Result<bool, HealError> {
        if mirror.source() != self.ledger.source {
            return Err(HealError::OtherLedger {
                expected: self.ledger.source.clone(),
                found: mirror.source().to_owned(),
            });
        }
        // What the ledger has is held against the mirror as far as both go, whatever was signed.
        let until = until.max(self.ledger.size);
        loop {
            let events = mirror.read(self.next()).await?;
            if events.is_empty() {
                return Ok(false);
            }
            let here = self.here(events.len()).await?;
            let here = here.into_iter().chain(iter::repeat(Here::Lost));
            for (event, here) in events.into_iter().zip(here) {
                if event.position >= until {
                    return Ok(true);
                }
                self.take(&event, here)?;
            }
        }
    }

    /// Takes the history of the ledger itself.
    pub(super) async fn ledger(&mut self) -> Result<(), HealError> {
        while self.next() < self.ledger.size {
            let events = self.pages.read(&self.ledger.id, self.next()).await?;
            if events.is_empty() {
                break;
            }
            for event in events {
                let position = event.position;
                let leaf = self.leaf(&event).ok_or(HealError::Fork { position })?;
                self.push(leaf);
            }
        }
        Ok(())
    }

    /// The leaves of what the ledger lacks, once every claim is known to be a tree of this history, of which at least
    /// `needed` events are there.
    pub(super) fn proven(self, needed: u64) -> Result<Vec<Hash>, HealError> {
        let found = self.tree.size();
        if found < needed {
            return Err(HealError::TooShort { needed, found });
        }
        for &TreeHead { size, root } in self.claims {
            if self.roots.get(&size) != Some(&root) {
                return Err(HealError::OtherTree { size });
            }
        }
        Ok(self.missing)
    }

    fn next(&self) -> Position {
        Position(self.tree.size())
    }

    /// One more event of the mirror; `here` is what the ledger has in its place.
    fn take(&mut self, event: &RecordedEvent, here: Here) -> Result<(), HealError> {
        let position = event.position;
        let leaf = self.leaf(event).filter(|_| position == self.next());
        let leaf = leaf.ok_or_else(|| MirrorError::Damaged {
            position,
            source: "the event does not go on from the one before it, or has no leaf".into(),
        })?;
        match here {
            Here::Event(here) if here == leaf => {}
            Here::Event(_) | Here::Unreadable => return Err(HealError::Fork { position }),
            Here::Lost => self.missing.push(leaf),
        }
        self.push(leaf);
        Ok(())
    }

    /// What the ledger has of the next `count` events, as far as it reaches.
    async fn here(&self, count: usize) -> Result<Vec<Here>, HealError> {
        let mut here = Vec::new();
        let end = self.ledger.size.0.min(self.next().0 + count as u64);
        while self.next().0 + (here.len() as u64) < end {
            let from = Position(self.next().0 + here.len() as u64);
            let limit = usize::try_from(end - from.0).unwrap_or(usize::MAX);
            let feed = self.pages.feed();
            let read = match feed.read_from(&self.ledger.id, from, limit).await {
                // Something in it cannot be read: they are looked at one by one.
                Err(ReadError::Corrupt { .. }) => feed.read_from(&self.ledger.id, from, 1).await,
                read => read,
            };
            match read {
                Ok(events) if !events.is_empty() => {
                    let leaf = |event| self.leaf(event).map_or(Here::Unreadable, Here::Event);
                    here.extend(events.iter().map(leaf));
                }
                Ok(_) | Err(ReadError::Corrupt { .. }) => here.push(Here::Unreadable),
                Err(failure @ (ReadError::NoLedger { .. } | ReadError::Unavailable(_))) => {
                    return Err(failure.into());
                }
            }
        }
        Ok(here)
    }

    fn leaf(&self, event: &RecordedEvent) -> Option<Hash> {
        leaf(&self.ledger.source, event).ok()
    }

    fn push(&mut self, leaf: Hash) {
        self.tree.push(leaf);
        let size = self.tree.size();
        if self.claims.iter().any(|claim| claim.size == size) {
            self.roots.insert(size, self.tree.root());
        }
    }
}
