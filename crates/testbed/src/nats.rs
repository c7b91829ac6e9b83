//! A private NATS server.

use std::{
    ffi::OsStr,
    fs,
    io::Read as _,
    net::TcpStream,
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

use crate::{postgres::free_port, process::Process};

/// Names the program to start, where it is neither installed by `tests/run` nor in `PATH`.
const VARIABLE: &str = "KHEN_NATS_SERVER";

/// Where `tests/run` puts it, below the repository.
const INSTALLED: &str = "../../target/services/nats/bin/nats-server";

/// The oldest server that Khen speaks with.
const OLDEST: (u64, u64) = (2, 12);

/// A private NATS server on a free port of 127.0.0.1, without JetStream.
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
        let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
        let folder = tempfile::tempdir().expect("there is a temporary folder");
        loop {
            let port = free_port();
            match launch(folder.path(), port, &arguments) {
                Ok(process) => {
                    return Self {
                        process,
                        folder,
                        port,
                        arguments,
                    };
                }
                // Somebody was faster to take the port that was free.
                Err(said) if said.contains("address already in use") => {}
                Err(said) => panic!("the NATS server ended: {said}"),
            }
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

    /// Starts it again on the same port, after [`NatsServer::kill`]; it remembers nothing.
    pub fn restart(&mut self) {
        self.kill();
        self.process = launch(self.folder.path(), self.port, &self.arguments)
            .unwrap_or_else(|said| panic!("the NATS server ended: {said}"));
    }
}

/// A server that answers, or what it said before it ended.
fn launch(folder: &Path, port: u16, arguments: &[String]) -> Result<Process, String> {
    let port_text = port.to_string();
    let fixed = ["--addr", "127.0.0.1", "--port", &port_text];
    let further = arguments.iter().map(String::as_str);
    let all = fixed.into_iter().chain(further).map(OsStr::new);
    let mut process = Process::start(&program(), all, None, &folder.join("log"));
    while !greets(port) {
        if !process.is_running() {
            return Err(said(folder));
        }
        std::thread::yield_now();
    }
    Ok(process)
}

/// Whether a server on this port says the first word, as every NATS server does.
fn greets(port: u16) -> bool {
    let mut word = [0; 5];
    let read = TcpStream::connect(("127.0.0.1", port)).and_then(|mut s| s.read_exact(&mut word));
    read.is_ok() && word == *b"INFO "
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
