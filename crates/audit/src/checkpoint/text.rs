//! The text of a checkpoint.

use std::fmt;

use thiserror::Error;

use crate::{Hash, HashError, Origin, OriginError, TreeHead, decimal, note::name::is_control};

/// The tree of a log at one moment, in three lines: origin, size and root.
///
/// Lines may follow that say something of the log's own. Khen writes none, and keeps what others
/// wrote, since signatures are over every line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    origin: Origin,
    tree: TreeHead,
    extensions: Vec<String>,
}

/// A text that is no checkpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CheckpointError {
    /// There are not at least three lines, each with its end and none of them empty.
    #[error("a checkpoint is three lines or more, none of them empty")]
    Shape,
    /// It holds a control character other than a line's end.
    #[error("a checkpoint has no control characters but the ends of its lines")]
    Control,
    /// The first line.
    #[error(transparent)]
    Origin(#[from] OriginError),
    /// The second line.
    #[error("a size is written in digits, without a leading zero, and below 2^64")]
    Size,
    /// The third line.
    #[error("the root is wrong")]
    Root(#[source] HashError),
}

impl Checkpoint {
    /// The checkpoint of this tree.
    #[must_use]
    pub fn new(origin: Origin, tree: TreeHead) -> Self {
        Self {
            origin,
            tree,
            extensions: Vec::new(),
        }
    }

    /// Reads the text of a checkpoint, with the end of its last line.
    ///
    /// # Errors
    /// [`CheckpointError`] says what is wrong; of two ways to write a number or a hash, only one is
    /// right.
    pub fn parse(text: &str) -> Result<Self, CheckpointError> {
        let text = text.strip_suffix('\n').ok_or(CheckpointError::Shape)?;
        let mut lines = text.split('\n');
        if lines.clone().any(str::is_empty) {
            return Err(CheckpointError::Shape);
        }
        if lines.clone().any(|line| line.contains(is_control)) {
            return Err(CheckpointError::Control);
        }
        let mut next = || lines.next().ok_or(CheckpointError::Shape);
        let (origin, size, root) = (next()?, next()?, next()?);
        Ok(Self {
            origin: Origin::parse(origin)?,
            tree: TreeHead {
                size: decimal::parse(size).ok_or(CheckpointError::Size)?,
                root: Hash::parse(root).map_err(CheckpointError::Root)?,
            },
            extensions: lines.map(ToOwned::to_owned).collect(),
        })
    }

    /// Which log it is of.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The tree.
    #[must_use]
    pub fn tree(&self) -> TreeHead {
        self.tree
    }

    /// What the log added; no auditor can check it.
    #[must_use]
    pub fn extensions(&self) -> &[String] {
        &self.extensions
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let TreeHead { size, root } = self.tree;
        write!(f, "{}\n{size}\n{root}\n", self.origin)?;
        self.extensions
            .iter()
            .try_for_each(|line| writeln!(f, "{line}"))
    }
}
