//! Evidence bundles: one case with everything that proves it, in a file that needs no server.
//!
//! | file | what it is |
//! |---|---|
//! | `MANIFEST.txt` | a signed note: case, range, tree, the hash of every file ([`khen_audit::Manifest`]) |
//! | `events.ndjson` | the events of the case and of what it cites, as CloudEvents |
//! | `proofs/<position>.tlog-proof` | a proof for each event, all leading to `checkpoint.txt` |
//! | `checkpoint.txt`, `policy.txt` | the tree, signed and cosigned, and who must have signed it |
//! | `checkpoints/<size>.txt`, `.consistency` | checkpoints that the reader had, and that the tree grew from them |
//! | `documents/<sha256>.<ending>`, `documents.csv` | the files that events name, as they came in |
//! | `schemas/`, `state/`, `state.sha256`, `values.ndjson` | what helps to read the events |
//! | `ocel.json`, `case.xes` | the case for tools of process mining, where there are any |
//! | `README.vi.txt`, `report.html`, `report.pdf` | for people, in Vietnamese |
//! | `verify.html`, `verify.py` | programs that check the bundle |
//!
//! `khen-verify bundle`, the page and the Python program are three, each written apart from the others.

pub(crate) mod archive;
pub(crate) mod error;
pub(crate) mod evidence;
mod page;
mod pages;
mod readme;
mod report;
mod tables;
pub(crate) mod tiles;
pub(crate) mod write;
