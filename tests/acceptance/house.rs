//! What the tests hold of the product: a folder, a process, a ledger read afterwards.

use std::{
    fs::File,
    io::{BufRead as _, BufReader, Read as _},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::Arc,
};

use serde_json::Value;
use tempfile::TempDir;

use khen_ambient::SystemClock;
use khen_eventlog::{EventFeed as _, LedgerId, Position, RecordedEvent};
use khen_store_sqlite::SqliteLedger;

/// A folder of its own, gone with the test.
pub(crate) struct House {
    folder: TempDir,
}

impl House {
    pub(crate) fn new() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
        }
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// `khen ARGUMENTS --data FOLDER`, with nothing of this machine's configuration.
    pub(crate) fn khen(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_khen"));
        command.args(arguments).arg("--data").arg(self.data());
        for (name, _) in std::env::vars() {
            if name.starts_with("KHEN_") {
                command.env_remove(name);
            }
        }
        command.stdin(Stdio::null());
        command
    }

    /// Runs to the end and asserts success; answers stdout.
    pub(crate) fn succeed(&self, arguments: &[&str]) -> String {
        let output = self.khen(arguments).output().unwrap();
        assert!(
            output.status.success(),
            "khen {arguments:?}: {}",
            shown(&output)
        );
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs to the end and asserts failure; answers stderr.
    pub(crate) fn fail(&self, arguments: &[&str]) -> String {
        let output = self.khen(arguments).output().unwrap();
        assert!(
            !output.status.success(),
            "khen {arguments:?}: {}",
            shown(&output)
        );
        String::from_utf8(output.stderr).unwrap()
    }

    /// Starts a serving command, such as `demo --until review`, on free ports and waits until it says where it serves.
    pub(crate) fn serve(&self, task: &str) -> Serving {
        self.serve_with(task, &[])
    }

    /// The same, with these variables set.
    pub(crate) fn serve_with(&self, task: &str, variables: &[(&str, &str)]) -> Serving {
        let ports = [
            "--listen",
            "127.0.0.1:0",
            "--internal-listen",
            "127.0.0.1:0",
        ];
        let arguments: Vec<&str> = task.split(' ').chain(ports).collect();
        let mut command = self.khen(&arguments);
        command.envs(variables.iter().copied());
        let log = self.path("serve.log");
        command
            .stdout(Stdio::piped())
            .stderr(File::create(&log).unwrap());
        let mut serving = Serving {
            child: command.spawn().unwrap(),
            url: String::new(),
            log,
            said: Vec::new(),
        };
        let stdout = serving.child.stdout.take().unwrap();
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            let is_last = line.starts_with("Serving on ");
            let url = line
                .split_whitespace()
                .find(|word| word.starts_with("http://"));
            url.unwrap_or_default().clone_into(&mut serving.url);
            serving.said.push(line);
            if is_last {
                return serving;
            }
        }
        panic!("it never served: {:#?}", serving.said);
    }

    /// Every event of the demo's ledger, read by the store itself.
    pub(crate) fn events(&self) -> Vec<RecordedEvent> {
        let store = SqliteLedger::open(&self.data(), Arc::new(SystemClock)).unwrap();
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let ledger = ledger();
            let mut events = Vec::new();
            loop {
                let from = Position(events.len() as u64);
                let page = store.read_from(&ledger, from, 4_096).await.unwrap();
                if page.is_empty() {
                    return events;
                }
                events.extend(page);
            }
        })
    }
}

/// Asks over HTTP from within a test.
pub(crate) fn http() -> reqwest::Client {
    // An error says that this process has a provider of TLS already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::new()
}

pub(crate) fn ledger() -> LedgerId {
    LedgerId::parse("hon-quan").unwrap()
}

/// What happened, without what differs between two runs: order, stream, version, type.
pub(crate) fn shape(events: &[RecordedEvent]) -> Vec<String> {
    events
        .iter()
        .map(|event| {
            let stream = event.stream.as_str();
            // Random parts of names: people, assignments, references.
            let stream: Vec<&str> = stream
                .split('/')
                .map(|part| if is_random(part) { "…" } else { part })
                .collect();
            format!(
                "{} {}@{} {}",
                event.position,
                stream.join("/"),
                event.version,
                event.event_type
            )
        })
        .collect()
}

fn is_random(part: &str) -> bool {
    let digits = part
        .strip_prefix("p-")
        .or_else(|| part.strip_prefix("a-"))
        .unwrap_or(part);
    digits.len() == 32 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// A server that is killed with the test.
pub(crate) struct Serving {
    child: Child,
    pub(crate) url: String,
    /// Where its log goes.
    pub(crate) log: PathBuf,
    /// What it printed until it served.
    pub(crate) said: Vec<String>,
}

impl Serving {
    /// Where the measures are, by its own log, which is in JSON.
    pub(crate) fn metrics(&self) -> String {
        let log = std::fs::read_to_string(&self.log).unwrap();
        let logged = log
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok());
        let address = logged
            .filter(|line: &Value| line["msg"] == "Serving health and metrics")
            .find_map(|line| line["http.address"].as_str().map(str::to_owned));
        format!(
            "http://{}/metrics",
            address.expect("the log names the address")
        )
    }

    /// Asks it to stop as systemd would, and waits; answers whether it left in good order.
    pub(crate) fn stop(mut self) -> bool {
        let pid = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &pid])
                .status()
                .unwrap()
                .success()
        );
        self.child.wait().unwrap().success()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Every file below `folder`, with its bytes.
pub(crate) fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            let mut bytes = Vec::new();
            std::fs::File::open(&path)
                .unwrap()
                .read_to_end(&mut bytes)
                .unwrap();
            found.push((path, bytes));
        }
    }
    found
}

fn shown(output: &Output) -> String {
    format!(
        "{}\n--- stdout\n{}\n--- stderr\n{}",
        output.status,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}
