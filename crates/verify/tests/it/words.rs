//! Everything that can be wrong has words in both languages.

use khen_audit::ProofError;
use khen_verify::{Said, Verdict, What};

/// One of each kind.
fn all() -> Vec<What> {
    let text = || "x".to_owned();
    vec![
        What::Unreadable(text()),
        What::Absent,
        What::Missing,
        What::Unlisted,
        What::OtherBytes,
        What::BadSignature { key: text() },
        What::OtherTree,
        What::OtherPolicy,
        What::OtherData,
        What::OtherMember { member: "authtype" },
        What::OtherSource,
        What::OutOfOrder,
        What::Gap { expected: 1 },
        What::StreamGap {
            stream: text(),
            expected: 1,
        },
        What::OtherRange,
        What::NoSubject,
        What::NoProof { position: 1 },
        What::StrayProof,
        What::OtherIndex,
        What::OtherCheckpoint,
        What::NotIncluded(ProofError::TooShort),
        What::NotGrown(ProofError::OtherOldRoot),
        What::OtherName,
        What::Uncited,
        What::OtherCopies,
        What::OtherTile,
        What::OtherLeaf,
        What::OtherRoot,
        What::OtherForm,
        What::BehindEnd,
        What::OtherState { member: "next" },
        What::OtherKey { key: text() },
        What::RolledBack { signed: 2, size: 1 },
        What::Repacked,
        What::Fork {
            size: 1,
            other: text(),
        },
        What::UnknownLog { origin: text() },
        What::NotSigned { origin: text() },
        What::NoQuorum {
            quorum: text(),
            cosigned: vec![],
        },
    ]
}

#[test]
fn every_problem_has_words_and_a_code_of_its_own() {
    let all = all();
    let mut codes: Vec<&str> = all.iter().map(What::code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), all.len());
    for what in all {
        let Said { vi, en } = what.words();
        assert!(!vi.is_empty() && !en.is_empty() && vi != en, "{what:?}");
        let is_only_told = what == What::Repacked;
        assert_eq!(what.verdict() == Verdict::Ok, is_only_told, "{what:?}");
    }
}
