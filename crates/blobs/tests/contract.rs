//! The contract's chapters on blobs and signed states, over a folder of its own per clause.

use std::{
    fmt::Debug,
    future::{Ready, ready},
    ops::Deref,
    path::Path,
};

use tempfile::TempDir;

use khen_blobs::{FolderBlobs, FolderStates};

/// The adapter and the folder that must live as long.
struct Fresh<T> {
    adapter: T,
    _root: TempDir,
}

impl<T> Deref for Fresh<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.adapter
    }
}

/// Already there when asked for: opening a folder waits for nothing.
fn fresh<T, E: Debug>(open: impl FnOnce(&Path) -> Result<T, E>) -> Ready<Fresh<T>> {
    let root = tempfile::tempdir().expect("there is room for a folder");
    ready(Fresh {
        adapter: open(root.path()).expect("the folder can be opened"),
        _root: root,
    })
}

khen_contract::blobs_contract!(fresh(FolderBlobs::open));
khen_contract::signed_contract!(fresh(FolderStates::open));
