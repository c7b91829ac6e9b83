//! A mirror that is far behind and is filled from segments: the same bytes, whatever happens on the way.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use axum::http::StatusCode;

use crate::{
    house::{House, Serving},
    pull::{assert_code, file_feedback, lines, pull, state},
    pull_killed::{Moment, killed},
    pull_log::{DAMAGED, UNSIGNED},
    pull_signed::{Passing, gateway, sealed},
};

const NO_ANSWER: i32 = 3;
pub(crate) const FILE: &str = "/events.ndjson.zst";

/// A season that is over, so that there is a segment, and something that came afterwards.
pub(crate) struct Season {
    pub(crate) house: House,
    pub(crate) serving: Serving,
    /// The mirror that was filled by pages.
    pub(crate) first: PathBuf,
}

impl Season {
    pub(crate) fn over() -> Self {
        let house = House::new();
        let serving = house.serve("demo --until closed");
        file_feedback(&house, &serving);
        let first = sealed(&house, &serving);
        Self {
            house,
            serving,
            first,
        }
    }

    /// Pulls in small pages, so that every segment is worth it, through a gateway; answers what was told
    /// and which paths were asked for, with their answers.
    #[track_caller]
    fn pull(
        &self,
        to: &Path,
        code: i32,
        change: impl Fn(&str, &mut Passing) + Send + Sync + 'static,
    ) -> Vec<(String, u16)> {
        let seen = Arc::new(Mutex::new(Vec::new()));
        let written = Arc::clone(&seen);
        let url = gateway(&self.serving.url, move |path, passing| {
            change(path, passing);
            let answer = (path.to_owned(), passing.status.as_u16());
            written.lock().unwrap().push(answer);
        });
        let words = ["--once", "--page-events", "50"];
        let output = pull(&self.house, &url, to, &words).output().unwrap();
        assert_code(&output, code);
        seen.lock().unwrap().clone()
    }

    #[track_caller]
    pub(crate) fn assert_whole(&self, mirror: &Path) {
        assert!(
            lines(mirror) == lines(&self.first),
            "the lines are the same"
        );
        assert_eq!(state(mirror), state(&self.first));
        let left = fs::read_dir(mirror.join("hon-quan/download")).unwrap();
        assert_eq!(left.count(), 0, "nothing is left of the download");
    }

    fn mirror(&self, name: &str) -> PathBuf {
        self.house.path(name)
    }
}

fn untouched(_: &str, _: &mut Passing) {}

/// How often a path with this in it was asked for.
fn asked(seen: &[(String, u16)], part: &str) -> usize {
    seen.iter().filter(|(path, _)| path.contains(part)).count()
}

#[test]
fn a_mirror_filled_from_segments_is_the_one_filled_by_pages() {
    let season = Season::over();
    let mirror = season.mirror("mirror");
    let seen = season.pull(&mirror, 0, untouched);
    season.assert_whole(&mirror);
    let first = seen.iter().find(|(path, _)| path.contains("/events?from="));
    assert!(asked(&seen, FILE) > 0, "{seen:?}");
    assert!(
        !first.unwrap().0.contains("from=0&"),
        "pages go on behind segments: {seen:?}"
    );
    // Whoever is not far behind asks for no segment again.
    let seen = season.pull(&mirror, 0, untouched);
    assert_eq!(asked(&seen, "/segments"), 0, "{seen:?}");
}

#[test]
fn a_download_that_broke_off_goes_on_where_it_was() {
    let season = Season::over();
    let mirror = season.mirror("mirror");
    let broken = |path: &str, passing: &mut Passing| {
        if path.ends_with(FILE) {
            passing.body.truncate(passing.body.len() / 2);
        }
    };
    season.pull(&mirror, NO_ANSWER, broken);
    assert!(
        !mirror.join("hon-quan/state.json").exists(),
        "nothing is kept of half a file"
    );
    let seen = season.pull(&mirror, 0, untouched);
    let partial = StatusCode::PARTIAL_CONTENT.as_u16();
    let rest = seen.iter().find(|(path, _)| path.ends_with(FILE));
    assert_eq!(rest.unwrap().1, partial, "{seen:?}");
    season.assert_whole(&mirror);

    // What a power loss left behind is asked for again, whole.
    let torn = season.mirror("torn");
    season.pull(&torn, NO_ANSWER, broken);
    let entries = fs::read_dir(torn.join("hon-quan/download")).unwrap();
    let part = entries.map(|entry| entry.unwrap().path()).next().unwrap();
    let bytes = fs::read(&part).unwrap().len();
    fs::write(&part, vec![0; bytes]).unwrap();
    let seen = season.pull(&torn, 0, untouched);
    assert_eq!(asked(&seen, FILE), 2, "{seen:?}");
    season.assert_whole(&torn);
}

#[test]
fn a_segment_that_was_half_kept_is_gone_on_with() {
    let season = Season::over();
    let mirror = season.mirror("mirror");
    let by_pages = gateway(&season.serving.url, |path, passing| {
        if path.contains("/segments") {
            passing.body = br#"{ "segments": [] }"#.to_vec();
            passing.headers.remove("content-encoding");
        }
    });
    let pulling = pull(&season.house, &by_pages, &mirror, &["--page-events", "2"]);
    let kept = killed(pulling, Moment::Pages(3)).unwrap().kept;
    assert!(kept > 0 && state(&mirror)["next"].as_u64().unwrap() >= kept);
    let seen = season.pull(&mirror, 0, untouched);
    assert!(asked(&seen, FILE) > 0, "{seen:?}");
    season.assert_whole(&mirror);
}

#[test]
fn a_segment_that_was_changed_is_not_taken_in() {
    /// What is changed, of which answer, and how the mirror ends.
    type Case = (&'static str, i32, fn(&mut Passing));
    let season = Season::over();
    let changes: [Case; 5] = [
        (FILE, DAMAGED, |file| {
            let middle = file.body.len() / 2;
            file.body[middle] ^= 1;
        }),
        (FILE, DAMAGED, |file| file.body.push(0)),
        ("/manifest.txt", UNSIGNED, |manifest| {
            manifest.headers.remove("content-encoding");
            let text = String::from_utf8(manifest.body.clone()).unwrap();
            let at = text.find("root ").unwrap() + 10;
            let other = if text.as_bytes()[at] == b'A' {
                "B"
            } else {
                "A"
            };
            manifest.body[at..=at].copy_from_slice(other.as_bytes());
        }),
        ("/tile/", DAMAGED, |tile| {
            tile.body.iter_mut().for_each(|byte| *byte ^= 1);
        }),
        ("/segments?", DAMAGED, |list| {
            list.body = br#"{ "segments": [{ "from": 1, "to": 9 }] }"#.to_vec();
        }),
    ];
    for (number, (place, code, change)) in (0..).zip(changes) {
        let mirror = season.mirror(&format!("mirror-{number}"));
        let seen = season.pull(&mirror, code, move |path, passing| {
            if path.contains(place) {
                change(passing);
            }
        });
        assert!(asked(&seen, place) > 0, "{place}: {seen:?}");
        assert!(!mirror.join("hon-quan/state.json").exists(), "{place}");
    }
}
