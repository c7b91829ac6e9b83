//! XES (IEEE 1849): one trace per nomination.

use std::{collections::BTreeMap, fmt::Write as _};

use super::{activity, gate, outcome, payload};
use crate::Entry;
use khen_domain::{CampaignId, Event, NominationId, nomination};
use khen_eventlog::wire_time;
use khen_texts::{Facts, Language, Texts};

/// A campaign in the making of an XES log.
pub struct Xes<'t> {
    campaign: CampaignId,
    texts: &'t Texts,
    traces: BTreeMap<NominationId, Trace>,
}

#[derive(Default)]
struct Trace {
    unit: String,
    kind: &'static str,
    last: &'static str,
    events: String,
}

impl std::fmt::Debug for Xes<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Xes").finish_non_exhaustive()
    }
}

impl<'t> Xes<'t> {
    /// Before the first event; `texts` word the labels.
    #[must_use]
    pub fn begin(campaign: &CampaignId, texts: &'t Texts) -> Self {
        Self {
            campaign: campaign.clone(),
            texts,
            traces: BTreeMap::new(),
        }
    }

    /// Looks at the next event of the ledger.
    pub fn see(&mut self, entry: &Entry) {
        let Event::Nomination(event) = entry.event() else {
            return;
        };
        let Ok(id) = NominationId::parse(entry.stream.key()) else {
            return;
        };
        if *id.campaign() != self.campaign {
            return;
        }
        let trace = self.traces.entry(id).or_default();
        if let nomination::Event::NominationDrafted {
            unit, nominee_kind, ..
        } = event
        {
            unit.as_str().clone_into(&mut trace.unit);
            trace.kind = nominee_kind.as_str();
        }
        if let Some(gate) = gate(entry) {
            trace.last = gate.as_str();
        }
        write_event(&mut trace.events, entry, self.texts);
    }

    /// The log.
    #[must_use]
    pub fn finish(self) -> String {
        let mut xml = String::from(HEAD);
        for (id, trace) in &self.traces {
            xml.push_str("  <trace>\n");
            for (key, value) in [
                ("concept:name", id.to_string().as_str()),
                ("khen:unit", &trace.unit),
                ("khen:kind", trace.kind),
                ("khen:campaign", self.campaign.as_str()),
                ("khen:final", trace.last),
            ] {
                attribute(&mut xml, ("    ", "string"), key, value);
            }
            xml.push_str(&trace.events);
            xml.push_str("  </trace>\n");
        }
        xml.push_str("</log>\n");
        xml
    }
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<log xes.version=\"1849-2016\" xes.features=\"\" xmlns=\"http://www.xes-standard.org/\">
  <extension name=\"Concept\" prefix=\"concept\" uri=\"http://www.xes-standard.org/concept.xesext\"/>
  <extension name=\"Time\" prefix=\"time\" uri=\"http://www.xes-standard.org/time.xesext\"/>
  <extension name=\"Lifecycle\" prefix=\"lifecycle\" uri=\"http://www.xes-standard.org/lifecycle.xesext\"/>
  <extension name=\"Organizational\" prefix=\"org\" uri=\"http://www.xes-standard.org/org.xesext\"/>
  <extension name=\"Identity\" prefix=\"identity\" uri=\"http://www.xes-standard.org/identity.xesext\"/>
  <classifier name=\"Activity\" keys=\"concept:name\"/>
";

fn write_event(xml: &mut String, entry: &Entry, texts: &Texts) {
    let actor = entry.actor();
    let name = activity(entry).trim_start_matches("nomination.");
    let label = texts.event(Language::Vi, entry.event(), &Facts::default());
    let unit = actor.unit.as_ref().map(ToString::to_string);
    let outcome = outcome(entry, &payload(entry));
    let gate = gate(entry).map(|gate| gate.as_str().to_owned());
    let strings = [
        ("concept:name", Some(name.to_owned())),
        ("khen:label", Some(label)),
        ("lifecycle:transition", Some("complete".to_owned())),
        ("org:resource", Some(actor.assignment.to_string())),
        ("org:role", Some(actor.role.as_str().to_owned())),
        ("org:group", unit),
        ("khen:gate", gate),
        ("khen:outcome", outcome),
    ];
    xml.push_str("    <event>\n");
    let at = |kind| ("      ", kind);
    attribute(
        xml,
        at("date"),
        "time:timestamp",
        &wire_time(entry.recorded_at),
    );
    attribute(
        xml,
        at("date"),
        "khen:business_time",
        &entry.occurred_at().to_string(),
    );
    attribute(xml, at("id"), "identity:id", &entry.id.to_string());
    attribute(xml, at("int"), "khen:pos", &entry.position.0.to_string());
    for (key, value) in strings {
        if let Some(value) = value {
            attribute(xml, at("string"), key, &value);
        }
    }
    xml.push_str("    </event>\n");
}

fn attribute(xml: &mut String, (indent, kind): (&str, &str), key: &str, value: &str) {
    let value = escaped(value);
    writeln!(xml, "{indent}<{kind} key=\"{key}\" value=\"{value}\"/>")
        .expect("writing to a string never fails");
}

/// `text` inside an attribute or an element of XML. Control characters have no place in XML 1.0.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(' '),
            control if control.is_control() => {}
            plain => out.push(plain),
        }
    }
    out
}
