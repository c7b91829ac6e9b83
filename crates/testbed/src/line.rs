//! What a proxy does with its connections and their bytes.

use std::{
    collections::BTreeMap,
    net::{Shutdown, TcpStream},
    sync::{Condvar, Mutex, MutexGuard},
    time::Duration,
};

use crate::proxy::Direction;

/// The state of a proxy, and the bell that tells its threads of a change.
#[derive(Debug, Default)]
pub(crate) struct Line {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) is_over: bool,
    pub(crate) is_cut: bool,
    pub(crate) is_frozen: bool,
    pub(crate) delay: Duration,
    /// How many connections were made; the last one's number.
    pub(crate) made: u64,
    from_client: Way,
    from_server: Way,
    connections: BTreeMap<u64, [TcpStream; 2]>,
}

/// One direction.
#[derive(Debug, Default)]
pub(crate) struct Way {
    /// How many bytes went through.
    pub(crate) passed: u64,
    /// How many may still go through before a connection is dropped.
    pub(crate) left: Option<u64>,
}

impl Line {
    /// Changes the state and wakes every thread that waits for a change.
    pub(crate) fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let answer = change(&mut self.lock());
        self.changed.notify_all();
        answer
    }

    /// Waits until a piece of `length` bytes may pass; how many of them do, if the connection lives.
    pub(crate) fn pass(&self, number: u64, direction: Direction, length: usize) -> Option<usize> {
        let state = self.lock();
        let delay = state.delay;
        let is_held = |state: &mut State| state.delay == delay && state.lives(number);
        let waited = self.changed.wait_timeout_while(state, delay, is_held);
        let (state, _) = waited.expect(UNHARMED);
        let is_held = |state: &mut State| state.is_frozen && state.lives(number);
        let waited = self.changed.wait_while(state, is_held);
        let mut state = waited.expect(UNHARMED);
        if !state.lives(number) {
            return None;
        }
        Some(state.way(direction).spend(length))
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect(UNHARMED)
    }
}

const UNHARMED: &str = "no thread of the proxy panics while it holds the state";

impl State {
    /// Takes a connection in and answers with its number, unless the line is cut.
    pub(crate) fn take_in(&mut self, ends: [TcpStream; 2]) -> Option<u64> {
        if self.is_cut || self.is_over {
            return None;
        }
        self.made += 1;
        self.connections.insert(self.made, ends);
        Some(self.made)
    }

    pub(crate) fn drop_one(&mut self, number: u64) {
        self.connections.remove(&number).iter().for_each(close);
    }

    pub(crate) fn drop_all(&mut self) {
        self.connections.values().for_each(close);
        self.connections.clear();
    }

    pub(crate) fn way(&mut self, direction: Direction) -> &mut Way {
        match direction {
            Direction::FromClient => &mut self.from_client,
            Direction::FromServer => &mut self.from_server,
        }
    }

    fn lives(&self, number: u64) -> bool {
        self.connections.contains_key(&number)
    }
}

impl Way {
    /// How many of `length` bytes pass; fewer than all means that the connection ends.
    fn spend(&mut self, length: usize) -> usize {
        let wanted = u64::try_from(length).expect("a buffer is shorter than 2^64");
        let passing = match self.left {
            Some(left) if left < wanted => {
                self.left = None;
                left
            }
            Some(left) => {
                self.left = Some(left - wanted);
                wanted
            }
            None => wanted,
        };
        self.passed += passing;
        usize::try_from(passing).expect("a part of a buffer is no longer than it")
    }
}

fn close(ends: &[TcpStream; 2]) {
    for end in ends {
        // The other side may have closed it already.
        let _ = end.shutdown(Shutdown::Both);
    }
}
