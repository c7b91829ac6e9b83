//! When a log must stop.

use khen_audit::{Halt, Hash, ProofError, ProofPlan, TreeHead, check_extends};

use crate::reference;

const WITNESSED: u64 = 300;
const PRESENT: u64 = 700;

/// What is asked of a log that has these leaves, after a witness saw `witnessed`.
fn asked(leaves: &[Hash], witnessed: &TreeHead) -> Result<(), Halt> {
    let present = reference::head(leaves);
    let old = witnessed.size.min(present.size);
    let plan = ProofPlan::consistency(old, present.size).unwrap();
    let proof = plan.prove(&reference::tile_set(leaves)).unwrap();
    check_extends(witnessed, &present, &proof)
}

fn witnessed() -> TreeHead {
    reference::head(&reference::leaves(WITNESSED))
}

#[test]
fn a_log_that_grew_goes_on() {
    for size in [WITNESSED, WITNESSED + 1, PRESENT] {
        assert_eq!(asked(&reference::leaves(size), &witnessed()), Ok(()));
    }
    assert_eq!(
        asked(&reference::leaves(PRESENT), &TreeHead::empty()),
        Ok(())
    );
}

#[test]
fn a_log_that_was_rolled_back_halts() {
    for present in [0, 1, WITNESSED - 1] {
        let halt = asked(&reference::leaves(present), &witnessed()).unwrap_err();
        let witnessed = WITNESSED;
        assert_eq!(halt, Halt::RolledBack { witnessed, present });
    }
}

#[test]
fn one_changed_entry_that_was_witnessed_halts_the_log() {
    for changed in [0, 255, 256, 299] {
        for size in [WITNESSED, PRESENT] {
            let mut leaves = reference::leaves(size);
            leaves[changed].0[31] ^= 1;
            let halt = asked(&leaves, &witnessed()).unwrap_err();
            assert_eq!(halt, Halt::Forked { size: WITNESSED });
        }
    }
    // An entry that nobody witnessed may still be another one.
    let mut leaves = reference::leaves(PRESENT);
    leaves[300].0[31] ^= 1;
    assert_eq!(asked(&leaves, &witnessed()), Ok(()));
}

#[test]
fn damaged_tiles_are_not_taken_for_a_fork() {
    let leaves = reference::leaves(PRESENT);
    let mut damaged = leaves.clone();
    damaged[299].0[0] ^= 1;
    let plan = ProofPlan::consistency(WITNESSED, PRESENT).unwrap();
    let proof = plan.prove(&reference::tile_set(&damaged)).unwrap();
    let halt = check_extends(&witnessed(), &reference::head(&leaves), &proof);
    assert_eq!(halt, Err(Halt::TilesDisagree(ProofError::OtherRoot)));
    let halt = check_extends(&witnessed(), &reference::head(&leaves), &[]);
    assert_eq!(halt, Err(Halt::TilesDisagree(ProofError::TooShort)));
}
