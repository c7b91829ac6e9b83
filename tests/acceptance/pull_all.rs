//! A Sở that mirrors every ledger of its province: one question tells which have moved, and nothing that
//! becomes of one ledger stands in the way of another.

use std::{
    collections::BTreeSet,
    fs,
    io::{BufRead as _, BufReader, Lines},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Output, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::{
    house::{House, Serving},
    pull::assert_code,
    pull_log::DAMAGED,
    pull_signed::{Passing, gateway},
};
use khen_export::{Coding, limits::PAGE_BYTES_MAX};

const LEDGERS: [&str; 3] = ["xa-0001", "xa-0002", "xa-0003"];
const LIST: &str = "/export/v1/ledgers";
const REFUSED: i32 = 1;

/// A province whose Sở is a client with a key of its own.
pub(crate) struct Province {
    pub(crate) house: House,
    pub(crate) serving: Serving,
    client: String,
}

impl Province {
    fn new() -> Self {
        Self::of(&LEDGERS)
    }

    /// One with these ledgers, which are named as `khen province` names them.
    pub(crate) fn of(ledgers: &[&str]) -> Self {
        let (house, count) = (House::new(), ledgers.len().to_string());
        house.succeed(&["province", "--authorities", &count, "--campaigns", "0"]);
        let (key, public) = (house.path("so.key"), house.path("so.pub"));
        let made = Command::new(env!("CARGO_BIN_EXE_khen"))
            .args(["client", "key", "--out"])
            .arg(&key)
            .output();
        fs::write(&public, made.unwrap().stdout).unwrap();
        let ledgers = ledgers.iter().flat_map(|ledger| ["--ledger", *ledger]);
        let named = ["--name", "Sở minh họa", "--key", public.to_str().unwrap()];
        let words = ["client", "register"].into_iter().chain(ledgers);
        let client = house.succeed(&words.chain(named).collect::<Vec<_>>());
        // Nobody is told to come back later but by a test.
        let serving = house.serve_with("serve", &[("KHEN_RATES__EXPORTS_PER_MINUTE", "60000")]);
        Self {
            client: client.trim().to_owned(),
            house,
            serving,
        }
    }

    /// `khen pull --all` through a gateway at `url`, or of the server itself.
    pub(crate) fn pull(&self, url: &str, to: &Path, more: &[&str]) -> Command {
        let words = ["pull", "--all", "--to", to.to_str().unwrap()];
        let mut command = self.house.khen(&[&words[..], more].concat());
        command.env("KHEN_URL", url).env("KHEN_LANGUAGE", "en");
        command.env("KHEN_CLIENT", &self.client);
        command.env("KHEN_CLIENT_KEY_FILE", self.house.path("so.key"));
        let office = &self.serving.url;
        command.env("KHEN_TOKEN_URL", format!("{office}/oauth/token"));
        command
    }

    fn once(&self, url: &str, to: &Path) -> Output {
        let more = ["--once", "--format", "json"];
        self.pull(url, to, &more).output().unwrap()
    }

    /// Has something recorded in the ledgers of the first so many authorities.
    fn grow(&self, authorities: &str) {
        let words = ["province", "--authorities", authorities, "--campaigns", "1"];
        self.house.succeed(&words);
    }

    fn mirrors(&self) -> PathBuf {
        self.house.path("mirrors")
    }
}

/// How many events the mirror of a ledger has; none before it has begun.
fn kept(mirrors: &Path, ledger: &str) -> Option<u64> {
    let state = fs::read(mirrors.join(ledger).join("state.json")).ok()?;
    let state: Value = serde_json::from_slice(&state).unwrap();
    state["next"].as_u64()
}

/// Takes a ledger out of the list, where one came.
fn hide(ledger: &str, list: &mut Passing) {
    if list.status != StatusCode::OK {
        return;
    }
    let coding = list.headers.remove("content-encoding");
    let coding = coding.map_or(Coding::Identity, |name| {
        Coding::parse(name.to_str().unwrap()).unwrap()
    });
    let bytes = coding.decode(list.body.clone(), PAGE_BYTES_MAX).unwrap();
    let mut answer: Value = serde_json::from_slice(&bytes).unwrap();
    let ledgers = answer["ledgers"].as_array_mut().unwrap();
    ledgers.retain(|one| one["ledger"] != ledger);
    list.body = serde_json::to_vec(&answer).unwrap();
}

/// `khen pull --all` that follows, and what it tells.
struct Following {
    child: Child,
    told: Lines<BufReader<ChildStdout>>,
}

impl Following {
    fn begin(mut pull: Command) -> Self {
        let mut child = pull.stdout(Stdio::piped()).spawn().unwrap();
        let told = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, told }
    }

    /// Waits until it told of this ledger.
    fn wait_for(&mut self, ledger: &str) {
        let mut told = self.told.by_ref().map_while(Result::ok);
        let told = told.find(|line| line.starts_with(ledger));
        assert!(told.unwrap().contains("events are kept"));
    }
}

