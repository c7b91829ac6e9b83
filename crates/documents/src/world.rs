//! All that a layout can reach: itself, one paper, and the font.

use std::sync::LazyLock;

use typst::{
    Library, LibraryExt as _, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use crate::font;

/// What does not change from paper to paper.
pub(crate) struct Shop {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    pub(crate) fonts: Vec<Font>,
}

pub(crate) static SHOP: LazyLock<Shop> = LazyLock::new(|| {
    let fonts = font::fonts();
    Shop {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(font::book(&fonts)),
        fonts,
    }
});

/// One paper on its layout.
pub(crate) struct Desk {
    layout: Source,
    paper: FileId,
    content: Bytes,
}

impl Desk {
    /// The layout reads the paper, as JSON, by the name `paper.json`.
    pub(crate) fn new(layout: &str, content: String) -> Self {
        Self {
            layout: Source::new(file("layout.typ"), layout.to_owned()),
            paper: file("paper.json"),
            content: Bytes::from_string(content),
        }
    }
}

fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("a plain name is a path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &SHOP.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHOP.book
    }

    fn main(&self) -> FileId {
        self.layout.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.layout.id() {
            Ok(self.layout.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.paper {
            Ok(self.content.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHOP.fonts.get(index).cloned()
    }

    /// Papers are dated by what stands on them.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
