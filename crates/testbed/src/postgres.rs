//! A private Postgres.

use std::{
    ffi::OsString,
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use tempfile::TempDir;

use crate::process::{Process, as_user, is_root};

/// Whom the server runs as where the tests run as root, which it refuses to do.
const USER: &str = "postgres";

/// A private Postgres server with one superuser, `postgres`, who needs no password.
#[derive(Debug)]
pub struct Postgres {
    process: Process,
    programs: PathBuf,
    folder: TempDir,
    port: u16,
    settings: Vec<String>,
}

impl Postgres {
    /// Starts a server that does not wait for the disk: for tests of what it does, not of how it dies.
    #[must_use]
    pub fn start() -> Self {
        Self::start_with(&["fsync=off", "full_page_writes=off"])
    }

    /// Starts a server with these settings, each `name=value`.
    #[must_use]
    pub fn start_with(settings: &[&str]) -> Self {
        Self::start_in(&std::env::temp_dir(), settings)
    }

    /// Starts a server whose folder lies in `place`: on another disk, for example.
    #[must_use]
    pub fn start_in(place: &Path, settings: &[&str]) -> Self {
        let programs = programs();
        let folder = TempDir::new_in(place).expect("there is a temporary folder");
        copy(&template(&programs), &folder.path().join("data"));
        let port = free_port();
        let settings: Vec<String> = settings.iter().map(ToString::to_string).collect();
        let process = launch(&programs, folder.path(), port, &settings)
            .unwrap_or_else(|said| panic!("Postgres ended: {said}"));
        Self {
            process,
            programs,
            folder,
            port,
            settings,
        }
    }

    /// Starts a server that follows this one by streaming and takes no writes, as long as it is a standby.
    ///
    /// # Panics
    /// When the copy that it begins with cannot be made.
    #[must_use]
    pub fn standby(&self) -> Self {
        let folder = TempDir::new().expect("there is a temporary folder");
        give_away(folder.path());
        let mut copying = self.program("pg_basebackup");
        copying.args(["-h", "127.0.0.1", "-U", "postgres", "-R", "-X", "stream"]);
        copying.args(["-c", "fast", "-p", &self.port.to_string(), "-D"]);
        run(copying.arg(folder.path().join("data")), "the copy is made");
        let (port, settings) = (free_port(), self.settings.clone());
        let process = launch(&self.programs, folder.path(), port, &settings)
            .unwrap_or_else(|said| panic!("the standby ended: {said}"));
        Self {
            process,
            programs: self.programs.clone(),
            folder,
            port,
            settings,
        }
    }

    /// Acknowledges nothing from now on before a standby has it on its disk.
    pub fn wait_for_standbys(&self) {
        self.run_sql(
            "postgres",
            "ALTER SYSTEM SET synchronous_standby_names = '*'",
        );
        self.run_sql("postgres", "SELECT pg_reload_conf()");
    }

    /// Kills this server, and has its standby answer in its place, on its port: still as a standby, until
    /// it is promoted.
    pub fn give_way_to(&mut self, standby: Self) {
        self.process.kill();
        let (port, place) = (self.port, &mut *self);
        *place = standby;
        place.process.kill();
        place.port = port;
        // There is nobody to follow any more.
        place.settings.push("primary_conninfo=".to_owned());
        place.restart();
    }

    /// Has a standby take writes.
    pub fn promote(&self) {
        let mut promoting = self.program("pg_ctl");
        promoting.args(["promote", "-w", "-D"]);
        let data = self.folder.path().join("data");
        run(promoting.arg(data), "the standby is promoted");
    }

    /// A program of the server, as its user.
    fn program(&self, name: &str) -> Command {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL"]);
        command.args(as_user(Some(USER)));
        command.arg(self.programs.join(name)).stdout(Stdio::null());
        command
    }

    /// The port on 127.0.0.1.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Where the database `name` is, for its superuser.
    #[must_use]
    pub fn url(&self, name: &str) -> String {
        url(self.port, name)
    }

    /// Makes an empty database and answers with its URL.
    #[must_use]
    pub fn database(&self, name: &str) -> String {
        self.run_sql("postgres", &format!("CREATE DATABASE {name}"));
        self.url(name)
    }

    /// Runs SQL in the database `name` with `psql`, which stops at the first error.
    pub fn run_sql(&self, name: &str, sql: &str) {
        let done = Command::new(self.programs.join("psql"))
            .args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", sql])
            .arg(self.url(name))
            .stdout(Stdio::null())
            .status();
        assert!(
            done.is_ok_and(|status| status.success()),
            "the statement runs: {sql}"
        );
    }

    /// The server's main process.
    #[must_use]
    pub fn process(&self) -> &Process {
        &self.process
    }

    /// Whether it still runs: some faults it answers by ending.
    pub fn is_running(&mut self) -> bool {
        self.process.is_running()
    }

    /// What the server has said.
    #[must_use]
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// Kills the server and everything it started without any warning, as a power failure does.
    pub fn kill(&mut self) {
        self.process.kill();
    }

    /// Starts it again on the same port, after [`Postgres::kill`]; it recovers by itself.
    pub fn restart(&mut self) {
        self.process.kill();
        self.process = loop {
            // Until the last child of the killed server has let go of the shared memory.
            if let Ok(process) = self.launch() {
                break process;
            }
        };
    }

    fn launch(&self) -> Result<Process, String> {
        launch(
            &self.programs,
            self.folder.path(),
            self.port,
            &self.settings,
        )
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // At once, but with its children told, so that none of them is left behind.
        if self.process.is_running() {
            self.process.signal("CONT");
            self.process.signal("QUIT");
            self.process.wait();
        }
    }
}

fn url(port: u16, name: &str) -> String {
    format!("postgres://postgres@127.0.0.1:{port}/{name}")
}

/// A port that nobody listens on now.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("there is a free port");
    let address = listener
        .local_addr()
        .expect("a bound socket has an address");
    address.port()
}

