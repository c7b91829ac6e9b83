//! A standby takes over: at first it only reads, then it is promoted.

use std::fs;

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::{
    checks::all_is_well,
    cluster::Cluster,
    load::{Load, http},
    people::{LEDGER, Person},
    running::{Running, Settings},
    seed::Seed,
    truth::Truth,
};

/// Exit codes of `khen`, as its help names them.
const NOT_AT_THE_MOMENT: i32 = 3;

/// Programs of others that read the export: one holds a token, the other asks for its tokens.
struct Readers<'a> {
    settings: &'a Settings,
    auditor: String,
    client: String,
}

impl<'a> Readers<'a> {
    fn registered(settings: &'a Settings) -> Self {
        let list = settings.succeed(&["token", "issue", "--ledger", LEDGER]);
        let mut lines = list.lines().map(|line| line.split_whitespace().collect());
        let found = lines.find_map(|words: Vec<&str>| match words.as_slice() {
            [assignment, "auditor", ..] => Some((*assignment).to_owned()),
            _ => None,
        });
        let assignment = found.unwrap();
        let of_ledger = ["token", "issue", "--ledger", LEDGER, "--assignment"];
        let auditor = settings.succeed(&[&of_ledger[..], &[&assignment]].concat());
        let [key, public] = ["so.key", "so.pub"].map(|name| settings.folder.join(name));
        let made = settings.succeed(&["client", "key", "--out", key.to_str().unwrap()]);
        fs::write(&public, made).unwrap();
        let grant = format!("{LEDGER}={assignment}");
        let words = ["client", "register", "--name", "so", "--ledger", &grant];
        let key = ["--key", public.to_str().unwrap()];
        let client = settings.succeed(&[&words[..], &key].concat());
        Self {
            settings,
            auditor: auditor.trim().to_owned(),
            client: client.trim().to_owned(),
        }
    }

    /// Mirrors the ledger as one of them; answers with the exit code and what was told.
    fn pull(&self, url: &str, who: &[&str]) -> (Option<i32>, String) {
        let to = self.settings.folder.join("mirror");
        let words = ["pull", "--once", "--ledger", LEDGER, "--url", url, "--to"];
        let words = [&words[..], &[to.to_str().unwrap()], who].concat();
        let output = self.settings.output(&words);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code(), told)
    }

    fn pull_as_auditor(&self, url: &str) -> (Option<i32>, String) {
        self.pull(url, &["--token", &self.auditor])
    }

    fn pull_as_client(&self, url: &str) -> (Option<i32>, String) {
        let key = self.settings.folder.join("so.key");
        let who = ["--client", &self.client, "--key", key.to_str().unwrap()];
        self.pull(url, &who)
    }
}

/// Waits until a web process says this of whether its store takes writes.
fn wait_for(truth: &Truth, url: &str, condition: &str) {
    truth.until("the store is seen as it is", |truth| {
        let (status, answer) = truth.fetch(&format!("{url}/readyz"));
        let checks = answer["checks"].as_array().unwrap();
        let check = checks.iter().find(|one| one["name"] == "store.writable");
        let is_seen = check.is_some_and(|check| check["condition"] == condition);
        (is_seen && status == StatusCode::OK).then_some(())
    });
}

/// The first ticket of the unit of an officer, who files it.
fn filed(officer: &Person) -> (&'static str, Value) {
    let content = json!({ "feedback": ticket(officer), "topic": "system", "text": "-" });
    ("file_feedback", content)
}

/// An answer to that ticket that nobody has given yet.
fn answered(officer: &Person) -> (&'static str, Value) {
    let content = json!({ "feedback": ticket(officer), "answer": "-", "general": false });
    ("answer_feedback", content)
}

fn ticket(officer: &Person) -> String {
    format!("HQ-CCHC-2024/{}/1", officer.unit.as_deref().unwrap())
}

/// What a web process answers to a command.
async fn commanded(
    url: &str,
    person: &Person,
    (command, content): (&str, Value),
) -> (StatusCode, Option<String>, Value) {
    let request = http().build().unwrap();
    let request = request.post(format!("{url}/api/v1/commands/{command}"));
    let request = request
        .bearer_auth(&person.token)
        .header("Idempotency-Key", "one");
    let answer = request.json(&json!({ "content": content })).send();
    let answer = answer.await.unwrap();
    let (status, headers) = (answer.status(), answer.headers().clone());
    let pause = headers.get("retry-after");
    let pause = pause.map(|value| value.to_str().unwrap().to_owned());
    (status, pause, answer.json().await.unwrap())
}

