//! The way of a case as a BPMN 2.0 process: one task per gate, exclusive gateways between them.

use std::fmt::Write as _;

use super::{
    MOVES,
    way::{ENDINGS, may_end},
};
use khen_domain::nomination::Gate;
use khen_texts::{Audience, CouncilMinutes, Language, Texts};

/// The process `gates`. A task bears the word of its gate, as `khen:gate` in a [`Xes`](super::Xes)
/// does, and the name of the gate in Vietnamese as its documentation. A case may stop at any gate, as
/// one that is still on its way does.
#[must_use]
pub fn bpmn(texts: &Texts) -> String {
    let mut flows = Flows::default();
    flows.add("start".to_owned(), join(Gate::Drafted));
    for gate in Gate::ALL {
        flows.add(join(*gate), task(*gate));
        flows.add(task(*gate), split(*gate));
        flows.add(split(*gate), "leave".to_owned());
        let moves = MOVES.iter().filter(|(from, _)| from == gate);
        for (_, to) in moves {
            flows.add(split(*gate), join(*to));
        }
        let endings = ENDINGS.iter().filter(|_| may_end(*gate));
        let unlisted = endings.filter(|to| !MOVES.contains(&(*gate, **to)));
        for to in unlisted {
            flows.add(split(*gate), join(*to));
        }
    }
    flows.add("leave".to_owned(), "end".to_owned());
    let mut xml = String::from(HEAD);
    xml.push_str("    <startEvent id=\"start\"/>\n    <endEvent id=\"end\"/>\n");
    xml.push_str("    <exclusiveGateway id=\"leave\" gatewayDirection=\"Converging\"/>\n");
    for gate in Gate::ALL {
        node(&mut xml, *gate, texts);
    }
    for (number, (from, to)) in flows.0.iter().enumerate() {
        line(
            &mut xml,
            format_args!(
                "    <sequenceFlow id=\"flow_{number}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>"
            ),
        );
    }
    xml.push_str("  </process>\n</definitions>\n");
    xml
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" id=\"khen\" targetNamespace=\"https://khen.example/bpmn\">
  <process id=\"gates\" isExecutable=\"false\">
";

#[derive(Default)]
struct Flows(Vec<(String, String)>);

impl Flows {
    fn add(&mut self, from: String, to: String) {
        self.0.push((from, to));
    }
}

fn node(xml: &mut String, gate: Gate, texts: &Texts) {
    let word = gate.as_str();
    let words = texts.gate(
        Language::Vi,
        gate,
        Audience::Auditor,
        CouncilMinutes::Signed,
    );
    line(
        xml,
        format_args!(
            "    <exclusiveGateway id=\"{}\" gatewayDirection=\"Converging\"/>",
            join(gate)
        ),
    );
    line(
        xml,
        format_args!(
            "    <task id=\"{}\" name=\"{word}\"><documentation>{}</documentation></task>",
            task(gate),
            super::xes::escaped(&words.label)
        ),
    );
    line(
        xml,
        format_args!(
            "    <exclusiveGateway id=\"{}\" gatewayDirection=\"Diverging\"/>",
            split(gate)
        ),
    );
}

fn line(xml: &mut String, text: std::fmt::Arguments<'_>) {
    writeln!(xml, "{text}").expect("writing to a string never fails");
}

fn join(gate: Gate) -> String {
    format!("to_{}", gate.as_str())
}

fn task(gate: Gate) -> String {
    format!("gate_{}", gate.as_str())
}

fn split(gate: Gate) -> String {
    format!("from_{}", gate.as_str())
}
