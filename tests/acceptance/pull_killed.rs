//! Mirrors whose pull is killed, over and over, while the ledger grows.

use std::{
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use crate::{
    house::{House, Serving},
    pull::{assert_code, feedback, lines, once, pull, state},
    seed::{Seed, say, scaled},
};
use khen_audit::{Frontier, Hash};
use khen_eventlog::{RecordedEvent, WireEvent, leaf_bytes, leaf_hash};

/// Kills at CI size.
const KILL_COUNT: usize = 50;
/// Pages that are told of before a kill, at most.
const PAGE_COUNT_MAX: usize = 4;
/// A pull has begun, read its mirror and fetched many a page by then.
const MILLISECONDS_MAX: usize = 500;

/// When a pull is killed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Moment {
    /// As soon as it told of so many pages.
    Pages(usize),
    /// After a while, whatever it does.
    Milliseconds(usize),
}

impl Moment {
    /// One that the seed draws: one half is after some pages, the other anywhere.
    pub(crate) fn drawn(seed: &Seed, page_count_max: usize) -> Self {
        match seed.below(2) {
            0 => Self::Pages(1 + seed.below(page_count_max)),
            _ => Self::Milliseconds(seed.below(MILLISECONDS_MAX)),
        }
    }
}

/// What a pull told last before it was killed: so many events are kept, of so many.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told {
    pub(crate) kept: u64,
    size: u64,
}

impl Told {
    /// "hon-quan: 12 of 700 events are kept."
    fn read(line: &str) -> Self {
        let mut numbers = line.split(' ').filter_map(|word| word.parse().ok());
        Self {
            kept: numbers.next().unwrap(),
            size: numbers.next().unwrap(),
        }
    }
}

/// Starts this pull and kills it with SIGKILL; answers what it told last.
pub(crate) fn killed(mut pull: Command, moment: Moment) -> Option<Told> {
    let mut child = pull.stdout(Stdio::piped()).spawn().unwrap();
    let mut told = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut last = None;
    match moment {
        Moment::Pages(count) => {
            last = told.by_ref().map_while(Result::ok).take(count).last();
        }
        // The moment itself is what is drawn; nothing is waited for.
        Moment::Milliseconds(count) => thread::sleep(Duration::from_millis(count as u64)),
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let last = told.map_while(Result::ok).last().or(last);
    last.as_deref().map(Told::read)
}

/// The mirrors of one ledger that were pulled by pieces.
struct Mirrors {
    house: House,
    serving: Serving,
    /// Those that have every event that there was.
    whole: Vec<PathBuf>,
    /// How many times something happened.
    happened: usize,
    /// Events of the ledger, as far as anybody told.
    size: u64,
}

impl Mirrors {
    /// The mirror that is being filled.
    fn current(&self) -> PathBuf {
        self.house.path(&format!("mirror-{}", self.whole.len()))
    }

    /// Has something recorded; that goes on while a pull is killed.
    fn grow(&mut self) -> Child {
        self.happened += 1;
        let mut command = feedback(&self.house, &self.serving, self.happened);
        command.stdout(Stdio::null()).spawn().unwrap()
    }

    /// Kills a pull, and insists that whatever it told of is there.
    fn kill(&mut self, moment: Moment) {
        let (mirror, url) = (self.current(), &self.serving.url);
        let told = killed(
            pull(&self.house, url, &mirror, &["--page-events", "2"]),
            moment,
        );
        let kept = kept(&mirror);
        if let Some(told) = told {
            assert!(kept >= told.kept, "{kept}: {told:?}, {moment:?}");
            self.size = self.size.max(told.size);
        }
        // The next kill waits for as many pages.
        if self.size > 0 && kept + 2 * PAGE_COUNT_MAX as u64 >= self.size {
            self.complete();
        }
    }

    /// Pulls the rest, and begins with another mirror.
    fn complete(&mut self) {
        let mirror = self.current();
        assert_code(&once(&self.house, &self.serving, &mirror), 0);
        self.whole.push(mirror);
    }
}

/// How many events a mirror says that it has.
fn kept(mirror: &Path) -> u64 {
    let is_begun = mirror.join("hon-quan/state.json").exists();
    let next = is_begun.then(|| state(mirror)["next"].as_u64().unwrap());
    next.unwrap_or_default()
}

/// Insists that a mirror is the ledger, event by event, as far as it goes; answers how far.
fn assert_mirrored(events: &[RecordedEvent], mirror: &Path) -> usize {
    let mirrored = lines(mirror);
    let mut tree = Frontier::new();
    let mut ledger = events.iter();
    for line in mirrored.split_inclusive(|byte| *byte == b'\n') {
        let received = WireEvent::parse(line).unwrap();
        let event = ledger.next().unwrap();
        let leaf = leaf_bytes(&received.source, event).unwrap();
        assert_eq!(received.leaf, leaf, "{}", event.position);
        tree.push(Hash(leaf_hash(&leaf)));
    }
    assert_eq!(state(mirror)["root"], tree.root().to_string());
    assert_eq!(kept(mirror), tree.size());
    events.len() - ledger.len()
}

#[test]
fn a_mirror_that_is_killed_over_and_over_has_every_event_once() {
    let (seed, house) = (Seed::of_this_run(), House::new());
    let serving = house.serve("demo --until review");
    let mut mirrors = Mirrors {
        house,
        serving,
        whole: Vec::new(),
        happened: 0,
        size: 0,
    };
    let count = scaled(KILL_COUNT);
    for _ in 0..count {
        let growing = (seed.below(3) == 0).then(|| mirrors.grow());
        mirrors.kill(Moment::drawn(&seed, PAGE_COUNT_MAX));
        let grown = growing.map(|mut growing| growing.wait().unwrap());
        assert!(grown.is_none_or(|status| status.success()));
    }
    mirrors.complete();
    let Mirrors {
        house,
        serving,
        whole,
        happened,
        ..
    } = mirrors;
    let at_once = house.path("at-once");
    assert_code(&once(&house, &serving, &at_once), 0);
    drop(serving);
    // The ledger itself, read by its store, is what was mirrored.
    let events = house.events();
    let sizes: Vec<usize> = whole
        .iter()
        .map(|mirror| assert_mirrored(&events, mirror))
        .collect();
    assert!(sizes.is_sorted());
    assert_eq!(sizes.last(), Some(&events.len()));
    assert_eq!(lines(whole.last().unwrap()), lines(&at_once));
    say(&format!(
        "{count} kills, {happened} events on the way, mirrors of {sizes:?} events"
    ));
}
