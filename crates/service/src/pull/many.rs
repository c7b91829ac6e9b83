//! Every ledger that a token reads. One question tells which of them have moved; those are pulled, a few
//! at once and each for a while, and nothing that becomes of one stands in the way of another.

mod book;
mod listing;

use std::{
    collections::{BTreeMap, VecDeque},
    fs, io,
    path::Path,
    time::Duration,
};

use anyhow::Context as _;
use futures::{FutureExt as _, StreamExt as _, future::LocalBoxFuture, stream::FuturesUnordered};

use self::{
    book::Entry,
    listing::{Listing, Sizes},
};
use super::{
    following::{News, Pull, Pulled, Pulling, Task},
    limits::{LEDGER_COUNT_AT_ONCE, OPEN_MIRROR_COUNT_MAX},
    state::State,
};
use crate::client::{Client, Stop};
use khen_eventlog::LedgerId;

/// Every ledger that a token reads.
#[derive(Clone, Copy)]
pub(crate) struct Many<'a> {
    /// How one of them is pulled.
    pub(crate) pull: &'a dyn Fn(LedgerId) -> Pull<'a>,
    /// Who asks which there are.
    pub(crate) client: &'a Client,
    /// Where their mirrors lie, each in a folder of its own.
    pub(crate) folder: &'a Path,
    /// Hears what becomes of the mirrors.
    pub(crate) told: &'a dyn Fn(News<'_>) -> Result<(), Stop>,
}

/// What became of each ledger.
pub(crate) type Ends = BTreeMap<LedgerId, Result<Pulled, Stop>>;

impl Many<'_> {
    /// Pulls until every mirror has what its ledger had; a ledger that is on the disk and not listed any
    /// more has ended as well.
    ///
    /// # Errors
    /// Why the ledgers could not be listed.
    pub(crate) async fn once(self) -> Result<Ends, Stop> {
        let mut listing = Listing::new(self.client);
        let sizes = listing.ask(0).await?;
        let mut round = Round::new(self, true)?;
        round.list(sizes)?;
        while round.turn().await? {}
        Ok(round.ends())
    }

    /// Pulls for ever: whatever moves, and whatever is new. Ends when somebody must look at every ledger.
    ///
    /// # Errors
    /// Why the ledgers are not listed any more, unless that passes by itself.
    pub(crate) async fn follow(self) -> Result<Ends, Stop> {
        let mut listing = Listing::new(self.client);
        let sizes = listing.persistently(0).await?;
        let mut round = Round::new(self, false)?;
        round.list(sizes)?;
        let mut next = listing.next().boxed_local();
        while !round.is_over() {
            tokio::select! {
                is_busy = round.turn(), if round.is_busy() => { is_busy?; }
                listed = &mut next => {
                    let (listing, sizes) = listed?;
                    round.list(sizes)?;
                    next = listing.next().boxed_local();
                }
            }
        }
        Ok(round.ends())
    }
}

/// A turn that was taken.
struct Taken<'a> {
    ledger: LedgerId,
    task: Task,
    came_to: Result<(Pulling<'a>, Pulled), Stop>,
}

/// The ledgers at work.
struct Round<'a> {
    many: Many<'a>,
    /// Whether who is told to come back later does so by itself; or else the next list brings it back.
    comes_back: bool,
    entries: BTreeMap<LedgerId, Entry>,
    /// The mirrors that are open, the one that was longest without a turn first.
    open: VecDeque<(LedgerId, Pulling<'a>)>,
    queue: VecDeque<(LedgerId, Task)>,
    running: FuturesUnordered<LocalBoxFuture<'a, Taken<'a>>>,
}

impl<'a> Round<'a> {
    fn new(many: Many<'a>, comes_back: bool) -> anyhow::Result<Self> {
        let kept = kept(many.folder)?.into_iter();
        Ok(Self {
            many,
            comes_back,
            entries: kept.map(|ledger| (ledger, Entry::default())).collect(),
            open: VecDeque::new(),
            queue: VecDeque::new(),
            running: FuturesUnordered::new(),
        })
    }

