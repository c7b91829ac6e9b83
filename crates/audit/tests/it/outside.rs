//! `tlog_tiles` and `signed_note` read what is written here, and the other way round.

use base64::{Engine, engine::general_purpose::STANDARD};
use proptest::prelude::*;
use signed_note::{StandardSigner, StandardVerifier, VerifierList};
use tlog_tiles::{TileHashReader, TileReader, check_record, check_tree, prove_record, prove_tree};

use khen_audit::{
    Hash, ProofPlan, SignedCheckpoint, TileId, TileSet, verify_consistency, verify_inclusion,
};

use crate::{
    people::{ORIGIN, checkpoint, cosigned, log, tree},
    reference,
};

/// Gives our tiles to the other program, which checks each against the root.
struct Ours(TileSet);

impl Ours {
    fn read(&self, tile: &tlog_tiles::Tile) -> Option<Vec<u8>> {
        let width = u16::try_from(tile.width()).ok()?;
        let id = TileId::try_new(tile.level(), tile.level_index(), width).ok()?;
        Some(self.0.get(id)?.bytes_at_width(width)?.to_vec())
    }
}

impl TileReader for Ours {
    fn height(&self) -> u8 {
        8
    }

    fn read_tiles(&self, tiles: &[tlog_tiles::Tile]) -> Result<Vec<Vec<u8>>, tlog_tiles::Error> {
        Ok(tiles.iter().map(|tile| self.read(tile).unwrap()).collect())
    }

    fn save_tiles(&self, _: &[tlog_tiles::Tile], _: &[Vec<u8>]) {}
}

fn theirs(hash: Hash) -> tlog_tiles::Hash {
    tlog_tiles::Hash(hash.0)
}

fn ours(proof: Vec<tlog_tiles::Hash>) -> Vec<Hash> {
    proof.into_iter().map(|hash| Hash(hash.0)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn another_program_makes_the_same_proofs_of_our_tiles((size, index) in (1u64..2_000).prop_flat_map(|size| (Just(size), 0..size))) {
        let leaves = reference::leaves(size);
        let (tree, old) = (reference::head(&leaves), reference::head(&leaves[..=usize::try_from(index).unwrap()]));
        let leaf = leaves[usize::try_from(index).unwrap()];
        let tiles = Ours(reference::tile_set(&leaves));
        let reader = TileHashReader::new(size, theirs(tree.root), &tiles);

        let record = prove_record(size, index, &reader).unwrap();
        check_record(&record, size, theirs(tree.root), index, theirs(leaf)).unwrap();
        let record = ours(record);
        prop_assert_eq!(&record, &ProofPlan::inclusion(index, size).unwrap().prove(&tiles.0).unwrap());
        prop_assert_eq!(verify_inclusion(leaf, index, &record, &tree), Ok(()));

        let growth = prove_tree(size, old.size, &reader).unwrap();
        check_tree(&growth, size, theirs(tree.root), old.size, theirs(old.root)).unwrap();
        let growth = ours(growth);
        prop_assert_eq!(&growth, &ProofPlan::consistency(old.size, size).unwrap().prove(&tiles.0).unwrap());
        prop_assert_eq!(verify_consistency(&old, &tree, &growth), Ok(()));
    }

    /// The other program puts the height of its tiles into the path, which tlog-tiles does not.
    #[test]
    fn paths_are_those_of_another_program_without_its_height(level in 0u8..=7, index in 0u64..1_000_000_000_000, width in 1u16..=256) {
        let id = TileId::try_new(level, index, width).unwrap();
        let path = tlog_tiles::Tile::new(8, level, index, u32::from(width), false).path();
        prop_assert_eq!(id.to_string(), path.replacen("tile/8/", "tile/", 1));
    }
}

fn their_log() -> VerifierList {
    let verifier = StandardVerifier::new(&log().verifier().to_string()).unwrap();
    VerifierList::new(vec![Box::new(verifier)])
}

#[test]
fn another_program_believes_our_checkpoint_and_ignores_the_witness() {
    let text = cosigned(5).to_string();
    let note = signed_note::Note::from_bytes(text.as_bytes()).unwrap();
    let (known, unknown) = note.verify(&their_log()).unwrap();
    assert_eq!((known.len(), unknown.len()), (1, 1));
    let read = tlog_tiles::Checkpoint::from_bytes(note.text()).unwrap();
    assert_eq!((read.origin(), read.size()), (ORIGIN, 5));
    assert_eq!(read.hash().0, tree(5).root.0);
}

#[test]
fn we_believe_the_checkpoint_that_another_program_signed() {
    let log = log();
    let secret = [&[1_u8][..], &[1; 32]].concat();
    let id = log.verifier().id();
    let secret = format!("PRIVATE+KEY+{ORIGIN}+{id}+{}", STANDARD.encode(secret));
    let signer = StandardSigner::new(&secret).unwrap();
    let checkpoint = checkpoint(tree(5));
    let mut note = signed_note::Note::new(checkpoint.to_string().as_bytes(), &[]).unwrap();
    note.add_sigs(&[&signer]).unwrap();
    let text = String::from_utf8(note.to_bytes()).unwrap();
    let read = SignedCheckpoint::parse(&text).unwrap();
    assert!(read.note().verify([log.verifier()]).is_ok());
    // Ed25519 is deterministic, so both programs write the same bytes.
    assert_eq!(SignedCheckpoint::sign(checkpoint, &log).unwrap(), read);
}

/// What keeps `signed_note` out of the product: it takes one of two lines of a key and says nothing.
#[test]
fn another_program_is_less_strict_with_a_key_in_two_lines() {
    let text = cosigned(5).to_string();
    let line = cosigned(4).note().signatures()[0].to_string();
    let twice = format!("{text}{line}\n");
    assert!(SignedCheckpoint::parse(&twice).is_err());
    let note = signed_note::Note::from_bytes(twice.as_bytes()).unwrap();
    assert!(note.verify(&their_log()).is_ok());
}
