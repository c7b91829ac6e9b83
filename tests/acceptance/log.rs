//! The log of a ledger, checked by a stranger over HTTP.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    path::PathBuf,
    process::Stdio,
};

use khen_audit::{
    Frontier, Hash, ProofPlan, SignedCheckpoint, Tile, TileId, TileSet, TreeHead, VerifierKey,
    bundles_of, decode_bundle, leaf_hash, tiles_of, verify_consistency, verify_inclusion,
};
use khen_eventlog::leaf_bytes;

use crate::{
    house::{House, Serving},
    office::{launch, loaded, post, token},
};

/// Looks at a log that is on its way; by then it must have come.
const LOOK_COUNT_MAX: usize = 100_000;

/// What anybody sees of a log.
struct Stranger {
    http: reqwest::Client,
    runtime: tokio::runtime::Runtime,
    log: String,
}

impl Stranger {
    fn at(serving: &Serving) -> Self {
        Self {
            http: crate::house::http(),
            runtime: tokio::runtime::Runtime::new().unwrap(),
            log: format!("{}/log/hon-quan", serving.url),
        }
    }

    fn read(&self, name: &str) -> Option<Vec<u8>> {
        self.runtime.block_on(async {
            let asked = self.http.get(format!("{}/{name}", self.log)).send().await;
            let answer = asked.unwrap();
            let is_there = answer.status().is_success();
            let bytes = answer.bytes().await.unwrap();
            is_there.then(|| bytes.to_vec())
        })
    }

    fn text(&self, name: &str) -> Option<String> {
        self.read(name).map(|text| String::from_utf8(text).unwrap())
    }

    /// The first checkpoint of at least so many events, signed by the key of the log.
    fn checkpoint(&self, size: usize) -> TreeHead {
        let looks = (0..LOOK_COUNT_MAX).filter_map(|_| self.text("checkpoint"));
        let parsed = looks.map(|note| SignedCheckpoint::parse(&note).unwrap());
        let mut grown = parsed.filter(|seen| seen.checkpoint().tree().size >= size as u64);
        let signed = grown.next().expect("the log comes so far");
        let key = VerifierKey::parse(self.text("vkey").unwrap().trim_end()).unwrap();
        assert_eq!(signed.note().verify([&key]).unwrap().len(), 1);
        let origin = signed.checkpoint().origin().as_str();
        assert_eq!(origin, "khen.example/log/hon-quan");
        signed.checkpoint().tree()
    }

    fn entries(&self, size: u64) -> Vec<Vec<u8>> {
        let bundles = bundles_of(size).map(|id| self.read(&id.to_string()).unwrap());
        let decoded = bundles.flat_map(|bundle| {
            let entries = decode_bundle(&bundle).unwrap().into_iter();
            entries.map(<[u8]>::to_vec).collect::<Vec<_>>()
        });
        decoded.collect()
    }

    fn tiles(&self, ids: impl IntoIterator<Item = TileId>) -> TileSet {
        let tiles = ids.into_iter().map(|id| {
            let bytes = self.read(&id.to_string()).unwrap();
            Tile::try_new(id, bytes).unwrap()
        });
        tiles.collect()
    }
}

#[test]
fn a_stranger_proves_every_event_and_that_nothing_was_taken_back() {
    let house = loaded();
    let manager = token(&house, "campaign_manager");
    let before = house.events().len();
    let serving = house.serve("serve");
    let stranger = Stranger::at(&serving);
    let first = stranger.checkpoint(before);

    let day = launch(&house, "2024-03-15");
    let asked = ("launch_campaign", Some("k-1"));
    assert_eq!(post(&serving.url, asked, &manager, &day).0, 201);
    let events = house.events();
    assert!(events.len() > before);
    let tree = stranger.checkpoint(events.len());

    let entries = stranger.entries(tree.size);
    let tiles = stranger.tiles(tiles_of(tree.size));
    let mut computed = Frontier::new();
    for (index, (event, entry)) in (0..).zip(events.iter().zip(&entries)) {
        let leaf = leaf_bytes("https://khen.example/export/v1/hon-quan", event).unwrap();
        assert_eq!(entry, &leaf);
        let (plan, leaf) = (ProofPlan::inclusion(index, tree.size), leaf_hash(entry));
        let proof: Vec<Hash> = plan.unwrap().prove(&tiles).unwrap();
        verify_inclusion(leaf, index, &proof, &tree).unwrap();
        computed.push(leaf);
    }
    assert_eq!(computed.head(), tree);
    let plan = ProofPlan::consistency(first.size, tree.size).unwrap();
    verify_consistency(&first, &tree, &plan.prove(&tiles).unwrap()).unwrap();

    let shown = house.succeed(&["log", "show", "--ledger", "hon-quan"]);
    let vkey = stranger.text("vkey").unwrap();
    for said in [
        "khen.example/log/hon-quan",
        vkey.trim_end(),
        &hex::encode(tree.root.0),
        &tree.root.to_string(),
    ] {
        assert!(shown.contains(said), "{said} in\n{shown}");
    }
    assert!(serving.stop());
}

