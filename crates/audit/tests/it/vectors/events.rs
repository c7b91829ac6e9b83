//! A log of five events.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use khen_audit::{
    Frontier, Hash, ProofPlan, decode_bundle, encode_bundle, leaf_hash, verify_consistency,
};
use khen_eventlog::{
    CommandId, EventId, EventType, Position, RecordedEvent, StreamName, Version, canonical,
    data_hash, leaf_bytes, parse_wire_time,
};

use super::shape::{Event, Vectors, hash, vectors};
use crate::reference;

impl Event {
    fn attribute(&self, name: &str) -> &str {
        &self.attributes[name]
    }

    fn recorded(&self) -> RecordedEvent {
        let data = canonical(&self.data).unwrap();
        let salt = STANDARD.decode(&self.datasalt).unwrap().try_into().unwrap();
        RecordedEvent {
            position: Position(self.attribute("sequence").parse().unwrap()),
            stream: StreamName::parse(self.attribute("subject")).unwrap(),
            version: Version(self.attribute("subjectversion").parse().unwrap()),
            id: EventId(self.attribute("id").parse().unwrap()),
            event_type: EventType::parse(self.attribute("type")).unwrap(),
            occurred_at: parse_wire_time(self.attribute("time")).unwrap(),
            recorded_at: parse_wire_time(self.attribute("recordedtime")).unwrap(),
            assignment: self.attribute("authid").to_owned(),
            command: CommandId::parse(self.attribute("causationid")).unwrap(),
            correlation: self.attribute("correlationid").to_owned(),
            salt,
            data_hash: data_hash(&salt, &data),
            data,
        }
    }
}

fn leaves(vectors: &Vectors) -> Vec<Hash> {
    let events = vectors.events.iter();
    events
        .map(|event| leaf_hash(event.leaf.as_bytes()))
        .collect()
}

#[test]
fn recorded_events_become_the_leaves_of_the_vectors() {
    for event in vectors().events {
        let recorded = event.recorded();
        assert_eq!(
            String::from_utf8(recorded.data.clone()).unwrap(),
            event.jcs_data
        );
        assert_eq!(recorded.data_hash.to_string(), event.attribute("datahash"));
        let leaf = leaf_bytes(event.attribute("source"), &recorded).unwrap();
        assert_eq!(leaf, event.leaf.as_bytes());
        assert_eq!(leaf.len(), event.leaf_length);
        assert_eq!(leaf_hash(&leaf), hash(&event.leaf_hash_hex));
    }
}

#[test]
fn the_log_has_the_roots_tile_and_bundle_of_the_vectors() {
    let vectors = vectors();
    let leaves = leaves(&vectors);
    let mut frontier = Frontier::new();
    for (size, root) in vectors.roots_by_size_hex.iter().enumerate() {
        assert_eq!(frontier.root(), hash(root), "at {size} leaves");
        leaves
            .get(size)
            .into_iter()
            .for_each(|leaf| frontier.push(*leaf));
    }
    let tiles = reference::tiles(&leaves);
    assert_eq!(tiles.len(), 1);
    assert_eq!(tiles[0].id().to_string(), "tile/0/000.p/5");
    assert_eq!(hex::encode(tiles[0].bytes()), vectors.tile_0_000_p5_hex);

    let entries: Vec<&[u8]> = vectors
        .events
        .iter()
        .map(|event| event.leaf.as_bytes())
        .collect();
    let bundle = encode_bundle(&entries).unwrap();
    assert_eq!(
        hex::encode(Sha256::digest(&bundle)),
        vectors.tile_entries_000_p5_sha256_hex
    );
    assert_eq!(decode_bundle(&bundle).unwrap(), entries);
}

#[test]
fn the_log_grew_as_the_vectors_prove() {
    let vectors = vectors();
    let leaves = leaves(&vectors);
    let proof = ProofPlan::consistency(3, 5)
        .unwrap()
        .prove(&reference::tile_set(&leaves))
        .unwrap();
    let written: Vec<String> = proof.iter().map(Hash::to_string).collect();
    assert_eq!(written, vectors.consistency_3_5);
    let (old, tree) = (reference::head(&leaves[..3]), reference::head(&leaves));
    assert_eq!(verify_consistency(&old, &tree, &proof), Ok(()));
}
