//! Documents that events name, fetched by their hash and kept only when it is theirs.

use std::{
    fs::{self, File},
    io::BufReader,
};

use anyhow::Context as _;

use super::{News, Pulling, Stop, downloads::Expected};
use crate::pull::{
    blobs::{Book, FOLDER, Named},
    files::{self, first_of},
    lines::{batch, skip},
    part::Part,
};
use khen_texts::Problem;

impl Pulling<'_> {
    /// Fetches the documents of the events that came since it was last asked, where they are wanted.
    pub(super) async fn fetch_blobs(&self) -> Result<(), Stop> {
        if !self.pull.blobs {
            return Ok(());
        }
        let folder = self.mirror.folder();
        let (mut book, mut kept) = (Book::read(folder)?, 0);
        while book.next < self.mirror.next() {
            for line in self
                .lines_at(book.next)?
                .split_inclusive(|byte| *byte == b'\n')
            {
                for named in book.due(line) {
                    match self.fetch_blob(&named).await? {
                        Fate::Kept { is_new } => kept += usize::from(is_new),
                        Fate::NotHandedOut => book.wait(named),
                        Fate::Gone => {}
                    }
                }
            }
            // Who is killed before asks again for what lies there already.
            book.write(folder)?;
        }
        if kept > 0 {
            let ledger = &self.pull.ledger;
            (self.pull.told)(News::Documents { ledger, kept })?;
        }
        Ok(())
    }

    /// Some lines from this position on.
    fn lines_at(&self, position: u64) -> anyhow::Result<Vec<u8>> {
        let first = first_of(position);
        let path = files::path(self.mirror.folder(), first);
        let read = || {
            let mut lines = BufReader::new(File::open(&path)?);
            skip(&mut lines, position - first)?;
            batch(&mut lines)
        };
        read().with_context(|| path.display().to_string())
    }

    async fn fetch_blob(&self, named: &Named) -> Result<Fate, Stop> {
        let mut sha256 = [0; 32];
        if hex::decode_to_slice(&named.sha256, &mut sha256).is_err() {
            return Err(self.damaged("a document has no hash"));
        }
        // The name of a file, whatever the event says.
        let hash = hex::encode(sha256);
        let folder = self.mirror.folder();
        let place = folder.join(FOLDER).join(&hash);
        if place.exists() {
            return Ok(Fate::Kept { is_new: false });
        }
        let path = format!(
            "/export/v1/{}/events/{}/blobs/sha256/{hash}",
            self.pull.ledger, named.position
        );
        let mut part = Part::open(folder, &hash)?;
        let expected = Expected {
            bytes: named.size,
            sha256,
        };
        match self.download(&path, &mut part, expected).await {
            Ok(()) => {
                fs::create_dir_all(folder.join(FOLDER)).map_err(anyhow::Error::from)?;
                part.place(&place)?;
                Ok(Fate::Kept { is_new: true })
            }
            Err(Stop::Refused(problem)) => {
                part.remove()?;
                Fate::of(&problem).ok_or(Stop::Refused(problem))
            }
            Err(stop) => Err(stop),
        }
    }
}

/// What became of a document.
enum Fate {
    /// It lies there.
    Kept {
        /// Whether it came only now.
        is_new: bool,
    },
    /// Not for this reader, or not yet.
    NotHandedOut,
    /// It was of somebody whose data are erased.
    Gone,
}

impl Fate {
    fn of(problem: &serde_json::Value) -> Option<Self> {
        let is = |code: Problem| problem["code"] == code.as_str();
        if is(Problem::NotFound) {
            Some(Self::NotHandedOut)
        } else if is(Problem::Erased) {
            Some(Self::Gone)
        } else {
            None
        }
    }
}
