//! Names of tiles and entry bundles, and their paths.
//!
//! Source: `c2sp.org/tlog-tiles`, "Merkle Tree" and "Log entries".

use std::fmt;

use thiserror::Error;

use crate::decimal;

/// Rows of the tree in a tile.
pub(crate) const TILE_HEIGHT: u8 = 8;
/// Hashes in a full tile, and entries in a full bundle.
pub(crate) const TILE_WIDTH: u16 = 1 << TILE_HEIGHT;
/// The highest level that has a path.
const LEVEL_MAX: u8 = 63;

/// The name of a tile: `width` hashes of full subtrees over `256^level` leaves each, from the one
/// with number `256 · index` on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TileId {
    level: u8,
    index: u64,
    width: u16,
}

/// The name of a bundle of `width` entries, from the one at `256 · index` on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BundleId {
    index: u64,
    width: u16,
}

/// No tile or bundle is called so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum IdError {
    /// Widths go from 1 to 256.
    #[error("a tile is 1 to {TILE_WIDTH} wide, not {width}")]
    Width {
        /// The width asked for.
        width: u16,
    },
    /// Levels go from 0 to 63.
    #[error("a tile is on a level from 0 to {LEVEL_MAX}, not {level}")]
    Level {
        /// The level asked for.
        level: u8,
    },
    /// The path is not one that a log has.
    #[error("no tile has this path")]
    Path,
}

impl TileId {
    /// The name of a tile.
    ///
    /// # Errors
    /// [`IdError`] when level or width is outside its bounds.
    pub fn try_new(level: u8, index: u64, width: u16) -> Result<Self, IdError> {
        if level > LEVEL_MAX {
            return Err(IdError::Level { level });
        }
        let width = checked(width)?;
        Ok(Self {
            level,
            index,
            width,
        })
    }

    /// The tile at this place, as wide as it is in a tree of `size` leaves; `None` when it is empty.
    #[must_use]
    pub fn in_tree(level: u8, index: u64, size: u64) -> Option<Self> {
        let width = width_at(index, hash_count(level, size))?;
        Self::try_new(level, index, width).ok()
    }

    /// Reads the path that [`fmt::Display`] writes, such as `tile/0/x001/x234/067.p/12`.
    ///
    /// # Errors
    /// [`IdError::Path`] for every other text.
    pub fn parse(path: &str) -> Result<Self, IdError> {
        let rest = path.strip_prefix("tile/").ok_or(IdError::Path)?;
        let (level, place) = rest.split_once('/').ok_or(IdError::Path)?;
        let level = decimal::parse(level).and_then(|level| level.try_into().ok());
        let (index, width) = parse_place(place).ok_or(IdError::Path)?;
        let level = level.ok_or(IdError::Path)?;
        Self::try_new(level, index, width).map_err(|_| IdError::Path)
    }

    /// The level: 0 holds the hashes of leaves.
    #[must_use]
    pub fn level(self) -> u8 {
        self.level
    }

    /// How many full tiles are left of it on its level.
    #[must_use]
    pub fn index(self) -> u64 {
        self.index
    }

    /// How many hashes it holds, 1 to 256.
    #[must_use]
    pub fn width(self) -> u16 {
        self.width
    }
}

impl BundleId {
    /// The name of a bundle.
    ///
    /// # Errors
    /// [`IdError::Width`] when the width is outside its bounds.
    pub fn try_new(index: u64, width: u16) -> Result<Self, IdError> {
        let width = checked(width)?;
        Ok(Self { index, width })
    }

    /// The bundle at this place, as wide as it is in a log of `size` entries; `None` when it is
    /// empty.
    #[must_use]
    pub fn in_tree(index: u64, size: u64) -> Option<Self> {
        let width = width_at(index, size)?;
        Some(Self { index, width })
    }

