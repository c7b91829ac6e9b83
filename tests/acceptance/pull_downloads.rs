//! Downloads whose pull is killed in their middle: what has come lies on the disk, and is gone on with.

use std::{
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
};

use axum::http::{StatusCode, header::CONTENT_RANGE};

use crate::{
    house::House,
    pull::{assert_code, lines, pull},
    pull_blobs::{WITH_BLOBS, kept, named},
    pull_segments::{FILE, Season},
    pull_signed::{gateway, sealed},
    seed::{Seed, say, scaled},
};
use khen_audit::Policy;
use khen_verify::check_mirror;

/// Kills at CI size.
const KILL_COUNT: usize = 8;
/// Parts of what is left of a file, between which it is killed; the last is the end of the file.
const PART_COUNT: usize = 1_000;
/// Small pages, so that every segment is worth it.
const BY_SEGMENTS: [&str; 3] = ["--once", "--page-events", "50"];
/// Documents that come before the one whose download is killed: fewer than this.
const BEFORE_COUNT: usize = 3;
const BLOB: &str = "/blobs/";

/// Where a pull is killed.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// What the path of the download has in it.
    path: &'static str,
    /// Downloads of this kind before it.
    before: usize,
    /// Parts of what is left that have come.
    parts: usize,
}

/// A download that was killed.
#[derive(Debug)]
struct Killed {
    path: String,
    status: StatusCode,
    /// What of the file lay on the disk already.
    begun: usize,
    /// What was sent, if all of it had come.
    body: Vec<u8>,
    /// How many bytes of that came.
    passed: usize,
}

impl Killed {
    fn bytes(&self) -> usize {
        self.begun + self.passed
    }
}

/// Pulls from the server at `url` through a line that stands still at this place, and kills the pull as
/// soon as all that has passed lies in the mirror's folder of downloads.
fn killed(url: &str, place: Place, pull: impl FnOnce(&str) -> Command, mirror: &Path) -> Killed {
    let (send, downloads) = mpsc::channel();
    let count = AtomicUsize::new(0);
    let line = gateway(url, move |path, passing| {
        if path.contains(place.path) && count.fetch_add(1, Ordering::SeqCst) == place.before {
            let begun = passing.headers.get(CONTENT_RANGE);
            let passed = 1 + (passing.body.len() - 1) * place.parts / PART_COUNT;
            passing.holds_after = Some(passed);
            let killed = Killed {
                path: path.to_owned(),
                status: passing.status,
                begun: begun.map_or(0, |range| first_byte(range.to_str().unwrap())),
                body: passing.body.clone(),
                passed,
            };
            send.send(killed).unwrap();
        }
    });
    let mut child = pull(&line).stdout(Stdio::null()).spawn().unwrap();
    let killed: Killed = awaited(&mut child, || downloads.try_recv().ok());
    awaited(&mut child, || {
        (come(mirror).len() == killed.bytes()).then_some(())
    });
    child.kill().unwrap();
    child.wait().unwrap();
    killed
}

/// Waits for something that comes while this process runs.
fn awaited<T>(child: &mut Child, come: impl Fn() -> Option<T>) -> T {
    loop {
        if let Some(come) = come() {
            return come;
        }
        assert_eq!(child.try_wait().unwrap(), None, "it ended before");
        thread::yield_now();
    }
}

/// `bytes 17-99/100`
fn first_byte(range: &str) -> usize {
    let range = range.strip_prefix("bytes ").unwrap();
    range.split('-').next().unwrap().parse().unwrap()
}

/// The name of the file that is on its way, as no more than one is, and what has come of it.
fn begun(mirror: &Path) -> Option<(String, Vec<u8>)> {
    let mut entries = fs::read_dir(mirror.join("hon-quan/download")).ok()?;
    let file = entries.next()?.unwrap();
    assert!(entries.next().is_none(), "one file at a time");
    let name = file.file_name().into_string().unwrap();
    // It may just have been put in its place.
    Some((name, fs::read(file.path()).ok()?))
}

/// What has come of that file.
fn come(mirror: &Path) -> Vec<u8> {
    begun(mirror).map_or_else(Vec::new, |(_, bytes)| bytes)
}

/// Insists that strangers who hold the keys of the office find nothing wrong with a mirror.
#[track_caller]
fn assert_verified(mirror: &Path) {
    let folder = mirror.join("hon-quan");
    let keys = ["vkey", "export-vkey"].map(|file| fs::read_to_string(folder.join(file)).unwrap());
    let logs = keys.iter().flat_map(|keys| keys.lines());
    let logs: Vec<_> = logs.map(|key| format!("log {key}\n")).collect();
    let policy = Policy::parse(&(logs.concat() + "quorum none\n")).unwrap();
    assert_eq!(check_mirror(&folder, &[], Some(&policy)).problems, []);
}

