//! Holds events against their own hashes, against each other, and against what was sealed.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;

use super::{damage::Damage, reading::Page};
use crate::seal::leaves::leaf;
use khen_audit::{Hash, Tile, TileBuilder, TileId, TileSet, empty_root};
use khen_eventlog::{Position, RecordedEvent, StreamName, Version, data_hash};

/// What the bytes of an event come to.
pub(super) struct Hashes {
    is_data_whole: bool,
    leaf: Option<Hash>,
}

/// The hashes of the events of a page, which take most of the time and hang on nothing before them.
pub(super) fn hashes(source: &str, page: &Page) -> Vec<Hashes> {
    let events = page.events.as_ref().map_or(&[][..], Vec::as_slice);
    let hashes = events.iter().map(|event| Hashes {
        is_data_whole: data_hash(&event.salt, &event.data) == event.data_hash,
        leaf: leaf(source, event).ok(),
    });
    hashes.collect()
}

/// The leaves that were sealed for some positions.
pub(super) struct Sealed {
    pub(super) set: TileSet,
    /// How many events are sealed in all.
    pub(super) size: u64,
    /// Tiles of them that are lost.
    pub(super) damages: Vec<Damage>,
}

/// Goes through a ledger from its beginning.
pub(super) struct Examiner {
    event_count: u64,
    last_recorded: Option<Timestamp>,
    versions: HashMap<StreamName, Version>,
    /// The tree of what was sealed, made anew.
    builder: TileBuilder,
    /// Roots at the sizes that somebody claims to know, as they are met.
    roots: BTreeMap<u64, Option<Hash>>,
}

impl Examiner {
    pub(super) fn new(sizes: impl Iterator<Item = u64>) -> Self {
        let mut roots: BTreeMap<u64, Option<Hash>> = sizes.map(|size| (size, None)).collect();
        roots.entry(0).insert_entry(Some(empty_root()));
        Self {
            event_count: 0,
            last_recorded: None,
            versions: HashMap::new(),
            builder: TileBuilder::new(),
            roots,
        }
    }

    pub(super) fn event_count(&self) -> u64 {
        self.event_count
    }

    pub(super) fn sealed_count(&self) -> u64 {
        self.builder.size()
    }

    /// The streams that were met, and how far each came.
    pub(super) fn versions(&self) -> impl Iterator<Item = (StreamName, Version)> {
        let versions = self.versions.iter();
        versions.map(|(stream, &version)| (stream.clone(), version))
    }

    /// The root at one of the sizes asked for; `None` where the tree is smaller.
    pub(super) fn root(&self, size: u64) -> Option<Hash> {
        self.roots.get(&size).copied().flatten()
    }

    /// Tiles that grew since they were last taken.
    pub(super) fn take_changed(&mut self) -> Vec<Tile> {
        self.builder.take_changed()
    }

    /// Everything that is wrong in a page with these hashes.
    pub(super) fn examine(
        &mut self,
        page: &Page,
        hashes: &[Hashes],
        sealed: &Sealed,
    ) -> Vec<Damage> {
        let mut damages = sealed.damages.clone();
        match &page.events {
            Ok(events) => {
                for (event, hashes) in events.iter().zip(hashes) {
                    self.event((event, hashes), sealed, &mut damages);
                }
            }
            Err(reason) => {
                damages.push(Damage::Lost {
                    position: page.first,
                    reason: reason.clone(),
                });
                self.event_count += 1;
                if let Some(leaf) = sealed.leaf(page.first) {
                    self.push(leaf);
                }
            }
        }
        damages
    }

    fn event(
        &mut self,
        (event, hashes): (&RecordedEvent, &Hashes),
        sealed: &Sealed,
        damages: &mut Vec<Damage>,
    ) {
        let position = event.position;
        if !hashes.is_data_whole {
            damages.push(Damage::Data { position });
        }
        if self
            .last_recorded
            .is_some_and(|last| event.recorded_at <= last)
        {
            damages.push(Damage::Time { position });
        }
        self.last_recorded = Some(event.recorded_at);
        damages.extend(self.version(event));
        self.event_count += 1;
        if position.0 >= sealed.size {
            return;
        }
        let found = hashes.leaf;
        let kept = sealed.leaf(position);
        if kept.is_some() && kept != found {
            damages.push(Damage::Leaf { position });
        }
        // The tiles above are held against those below, so that one event which was changed is told as
        // that and not as a tree that differs all the way up.
        if let Some(leaf) = kept.or(found) {
            self.push(leaf);
        }
    }

    fn version(&mut self, event: &RecordedEvent) -> Option<Damage> {
        let before = self.versions.get(&event.stream).copied();
        let expected = before.unwrap_or(Version::NONE).next();
        self.versions.insert(event.stream.clone(), event.version);
        (event.version != expected).then(|| Damage::Version {
            position: event.position,
            stream: event.stream.clone(),
            expected,
        })
    }

    fn push(&mut self, leaf: Hash) {
        self.builder.push(leaf);
        if let Some(root) = self.roots.get_mut(&self.builder.size()) {
            *root = Some(self.builder.head().root);
        }
    }
}

impl Sealed {
    fn leaf(&self, position: Position) -> Option<Hash> {
        let id = TileId::in_tree(0, position.0 / 256, self.size)?;
        let tile = self.set.get(id)?;
        let place = usize::try_from(position.0 % 256).ok()?;
        let hash = tile.bytes().chunks_exact(32).nth(place)?;
        Some(Hash(hash.try_into().ok()?))
    }
}
