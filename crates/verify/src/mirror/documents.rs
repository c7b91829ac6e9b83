//! Documents beside the events that name them: each lies under its own hash.

use std::{
    collections::{HashMap, HashSet},
    fs, io,
    path::Path,
};

use serde_json::Value;

use crate::{Counted, Report, What, segment::hashed};

/// The folder of documents.
pub(super) const BLOBS: &str = "blobs";

/// The documents of a mirror, until every event was read.
pub(crate) struct Documents {
    /// Where each lies that is what its name says; taken away when an event names it.
    here: HashMap<String, String>,
    /// Those that events name.
    named: HashSet<String>,
    number: usize,
}

impl Documents {
    /// Reads and hashes what lies in the folder; `None` where no documents are kept.
    pub(super) fn open(folder: &Path, report: &mut Report) -> Option<Self> {
        if !folder.join(BLOBS).is_dir() {
            return None;
        }
        let names = report.readable(BLOBS, names(&folder.join(BLOBS)))?;
        let (mut here, number) = (HashMap::new(), names.len());
        for name in names {
            let at = format!("{BLOBS}/{name}");
            let hash = hashed(&folder.join(&at));
            match report.readable(&at, hash) {
                Some((_, sha256)) if hex::encode(sha256) == name => {
                    here.insert(name, at);
                }
                Some(_) => report.problem(at, What::OtherName),
                None => {}
            }
        }
        let named = HashSet::new();
        Some(Self {
            here,
            named,
            number,
        })
    }

    /// Remembers what the data of an event names as evidence.
    pub(super) fn hear(&mut self, data: &[u8]) {
        let data: Value = serde_json::from_slice(data).unwrap_or_default();
        let evidence = data["evidence"].as_array().into_iter().flatten();
        let hashes = evidence.filter_map(|paper| paper["sha256"].as_str());
        self.named.extend(hashes.map(ToOwned::to_owned));
    }

    /// Tells of documents that no event names, and counts those that are not here: a reader may be
    /// refused a document, and a destroyed key takes it from everybody, so that none of them is missed.
    pub(super) fn finish(self, report: &mut Report) {
        let strange = self
            .here
            .iter()
            .filter(|(hash, _)| !self.named.contains(*hash));
        let mut strange: Vec<_> = strange.map(|(_, at)| at.clone()).collect();
        strange.sort_unstable();
        for at in strange {
            report.problem(at, What::Uncited);
        }
        let here = |hash: &&String| self.here.contains_key(*hash);
        let held = self.named.iter().filter(here).count();
        report.count(Counted::Documents, self.number);
        report.count(Counted::NotHere, self.named.len() - held);
    }
}

fn names(folder: &Path) -> io::Result<Vec<String>> {
    let entries = fs::read_dir(folder)?;
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<io::Result<Vec<_>>>()?;
    names.sort_unstable();
    Ok(names)
}
