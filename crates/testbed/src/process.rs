//! A service's process: killed with whoever started it, stopped and continued by signals.

use std::{
    ffi::OsStr,
    fs::File,
    path::Path,
    process::{Child, Command, Stdio},
};

/// A running service. Dropping it kills the service at once.
#[derive(Debug)]
pub struct Process {
    child: Child,
}

impl Process {
    /// Starts `program`; what it says goes to `log`. If this process dies, so does the service.
    ///
    /// `user` is whom it runs as where this process may choose (some servers refuse root).
    pub(crate) fn start<'a>(
        program: &Path,
        arguments: impl IntoIterator<Item = &'a OsStr>,
        user: Option<&str>,
        log: &Path,
    ) -> Self {
        let said = File::options().create(true).append(true).open(log);
        let said = said.expect("the log of a service can be written");
        let errors = said.try_clone().expect("a file handle can be cloned");
        // `setpriv` (util-linux) sets the death signal, which the standard library cannot.
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL"]).args(as_user(user));
        let child = command
            .arg(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(said)
            .stderr(errors)
            .spawn()
            .expect("`setpriv` of util-linux starts the service");
        Self { child }
    }

    /// The process id.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Whether it still runs.
    pub fn is_running(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Sends a signal, by its name without `SIG`.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill")
            .args(["-s", name, &self.id().to_string()])
            .status();
        assert!(
            sent.is_ok_and(|status| status.success()),
            "the service takes the signal {name}"
        );
    }

    /// Kills it without any warning and waits until it is gone.
    pub fn kill(&mut self) {
        // It may be gone already, which is what was wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Waits until it ends by itself.
    pub(crate) fn wait(&mut self) {
        self.child
            .wait()
            .expect("the end of a child can be awaited");
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Arguments of `setpriv` that run a program as `user`, where this process is root.
pub(crate) fn as_user(user: Option<&str>) -> Vec<String> {
    match user {
        Some(user) if is_root() => vec![
            format!("--reuid={user}"),
            format!("--regid={user}"),
            "--clear-groups".to_owned(),
        ],
        Some(_) | None => Vec::new(),
    }
}

pub(crate) fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0)
}
