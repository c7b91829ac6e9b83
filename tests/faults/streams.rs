//! Streams of those who subscribe, on a server that is lost, emptied, or older than it was.

use std::{fs, path::Path};

use tempfile::TempDir;

use crate::{
    checks::all_is_well,
    cluster::Cluster,
    load::Load,
    seed::{Seed, scaled},
};

/// Faults at CI size.
const FAULT_COUNT: usize = 3;

#[test]
fn a_stream_that_was_lost_wiped_or_restored_is_whole_again() {
    let seed = Seed::of_this_run();
    let mut cluster = Cluster::start();
    let load = Load::start(&cluster);
    for round in 0..scaled(FAULT_COUNT) {
        load.book().wait_for_acknowledged(seed.commands());
        match round % 3 {
            0 => is_down(&mut cluster, &load, &seed),
            1 => wipe(&mut cluster),
            _ => restore(&mut cluster, &load, &seed),
        }
        goes_on(&cluster);
    }
    all_is_well(cluster, load);
}

/// For a while, in which nothing else notices.
fn is_down(cluster: &mut Cluster, load: &Load, seed: &Seed) {
    cluster.streams.kill();
    load.book().wait_for_acknowledged(seed.commands());
    let rows = cluster.truth.rows();
    cluster.truth.until("the rows go on", |truth| {
        (truth.rows() > rows).then_some(())
    });
    cluster.streams.restart();
}

/// The server comes back with nothing.
fn wipe(cluster: &mut Cluster) {
    cluster.streams.kill();
    fs::remove_dir_all(cluster.streams.streams()).unwrap();
    cluster.streams.restart();
}

/// The server comes back with what it had a while ago.
fn restore(cluster: &mut Cluster, load: &Load, seed: &Seed) {
    let older = TempDir::new().unwrap();
    cluster.streams.kill();
    copy(&cluster.streams.streams(), older.path());
    cluster.streams.restart();
    goes_on(cluster);
    load.book().wait_for_acknowledged(seed.commands());
    cluster.streams.kill();
    fs::remove_dir_all(cluster.streams.streams()).unwrap();
    copy(older.path(), &cluster.streams.streams());
    cluster.streams.restart();
}

/// Waits until the stream has come to where the ledger is now.
fn goes_on(cluster: &Cluster) {
    let count = cluster.truth.events().len() as u64;
    cluster.truth.until("the stream has caught up", |truth| {
        (truth.streamed() >= count).then_some(())
    });
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}