/// An officer of a unit, and somebody who answers the units.
fn people(cluster: &Cluster) -> (&Person, &Person) {
    let find = |has_unit: bool| {
        let mut people = cluster.people.iter();
        people.find(|one| one.unit.is_some() == has_unit).unwrap()
    };
    (find(true), find(false))
}

/// How many events the log has signed for.
async fn signed(url: &str) -> Option<usize> {
    let asked = http().build().unwrap();
    let asked = asked.get(format!("{url}/log/{LEDGER}/checkpoint"));
    let note = asked.send().await.unwrap().text().await.unwrap();
    note.lines().nth(1)?.parse().ok()
}

#[test]
fn a_ledger_is_halted_where_a_standby_took_over_that_lacks_what_was_signed() {
    let mut cluster = Cluster::start();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut standby = cluster.postgres.standby();
    // It falls behind, and nobody waits for it.
    standby.kill();
    let url = cluster.webs[0].url.clone();
    let (officer, _) = people(&cluster);
    let filing = commanded(&url, officer, filed(officer));
    let (status, _, answer) = runtime.block_on(filing);
    assert_eq!(status, StatusCode::CREATED, "{answer}");
    let size = cluster.truth.events().len();
    cluster.truth.until("the log signs for it", |_| {
        (runtime.block_on(signed(&url)) >= Some(size)).then_some(())
    });
    cluster.postgres.give_way_to(standby);
    cluster.postgres.promote();
    for web in &cluster.webs {
        cluster.truth.until("the ledger is halted", |truth| {
            let (_, answer) = truth.fetch(&format!("{}/readyz", web.url));
            let mut checks = answer["checks"].as_array().unwrap().iter();
            let name = format!("integrity.{LEDGER}");
            checks.find(|check| check["name"] == name).cloned()
        });
        let (officer, _) = people(&cluster);
        let filing = commanded(&web.url, officer, filed(officer));
        let (status, _, problem) = runtime.block_on(filing);
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{problem}");
        assert_eq!(problem["code"], "integrity-halt");
    }
    assert!(cluster.truth.events().len() < size);
}

#[test]
fn a_standby_is_read_until_it_is_promoted_and_nothing_acknowledged_is_lost() {
    let seed = Seed::of_this_run();
    let mut cluster = Cluster::start();
    let standby = cluster.postgres.standby();
    cluster.postgres.wait_for_standbys();
    let readers = Readers::registered(&cluster.settings);
    let load = Load::start(&cluster);
    load.book().wait_for_acknowledged(seed.commands());
    let (code, told) = readers.pull_as_client(&cluster.webs[0].url);
    assert_eq!(code, Some(0), "{told}");

    cluster.postgres.give_way_to(standby);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (officer, head) = people(&cluster);
    // One that is started over a standby does as those that were there before.
    let late = Running::start(&cluster.settings, "serve");
    for web in cluster.webs.iter().chain([&late]) {
        wait_for(&cluster.truth, &web.url, "degraded");
        let answering = commanded(&web.url, head, answered(officer));
        let (status, pause, problem) = runtime.block_on(answering);
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{problem}");
        assert_eq!(problem["code"], "read-only");
        assert!(pause.is_some(), "it says when to come again");
        let (code, told) = readers.pull_as_auditor(&web.url);
        assert_eq!(code, Some(0), "{told}");
        // An access token is written down when it is granted, and so is what proved who asks.
        let (code, told) = readers.pull_as_client(&web.url);
        assert_eq!(code, Some(NOT_AT_THE_MOMENT), "{told}");
    }

    cluster.postgres.promote();
    for web in cluster.webs.iter().chain([&late]) {
        wait_for(&cluster.truth, &web.url, "ok");
        let (code, told) = readers.pull_as_client(&web.url);
        assert_eq!(code, Some(0), "{told}");
    }
    load.book().wait_for_acknowledged(seed.commands());
    all_is_well(cluster, load);
}
