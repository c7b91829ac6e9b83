//! A witness never goes back and never signs a fork.

use proptest::prelude::*;

use khen_audit::{
    Accepted, AddCheckpoint, AddCheckpointError, Checkpoint, Hash, Origin, ProofError, ProofPlan,
    Refusal, SignedCheckpoint, TreeHead, Witness, WitnessAnswer, WitnessAnswerError,
};

use crate::{
    people::{
        NOON, ORIGIN, at, checkpoint, log, log_key, policy, signed, tree, witness, witness_key,
    },
    reference, strange,
};

fn office() -> Witness {
    Witness::new(witness(), vec![log().verifier().clone()])
}

fn request_over(leaves: &[Hash], old_size: u64) -> AddCheckpoint {
    let tree = reference::head(leaves);
    let plan = ProofPlan::consistency(old_size.min(tree.size), tree.size).unwrap();
    AddCheckpoint {
        old_size,
        proof: plan.prove(&reference::tile_set(leaves)).unwrap(),
        checkpoint: SignedCheckpoint::sign(checkpoint(tree), &log()).unwrap(),
    }
}

fn request(old_size: u64, size: u64) -> AddCheckpoint {
    request_over(&reference::leaves(size), old_size)
}

fn decide(last: u64, request: &AddCheckpoint) -> Result<Accepted, Refusal> {
    office().decide(&tree(last), request, at(NOON))
}

#[test]
fn a_tree_that_grew_is_cosigned() {
    for (old, size) in [(0, 0), (0, 1), (0, 5), (3, 5), (5, 5), (255, 300)] {
        let request = AddCheckpoint::parse(&request(old, size).to_string()).unwrap();
        let accepted = decide(old, &request).unwrap();
        assert_eq!(accepted.tree, tree(size));
        let witnessed = policy().check(&accepted.checkpoint).unwrap();
        assert_eq!(
            (witnessed.tree, witnessed.cosignatures[0].at),
            (tree(size), at(NOON))
        );
        assert_eq!(accepted.body(), format!("{}\n", accepted.line));
    }
}

#[test]
fn a_witness_serves_only_signatures_that_it_checked() {
    let mut request = request(3, 5);
    request
        .checkpoint
        .put(log_key("stranger.example", 7).sign("nonsense\n"))
        .unwrap();
    let accepted = decide(3, &request).unwrap();
    let names = accepted
        .checkpoint
        .note()
        .signatures()
        .iter()
        .map(|line| line.name().as_str());
    assert!(names.eq([ORIGIN, crate::people::WITNESS]));
}

#[test]
fn each_refusal_has_the_status_of_the_standard() {
    let refused = |last, request: &AddCheckpoint| {
        let refusal = decide(last, request).unwrap_err();
        (refusal.status(), refusal)
    };
    let (old, size) = (6, 5);
    assert_eq!(
        refused(3, &request(6, 5)),
        (400, Refusal::OldLarger { old, size })
    );
    assert_eq!(
        refused(3, &request(0, 5)),
        (409, Refusal::OtherSize { cosigned: 3 })
    );
    assert_eq!(
        refused(3, &request(4, 5)),
        (409, Refusal::OtherSize { cosigned: 3 })
    );
    // The log was rolled back from 5 to 3.
    assert_eq!(
        refused(5, &request(3, 3)),
        (409, Refusal::OtherSize { cosigned: 5 })
    );
    let mut short = request(3, 5);
    short.proof.pop();
    assert_eq!(
        refused(3, &short),
        (422, Refusal::NotProven(ProofError::TooShort))
    );
    let mut long = request(5, 5);
    long.proof.push(Hash([0; 32]));
    assert_eq!(
        refused(5, &long),
        (422, Refusal::NotProven(ProofError::TooLong))
    );
    let mut fork = reference::leaves(5);
    fork[2].0[0] ^= 1;
    assert_eq!(
        refused(3, &request_over(&fork, 3)),
        (422, Refusal::NotProven(ProofError::OtherOldRoot))
    );
    let (cosigned, signed) = (tree(5).root, reference::root(&fork));
    assert_eq!(
        refused(5, &request_over(&fork, 5)),
        (
            422,
            Refusal::Forked {
                size: 5,
                cosigned,
                signed
            }
        )
    );
}

