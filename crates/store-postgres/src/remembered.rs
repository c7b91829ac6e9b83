//! What is remembered of a server for as long as no new connection was made.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
};

/// How many connections were made to a database. A new one may lead to another server: a standby that
/// took over may lack what was recorded last, and give its numbers to others.
#[derive(Debug, Clone, Default)]
pub(crate) struct Connections(Arc<AtomicU64>);

impl Connections {
    pub(crate) fn note_one(&self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }

    fn count(&self) -> u64 {
        self.0.load(Ordering::SeqCst)
    }
}

/// Values that never change on a server, forgotten with the first connection made since.
#[derive(Debug)]
pub(crate) struct Remembered<K, V> {
    connections: Connections,
    count_max: usize,
    kept: RwLock<Kept<K, V>>,
}

#[derive(Debug)]
struct Kept<K, V> {
    connection_count: u64,
    values: HashMap<K, V>,
}

/// When values were asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked(u64);

impl<K: Eq + Hash, V: Clone> Remembered<K, V> {
    /// Remembers about `count_max` values of the server that these connections lead to.
    pub(crate) fn new(connections: Connections, count_max: usize) -> Self {
        Self {
            connections,
            count_max,
            kept: RwLock::new(Kept {
                connection_count: 0,
                values: HashMap::new(),
            }),
        }
    }

    /// Call it before asking the server, for [`Remembered::keep`].
    pub(crate) fn asking(&self) -> Asked {
        Asked(self.connections.count())
    }

    pub(crate) fn get(&self, key: &K) -> Option<V> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        if kept.connection_count != self.connections.count() {
            return None;
        }
        kept.values.get(key).cloned()
    }

    /// Keeps what the server answered, unless a connection was made since it was asked.
    pub(crate) fn keep(&self, Asked(count): Asked, values: impl IntoIterator<Item = (K, V)>) {
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        if count != self.connections.count() {
            return;
        }
        if kept.connection_count != count || kept.values.len() > self.count_max {
            kept.values.clear();
            kept.connection_count = count;
        }
        kept.values.extend(values);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_forgotten_with_a_new_connection() {
        let connections = Connections::default();
        let remembered = Remembered::new(connections.clone(), 8);
        remembered.keep(remembered.asking(), [(1, "a")]);
        assert_eq!(remembered.get(&1), Some("a"));
        let asked = remembered.asking();
        connections.note_one();
        assert_eq!(remembered.get(&1), None);
        remembered.keep(asked, [(2, "b")]);
        assert_eq!(
            remembered.get(&2),
            None,
            "it may be the answer of another server"
        );
        remembered.keep(remembered.asking(), [(3, "c")]);
        assert_eq!((remembered.get(&1), remembered.get(&3)), (None, Some("c")));
    }

    #[test]
    fn it_does_not_grow_for_ever() {
        let remembered = Remembered::new(Connections::default(), 2);
        for number in 0..4 {
            remembered.keep(remembered.asking(), [(number, ())]);
        }
        let found: Vec<i32> = (0..4).filter(|it| remembered.get(it).is_some()).collect();
        assert_eq!(found, [3]);
    }
}
