//! What somebody may do to a bundle, and what is then to be found.

use std::{
    collections::BTreeMap,
    fs,
    io::{Cursor, Write},
    path::Path,
};

use sha2::{Digest, Sha256};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::case::{ORIGIN, PlainPress, evidence, log_key, sealed};
use khen_audit::{
    Checkpoint, EvidencePage, Hash, Manifest, Note, Origin, SignedCheckpoint, TreeHead, copies_of,
    is_copied,
};
use khen_export::write_bundle;
use khen_verify::Files;

/// A change, and the first thing that is to be said of it.
pub(crate) struct Change {
    pub(crate) name: &'static str,
    pub(crate) files: Files,
    pub(crate) exit_code: u8,
    pub(crate) at: &'static str,
    pub(crate) code: &'static str,
}

pub(crate) fn bundle() -> Files {
    Files::from_zip(&zip()).unwrap()
}

pub(crate) fn zip() -> Vec<u8> {
    write_bundle(&evidence(), &log_key(), &PlainPress)
        .unwrap()
        .zip
}

/// An archive as others make them.
pub(crate) fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in entries {
        zip.start_file(*path, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Writes the files into a folder.
pub(crate) fn unpack(files: &Files, folder: &Path) {
    for (path, bytes) in files.iter() {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

pub(crate) fn text(files: &Files, path: &str) -> String {
    String::from_utf8(files.get(path).unwrap().to_vec()).unwrap()
}

pub(crate) fn edit(files: &mut Files, path: &str, change: impl FnOnce(String) -> String) {
    let before = text(files, path);
    let after = change(before.clone());
    assert_ne!(before, after, "{path}");
    files.replace(path, after.into_bytes());
}

/// The files with a manifest and a page that are about them, signed by the log itself: as if somebody
/// who has its key, but no power over the tree, wanted to hide a change.
fn signed_again(mut files: Files) -> Files {
    let note = Note::parse(&text(&files, Manifest::PATH)).unwrap();
    let mut manifest = Manifest::parse(note.text()).unwrap();
    manifest
        .files
        .retain(|file| files.get(file.path.as_str()).is_some());
    for file in &mut manifest.files {
        let bytes = files.get(file.path.as_str()).unwrap();
        file.bytes = bytes.len() as u64;
        file.sha256 = Sha256::digest(bytes).into();
    }
    let note = manifest.sign(&log_key()).unwrap();
    files.replace(Manifest::PATH, note.to_string().into_bytes());
    copied_again(files)
}

/// The files with a page that carries them.
fn copied_again(mut files: Files) -> Files {
    let copied = files.iter().filter(|(path, _)| is_copied(path));
    let copied = copied.map(|(path, bytes)| (path, std::str::from_utf8(bytes).unwrap()));
    let copies = copies_of(&copied.collect::<BTreeMap<_, _>>());
    let page = text(&files, Manifest::PAGE_PATH);
    let page = EvidencePage::parse(&page).unwrap().with(&copies);
    files.replace(Manifest::PAGE_PATH, page.into_bytes());
    files
}

fn change(
    name: &'static str,
    (exit_code, at, code): (u8, &'static str, &'static str),
    make: impl FnOnce(&mut Files),
) -> Change {
    let mut files = bundle();
    make(&mut files);
    Change {
        name,
        files,
        exit_code,
        at,
        code,
    }
}

fn hidden(
    name: &'static str,
    expected: (u8, &'static str, &'static str),
    make: impl FnOnce(&mut Files),
) -> Change {
    let open = change(name, expected, make);
    Change {
        files: signed_again(open.files),
        ..open
    }
}

/// Changes that anybody could make.
pub(crate) fn open() -> Vec<Change> {
    let data = "data-changed";
    vec![
        change(data, (1, "events.ndjson", "other-bytes"), |files| {
            edit(files, "events.ndjson", |text| {
                text.replacen("p-1", "p-2", 1)
            });
        }),
        change("file-dropped", (1, "report.html", "missing"), |files| {
            files.remove("report.html").unwrap();
        }),
        change(
            "file-added",
            (1, "documents/extra.pdf", "unlisted"),
            |files| {
                files.replace("documents/extra.pdf", b"%PDF-1.7".to_vec());
            },
        ),
        change(
            "manifest-changed",
            (1, "MANIFEST.txt", "bad-signature"),
            |files| {
                edit(files, "MANIFEST.txt", |text| {
                    text.replace("range 0 300", "range 0 299")
                });
            },
        ),
        change("manifest-dropped", (3, "MANIFEST.txt", "absent"), |files| {
            files.remove("MANIFEST.txt").unwrap();
        }),
        change("page-changed", (1, "verify.html", "other-bytes"), |files| {
            edit(files, "verify.html", |text| {
                text.replace("'use strict'", "'use sloppy'")
            });
        }),
    ]
}

/// Changes by somebody who can sign for them, but cannot change the tree.
pub(crate) fn concealed() -> Vec<Change> {
    let changes = about_events().into_iter().chain(about_proofs());
    changes.chain(about_earlier()).collect()
}

fn about_earlier() -> Vec<Change> {
    const NOTE: &str = "checkpoints/100.txt";
    const PROOF: &str = "checkpoints/100.consistency";
    vec![
        hidden("earlier-not-grown", (1, NOTE, "not-grown"), |files| {
            edit(files, PROOF, |text| {
                with_lines(&text, |lines| lines.reverse())
            });
        }),
        hidden("earlier-of-another-tree", (1, NOTE, "not-grown"), |files| {
            let root = Hash([9; 32]);
            let origin = Origin::from(log_key().verifier().name().clone());
            let text = Checkpoint::new(origin, TreeHead { size: 100, root }).to_string();
            let note = Note::sign(text, &log_key()).unwrap();
            files.replace(NOTE, note.to_string().into_bytes());
        }),
        hidden("earlier-unsigned", (2, NOTE, "not-signed"), |files| {
            let from = format!("— {ORIGIN} ");
            edit(files, NOTE, |text| text.replace(&from, "— x "));
        }),
        hidden("earlier-unproven", (3, PROOF, "absent"), |files| {
            files.remove(PROOF).unwrap();
        }),
    ]
}

fn about_events() -> Vec<Change> {
    vec![
        hidden(
            "data-changed",
            (1, "events.ndjson:2", "other-data"),
            |files| {
                edit(files, "events.ndjson", |text| {
                    swap_in_line(&text, 1, "p-1", "p-2")
                });
            },
        ),
        hidden(
            "leaf-changed",
            (1, "proofs/40.tlog-proof", "not-included"),
            |files| {
                edit(files, "events.ndjson", |text| {
                    swap_in_line(&text, 2, "r-40", "r-41")
                });
            },
        ),
        hidden(
            "class-changed",
            (1, "events.ndjson:3", "other-member"),
            |files| {
                edit(files, "events.ndjson", |text| {
                    swap_in_line(&text, 2, "internal", "public")
                });
            },
        ),
        hidden(
            "events-swapped",
            (1, "events.ndjson:3", "out-of-order"),
            |files| {
                edit(files, "events.ndjson", |text| {
                    with_lines(&text, |lines| lines.swap(1, 2))
                });
            },
        ),
        hidden(
            "event-left-out",
            (1, "events.ndjson", "stream-gap"),
            |files| {
                files.remove("proofs/40.tlog-proof").unwrap();
                edit(files, "events.ndjson", |text| without_line(&text, 2));
            },
        ),
        hidden(
            "last-event-left-out",
            (1, "events.ndjson", "other-range"),
            |files| {
                files.remove("proofs/299.tlog-proof").unwrap();
                edit(files, "events.ndjson", |text| without_line(&text, 4));
            },
        ),
    ]
}

fn about_proofs() -> Vec<Change> {
    let expected = (2, "MANIFEST.txt", "not-signed");
    let unsigned = change("signature-dropped", expected, |files| {
        let from = format!("— {ORIGIN} ");
        edit(files, "MANIFEST.txt", |text| text.replace(&from, "— x "));
    });
    let unsigned = Change {
        files: copied_again(unsigned.files),
        ..unsigned
    };
    vec![
        unsigned,
        hidden(
            "proof-left-out",
            (1, "proofs/3.tlog-proof", "no-proof"),
            |files| {
                files.remove("proofs/3.tlog-proof").unwrap();
            },
        ),
        hidden(
            "proof-of-another",
            (1, "proofs/3.tlog-proof", "other-index"),
            |files| {
                let other = files.get("proofs/40.tlog-proof").unwrap().to_vec();
                files.replace("proofs/3.tlog-proof", other);
            },
        ),
        hidden(
            "tree-of-another-size",
            (1, "checkpoint.txt", "other-tree"),
            |files| {
                files.replace("checkpoint.txt", sealed(299, 2).0.to_string().into_bytes());
            },
        ),
        hidden(
            "witness-missing",
            (2, "checkpoint.txt", "no-quorum"),
            |files| {
                let all = text(files, "checkpoint.txt");
                let end = all.find("— so-noi-vu").unwrap();
                let fewer = all[..end].to_owned();
                assert!(SignedCheckpoint::parse(&fewer).is_ok());
                for path in ["0", "3", "40", "257", "299"] {
                    let path = format!("proofs/{path}.tlog-proof");
                    edit(files, &path, |text| text.replace(&all, &fewer));
                }
                files.replace("checkpoint.txt", fewer.into_bytes());
            },
        ),
    ]
}

pub(crate) fn with_lines(text: &str, change: impl FnOnce(&mut Vec<&str>)) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    change(&mut lines);
    lines.join("\n") + "\n"
}

pub(crate) fn without_line(text: &str, line: usize) -> String {
    with_lines(text, |lines| {
        lines.remove(line);
    })
}

fn swap_in_line(text: &str, line: usize, from: &str, to: &str) -> String {
    let lines = text.lines().enumerate();
    let changed = lines.map(|(number, one)| {
        let one = one.to_owned();
        if number == line {
            one.replacen(from, to, 1)
        } else {
            one
        }
    });
    changed.map(|one| one + "\n").collect()
}
