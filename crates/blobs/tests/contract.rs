//! The contract's chapter on blobs, over a folder of its own per clause.

use std::{
    future::{Ready, ready},
    ops::Deref,
};

use tempfile::TempDir;

use khen_blobs::FolderBlobs;

/// The adapter and the folder that must live as long.
struct Fresh {
    blobs: FolderBlobs,
    _root: TempDir,
}

impl Deref for Fresh {
    type Target = FolderBlobs;

    fn deref(&self) -> &FolderBlobs {
        &self.blobs
    }
}

/// Already there when asked for: opening a folder waits for nothing.
fn fresh_folder() -> Ready<Fresh> {
    let root = tempfile::tempdir().expect("there is room for a folder");
    ready(Fresh {
        blobs: FolderBlobs::open(root.path()).expect("the folder can be opened"),
        _root: root,
    })
}

khen_contract::blobs_contract!(fresh_folder());
