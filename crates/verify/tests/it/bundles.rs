//! A bundle that was not changed passes; every change is found where it was made.

use crate::{
    case::{SIZE, policy},
    changes::{Change, bundle, concealed, open, zip},
};
use khen_verify::{Count, Counted, Files, Report, Verdict, What, check_bundle};

fn has(report: &Report, at: &str, code: &str) -> bool {
    let mut problems = report.problems.iter();
    problems.any(|problem| problem.at == at && problem.what.code() == code)
}

#[test]
fn a_bundle_as_it_was_written_passes() {
    let report = check_bundle(&bundle(), None);
    assert_eq!(report.problems, []);
    assert_eq!(report.verdict(), Verdict::Ok);
    let number = |of| {
        report
            .counts
            .iter()
            .find(|count| count.of == of)
            .map(|one| one.number)
    };
    assert_eq!(number(Counted::Events), Some(5));
    assert_eq!(number(Counted::Withheld), Some(1));
    assert_eq!(number(Counted::Proofs), Some(5));
    assert_eq!(number(Counted::Documents), Some(1));
    assert!(report.counts.contains(&Count {
        of: Counted::Checkpoints,
        number: 1
    }));
    let witnessed = report.witnessed.unwrap();
    assert_eq!(witnessed.tree.size, SIZE);
    assert_eq!(witnessed.cosignatures[0].witness, "so-noi-vu");
    assert!(report.keys.is_own_policy);
}

#[test]
fn the_policy_of_the_reader_counts_and_not_that_of_the_bundle() {
    assert_eq!(
        check_bundle(&bundle(), Some(&policy(2))).verdict(),
        Verdict::Ok
    );
    let report = check_bundle(&bundle(), Some(&policy(3)));
    assert_eq!(report.verdict(), Verdict::PolicyNotMet);
    assert!(has(&report, "checkpoint.txt", "no-quorum"), "{report:?}");
    assert!(!report.keys.is_own_policy);
}

#[test]
fn every_change_is_found_where_it_was_made() {
    for change in open().into_iter().chain(concealed()) {
        let Change {
            name,
            files,
            exit_code,
            at,
            code,
        } = change;
        let report = check_bundle(&files, None);
        assert!(has(&report, at, code), "{name}: {report:?}");
        assert_eq!(
            report.verdict().exit_code(),
            exit_code,
            "{name}: {report:?}"
        );
    }
}

#[test]
fn changed_data_is_all_that_is_told_of_it() {
    let changes = concealed().into_iter();
    for change in changes.filter(|one| ["data-changed", "class-changed"].contains(&one.name)) {
        let problems = check_bundle(&change.files, None).problems;
        assert_eq!(problems.len(), 1, "{}: {problems:?}", change.name);
    }
}

#[test]
fn a_change_that_is_signed_for_is_the_only_thing_found() {
    for change in concealed() {
        let report = check_bundle(&change.files, None);
        let is_file = |code: &str| ["other-bytes", "other-copies", "bad-signature"].contains(&code);
        let mut problems = report.problems.iter();
        let found = problems.find(|problem| is_file(problem.what.code()));
        assert_eq!(found, None, "{}", change.name);
    }
}

#[test]
fn every_file_is_missed_and_every_flipped_bit_is_found_in_its_file() {
    let whole = bundle();
    for (path, bytes) in whole.iter() {
        let mut without = whole.clone();
        without.remove(path).unwrap();
        let report = check_bundle(&without, None);
        assert!(
            report.problems.iter().any(|one| one.at == path),
            "{path} is not missed"
        );
        for place in (0..bytes.len()).step_by(1 + bytes.len() / 7) {
            let mut changed = bytes.to_vec();
            changed[place] ^= 1;
            let mut files = whole.clone();
            files.replace(path, changed);
            let report = check_bundle(&files, None);
            assert_ne!(report.verdict(), Verdict::Ok, "{path} {place}");
            let mut places = report.problems.iter().map(|problem| problem.at.as_str());
            assert!(
                places.any(|at| at.starts_with(path)),
                "{path} {place}: {report:?}"
            );
        }
    }
}

#[test]
fn an_archive_with_a_flipped_bit_never_passes_as_another_bundle() {
    let (zip, whole) = (zip(), bundle());
    for place in (0..zip.len()).step_by(23) {
        let mut changed = zip.clone();
        changed[place] ^= 4;
        let Ok(files) = Files::from_zip(&changed) else {
            continue;
        };
        let report = check_bundle(&files, None);
        assert_ne!(report.problems, [], "{place}");
        // Some bytes of an archive say nothing, such as the mode of a file: they are told of all the same.
        let is_same = files.iter().eq(whole.iter());
        assert_eq!(report.verdict() == Verdict::Ok, is_same, "{place}");
        assert!(report.problems.iter().any(|one| one.what == What::Repacked));
    }
}

#[test]
fn a_document_is_its_hash_and_named_by_an_event() {
    let mut files = bundle();
    let strange = "documents/deadbeef.pdf";
    files.replace(strange, b"%PDF-1.7".to_vec());
    assert!(has(&check_bundle(&files, None), strange, "other-name"));
    // The hash of no bytes, which no event of the bundle names.
    let empty = "documents/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855.pdf";
    files.replace(empty, Vec::new());
    assert!(has(&check_bundle(&files, None), empty, "uncited"));
}