/// A server that answers, or what it said before it ended.
fn launch(
    programs: &Path,
    folder: &Path,
    port: u16,
    settings: &[String],
) -> Result<Process, String> {
    let data = folder.join("data");
    let mut arguments: Vec<OsString> = vec!["-D".into(), data.into(), "-k".into(), "".into()];
    arguments.extend(["-h".into(), "127.0.0.1".into()]);
    arguments.extend(["-p".into(), port.to_string().into()]);
    for setting in ["shared_buffers=64MB", "max_connections=200"] {
        arguments.extend(["-c".into(), setting.into()]);
    }
    for setting in settings {
        arguments.extend(["-c".into(), setting.into()]);
    }
    let log = folder.join("log");
    let program = programs.join("postgres");
    let arguments = arguments.iter().map(OsString::as_os_str);
    let mut process = Process::start(&program, arguments, Some(USER), &log);
    let is_ready = || {
        let asked = Command::new(programs.join("psql"))
            .args(["-X", "-q", "-c", "SELECT 1"])
            .arg(url(port, "postgres"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        asked.is_ok_and(|status| status.success())
    };
    while !is_ready() {
        // Asking is a process of its own and slow enough not to be a busy loop.
        if !process.is_running() {
            return Err(fs::read_to_string(&log).unwrap_or_default());
        }
    }
    Ok(process)
}

/// The folder with the programs of the newest server that is installed.
fn programs() -> PathBuf {
    let debian = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let mut versions: Vec<PathBuf> = debian.flatten().map(|entry| entry.path()).collect();
    versions.sort();
    let folders = versions
        .into_iter()
        .rev()
        .map(|version| version.join("bin"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut all = folders.chain(std::env::split_paths(&path));
    all.find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
        .expect("Postgres is installed (Debian: apt-get install postgresql)")
}

/// A fresh cluster that every server starts from a copy of: making one takes most of a second.
fn template(programs: &Path) -> PathBuf {
    let home = std::env::temp_dir().join("khen-testbed");
    fs::create_dir_all(&home).expect("there is a temporary folder");
    let name = programs.to_string_lossy().replace('/', "-");
    let made = home.join(format!("cluster{name}"));
    let lock = fs::File::create(home.join("lock")).expect("the lock can be made");
    lock.lock().expect("the lock can be taken");
    if made.is_dir() {
        return made;
    }
    let making = home.join("making");
    // Left by a process that died while it made one.
    let _ = fs::remove_dir_all(&making);
    fs::create_dir(&making).expect("the folder can be made");
    give_away(&making);
    let done = Command::new("setpriv")
        .args(["--pdeathsig", "KILL"])
        .args(as_user(Some(USER)))
        .arg(programs.join("initdb"))
        .args(["-U", "postgres", "-A", "trust", "-N", "--no-instructions"])
        .args(["-E", "UTF8", "--locale=C", "-D"])
        .arg(making.join("data"))
        .stdout(Stdio::null())
        .status();
    assert!(
        done.is_ok_and(|status| status.success()),
        "initdb makes a cluster"
    );
    fs::rename(&making, &made).expect("the cluster is put in place");
    made
}

fn copy(template: &Path, to: &Path) {
    let folder = to.parent().expect("the data lies in a folder");
    give_away(folder);
    let mut copying = Command::new("cp");
    copying.args(["-a", "--reflink=auto"]);
    copying.arg(template.join("data")).arg(to);
    run(&mut copying, "the template is copied");
}

/// Runs a program to its end, which must be a good one.
fn run(command: &mut Command, what: &str) {
    let done = command.status();
    assert!(done.is_ok_and(|status| status.success()), "{what}");
}

/// Makes the folder the server's own, where the tests run as root.
fn give_away(folder: &Path) {
    if !is_root() {
        return;
    }
    let what = format!("root gives {} to {USER}", folder.display());
    run(Command::new("chown").arg(USER).arg(folder), &what);
}
