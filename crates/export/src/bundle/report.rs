//! The history of the case for people, numbered to positions: as a page and as a paper.

mod html;

use jiff::{
    Timestamp,
    tz::{Offset, TimeZone},
};
use serde::Serialize;
use serde_json::json;

use super::{
    evidence::{Evidence, ToldEvent},
    tables::document_path,
};
use crate::paper::{Layout, Paper};
use khen_eventlog::Payload;

/// Vietnam has had no daylight saving time since 1975.
const VIETNAM: Offset = jiff::tz::offset(7);

/// What the report says, before it has a form.
pub(super) struct Report {
    title: String,
    dated: Timestamp,
    facts: Vec<(String, String)>,
    events: Vec<ToldEntry>,
    documents: Vec<Listed>,
}

#[derive(Serialize)]
struct ToldEntry {
    position: u64,
    what: String,
    facts: Vec<(String, String)>,
}

#[derive(Serialize)]
struct Listed {
    #[serde(skip)]
    path: String,
    name: String,
    signer: Option<String>,
}

impl Report {
    pub(super) fn of(evidence: &Evidence) -> Self {
        let checkpoint = evidence.checkpoint.checkpoint();
        let (size, root) = (checkpoint.tree().size, checkpoint.tree().root);
        let documents = evidence.documents.iter().map(|document| Listed {
            path: document_path(document),
            name: document.name.clone(),
            signer: document.signer.clone(),
        });
        let recorded = evidence.events.iter().map(|told| told.event.recorded_at);
        Self {
            title: evidence.title.clone(),
            dated: recorded.max().unwrap_or_default(),
            facts: vec![
                fact("Mã hồ sơ", &evidence.code),
                fact("Nhật ký", checkpoint.origin().as_str()),
                fact("Số sự kiện của nhật ký", &size.to_string()),
                fact("Mã gốc", &root.to_string()),
            ],
            events: evidence.events.iter().map(entry).collect(),
            documents: documents.collect(),
        }
    }

    pub(super) fn html(&self) -> String {
        html::written(self)
    }

    pub(super) fn paper(&self) -> Paper {
        Paper {
            layout: Layout::Case,
            title: self.title.clone(),
            dated: self.dated,
            content: json!({
                "facts": self.facts,
                "events": self.events,
                "documents": self.documents,
            }),
        }
    }
}

fn entry(told: &ToldEvent) -> ToldEntry {
    let event = &told.event;
    let version = format!("{}, phiên bản {}", event.stream.as_str(), event.version.0);
    let mut facts = vec![
        fact("Người thực hiện", &told.who),
        fact("Thời điểm", &moment(event.occurred_at)),
        fact("Ghi vào sổ", &moment(event.recorded_at)),
        fact("Thuộc về", &version),
    ];
    facts.extend(told.facts.iter().cloned());
    match told.payload {
        Payload::Whole => {}
        Payload::Withheld | Payload::NotAsked => facts.push(fact(
            "Nội dung",
            "không kèm trong gói này; mã băm vẫn kiểm tra được",
        )),
    }
    ToldEntry {
        position: event.position.0,
        what: told.what.clone(),
        facts,
    }
}

fn fact(label: &str, value: &str) -> (String, String) {
    (label.to_owned(), value.to_owned())
}

fn moment(at: Timestamp) -> String {
    let local = at.to_zoned(TimeZone::fixed(VIETNAM));
    local
        .strftime("%H:%M:%S ngày %d/%m/%Y (giờ Việt Nam)")
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_in_the_time_of_the_place() {
        let at = "2024-11-05T20:10:00.000002Z".parse().unwrap();
        assert_eq!(moment(at), "03:10:00 ngày 06/11/2024 (giờ Việt Nam)");
    }
}