#[test]
fn a_log_is_known_by_its_origin_and_its_key() {
    let origin = Origin::parse(ORIGIN).unwrap();
    let elsewhere = Origin::parse("khen.example/log/loc-ninh").unwrap();
    let ask = |checkpoint: SignedCheckpoint| {
        let request = AddCheckpoint {
            old_size: 0,
            proof: vec![],
            checkpoint,
        };
        let refusal = decide(0, &request).unwrap_err();
        (refusal.status(), refusal)
    };
    let other_key = SignedCheckpoint::sign(checkpoint(tree(5)), &log_key(ORIGIN, 9)).unwrap();
    assert_eq!(
        ask(other_key),
        (
            403,
            Refusal::NotSigned {
                origin: origin.clone()
            }
        )
    );
    let other_log = Checkpoint::new(elsewhere.clone(), tree(5));
    let other_log = SignedCheckpoint::sign(other_log, &log()).unwrap();
    assert_eq!(
        ask(other_log),
        (404, Refusal::UnknownLog { origin: elsewhere })
    );
    let text = signed(5).to_string().replacen("\n5\n", "\n6\n", 1);
    let changed = SignedCheckpoint::parse(&text).unwrap();
    assert_eq!(ask(changed), (403, Refusal::NotSigned { origin }));
}

#[test]
fn the_answer_to_another_size_is_that_size() {
    let refusal = Refusal::OtherSize { cosigned: 3 };
    assert_eq!(refusal.body(), "3\n");
    assert_eq!(khen_audit::TLOG_SIZE_CONTENT_TYPE, "text/x.tlog.size");
    let malformed = Refusal::from(AddCheckpointError::OldSize);
    assert_eq!(
        (malformed.status(), malformed.body().lines().count()),
        (400, 1)
    );
}

#[test]
fn a_request_has_one_form() {
    let whole = request(3, 5).to_string();
    let wrong =
        |from: &str, to: &str| AddCheckpoint::parse(&whole.replacen(from, to, 1)).unwrap_err();
    for old in ["old 03", "old +3", "old", "old ", "Old 3", "old 3 ", ""] {
        assert_eq!(wrong("old 3", old), AddCheckpointError::OldSize, "{old:?}");
    }
    assert!(matches!(
        wrong("old 3\n", "old 3\nAAAA\n"),
        AddCheckpointError::Proof { number: 0, .. }
    ));
    assert!(matches!(
        wrong("\n\n", "\n\n\n"),
        AddCheckpointError::Checkpoint(_)
    ));
    assert_eq!(
        AddCheckpoint::parse("old 0\n"),
        Err(AddCheckpointError::NoCheckpoint)
    );
    let hash = format!("{}\n", Hash([0; 32]));
    let with = |count: usize| format!("old 3\n{}\n{}", hash.repeat(count), signed(5));
    assert_eq!(AddCheckpoint::parse(&with(63)).unwrap().proof.len(), 63);
    assert_eq!(
        AddCheckpoint::parse(&with(64)),
        Err(AddCheckpointError::TooManyHashes)
    );
}

#[test]
fn any_changed_character_of_a_request_is_refused() {
    for other in strange::flipped(&request(3, 5).to_string()) {
        let is_cosigned =
            AddCheckpoint::parse(&other).is_ok_and(|request| decide(3, &request).is_ok());
        assert!(!is_cosigned, "{other}");
    }
}

mod answers {
    use super::*;

    fn read(status: u16, body: &str) -> Result<WitnessAnswer, WitnessAnswerError> {
        WitnessAnswer::read(status, body, &signed(5), witness().verifier())
    }

