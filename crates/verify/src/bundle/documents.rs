//! Documents against the events that name them.

use std::collections::HashSet;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{Counted, Files, Report, What};
use khen_eventlog::{WireEvent, WirePayload};

const FOLDER: &str = "documents/";

pub(super) fn check(files: &Files, events: &[WireEvent], report: &mut Report) {
    let mut named = HashSet::new();
    for event in events {
        if let WirePayload::Whole(data) = &event.payload {
            // Data that is whole was canonical JSON, else the event had not been read.
            let data: Value = serde_json::from_slice(data).unwrap_or_default();
            collect_hashes(&data, &mut named);
        }
    }
    let mut number = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with(FOLDER)) {
        let hash = hex::encode(Sha256::digest(bytes));
        let name = path.strip_prefix(FOLDER).unwrap_or_default();
        if name.split('.').next() != Some(hash.as_str()) {
            report.problem(path, What::OtherName);
        } else if !named.contains(&hash) {
            report.problem(path, What::Uncited);
        }
        number += 1;
    }
    report.count(Counted::Documents, number);
}

/// Every text in the data that may be the hash of a file, wherever the type of the event puts it.
fn collect_hashes(value: &Value, into: &mut HashSet<String>) {
    match value {
        Value::String(text) => {
            if text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                into.insert(text.clone());
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect_hashes(item, into)),
        Value::Object(members) => members
            .values()
            .for_each(|member| collect_hashes(member, into)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
