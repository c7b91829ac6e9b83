//! The program under measurement, as it is installed: an optimised build, started as processes.

use std::{
    env,
    fs::File,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use anyhow::{Context as _, ensure};

/// Names another program than the one that is built here.
const VARIABLE: &str = "KHEN_BIN";
/// What `cargo build --release -p khen` makes.
const BUILT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/release/khen");

/// The program, and what it is told.
pub(super) struct Program {
    file: PathBuf,
    folder: PathBuf,
    variables: Vec<(&'static str, String)>,
}

impl Program {
    /// The program that is measured.
    pub(super) fn find() -> anyhow::Result<Self> {
        let file = env::var_os(VARIABLE).map_or_else(|| BUILT.into(), PathBuf::from);
        ensure!(
            file.is_file(),
            "there is no program {}: build it (`cargo build --release -p khen`), or name one with {VARIABLE}",
            file.display()
        );
        Ok(Self {
            file,
            folder: PathBuf::new(),
            variables: Vec::new(),
        })
    }

    /// The same, with everything of its own in `folder`.
    pub(super) fn over(self, folder: &Path, database: &str, bell: &str) -> Self {
        let path = |name: &str| folder.join(name).display().to_string();
        let variables = vec![
            ("KHEN_DATA", path("data")),
            ("KHEN_MASTER_KEY_FILE", path("master.key")),
            ("KHEN_DATABASE__URL", database.to_owned()),
            ("KHEN_BELL__NATS_URL", bell.to_owned()),
            // All that is new is counted within seconds, so that the rest of the run is idle.
            ("KHEN_TELEMETRY__COUNT_MS", "1000".to_owned()),
        ];
        Self {
            folder: folder.to_owned(),
            variables,
            ..self
        }
    }

    /// The file of the master key that `khen migrate` makes.
    pub(super) fn master_key(&self) -> PathBuf {
        self.folder.join("master.key")
    }

    /// Runs one of its tasks to the end.
    pub(super) fn succeed(&self, arguments: &[&str]) -> anyhow::Result<()> {
        let done = self
            .command(&self.file, arguments)
            .stdout(Stdio::null())
            .status()?;
        ensure!(done.success(), "khen {} failed", arguments.join(" "));
        Ok(())
    }

    /// Starts a worker, which dies with this process.
    pub(super) fn work(&self) -> anyhow::Result<Worker> {
        let said = File::options()
            .create(true)
            .append(true)
            .open(self.folder.join("workers.log"))?;
        let file = self.file.display().to_string();
        // `setpriv` (util-linux) sets the death signal, which the standard library cannot.
        let arguments = [
            "--pdeathsig",
            "KILL",
            &file,
            "work",
            "--internal-listen",
            "127.0.0.1:0",
        ];
        let child = self
            .command(Path::new("setpriv"), &arguments)
            .stdin(Stdio::null())
            .stdout(said.try_clone()?)
            .stderr(said)
            .spawn()
            .context("`setpriv` of util-linux starts the workers")?;
        Ok(Worker(child))
    }

    /// A command that is told nothing else than what stands here.
    fn command(&self, file: &Path, arguments: &[&str]) -> Command {
        let ours = env::vars_os().map(|(name, _)| name);
        let ours = ours.filter(|name| name.to_string_lossy().starts_with("KHEN_"));
        let mut command = Command::new(file);
        for name in ours {
            command.env_remove(name);
        }
        command.args(arguments).envs(self.variables.iter().cloned());
        command
    }
}

/// A worker. Dropping it kills it without any warning.
pub(super) struct Worker(Child);

impl Worker {
    /// The process id.
    pub(super) fn id(&self) -> u32 {
        self.0.id()
    }

    /// An error if it has ended by itself.
    pub(super) fn must_run(&mut self) -> anyhow::Result<()> {
        let ended = self.0.try_wait()?;
        ensure!(ended.is_none(), "a worker ended: {ended:?}");
        Ok(())
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // It may be gone already, which is what was wanted.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
