//! A mirror and the checkpoints of its log: one history, or an alarm with what was signed.

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::mpsc,
};

use axum::{
    Router,
    extract::Query,
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::get,
};
use serde::Deserialize;
use serde_json::json;
use zeroize::Zeroizing;

use crate::{
    house::House,
    pull::{assert_code, lines, once, pull},
};
use khen_audit::{
    Checkpoint, CosigningKey, Frontier, Hash, KeyName, Origin, SignedCheckpoint, SigningKey,
    TreeHead, VerifierKey,
};
use khen_eventlog::{WireEvent, leaf_hash};
use khen_export::{
    ExportKey, SIGNATURE, SIGNATURE_INPUT, SignatureHeaders, SignedAnswer, repr_digest,
};

const LOG: &str = "khen.example/log/hon-quan";
/// Pulls until the log has signed; by then it must have.
pub(crate) const LOOK_COUNT_MAX: usize = 1_000;
const ROLLED_BACK: i32 = 5;
pub(crate) const DAMAGED: i32 = 6;
const FORKED: i32 = 7;
pub(crate) const UNSIGNED: i32 = 8;

/// A server that tells real events and signs whatever it is told to.
#[derive(Clone)]
struct Told {
    events: Vec<u8>,
    /// The newest checkpoint, where there is one.
    note: Option<String>,
    vkey: String,
    /// What signs the pages.
    export: SigningKey,
    /// The key of the export that the service document names.
    named: String,
}

#[derive(Deserialize)]
struct Asked {
    from: usize,
    limit: usize,
}

impl Told {
    fn url(self) -> String {
        let (events, log) = (self.clone(), self);
        let service = json!({ "signing": { "vkey": log.named } }).to_string();
        let note = log
            .note
            .ok_or((StatusCode::NOT_FOUND, r#"{ "code": "not-found" }"#));
        let router = Router::new()
            .route(
                "/export/v1/hon-quan/events",
                get(move |Query(asked)| async move { events.page(&asked) }),
            )
            .route("/export/v1/hon-quan", get(move || async move { service }))
            .route("/log/hon-quan/checkpoint", get(move || async move { note }))
            .route("/log/hon-quan/vkey", get(move || async move { log.vkey }));
        served(router)
    }

    fn page(&self, asked: &Asked) -> Response {
        let all: Vec<&[u8]> = self.events.split_inclusive(|byte| *byte == b'\n').collect();
        let until = all.len().min(asked.from + asked.limit);
        let bytes = all[asked.from..until].concat();
        let (next, size) = (until.to_string(), all.len().to_string());
        let (kind, digest) = ("application/x-ndjson", repr_digest(&bytes));
        let answer = SignedAnswer::read(200, |name| match name {
            "content-type" => kind,
            "repr-digest" => &digest,
            "khen-next" => &next,
            "khen-log-size" => &size,
            _ => "",
        });
        let signed = SignatureHeaders::sign(&answer, &self.export, 0);
        let headers = [
            ("content-type", kind),
            ("repr-digest", &digest),
            ("khen-next", &next),
            ("khen-log-size", &size),
            (SIGNATURE_INPUT, &signed.input),
            (SIGNATURE, &signed.signature),
        ];
        (headers, bytes).into_response()
    }
}

/// Serves until the process of the test ends.
pub(crate) fn served(router: Router) -> String {
    let (send, receive) = mpsc::channel::<SocketAddr>();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await;
            let listener = listener.unwrap();
            send.send(listener.local_addr().unwrap()).unwrap();
            axum::serve(listener, router).await.unwrap();
        });
    });
    format!("http://{}", receive.recv().unwrap())
}

fn key(seed: u8) -> SigningKey {
    SigningKey::from_seed(KeyName::parse(LOG).unwrap(), Zeroizing::new([seed; 32]))
}

fn export_key(seed: u8) -> SigningKey {
    let key = ExportKey::new(Zeroizing::new([seed; 32]));
    key.of(&Origin::parse(LOG).unwrap()).unwrap()
}

fn note(tree: TreeHead, key: &SigningKey) -> String {
    let checkpoint = Checkpoint::new(Origin::parse(LOG).unwrap(), tree);
    SignedCheckpoint::sign(checkpoint, key).unwrap().to_string()
}

fn leaves(events: &[u8]) -> Vec<Hash> {
    let lines = events.split_inclusive(|byte| *byte == b'\n');
    let leaf = |line| Hash(leaf_hash(&WireEvent::parse(line).unwrap().leaf));
    lines.map(leaf).collect()
}

fn tree(leaves: &[Hash]) -> TreeHead {
    let mut tree = Frontier::new();
    for leaf in leaves {
        tree.push(*leaf);
    }
    tree.head()
}

/// A mirror of real events, whose log is signed by the key of the test.
struct Mirrored {
    house: House,
    folder: PathBuf,
    events: Vec<u8>,
    leaves: Vec<Hash>,
}

