//! Every file against the manifest.

use std::collections::{BTreeMap, HashMap};

use sha2::{Digest, Sha256};

use super::POLICY;
use crate::{Counted, Files, Report, What};
use khen_audit::{EvidencePage, Manifest, copies_of, is_copied};

pub(super) fn check(files: &Files, manifest: &Manifest, report: &mut Report) {
    let listed = manifest.files.iter();
    let listed: HashMap<_, _> = listed.map(|file| (file.path.as_str(), file)).collect();
    for file in &manifest.files {
        let path = file.path.as_str();
        match files.get(path) {
            None => report.problem(path, What::Missing),
            Some(bytes) if bytes.len() as u64 != file.bytes || sha256(bytes) != file.sha256 => {
                report.problem(path, What::OtherBytes);
            }
            Some(_) => {}
        }
    }
    let own = [Manifest::PATH, Manifest::PAGE_PATH];
    for (path, _) in files.iter() {
        if !own.contains(&path) && !listed.contains_key(path) {
            report.problem(path, What::Unlisted);
        }
    }
    let policy = files.get(POLICY);
    if policy.is_some_and(|policy| sha256(policy) != manifest.policy) {
        report.problem(POLICY, What::OtherPolicy);
    }
    check_page(files, manifest, report);
    report.count(Counted::Files, manifest.files.len() + 1);
}

fn check_page(files: &Files, manifest: &Manifest, report: &mut Report) {
    let at = Manifest::PAGE_PATH;
    let Some(bytes) = files.get(at) else {
        report.problem(at, What::Missing);
        return;
    };
    let page = std::str::from_utf8(bytes)
        .ok()
        .and_then(EvidencePage::parse);
    let Some(page) = page.filter(|page| page.sha256() == manifest.page) else {
        report.problem(at, What::OtherBytes);
        return;
    };
    let texts = files.iter().filter(|(path, _)| is_copied(path));
    let texts = texts.filter_map(|(path, bytes)| Some((path, std::str::from_utf8(bytes).ok()?)));
    if copies_of(&texts.collect::<BTreeMap<_, _>>()) != page.copies() {
        report.problem(at, What::OtherCopies);
    }
}

fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}