/// Where a witness of these logs answers, and its key, by what it prints; ended with the test.
struct Witnessing {
    child: std::process::Child,
    url: String,
    vkey: String,
}

impl Drop for Witnessing {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn witness(house: &House, log: &str) -> Witnessing {
    let folder = house.path("witness");
    let mut command = house.khen(&["witness", "--name", "thanh-tra.example/w1", "--log", log]);
    command.args(["--listen", "127.0.0.1:0", "--folder"]);
    let command = command.arg(folder).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let said = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut words = said.map(|line| line.unwrap().split(' ').next_back().unwrap().to_owned());
    let (vkey, url) = (words.next().unwrap(), words.next().unwrap());
    Witnessing { child, url, vkey }
}

#[test]
fn a_witness_cosigns_what_the_log_has_signed() {
    let house = loaded();
    let serving = house.serve("serve");
    let stranger = Stranger::at(&serving);
    stranger.checkpoint(house.events().len());
    let log = stranger.text("vkey").unwrap();
    assert!(serving.stop());

    let witness = witness(&house, log.trim_end());
    let config = house.path("khen.toml");
    let Witnessing { url, vkey, .. } = &witness;
    let asked = format!("data = \"x\"\n[[seal.witness]]\nurl = \"{url}\"\nvkey = \"{vkey}\"\n");
    fs::write(&config, asked).unwrap();
    let serving = house.serve(&format!("serve --config {}", config.display()));
    let stranger = Stranger::at(&serving);
    let note = (0..LOOK_COUNT_MAX).find_map(|_| stranger.text("witnessed"));
    let cosigned = SignedCheckpoint::parse(&note.expect("the witness cosigns")).unwrap();
    let keys = [log.trim_end(), vkey].map(|key| VerifierKey::parse(key).unwrap());
    assert_eq!(cosigned.note().verify(&keys).unwrap().len(), 2);

    let hash = cosigned.checkpoint().origin().sha256_hex();
    let monitor = format!("{url}/{hash}/checkpoint");
    let kept = stranger.runtime.block_on(async {
        let answer = stranger.http.get(monitor).send().await.unwrap();
        answer.text().await.unwrap()
    });
    let kept = SignedCheckpoint::parse(&kept).unwrap();
    assert_eq!(kept.checkpoint(), cosigned.checkpoint());
    let show = ["log", "show", "--ledger", "hon-quan", "--config"];
    let shown = house.succeed(&[&show[..], &[config.to_str().unwrap()]].concat());
    assert!(shown.contains("by thanh-tra.example/w1 at "), "{shown}");
}

/// The files of a folder and below, to be put back.
fn copied(house: &House, to: &str) -> PathBuf {
    let copy = house.path(to);
    for (file, bytes) in crate::house::files(&house.data()) {
        let place = copy.join(file.strip_prefix(house.data()).unwrap());
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
    }
    copy
}

#[test]
fn a_folder_that_was_turned_back_is_found_out_on_the_second_path() {
    let house = loaded();
    let state = house.path("second-disk");
    let variables = [("KHEN_SEAL__STATE", state.to_str().unwrap())];
    let backup = copied(&house, "backup");
    let manager = token(&house, "campaign_manager");
    let serving = house.serve_with("serve", &variables);
    let day = launch(&house, "2024-03-15");
    let asked = ("launch_campaign", Some("k-1"));
    assert_eq!(post(&serving.url, asked, &manager, &day).0, 201);
    Stranger::at(&serving).checkpoint(house.events().len());
    assert!(serving.stop());

    fs::remove_dir_all(house.data()).unwrap();
    fs::rename(backup, house.data()).unwrap();
    let serving = house.serve_with("serve", &variables);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let ready = || {
        runtime.block_on(async {
            let answer = crate::house::http()
                .get(format!("{}/readyz", serving.url))
                .send()
                .await;
            let answer = answer.unwrap();
            (answer.status().as_u16(), answer.text().await.unwrap())
        })
    };
    let mut looks = (0..LOOK_COUNT_MAX).map(|_| ready());
    let (_, told) = looks
        .find(|(status, _)| *status == 503)
        .expect("readiness comes to fail");
    assert!(told.contains("integrity.hon-quan"), "{told}");
    assert!(told.contains("entries were signed for, and only"), "{told}");
    assert_eq!(Stranger::at(&serving).read("checkpoint"), None);
}