impl Mirrored {
    /// The mirror has all events but the last three, and a checkpoint for them.
    fn new() -> Self {
        let house = House::new();
        let serving = house.serve("demo --until launch");
        let first = house.path("first");
        assert_code(&once(&house, &serving, &first), 0);
        drop(serving);
        let events = lines(&first);
        let mirrored = Self {
            folder: house.path("mirror"),
            leaves: leaves(&events),
            house,
            events,
        };
        let few = mirrored.size() - 3;
        let lines = mirrored.events.split_inclusive(|byte| *byte == b'\n');
        let told = Told {
            events: lines.take(few).collect::<Vec<_>>().concat(),
            ..mirrored.told(note(tree(&mirrored.leaves[..few]), &key(1)))
        };
        mirrored.pull(told, 0);
        mirrored
    }

    fn size(&self) -> usize {
        self.leaves.len()
    }

    fn told(&self, note: String) -> Told {
        Told {
            events: self.events.clone(),
            note: Some(note),
            vkey: format!("{}\n", key(1).verifier()),
            export: export_key(3),
            named: export_key(3).verifier().to_string(),
        }
    }

    #[track_caller]
    fn pull(&self, told: Told, code: i32) -> String {
        let mut pull = pull(&self.house, &told.url(), &self.folder, &["--once"]);
        assert_code(&pull.output().unwrap(), code)
    }

    fn kept(&self, name: &str) -> String {
        fs::read_to_string(self.folder.join("hon-quan").join(name)).unwrap()
    }

    /// What is laid down as evidence.
    fn evidence(&self) -> Vec<String> {
        evidence(&self.folder.join("hon-quan/alarm"))
    }
}

fn evidence(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let notes = entries.map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap());
    let mut notes: Vec<_> = notes.collect();
    notes.sort();
    notes
}

fn sorted(mut notes: Vec<String>) -> Vec<String> {
    notes.sort();
    notes
}

#[test]
fn a_log_that_grows_is_followed() {
    let mirrored = Mirrored::new();
    let grown = note(tree(&mirrored.leaves), &key(1));
    mirrored.pull(mirrored.told(grown.clone()), 0);
    assert_eq!(mirrored.kept("checkpoint"), grown);
    assert_eq!(lines(&mirrored.folder), mirrored.events);
    assert!(mirrored.evidence().is_empty());
}

#[test]
fn a_mirror_that_cosigns_is_a_witness_of_what_it_keeps_and_of_nothing_else() {
    let mirrored = Mirrored::new();
    let (file, name) = (mirrored.house.path("witness.key"), "so-noi-vu.example/w");
    // 32 bytes of 7.
    fs::write(&file, "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=").unwrap();
    let words = ["--once", "--witness-name", name, "--cosign"];
    let words = [&words[..], &[file.to_str().unwrap()]].concat();
    let cosigned = |tree, code| {
        let url = mirrored.told(note(tree, &key(1))).url();
        let mut pull = pull(&mirrored.house, &url, &mirrored.folder, &words);
        assert_code(&pull.output().unwrap(), code);
        SignedCheckpoint::parse(&mirrored.kept("checkpoint")).unwrap()
    };
    let witness = CosigningKey::from_seed(KeyName::parse(name).unwrap(), Zeroizing::new([7; 32]));
    let mut others = mirrored.leaves.clone();
    others.swap(0, 1);
    let forked = cosigned(tree(&others), FORKED);
    assert_eq!(forked.note().verified_by(witness.verifier()), Ok(None));
    let kept = cosigned(tree(&mirrored.leaves), 0);
    let by_witness = kept.note().verified_by(witness.verifier()).unwrap();
    assert!(by_witness.unwrap().at.is_some());
    assert_eq!(kept.checkpoint().tree(), tree(&mirrored.leaves));
}

#[test]
fn a_log_that_signs_for_fewer_events_than_before_is_rolled_back() {
    let mirrored = Mirrored::new();
    let before = mirrored.kept("checkpoint");
    let fewer = note(tree(&mirrored.leaves[..mirrored.size() - 4]), &key(1));
    mirrored.pull(mirrored.told(fewer.clone()), ROLLED_BACK);
    assert_eq!(mirrored.kept("checkpoint"), before);
    assert_eq!(mirrored.evidence(), sorted(vec![before, fewer]));
    let unsealed = Told {
        note: None,
        ..mirrored.told(String::new())
    };
    mirrored.pull(unsealed, ROLLED_BACK);
}

