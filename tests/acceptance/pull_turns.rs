//! Ledgers that are far behind take turns: none keeps its place for as long as its whole past takes.

use std::{
    collections::BTreeMap,
    fs,
    ops::Range,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use axum::http::StatusCode;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::{
    pull::assert_code, pull_all::Province, pull_log::LOOK_COUNT_MAX, pull_segments::FILE,
    pull_signed::gateway,
};
use khen_audit::{Frontier, Hash, Origin, SegmentManifest, SignedCheckpoint, SigningKey};
use khen_eventlog::{WireEvent, leaf_hash};
use khen_export::{Coding, ExportKey};

/// One more than are pulled at once.
const LEDGERS: [&str; 5] = ["xa-0001", "xa-0002", "xa-0003", "xa-0004", "xa-0005"];
/// Segments that a ledger takes in before it goes to the end of the queue.
const TURN_STEP_COUNT_MAX: usize = 16;
/// Segments of each ledger: more than two turns take in.
const SEGMENT_COUNT: usize = 2 * TURN_STEP_COUNT_MAX + 1;

/// The past of a ledger, cut into small segments by who has the key of its export.
struct Past {
    lines: Vec<Vec<u8>>,
    origin: Origin,
    key: SigningKey,
}

impl Past {
    /// That of the ledger in this mirror; `None` until it is signed for as a whole.
    fn of(mirror: &Path, key: &ExportKey) -> Option<Self> {
        let note = fs::read_to_string(mirror.join("checkpoint")).ok()?;
        let signed = SignedCheckpoint::parse(&note).unwrap();
        let (origin, tree) = (signed.checkpoint().origin(), signed.checkpoint().tree());
        let bytes = fs::read(events(mirror)).unwrap();
        let lines = bytes.split_inclusive(|byte| *byte == b'\n');
        let lines: Vec<_> = lines.map(<[u8]>::to_vec).collect();
        (tree.size == lines.len() as u64).then(|| Self {
            lines,
            origin: origin.clone(),
            key: key.of(origin).unwrap(),
        })
    }

    /// The answer to `segments` and what follows in the path.
    fn answer(&self, rest: &str) -> Vec<u8> {
        if let Some(after) = rest.strip_prefix("?after=") {
            return self.list(after.parse().unwrap());
        }
        let (range, file) = rest.trim_start_matches('/').split_once('/').unwrap();
        let (from, to) = range.split_once('-').unwrap();
        let range = from.parse().unwrap()..to.parse().unwrap();
        let lines = self.lines[range.clone()].concat();
        let events = Coding::Zstd.encode(lines).unwrap();
        match file {
            SegmentManifest::PATH => self.manifest(&range, &events).into_bytes(),
            _ => events,
        }
    }

    fn list(&self, after: usize) -> Vec<u8> {
        let length = self.lines.len() / SEGMENT_COUNT;
        let segments = (0..SEGMENT_COUNT).map(|nth| nth * length..(nth + 1) * length);
        let left = segments.filter(|range| range.end > after);
        let told = left.map(|range| json!({ "from": range.start, "to": range.end }));
        json!({ "segments": told.collect::<Vec<_>>() })
            .to_string()
            .into_bytes()
    }

    fn manifest(&self, range: &Range<usize>, events: &[u8]) -> String {
        let mut tree = Frontier::new();
        for line in &self.lines[..range.end] {
            tree.push(Hash(leaf_hash(&WireEvent::parse(line).unwrap().leaf)));
        }
        let manifest = SegmentManifest {
            origin: self.origin.clone(),
            range: range.start as u64..range.end as u64,
            root: tree.root(),
            sha256: Sha256::digest(events).into(),
            bytes: events.len() as u64,
        };
        manifest.sign(&self.key).unwrap().to_string()
    }
}

/// The only file of events in a small mirror.
fn events(mirror: &Path) -> PathBuf {
    mirror.join(format!("{:020}.ndjson", 0))
}

/// The key that the office signs its export with.
fn export_key(province: &Province) -> ExportKey {
    let file = province.house.data().join("secrets/export.key");
    let bytes = STANDARD.decode(fs::read_to_string(file).unwrap().trim_end());
    ExportKey::new(Zeroizing::new(bytes.unwrap().try_into().unwrap()))
}

/// Pulls page by page until the log of each ledger has signed for all of it.
fn pasts(province: &Province, mirrors: &Path) -> BTreeMap<&'static str, Past> {
    let key = export_key(province);
    let past = |ledger| Some((ledger, Past::of(&mirrors.join(ledger), &key)?));
    let pasts = (0..LOOK_COUNT_MAX).find_map(|_| {
        let mut pull = province.pull(&province.serving.url, mirrors, &["--once"]);
        assert_code(&pull.output().unwrap(), 0);
        LEDGERS.into_iter().map(past).collect()
    });
    pasts.expect("every log is signed")
}

#[test]
fn who_is_far_behind_lets_others_have_their_turn() {
    let province = Province::of(&LEDGERS);
    let (first, mirrors) = (province.house.path("first"), province.house.path("mirrors"));
    let pasts = pasts(&province, &first);
    let asked = Arc::new(Mutex::new(Vec::new()));
    let written = Arc::clone(&asked);
    let url = gateway(&province.serving.url, move |path, passing| {
        written.lock().unwrap().push(path.to_owned());
        let ledger = path.strip_prefix("/export/v1/");
        if let Some((ledger, rest)) = ledger.and_then(|path| path.split_once("/segments")) {
            passing.status = StatusCode::OK;
            passing.headers.clear();
            passing.body = pasts[ledger].answer(rest);
        }
    });
    let words = ["--once", "--page-events", "50"];
    let mut pull = province.pull(&url, &mirrors, &words);
    assert_code(&pull.output().unwrap(), 0);

    let asked = asked.lock().unwrap();
    let is_of = |path: &&String, ledger: &str| path.contains(&format!("/{ledger}/"));
    let taken = |asked: &[String], ledger: &str| {
        let files = asked.iter().filter(|path| path.ends_with(FILE));
        files.filter(|path| is_of(path, ledger)).count()
    };
    let last = asked.iter().position(|path| is_of(&path, LEDGERS[4]));
    let before = LEDGERS.map(|ledger| taken(&asked[..last.unwrap()], ledger));
    let most = before.into_iter().max().unwrap();
    // Whoever was first at the end of a turn may have begun with the next one by then.
    let expected = TURN_STEP_COUNT_MAX..=2 * TURN_STEP_COUNT_MAX;
    assert!(expected.contains(&most), "{before:?}");
    // Who went to the end of the queue was pulled to the end of the ledger all the same.
    for ledger in LEDGERS {
        assert_eq!(taken(&asked, ledger), SEGMENT_COUNT, "{ledger}");
        let lines = |mirrors: &Path| fs::read(events(&mirrors.join(ledger))).unwrap();
        assert!(lines(&mirrors) == lines(&first), "{ledger}");
    }
}