#[test]
fn a_segment_whose_download_is_killed_over_and_over_is_taken_in_once() {
    let (seed, season) = (Seed::of_this_run(), Season::over());
    let mirror = season.house.path("mirror");
    let kill = |parts| {
        let place = Place {
            path: FILE,
            before: 0,
            parts,
        };
        let pull = |url: &str| pull(&season.house, url, &mirror, &BY_SEGMENTS);
        let killed = killed(&season.serving.url, place, pull, &mirror);
        let is_kept = mirror.join("hon-quan/state.json").exists();
        assert!(!is_kept, "nothing is kept of a part of a file");
        killed
    };
    let first = kill(seed.below(PART_COUNT));
    assert_eq!((first.status, first.begun), (StatusCode::OK, 0));
    let (file, mut bytes) = (&first.body, first.bytes());
    let count = scaled(KILL_COUNT);
    for number in 1..=count {
        assert!(come(&mirror) == file[..bytes], "it is what was sent");
        if bytes == file.len() {
            break;
        }
        // The last kill finds a whole file that is not taken in.
        let is_last = number == count;
        let parts = if is_last {
            PART_COUNT
        } else {
            seed.below(PART_COUNT)
        };
        let next = kill(parts);
        assert_eq!(
            (next.status, next.begun),
            (StatusCode::PARTIAL_CONTENT, bytes)
        );
        bytes = next.bytes();
    }
    assert!(come(&mirror) == *file, "the whole file");
    say(&format!("a segment of {} bytes", file.len()));
    let mut rest = pull(&season.house, &season.serving.url, &mirror, &BY_SEGMENTS);
    assert_code(&rest.output().unwrap(), 0);
    season.assert_whole(&mirror);
    assert_verified(&mirror);
}

#[test]
fn a_segment_that_was_begun_and_is_not_worth_it_any_more_is_let_go() {
    let (seed, season) = (Seed::of_this_run(), Season::over());
    let mirror = season.house.path("mirror");
    let place = Place {
        path: FILE,
        before: 0,
        parts: seed.below(PART_COUNT),
    };
    let by_segments = |url: &str| pull(&season.house, url, &mirror, &BY_SEGMENTS);
    killed(&season.serving.url, place, by_segments, &mirror);
    let mut by_pages = pull(&season.house, &season.serving.url, &mirror, &["--once"]);
    assert_code(&by_pages.output().unwrap(), 0);
    season.assert_whole(&mirror);
}

#[test]
fn documents_whose_downloads_are_killed_over_and_over_come_whole() {
    let (seed, house) = (Seed::of_this_run(), House::new());
    let serving = house.serve("demo --until closed");
    let first = sealed(&house, &serving);
    let (all, mirror) = (named(&first), house.path("mirror"));
    for _ in 0..scaled(KILL_COUNT) {
        let left = all.len() - kept(&mirror).len();
        if left == 0 {
            break;
        }
        let place = Place {
            path: BLOB,
            before: seed.below(left.min(BEFORE_COUNT)),
            parts: seed.below(PART_COUNT),
        };
        let was_begun = begun(&mirror);
        let pull = |url: &str| pull(&house, url, &mirror, &WITH_BLOBS);
        let killed = killed(&serving.url, place, pull, &mirror);
        let (hash, bytes) = begun(&mirror).unwrap();
        assert!(killed.path.ends_with(&hash), "{killed:?}");
        assert!(bytes.ends_with(&killed.body[..killed.passed]));
        assert!(!kept(&mirror).contains(&hash));
        // Where the pull before was killed in the same one, this one has gone on there.
        let before = was_begun.filter(|(begun, _)| *begun == hash);
        let before = before.map_or(0, |(_, bytes)| bytes.len());
        assert_eq!(killed.begun, before, "{killed:?}");
    }
    let mut rest = pull(&house, &serving.url, &mirror, &WITH_BLOBS);
    assert_code(&rest.output().unwrap(), 0);
    assert_eq!(kept(&mirror), all.into_keys().collect::<Vec<_>>());
    assert!(begun(&mirror).is_none(), "nothing is on its way");
    assert!(lines(&mirror) == lines(&first), "the lines are the same");
    assert_verified(&mirror);
}