    /// Reads the path that [`fmt::Display`] writes, such as `tile/entries/x001/000.p/12`.
    ///
    /// # Errors
    /// [`IdError::Path`] for every other text.
    pub fn parse(path: &str) -> Result<Self, IdError> {
        let place = path.strip_prefix("tile/entries/").ok_or(IdError::Path)?;
        let (index, width) = parse_place(place).ok_or(IdError::Path)?;
        Ok(Self { index, width })
    }

    /// How many full bundles are before it.
    #[must_use]
    pub fn index(self) -> u64 {
        self.index
    }

    /// How many entries it holds, 1 to 256.
    #[must_use]
    pub fn width(self) -> u16 {
        self.width
    }

    /// The position of its first entry.
    #[must_use]
    pub fn first(self) -> u64 {
        self.index.saturating_mul(u64::from(TILE_WIDTH))
    }
}

impl fmt::Display for TileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "tile/{}/", self.level)?;
        write_place(f, self.index, self.width)
    }
}

impl fmt::Display for BundleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("tile/entries/")?;
        write_place(f, self.index, self.width)
    }
}

/// Hashes on a level of a tree of `size` leaves.
pub(crate) fn hash_count(level: u8, size: u64) -> u64 {
    let rows = u32::from(level) * u32::from(TILE_HEIGHT);
    size.checked_shr(rows).unwrap_or(0)
}

fn checked(width: u16) -> Result<u16, IdError> {
    let is_width = (1..=TILE_WIDTH).contains(&width);
    is_width.then_some(width).ok_or(IdError::Width { width })
}

/// How much of `count` is in the tile with this index.
fn width_at(index: u64, count: u64) -> Option<u16> {
    let before = index.checked_mul(u64::from(TILE_WIDTH))?;
    let width = count.checked_sub(before)?.min(u64::from(TILE_WIDTH));
    u16::try_from(width).ok().filter(|width| *width > 0)
}

/// The index in groups of three digits, all but the last after an `x`, and the width of a tile that
/// is not full.
fn write_place(f: &mut fmt::Formatter<'_>, index: u64, width: u16) -> fmt::Result {
    let digits = index.to_string();
    let digits = format!("{}{digits}", "0".repeat((3 - digits.len() % 3) % 3));
    let (before, last) = digits.split_at(digits.len() - 3);
    for start in (0..before.len()).step_by(3) {
        write!(f, "x{}/", &before[start..start + 3])?;
    }
    f.write_str(last)?;
    if width < TILE_WIDTH {
        write!(f, ".p/{width}")?;
    }
    Ok(())
}

fn parse_place(place: &str) -> Option<(u64, u16)> {
    let (groups, width) = match place.split_once(".p/") {
        Some((groups, width)) => (groups, parse_partial_width(width)?),
        None => (place, TILE_WIDTH),
    };
    let (before, last) = match groups.rsplit_once('/') {
        Some((before, last)) => (before.split('/').collect(), last),
        None => (Vec::new(), groups),
    };
    // A first group of zeros would be a second path of the same tile.
    if before.first() == Some(&"x000") {
        return None;
    }
    let mut index = 0;
    for group in before {
        index = three_more_digits(index, group.strip_prefix('x')?)?;
    }
    Some((three_more_digits(index, last)?, width))
}

fn parse_partial_width(width: &str) -> Option<u16> {
    let width = decimal::parse(width)?.try_into().ok()?;
    (1..TILE_WIDTH).contains(&width).then_some(width)
}

