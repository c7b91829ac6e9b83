//! A disk that is full.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use tempfile::TempDir;

use crate::{
    checks::all_is_well,
    cluster::Cluster,
    load::Load,
    seed::{Seed, say},
};
use khen_testbed::Postgres;

/// A disk for the database, with some room beside the cluster's files.
const DISK: &str = "size=256m";

/// Between two looks of the supervisor.
const LOOK_INTERVAL: Duration = Duration::from_millis(500);

/// A small disk in memory, gone with the value.
struct Disk(TempDir);

impl Disk {
    /// Only root may mount one.
    fn mounted() -> Option<Self> {
        let folder = TempDir::new().unwrap();
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", DISK, "tmpfs"])
            .arg(folder.path())
            .status();
        let is_mounted = mount.is_ok_and(|status| status.success());
        is_mounted.then(|| Self(folder))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// Takes all the room that is left, until the file is deleted.
    fn fill(&self) -> PathBuf {
        let ballast = self.path().join("ballast");
        let zeros = File::open("/dev/zero").unwrap();
        let copied = std::io::copy(&mut &zeros, &mut File::create(&ballast).unwrap());
        let full = copied.expect_err("zeros never end");
        assert_eq!(full.kind(), std::io::ErrorKind::StorageFull);
        ballast
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // The server in it has gone by now; if it has not, the mount goes when it does.
        let _ = Command::new("umount")
            .arg("--lazy")
            .arg(self.path())
            .status();
    }
}

#[test]
fn a_full_disk_is_survived_and_nothing_acknowledged_is_lost() {
    let Some(disk) = Disk::mounted() else {
        say("SKIPPED: only root can mount a small disk, so that a full one was not tried");
        return;
    };
    let seed = Seed::of_this_run();
    let mut cluster = Cluster::over(Postgres::start_in(disk.path(), &[]));
    let load = Load::start(&cluster);
    load.book().wait_for_acknowledged(seed.commands());
    let ballast = disk.fill();
    load.book().wait_for_failed_tries(cluster.people.len() * 2);
    fs::remove_file(ballast).unwrap();
    // Postgres ends if it cannot write its log even to recover; then its supervisor starts it again.
    while !load.book().is_acknowledged_within(1, LOOK_INTERVAL) {
        if !cluster.postgres.is_running() {
            cluster.postgres.restart();
        }
    }
    load.book().wait_for_acknowledged(seed.commands());
    all_is_well(cluster, load);
    drop(disk);
}