    /// Takes note of a list, and of what is due; `None` is the same list again.
    fn list(&mut self, sizes: Option<Sizes>) -> Result<(), Stop> {
        if let Some(sizes) = sizes {
            for ledger in sizes.keys() {
                self.entries.entry(ledger.clone()).or_default();
            }
            for (ledger, entry) in &mut self.entries {
                if let Some(stop) = entry.list(ledger, &sizes) {
                    (self.many.told)(News::Stopped { ledger, stop })?;
                }
            }
        }
        for (ledger, entry) in &mut self.entries {
            if let Some(task) = entry.due() {
                entry.is_underway = true;
                self.queue.push_back((ledger.clone(), task));
            }
        }
        Ok(())
    }

    /// Waits until somebody's turn is over; says whether anybody had one.
    async fn turn(&mut self) -> Result<bool, Stop> {
        while self.running.len() < LEDGER_COUNT_AT_ONCE
            && let Some((ledger, task)) = self.queue.pop_front()
        {
            self.begin(ledger, task, Duration::ZERO);
        }
        let Some(taken) = self.running.next().await else {
            return Ok(false);
        };
        self.note(taken)?;
        Ok(true)
    }

    fn begin(&mut self, ledger: LedgerId, task: Task, pause: Duration) {
        let place = self.open.iter().position(|(open, _)| *open == ledger);
        let open = place.and_then(|place| self.open.remove(place));
        let open = open.map(|(_, pulling)| pulling);
        let folder = self.many.folder.join(ledger.as_str());
        let pull = (self.many.pull)(ledger.clone());
        let turn = async move {
            tokio::time::sleep(pause).await;
            let came_to = Pulling::turn(open, (pull, &folder), task).await;
            Taken {
                ledger,
                task,
                came_to,
            }
        };
        self.running.push(turn.boxed_local());
    }

    /// Takes note of a turn.
    fn note(&mut self, taken: Taken<'a>) -> Result<(), Stop> {
        let Taken {
            ledger,
            task,
            came_to,
        } = taken;
        let (pulling, pulled) = match came_to {
            Ok(came_to) => came_to,
            Err(stop) => return self.refuse(ledger, task, stop),
        };
        let is_behind = pulled.next < pulled.log_size;
        let entry = self.entries.entry(ledger.clone()).or_default();
        entry.note(pulled, pulling.is_sealed());
        entry.is_underway = is_behind;
        if is_behind {
            self.queue.push_back((ledger.clone(), Task::Pull));
        }
        self.open.push_back((ledger, pulling));
        if self.open.len() > OPEN_MIRROR_COUNT_MAX {
            self.open.pop_front();
        }
        Ok(())
    }

    /// Takes note of a turn that came to nothing.
    fn refuse(&mut self, ledger: LedgerId, task: Task, stop: Stop) -> Result<(), Stop> {
        if let Some(pause) = stop.retry_after().filter(|_| self.comes_back) {
            self.begin(ledger, task, pause);
            return Ok(());
        }
        // Who waits for ever is not told of every time that there was no answer.
        if self.comes_back || !stop.is_unanswered() {
            let (ledger, stop) = (&ledger, &stop);
            (self.many.told)(News::Stopped { ledger, stop })?;
        }
        let entry = self.entries.entry(ledger).or_default();
        entry.is_underway = false;
        entry.refuse(stop);
        Ok(())
    }

    /// Whether anybody has a turn or waits for one.
    fn is_busy(&self) -> bool {
        !self.queue.is_empty() || !self.running.is_empty()
    }

    /// Whether nothing is left to wait for.
    fn is_over(&self) -> bool {
        let is_known = !self.entries.is_empty();
        is_known && !self.is_busy() && self.entries.values().all(Entry::is_over)
    }

    fn ends(self) -> Ends {
        let ends = self.entries.into_iter();
        ends.filter_map(|(ledger, entry)| Some((ledger, entry.end()?)))
            .collect()
    }
}

/// The ledgers that have a mirror in this folder.
fn kept(folder: &Path) -> anyhow::Result<Vec<LedgerId>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error).with_context(|| folder.display().to_string()),
    };
    let mut kept = Vec::new();
    for entry in entries {
        let entry = entry.with_context(|| folder.display().to_string())?;
        let name = entry.file_name();
        let ledger = name.to_str().and_then(|name| LedgerId::parse(name).ok());
        if let Some(ledger) = ledger.filter(|_| State::is_in(&entry.path())) {
            kept.push(ledger);
        }
    }
    Ok(kept)
}