fn three_more_digits(index: u64, group: &str) -> Option<u64> {
    let is_group = group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit());
    let group: u64 = is_group.then(|| group.parse().ok())??;
    index.checked_mul(1_000)?.checked_add(group)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_tile_has_one_path() {
        for path in [
            "tile/0/000",
            "tile/63/255",
            "tile/1/x001/000",
            "tile/0/x001/x234/067.p/12",
            "tile/0/000.p/1",
            "tile/0/000.p/255",
            "tile/0/x018/x446/x744/x073/x709/x551/615",
        ] {
            assert_eq!(
                TileId::parse(path).map(|id| id.to_string()),
                Ok(path.to_owned())
            );
        }
        for path in [
            "",
            "tile",
            "tile/",
            "tile/0",
            "tile/0/",
            "tile/0/0",
            "tile/0/00",
            "tile/0/0000",
            "tile/00/000",
            "tile/64/000",
            "tile/256/000",
            "tile/-1/000",
            "tile/+1/000",
            "tile/0/x000/001",
            "tile/0/001/002",
            "tile/0/x001",
            "tile/0/x01/002",
            "tile/0/X001/002",
            "tile/0/000/",
            "/tile/0/000",
            "tile/0//000",
            "tile/0/000.p/0",
            "tile/0/000.p/256",
            "tile/0/000.p/01",
            "tile/0/000.p/",
            "tile/0/000.p",
            "tile/0/000.p/1/2",
            "tile/0/+01",
            "tile/0/x018/x446/x744/x073/x709/x551/616",
            "tile/8/0/001",
            "tile/entries/000",
            "tile/0/../000",
            "tile/0/٠٠٠",
        ] {
            assert_eq!(TileId::parse(path), Err(IdError::Path), "{path}");
        }
    }

    #[test]
    fn a_bundle_has_one_path() {
        let path = "tile/entries/x001/000.p/12";
        let bundle = BundleId::try_new(1_000, 12).unwrap();
        assert_eq!(BundleId::parse(path), Ok(bundle));
        assert_eq!(
            (bundle.to_string().as_str(), bundle.first()),
            (path, 256_000)
        );
        for path in [
            "tile/0/000",
            "tile/entries",
            "tile/entries/",
            "tile/entries/0",
            "entries/000",
        ] {
            assert_eq!(BundleId::parse(path), Err(IdError::Path), "{path}");
        }
    }

    #[test]
    fn names_outside_their_bounds_are_refused() {
        assert_eq!(TileId::try_new(64, 0, 1), Err(IdError::Level { level: 64 }));
        for width in [0, 257, u16::MAX] {
            assert_eq!(TileId::try_new(0, 0, width), Err(IdError::Width { width }));
            assert_eq!(BundleId::try_new(0, width), Err(IdError::Width { width }));
        }
    }

    #[test]
    fn a_tile_is_as_wide_as_the_tree_made_it() {
        let width = |level, index, size| TileId::in_tree(level, index, size).map(TileId::width);
        assert_eq!(width(0, 273, 70_000), Some(112));
        assert_eq!(width(0, 272, 70_000), Some(256));
        assert_eq!(width(0, 274, 70_000), None);
        assert_eq!(width(1, 1, 70_000), Some(17));
        assert_eq!(width(2, 0, 70_000), Some(1));
        assert_eq!(width(3, 0, 70_000), None);
        assert_eq!(width(63, 0, u64::MAX), None);
        assert_eq!(width(0, u64::MAX, u64::MAX), None);
        assert_eq!(
            BundleId::in_tree(273, 70_000).map(BundleId::width),
            Some(112)
        );
        assert_eq!(BundleId::in_tree(0, 0), None);
    }

    proptest! {
        #[test]
        fn every_name_is_read_from_its_path(level in 0u8..=63, index: u64, width in 1u16..=256) {
            let tile = TileId::try_new(level, index, width).unwrap();
            prop_assert_eq!(TileId::parse(&tile.to_string()), Ok(tile));
            let bundle = BundleId::try_new(index, width).unwrap();
            prop_assert_eq!(BundleId::parse(&bundle.to_string()), Ok(bundle));
        }

        #[test]
        fn what_is_read_as_a_path_is_written_so(path in "tile/(entries|[0-9]{1,2})(/x?[0-9]{2,4}){1,3}(\\.p/[0-9]{1,3})?") {
            if let Ok(id) = TileId::parse(&path) {
                prop_assert_eq!(id.to_string(), path.clone());
            }
            if let Ok(id) = BundleId::parse(&path) {
                prop_assert_eq!(id.to_string(), path);
            }
        }
    }
}
