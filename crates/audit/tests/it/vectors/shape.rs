//! The file of vectors.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use khen_audit::Hash;

const TEXT: &str = include_str!("../../../../../tests/vectors/tlog.json");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Vectors {
    pub(crate) rfc6962: Classic,
    pub(crate) keys: BTreeMap<String, Key>,
    pub(crate) origin_sha256_hex: String,
    pub(crate) events: Vec<Event>,
    pub(crate) roots_by_size_hex: Vec<String>,
    pub(crate) checkpoints: BTreeMap<u64, String>,
    pub(crate) consistency_3_5: Vec<String>,
    pub(crate) proof_3_5: String,
    pub(crate) tile_0_000_p5_hex: String,
    pub(crate) tile_entries_000_p5_sha256_hex: String,
    pub(crate) tile_paths: BTreeMap<u64, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Classic {
    pub(crate) leaves_hex: Vec<String>,
    pub(crate) roots_by_size_hex: Vec<String>,
    pub(crate) inclusion: Vec<Inclusion>,
    pub(crate) consistency: Vec<Consistency>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Inclusion {
    pub(crate) index: u64,
    pub(crate) size: u64,
    pub(crate) path_hex: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Consistency {
    pub(crate) old: u64,
    pub(crate) size: u64,
    pub(crate) proof_hex: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Key {
    pub(crate) name: String,
    pub(crate) seed_hex: String,
    pub(crate) vkey: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Event {
    pub(crate) attributes: BTreeMap<String, String>,
    pub(crate) datasalt: String,
    pub(crate) data: Value,
    pub(crate) jcs_data: String,
    pub(crate) leaf: String,
    pub(crate) leaf_length: usize,
    pub(crate) leaf_hash_hex: String,
}

pub(crate) fn vectors() -> Vectors {
    serde_json::from_str(TEXT).unwrap()
}

pub(crate) fn hash(hex: &str) -> Hash {
    Hash(hex::decode(hex).unwrap().try_into().unwrap())
}

pub(crate) fn hashes(hex: &[String]) -> Vec<Hash> {
    hex.iter().map(|hex| hash(hex)).collect()
}
