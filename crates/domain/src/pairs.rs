//! Maps whose keys are no text, written as lists of pairs: keys of JSON objects are text.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

/// The map as `[[key, value], …]`, in the order of its keys.
pub(crate) fn pairs<K: Serialize, V: Serialize, S: Serializer>(
    map: &BTreeMap<K, V>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(map)
}
