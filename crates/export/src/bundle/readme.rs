//! The page of instructions, in Vietnamese.

use super::evidence::Evidence;
use khen_audit::TreeHead;

const TEMPLATE: &str = include_str!("files/README.vi.txt");

pub(super) fn written(evidence: &Evidence) -> String {
    let checkpoint = evidence.checkpoint.checkpoint();
    let TreeHead { size, root } = checkpoint.tree();
    let keys = |keys: Vec<String>| match keys.as_slice() {
        [] => "(chưa có)".to_owned(),
        keys => keys.join("\n    "),
    };
    let logs = evidence.policy.logs().iter();
    let witnesses = evidence.policy.witnesses();
    let witnesses = witnesses.map(|one| format!("{}: {}", one.name, one.key));
    let facts = [
        ("{code}", evidence.code.clone()),
        ("{subject}", evidence.subject.as_str().to_owned()),
        ("{origin}", checkpoint.origin().to_string()),
        ("{size}", size.to_string()),
        ("{root}", root.to_string()),
        ("{root_hex}", hex::encode(root.0)),
        (
            "{logs}",
            keys(logs.map(|log| log.key.to_string()).collect()),
        ),
        ("{witnesses}", keys(witnesses.collect())),
    ];
    let fill = |text: String, (name, fact): &(&str, String)| text.replace(name, fact);
    facts.iter().fold(TEMPLATE.to_owned(), fill)
}
