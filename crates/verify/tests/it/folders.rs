//! What is read is bounded, and never leaves its folder.

use std::fs;

use crate::changes::{bundle, packed, unpack, zip};
use khen_verify::{Files, OpenError, check_bundle, limits::FILE_BYTES_MAX};

#[test]
fn a_folder_is_as_good_as_the_archive_that_it_came_from() {
    let place = tempfile::tempdir().unwrap();
    unpack(&bundle(), place.path());
    let files = Files::open(place.path()).unwrap();
    assert_eq!(check_bundle(&files, None).problems, []);
    let archive = place.path().join("bundle.zip");
    fs::write(&archive, zip()).unwrap();
    assert_eq!(
        check_bundle(&Files::open(&archive).unwrap(), None).problems,
        []
    );
}

#[test]
fn a_path_that_leaves_the_bundle_is_refused() {
    for path in [
        "../outside",
        "/etc/passwd",
        "a/../../b",
        ".hidden",
        "a\\b",
        "C:x",
    ] {
        let refused = Files::from_zip(&packed(&[(path, b"x")]));
        assert!(refused.is_err(), "{path}");
    }
    let place = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink("/etc/passwd", place.path().join("link")).unwrap();
    let refused = Files::open(place.path());
    assert!(matches!(refused, Err(OpenError::Foreign { .. })));
}

#[test]
fn an_archive_that_grows_beyond_the_limit_is_not_unpacked() {
    let zeros = vec![0; usize::try_from(FILE_BYTES_MAX).unwrap() + 1];
    let bomb = packed(&[("zeros", &zeros)]);
    assert!(bomb.len() < 1 << 20);
    assert!(matches!(Files::from_zip(&bomb), Err(OpenError::TooLarge)));
}

#[test]
fn an_archive_with_one_path_twice_is_refused() {
    let mut twice = packed(&[("one.txt", b"x"), ("two.txt", b"y")]);
    let places = twice.windows(7).enumerate();
    let places: Vec<usize> = places
        .filter(|(_, name)| *name == b"two.txt")
        .map(|(at, _)| at)
        .collect();
    for at in places {
        twice[at..at + 7].copy_from_slice(b"one.txt");
    }
    assert!(matches!(Files::from_zip(&twice), Err(OpenError::Twice)));
    assert!(matches!(Files::from_zip(b"PK"), Err(OpenError::Zip(_))));
}
