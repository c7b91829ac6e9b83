//! A private NATS server.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
};

use tempfile::TempDir;

use crate::process::Process;

/// Names the program to start, where it is neither installed by `tests/run` nor in `PATH`.
const VARIABLE: &str = "KHEN_NATS_SERVER";

/// Where `tests/run` puts it, below the repository.
const INSTALLED: &str = "../../target/services/nats/bin/nats-server";

/// The oldest server that Khen speaks with.
const OLDEST: (u64, u64) = (2, 12);

/// A private NATS server on a free port of 127.0.0.1, without `JetStream` unless it is asked for.
#[derive(Debug)]
pub struct NatsServer {
    process: Process,
    folder: TempDir,
    port: u16,
    arguments: Vec<String>,
}

impl NatsServer {
    /// Starts a server that lets everybody in.
    #[must_use]
    pub fn start() -> Self {
        Self::start_with(&[])
    }

    /// Starts a server with further arguments, for example `["--user", "khen", "--pass", "word"]`.
    #[must_use]
    pub fn start_with(arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("there is a temporary folder");
        let arguments = arguments.iter().map(ToString::to_string);
        Self::start_in(folder, arguments.collect())
    }

    /// Starts a server that keeps streams, with further arguments.
    #[must_use]
    pub fn start_streaming(arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("there is a temporary folder");
        let store = streams_in(folder.path()).to_string_lossy().into_owned();
        let own = ["--jetstream".to_owned(), "--store_dir".to_owned(), store];
        let further = arguments.iter().map(ToString::to_string);
        Self::start_in(folder, own.into_iter().chain(further).collect())
    }

    fn start_in(folder: TempDir, arguments: Vec<String>) -> Self {
        let (process, port) = launch(folder.path(), None, &arguments);
        Self {
            process,
            folder,
            port,
            arguments,
        }
    }

    /// The port on 127.0.0.1.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Where the server is, for a client without credentials.
    #[must_use]
    pub fn url(&self) -> String {
        format!("nats://127.0.0.1:{}", self.port)
    }

    /// The server's process: `signal("STOP")` freezes it, `signal("CONT")` lets it go on.
    #[must_use]
    pub fn process(&self) -> &Process {
        &self.process
    }

    /// What the server has said.
    #[must_use]
    pub fn log(&self) -> String {
        said(self.folder.path())
    }

    /// Kills the server without any warning.
    pub fn kill(&mut self) {
        self.process.kill();
    }

    /// Where a server that was started with [`NatsServer::start_streaming`] keeps its streams. They may
    /// be taken away or replaced while it is killed.
    #[must_use]
    pub fn streams(&self) -> PathBuf {
        streams_in(self.folder.path())
    }

    /// Starts it again on the same port, after [`NatsServer::kill`]; it remembers its streams, if it
    /// keeps any.
    pub fn restart(&mut self) {
        self.kill();
        (self.process, _) = launch(self.folder.path(), Some(self.port), &self.arguments);
    }
}

fn streams_in(folder: &Path) -> PathBuf {
    folder.join("streams")
}

/// A server that listens, and its port: this one, or one that it finds free itself.
fn launch(folder: &Path, port: Option<u16>, arguments: &[String]) -> (Process, u16) {
    let wanted = port.map_or_else(|| "-1".to_owned(), |port| port.to_string());
    let fixed = ["--addr", "127.0.0.1", "--port", &wanted, "--ports_file_dir"];
    let further = arguments.iter().map(OsStr::new);
    let all = fixed
        .map(OsStr::new)
        .into_iter()
        .chain([folder.as_os_str()]);
    let program = program();
    let mut process = Process::start(&program, all.chain(further), None, &folder.join("log"));
    let name = program.file_name().unwrap_or_default().to_string_lossy();
    let ports = folder.join(format!("{name}_{}.ports", process.id()));
    // It writes the file once it listens; until the file is whole, there is no port in it.
    loop {
        let text = fs::read_to_string(&ports).unwrap_or_default();
        if let Some(port) = port_in(&text) {
            return (process, port);
        }
        assert!(
            process.is_running(),
            "the NATS server ended: {}",
            said(folder)
        );
        thread::yield_now();
    }
}

/// The port in `{"nats":["nats://127.0.0.1:42135"]}`.
fn port_in(text: &str) -> Option<u16> {
    let (_, rest) = text.split_once("nats://127.0.0.1:")?;
    let (port, _) = rest.split_once('"')?;
    port.parse().ok()
}

fn said(folder: &Path) -> String {
    fs::read_to_string(folder.join("log")).unwrap_or_default()
}

/// The first server that is new enough: Debian 12 brings one that is not.
fn program() -> PathBuf {
    let named = std::env::var_os(VARIABLE).map(PathBuf::from);
    let installed = Path::new(env!("CARGO_MANIFEST_DIR")).join(INSTALLED);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path).map(|folder| folder.join("nats-server"));
    let mut all = named.into_iter().chain([installed]).chain(on_path);
    all.find(|program| is_new_enough(program))
        .unwrap_or_else(|| {
            let (major, minor) = OLDEST;
            panic!(
                "a nats-server {major}.{minor} or newer is installed (`tests/run` does it), in PATH or named by {VARIABLE}"
            )
        })
}

fn is_new_enough(program: &Path) -> bool {
    let asked = Command::new(program).arg("--version").output();
    let said = asked.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    // `nats-server: v2.15.1`
    let version = said.ok().and_then(|said| {
        let (major, rest) = said.trim().rsplit_once('v')?.1.split_once('.')?;
        let minor = rest.split('.').next()?;
        Some((major.parse().ok()?, minor.parse().ok()?))
    });
    version.is_some_and(|version| version >= OLDEST)
}
