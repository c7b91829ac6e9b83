//! The events of a bundle: their leaves, their data, their order.

use std::collections::HashMap;

use super::{EVENTS, text};
use crate::{Counted, Files, Report, What};
use khen_audit::Manifest;
use khen_eventlog::{StreamName, Version, WireEvent, WirePayload};

/// What could be read of the events.
#[derive(Default)]
pub(super) struct Events {
    /// In the order of the file.
    pub(super) read: Vec<WireEvent>,
    /// Whether every line could be read: else nothing can be said of what is not there.
    pub(super) is_complete: bool,
}

pub(super) fn check(files: &Files, manifest: Option<&Manifest>, report: &mut Report) -> Events {
    let Some(text) = text(files, EVENTS, report) else {
        return Events::default();
    };
    let mut events: Vec<WireEvent> = Vec::new();
    let mut is_complete = true;
    for (line, json) in (1..).zip(text.lines()) {
        let at = format!("{EVENTS}:{line}");
        match WireEvent::parse(json.as_bytes()) {
            Ok(event) => {
                if let Some(last) = events.last() {
                    check_order(last, &event, &at, report);
                }
                events.push(event);
            }
            Err(error) => {
                report.problem(at, error);
                is_complete = false;
            }
        }
    }
    if let Some(manifest) = manifest.filter(|_| is_complete) {
        check_extent(&events, manifest, report);
    }
    let withheld = events.iter().filter(|event| !is_whole(event)).count();
    report.count(Counted::Events, events.len());
    report.count(Counted::Withheld, withheld);
    Events {
        read: events,
        is_complete,
    }
}

fn is_whole(event: &WireEvent) -> bool {
    match event.payload {
        WirePayload::Whole(_) => true,
        WirePayload::Withheld | WirePayload::NotAsked => false,
    }
}

fn check_order(last: &WireEvent, event: &WireEvent, at: &str, report: &mut Report) {
    if event.source != last.source {
        report.problem(at, What::OtherSource);
    }
    if event.position <= last.position || event.recorded_at <= last.recorded_at {
        report.problem(at, What::OutOfOrder);
    }
}

/// Positions may be left out, since a bundle holds a part of the ledger; but its own case it holds from
/// the first event on, without a gap.
fn check_extent(events: &[WireEvent], manifest: &Manifest, report: &mut Report) {
    let ends = events.first().zip(events.last());
    let range = ends.map(|(first, last)| first.position.0..last.position.0.saturating_add(1));
    if range.as_ref() != Some(&manifest.range) {
        report.problem(EVENTS, What::OtherRange);
    }
    let mut versions: HashMap<&StreamName, Version> = HashMap::new();
    for event in events {
        let last = versions.entry(&event.stream).or_default();
        let expected = last.next();
        if event.stream == manifest.subject && event.version != expected {
            let stream = event.stream.as_str().to_owned();
            let expected = expected.0;
            report.problem(EVENTS, What::StreamGap { stream, expected });
        } else if event.version < expected {
            report.problem(EVENTS, What::OutOfOrder);
        }
        *last = event.version;
    }
    if !versions.contains_key(&manifest.subject) {
        report.problem(EVENTS, What::NoSubject);
    }
}
