//! The program's processes.

use std::{
    fs::{self, File},
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Output, Stdio},
    time::Duration,
};

use khen_ambient::Stopwatch;

/// How long anything may take that must happen in the end; far more than it does take.
pub(crate) const PATIENCE: Duration = Duration::from_secs(90);

/// How every process of a cluster is configured.
pub(crate) struct Settings {
    pub(crate) folder: PathBuf,
    pub(crate) variables: Vec<(&'static str, String)>,
}

impl Settings {
    /// `khen ARGUMENTS`, with nothing of this machine's configuration. It dies with this process.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL", env!("CARGO_BIN_EXE_khen")]);
        command.args(arguments).stdin(Stdio::null());
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("KHEN_")) {
            command.env_remove(name);
        }
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Runs to the end, whatever that is.
    pub(crate) fn output(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs to the end and asserts success; answers stdout.
    pub(crate) fn succeed(&self, arguments: &[&str]) -> String {
        let output = self.output(arguments);
        assert!(
            output.status.success(),
            "khen {arguments:?}: {}\n{}",
            output.status,
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }
}

/// A process that serves or works.
pub(crate) struct Running {
    child: Child,
    /// Where it listens, by its own word.
    pub(crate) url: String,
}

impl Running {
    /// Starts it on free ports, and again if it gave up meanwhile, as a supervisor does.
    pub(crate) fn start(settings: &Settings, task: &str) -> Self {
        let watch = Stopwatch::start();
        let log = settings.folder.join(format!("{task}.log"));
        while watch.elapsed() < PATIENCE {
            if let Some(running) = Self::try_start(settings, task, &log) {
                return running;
            }
        }
        panic!("it never came up: {}", fs::read_to_string(&log).unwrap());
    }

    fn try_start(settings: &Settings, task: &str, log: &Path) -> Option<Self> {
        let mut command = settings.command(&[task]);
        command.args(["--internal-listen", "127.0.0.1:0"]);
        if task == "serve" {
            command.args(["--listen", "127.0.0.1:0"]);
        }
        let log = File::options().create(true).append(true).open(log);
        let child = command.stdout(Stdio::piped()).stderr(log.unwrap()).spawn();
        let mut running = Self {
            child: child.unwrap(),
            url: String::new(),
        };
        let said = BufReader::new(running.child.stdout.take().unwrap()).lines();
        let url = said.map_while(Result::ok).find_map(|line| {
            let url = line.split(' ').find(|word| word.starts_with("http://"));
            url.map(str::to_owned)
        });
        running.url = url?;
        Some(running)
    }

    /// Sends a signal, by its name without `SIG`.
    pub(crate) fn signal(&self, name: &str) {
        let pid = self.child.id().to_string();
        let sent = Command::new("kill").args(["-s", name, &pid]).status();
        assert!(sent.unwrap().success(), "the process takes the signal");
    }

    /// Asks it to stop, as systemd does, and waits until it has.
    pub(crate) fn stop(&mut self) -> ExitStatus {
        self.signal("TERM");
        self.child.wait().unwrap()
    }
}

impl Drop for Running {
    /// kill −9.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
