//! The evidence of a case, taken home from a season that was played, and checked without the server.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::Arc,
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::Value;

use crate::house::{House, Serving, ledger};
use khen_ambient::OsChance;
use khen_audit::SignedCheckpoint;
use khen_eventlog::OwnerId;
use khen_privacy::{MasterKey, SealedValue, ValueKey, Vault, open_with_value_key};
use khen_store_sqlite::SqliteOffice;
use khen_testbed::page_shown;
use khen_verify::{Counted, Files, Verdict, check_bundle};

/// Looks at a log that is on its way; by then it must have come.
const LOOK_COUNT_MAX: usize = 100_000;

/// A season that was played and is sealed to its end.
struct Played {
    house: House,
    serving: Serving,
    /// The first awarded person's case.
    code: String,
    nominee_ref: String,
}

impl Played {
    fn new() -> Self {
        let house = House::new();
        let serving = house.serve("demo --until closed");
        let events = house.events();
        let drafted = events.iter().filter_map(|event| {
            let data: Value = serde_json::from_slice(&event.data).unwrap();
            let code = event.stream.as_str().strip_prefix("nomination/")?;
            let reference = data["event"]["nominee_ref"].as_str()?;
            let is_person = data["event"]["nominee_kind"] == "individual";
            is_person.then(|| (code.to_owned(), reference.to_owned()))
        });
        let is_awarded = |code: &str| {
            let mut of_case = events
                .iter()
                .filter(|event| event.stream.as_str().strip_prefix("nomination/") == Some(code));
            of_case.any(|event| event.event_type.as_str() == "vn.khen.nomination.awarded.v1")
        };
        let (code, nominee_ref) = drafted
            .into_iter()
            .find(|(code, _)| is_awarded(code))
            .unwrap();
        sealed(&serving, events.len() as u64);
        Self {
            house,
            serving,
            code,
            nominee_ref,
        }
    }

    /// `khen export bundle` as this role.
    fn export(&self, role: &str, file: &Path) -> Output {
        let file = file.to_str().unwrap();
        let words = ["export", "bundle", self.code.as_str(), "-o", file];
        let token = self.house.data().join("tokens").join(role);
        let mut command = self.house.khen(&words);
        command.env("KHEN_URL", &self.serving.url);
        command
            .env("KHEN_TOKEN_FILE", token)
            .env("KHEN_LANGUAGE", "en");
        command.output().unwrap()
    }

    /// The bundle, as the auditor takes it home.
    fn taken_home(&self, name: &str) -> Files {
        let file = self.house.path(name);
        let output = self.export("KT.auditor", &file);
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{told}");
        Files::from_zip(&fs::read(file).unwrap()).unwrap()
    }
}

/// Waits until the log is signed up to this size.
fn sealed(serving: &Serving, size: u64) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (http, url) = (
        crate::house::http(),
        format!("{}/log/hon-quan/checkpoint", serving.url),
    );
    let reaches = || {
        runtime.block_on(async {
            let note = http.get(&url).send().await.unwrap().text().await.unwrap();
            let signed = SignedCheckpoint::parse(&note).ok();
            signed.is_some_and(|one| one.checkpoint().tree().size >= size)
        })
    };
    assert!((0..LOOK_COUNT_MAX).any(|_| reaches()), "never sealed");
}

fn text<'f>(files: &'f Files, path: &str) -> &'f str {
    std::str::from_utf8(files.get(path).unwrap()).unwrap()
}

fn lines(files: &Files, path: &str) -> Vec<Value> {
    let lines = text(files, path).lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// Every value of the bundle that a key in it opens: its class and its text.
fn opened(files: &Files) -> Vec<(String, String)> {
    let events = lines(files, "events.ndjson");
    let keys = lines(files, "values.ndjson");
    let values = keys.iter().map(|key| {
        let mut holding = events.iter().filter(|event| {
            let position = event["sequence"].as_str().unwrap();
            position.parse::<u64>().unwrap() == key["position"].as_u64().unwrap()
        });
        let data = &holding.next().unwrap()["data"];
        let sealed = data.pointer(key["pointer"].as_str().unwrap()).unwrap();
        let bytes = STANDARD.decode(key["key"].as_str().unwrap()).unwrap();
        let clear = open_with_value_key(
            &ValueKey::from_bytes(bytes.try_into().unwrap()),
            &ledger(),
            &OwnerId(key["owner"].as_str().unwrap().to_owned()),
            &SealedValue::parse(sealed).unwrap(),
        );
        (sealed["class"].as_str().unwrap().to_owned(), clear.unwrap())
    });
    values.collect()
}

/// Files that hold this text, but for documents, which are as they came in.
fn holding<'f>(files: &'f Files, text: &str) -> Vec<&'f str> {
    let holds = |bytes: &[u8]| {
        let mut windows = bytes.windows(text.len());
        windows.any(|window| window == text.as_bytes())
    };
    let clear = files
        .iter()
        .filter(|(path, _)| !path.starts_with("documents/"));
    let found = clear.filter(|(_, bytes)| holds(bytes));
    found.map(|(path, _)| path).collect()
}