    #[test]
    fn a_cosignature_is_taken_over() {
        let accepted = decide(3, &request(3, 5)).unwrap();
        let stranger = witness_key("stranger.example", 8).cosign(signed(4).checkpoint(), at(1));
        let body = format!("{stranger}\n{}", accepted.body());
        let Ok(WitnessAnswer::Cosigned { line, at: when }) = read(200, &body) else {
            panic!("the witness cosigned");
        };
        assert_eq!((&line, when), (&accepted.line, at(NOON)));
        let mut checkpoint = signed(5);
        checkpoint.put(line).unwrap();
        assert!(policy().check(&checkpoint).is_ok());
    }

    #[test]
    fn a_refusal_says_what_to_do_next() {
        let cosigned = 3;
        assert_eq!(read(409, "3\n"), Ok(WitnessAnswer::OtherSize { cosigned }));
        for body in ["", "3", "03\n", "3\n\n", "conflict\n"] {
            assert_eq!(
                read(409, body),
                Ok(WitnessAnswer::Refused { status: 409 }),
                "{body:?}"
            );
        }
        assert_eq!(read(503, "3\n"), Ok(WitnessAnswer::Refused { status: 503 }));
    }

    #[test]
    fn a_cosignature_of_something_else_is_found() {
        let of_another_tree = witness().cosign(&checkpoint(tree(4)), at(NOON));
        assert!(matches!(
            read(200, &format!("{of_another_tree}\n")),
            Err(WitnessAnswerError::BadSignature(_))
        ));
        let line = witness().cosign(&checkpoint(tree(5)), at(NOON));
        assert!(matches!(
            read(200, &line.to_string()),
            Err(WitnessAnswerError::Line(_))
        ));
        assert!(matches!(read(200, ""), Err(WitnessAnswerError::Line(_))));
        assert!(matches!(read(200, "\n"), Err(WitnessAnswerError::Line(_))));
        assert_eq!(
            read(200, &format!("{line}\n{line}\n")),
            Err(WitnessAnswerError::NotOneLine)
        );
        let stranger = witness_key("stranger.example", 2).cosign(&checkpoint(tree(5)), at(NOON));
        assert_eq!(
            read(200, &format!("{stranger}\n")),
            Err(WitnessAnswerError::NotOneLine)
        );
        let own = log().sign(signed(5).note().text());
        let as_witness =
            WitnessAnswer::read(200, &format!("{own}\n"), &signed(5), log().verifier());
        assert_eq!(as_witness, Err(WitnessAnswerError::NoTime));
    }
}

/// A log with two histories, and what it asks: which history, its size, the old size that it names,
/// and whether the proof is of the other history.
#[derive(Debug, Clone)]
struct Ask {
    is_fork: bool,
    size: u64,
    old: u64,
    is_other_proof: bool,
}

fn asks() -> impl Strategy<Value = Vec<(Ask, bool)>> {
    let ask = (any::<bool>(), 0u64..40, 0u64..40, any::<bool>());
    let ask = ask.prop_map(|(is_fork, size, old, is_other_proof)| Ask {
        is_fork,
        size,
        old,
        is_other_proof,
    });
    // Mostly the log names the size that the witness has, as it does after one 409.
    prop::collection::vec((ask, prop::bool::weighted(0.8)), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_witness_never_goes_back_and_never_signs_a_fork(shared in 0u64..40, asks in asks()) {
        let own = reference::leaves(40);
        let mut fork = own.clone();
        for leaf in fork.iter_mut().skip(usize::try_from(shared).unwrap()) {
            leaf.0[0] ^= 1;
        }
        let office = office();
        let mut last: (TreeHead, &[Hash]) = (TreeHead::empty(), &[]);
        for (ask, names_last) in asks {
            let size = usize::try_from(ask.size).unwrap();
            let (leaves, others) = if ask.is_fork { (&fork, &own) } else { (&own, &fork) };
            let old = if names_last { last.0.size } else { ask.old };
            let mut request = request_over(&leaves[..size], old);
            if ask.is_other_proof {
                request.proof = request_over(&others[..size], old).proof;
            }
            let Ok(accepted) = office.decide(&last.0, &request, at(NOON)) else {
                continue;
            };
            prop_assert!(accepted.tree.size >= last.0.size);
            prop_assert!(leaves[..size].starts_with(last.1));
            last = (accepted.tree, &leaves[..size]);
        }
    }
}