impl Drop for Following {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn one_question_tells_which_ledgers_have_moved_and_only_those_are_pulled() {
    let province = Province::new();
    let asked = Arc::new(Mutex::new(Vec::new()));
    let written = Arc::clone(&asked);
    let url = gateway(&province.serving.url, move |path, _| {
        written.lock().unwrap().push(path.to_owned());
    });
    let mirrors = province.mirrors();
    let mut following = Following::begin(province.pull(&url, &mirrors, &[]));
    let mut waited: BTreeSet<&str> = LEDGERS.into();
    while !waited.is_empty() {
        let line = following.told.next().unwrap().unwrap();
        waited.retain(|ledger| !line.starts_with(ledger));
    }
    asked.lock().unwrap().clear();
    let before = kept(&mirrors, "xa-0001");
    province.grow("1");
    following.wait_for("xa-0001");
    drop(following);
    assert!(kept(&mirrors, "xa-0001") > before);
    let asked = asked.lock().unwrap();
    let count = |path: &str| asked.iter().filter(|one| one.starts_with(path)).count();
    let pages = |ledger: &str| count(&format!("/export/v1/{ledger}/events?"));
    assert!(count(LIST) > 0 && pages("xa-0001") > 0, "{asked:?}");
    assert_eq!(pages("xa-0002") + pages("xa-0003"), 0, "{asked:?}");
}

#[test]
fn an_alarm_of_one_ledger_stops_that_one_alone() {
    let province = Province::new();
    let url = gateway(&province.serving.url, |path, passing| {
        if path.contains("/xa-0002/events?") {
            passing.body[7] ^= 1;
        }
    });
    let mirrors = province.mirrors();
    let output = province.once(&url, &mirrors);
    let told = assert_code(&output, DAMAGED);
    assert!(told.contains("ALARM: what was pulled of xa-0002"), "{told}");
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["ledgers"][1]["ledger"], "xa-0002");
    assert_eq!(answer["ledgers"][1]["problem"]["code"], "damaged");
    for (place, ledger) in [(0, "xa-0001"), (2, "xa-0003")] {
        let next = kept(&mirrors, ledger);
        assert_eq!(answer["ledgers"][place]["next"].as_u64(), next, "{ledger}");
        assert!(next > Some(0), "{ledger}");
    }
    assert_eq!(kept(&mirrors, "xa-0002"), None);
}

#[test]
fn a_ledger_that_is_not_listed_any_more_is_told_of_and_stays() {
    let province = Province::new();
    let mirrors = province.mirrors();
    let url = &province.serving.url;
    assert_code(&province.once(url, &mirrors), 0);
    let before = LEDGERS.map(|ledger| kept(&mirrors, ledger));
    let halted = gateway(url, |path, passing| {
        if path.starts_with(LIST) {
            hide("xa-0002", passing);
        }
    });
    province.grow("3");
    let output = province.once(&halted, &mirrors);
    let told = assert_code(&output, REFUSED);
    assert!(told.contains("does not list xa-0002 any more"), "{told}");
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["ledgers"][1]["problem"]["code"], "unlisted");
    let after = LEDGERS.map(|ledger| kept(&mirrors, ledger));
    assert_eq!(after[1], before[1]);
    assert!(after[0] > before[0] && after[2] > before[2]);
    assert_code(&province.once(url, &mirrors), 0);
    assert!(kept(&mirrors, "xa-0002") > before[1]);
}

#[test]
fn a_ledger_that_is_new_in_the_list_is_picked_up() {
    let province = Province::new();
    let is_new = Arc::new(AtomicBool::new(false));
    let is_listed = Arc::clone(&is_new);
    let url = gateway(&province.serving.url, move |path, passing| {
        if path.starts_with(LIST) && !is_listed.load(Ordering::SeqCst) {
            hide("xa-0003", passing);
        }
    });
    let mirrors = province.mirrors();
    let mut following = Following::begin(province.pull(&url, &mirrors, &[]));
    following.wait_for("xa-0001");
    assert_eq!(kept(&mirrors, "xa-0003"), None);
    is_new.store(true, Ordering::SeqCst);
    province.grow("1");
    following.wait_for("xa-0003");
}

#[test]
fn who_has_asked_too_often_rests_as_long_as_it_is_told() {
    let province = Province::new();
    let count = AtomicUsize::new(0);
    let url = gateway(&province.serving.url, move |_, passing| {
        if count.fetch_add(1, Ordering::SeqCst).is_multiple_of(2) {
            passing.status = StatusCode::TOO_MANY_REQUESTS;
            passing.headers.remove("content-encoding");
            let problem = json!({ "code": "rate-limited", "facts": { "retry_after": 0 } });
            passing.body = serde_json::to_vec(&problem).unwrap();
        }
    });
    let mirrors = province.mirrors();
    assert_code(&province.once(&url, &mirrors), 0);
    assert!(
        LEDGERS
            .iter()
            .all(|ledger| kept(&mirrors, ledger) > Some(0))
    );
}