#[test]
fn a_log_that_signs_for_a_second_history_is_found_and_both_notes_are_kept() {
    for size in [3, 0] {
        let mirrored = Mirrored::new();
        let before = mirrored.kept("checkpoint");
        let mut others = mirrored.leaves[..mirrored.size() - size].to_vec();
        others.swap(0, 1);
        let second = note(tree(&others), &key(1));
        let told = mirrored.pull(mirrored.told(second.clone()), FORKED);
        assert!(told.contains("two histories"), "{told}");
        assert_eq!(mirrored.kept("checkpoint"), before);
        assert_eq!(mirrored.evidence(), sorted(vec![before, second.clone()]));
        // A disk that takes no evidence does not hide the alarm.
        let evidence = mirrored.folder.join("hon-quan/alarm");
        fs::remove_dir_all(&evidence).unwrap();
        fs::write(&evidence, "no folder").unwrap();
        mirrored.pull(mirrored.told(second), FORKED);
    }
}

#[test]
fn a_checkpoint_is_believed_of_the_pinned_key_alone() {
    let mirrored = Mirrored::new();
    let (before, pinned) = (mirrored.kept("checkpoint"), mirrored.kept("vkey"));
    let all = tree(&mirrored.leaves);
    let foreign = Told {
        vkey: key(2).verifier().to_string(),
        ..mirrored.told(note(all, &key(2)))
    };
    let told = mirrored.pull(foreign, DAMAGED);
    assert!(told.contains("no known key signed"), "{told}");
    // The signature of one tree under another one.
    let whole = note(all, &key(1));
    let fewer = note(tree(&mirrored.leaves[..1]), &key(1));
    let signature = whole.rsplit("\n\n").next().unwrap();
    let text = fewer.split("\n\n").next().unwrap();
    let told = mirrored.pull(mirrored.told(format!("{text}\n\n{signature}")), DAMAGED);
    assert!(told.contains("does not fit"), "{told}");
    assert_eq!(mirrored.kept("checkpoint"), before);
    assert_eq!(mirrored.kept("vkey"), pinned);
}

#[test]
fn another_export_key_is_believed_while_the_log_stands_for_the_events() {
    let mirrored = Mirrored::new();
    let (pinned, whole) = (mirrored.kept("export-vkey"), tree(&mirrored.leaves));
    let renewed = |tree| Told {
        export: export_key(4),
        named: export_key(4).verifier().to_string(),
        ..mirrored.told(note(tree, &key(1)))
    };
    let unnamed = Told {
        named: pinned.trim_end().to_owned(),
        ..renewed(whole)
    };
    let told = mirrored.pull(unnamed, UNSIGNED);
    assert!(told.contains("ALARM"), "{told}");
    let mut others = mirrored.leaves[..mirrored.size() - 3].to_vec();
    others.swap(0, 1);
    mirrored.pull(renewed(tree(&others)), FORKED);
    assert_eq!(mirrored.kept("export-vkey"), pinned);

    let told = mirrored.pull(renewed(tree(&mirrored.leaves[..mirrored.size() - 3])), 0);
    assert!(told.contains("another export key"), "{told}");
    let both = format!("{pinned}{}\n", export_key(4).verifier());
    assert_eq!(mirrored.kept("export-vkey"), both);
    assert_eq!(lines(&mirrored.folder), mirrored.events);
}

#[test]
fn a_log_that_signs_for_more_than_it_tells_is_not_believed() {
    let mirrored = Mirrored::new();
    let more = [&mirrored.leaves[..], &mirrored.leaves[..1]].concat();
    let told = mirrored.pull(mirrored.told(note(tree(&more), &key(1))), DAMAGED);
    assert!(told.contains("are signed for"), "{told}");
}

#[test]
fn a_checkpoint_that_is_not_of_the_kept_events_is_found_on_the_disk() {
    let mirrored = Mirrored::new();
    let other = note(tree(&mirrored.leaves[1..]), &key(1));
    fs::write(mirrored.folder.join("hon-quan/checkpoint"), other).unwrap();
    let told = mirrored.pull(mirrored.told(note(tree(&mirrored.leaves), &key(1))), 1);
    assert!(told.contains("the mirror is damaged"), "{told}");
}

#[test]
fn the_checkpoint_of_a_real_log_comes_to_lie_beside_its_events() {
    let house = House::new();
    let serving = house.serve("demo --until launch");
    let mirror = house.path("mirror");
    let mut notes = (0..LOOK_COUNT_MAX).filter_map(|_| {
        assert_code(&once(&house, &serving, &mirror), 0);
        fs::read_to_string(mirror.join("hon-quan/checkpoint")).ok()
    });
    let note = notes.next().expect("the log is signed");
    let signed = SignedCheckpoint::parse(&note).unwrap();
    let pinned = fs::read_to_string(mirror.join("hon-quan/vkey")).unwrap();
    let pinned = VerifierKey::parse(pinned.trim_end()).unwrap();
    assert_eq!(signed.note().verify([&pinned]).unwrap().len(), 1);
    let head = signed.checkpoint().tree();
    let sealed = usize::try_from(head.size).unwrap();
    assert_eq!(tree(&leaves(&lines(&mirror))[..sealed]), head);
}