/// The Python that `tests/run` made, which has `cryptography`; else the one of the machine.
fn python() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let own = root.join("target/services/python/bin/python");
    if own.exists() { own } else { "python3".into() }
}

#[track_caller]
fn assert_sound(files: &Files) {
    let report = check_bundle(files, None);
    assert_eq!(report.problems, []);
    assert_eq!(report.verdict(), Verdict::Ok);
}

#[test]
fn an_auditor_takes_an_awarded_case_home_and_three_programs_believe_it() {
    let played = Played::new();
    let files = played.taken_home("case.zip");
    assert_sound(&files);
    let report = check_bundle(&files, None);
    let counts = &report.counts;
    let has_papers = |one: &khen_verify::Count| one.of == Counted::Documents && one.number > 2;
    assert!(counts.iter().any(has_papers), "{counts:?}");

    let script = played.house.path("verify.py");
    fs::write(&script, files.get("verify.py").unwrap()).unwrap();
    let archive = played.house.path("case.zip");
    let said = Command::new(python())
        .args([&script, &archive])
        .output()
        .unwrap();
    assert_eq!(said.status.code(), Some(0), "{said:?}");

    let page = page_shown(text(&files, "verify.html"), "");
    assert!(page.contains("data-verdict=\"ok\""), "{page}");
}

#[test]
fn a_bundle_holds_what_the_case_rests_on_and_names_only_under_keys() {
    let played = Played::new();
    let files = played.taken_home("case.zip");
    let streams: Vec<String> = lines(&files, "events.ndjson")
        .iter()
        .map(|event| event["subject"].as_str().unwrap().to_owned())
        .collect();
    let code = &played.code;
    for kind in [
        "campaign/",
        "quota/",
        "unit_session/",
        "submission/",
        "council_session/",
        "presentation/",
        "decision/",
        "certificate/",
        "payout/",
        "org/assignment/",
    ] {
        assert!(streams.iter().any(|one| one.starts_with(kind)), "{kind}");
    }
    for stream in &streams {
        let is_of_person = ["org/person/", "privacy/", "fact/", "claim/", "hold/"]
            .iter()
            .any(|kind| stream.starts_with(kind));
        assert!(!is_of_person, "{stream}");
        let is_other_case = stream.starts_with("nomination/") && !stream.ends_with(code);
        assert!(!is_other_case, "{stream}");
    }
    let opened = opened(&files);
    let names: Vec<&String> = opened
        .iter()
        .filter(|(class, _)| class == "person_name")
        .map(|(_, clear)| clear)
        .collect();
    assert!(!names.is_empty());
    for name in names {
        assert_eq!(holding(&files, name), [] as [&str; 0], "{name}");
    }
}

#[test]
fn the_case_of_an_erased_person_is_proven_without_key_or_name() {
    let played = Played::new();
    let before = opened(&played.taken_home("before.zip"));
    let office = Arc::new(SqliteOffice::open(&played.house.data()).unwrap());
    let master = MasterKey::load(&played.house.data().join("secrets/master.key")).unwrap();
    let vault = Vault::new(office, master, Arc::new(OsChance));
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let owner = vault
            .owner_of(&ledger(), &played.nominee_ref)
            .await
            .unwrap();
        vault.destroy(&ledger(), &owner.unwrap()).await.unwrap();
    });
    let files = played.taken_home("after.zip");
    assert_sound(&files);
    let left = opened(&files);
    assert!(
        left.iter().all(|(class, _)| class == "free_text"),
        "{left:?}"
    );
    let name = before.iter().find(|(class, _)| class == "person_name");
    let (_, name) = name.unwrap();
    let holds = |bytes: &[u8]| bytes.windows(name.len()).any(|one| one == name.as_bytes());
    assert!(files.iter().all(|(_, bytes)| !holds(bytes)));
}

#[test]
fn a_person_of_a_unit_takes_nothing_home() {
    let played = Played::new();
    let file = played.house.path("case.zip");
    let output = played.export("VPH-TT.unit_head", &file);
    assert!(!output.status.success());
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("Not permitted"), "{told}");
    assert!(!file.exists());
}
