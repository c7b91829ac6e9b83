//! Which members of the domain hold words to be translated.

use crate::Standing;
use khen_domain::nomination::Gate;

/// Members whose values are words of the domain: a kind, a reason code, an outcome. A unit that
/// happens to be called `minutes` is not translated.
const WORD_MEMBERS: &[&str] = &[
    "act",
    "acts",
    "after_year_end",
    "aspect",
    "aspects",
    "authority",
    "ballot",
    "category",
    "cause",
    "channel",
    "check",
    "choice",
    "command",
    "complaint_kind",
    "corrects",
    "defect",
    "denominator",
    "escalated_to",
    "expected",
    "flags",
    "finding",
    "flaw",
    "form",
    "found",
    "functions",
    "gate",
    "gate_to",
    "ground",
    "kind",
    "level",
    "missing",
    "mode",
    "nominee_kind",
    "outcome",
    "part",
    "rating",
    "reason_code",
    "recommendation",
    "recorded_outcome",
    "reviewed_cases",
    "role",
    "rounding",
    "seat",
    "signature",
    "situation",
    "source",
    "stage",
    "status",
    "tie",
    "to",
    "topic",
    "value",
    "wanted",
];

/// Whether the values of this member are translated.
pub(crate) fn is_word(member: &str) -> bool {
    WORD_MEMBERS.contains(&member)
}

/// The message that translates `word`, if the member holds words.
pub(crate) fn message_of(member: &str, word: &str) -> Option<String> {
    match member {
        "role" | "escalated_to" => Some(format!("role-{word}")),
        "command" | "act" => Some(format!("command-{word}")),
        "gate" | "gate_to" | "expected" => {
            gate_message(word).or_else(|| Some(format!("word-{word}")))
        }
        _ => is_word(member).then(|| format!("word-{word}")),
    }
}

/// Where a case stands is called as it is shown elsewhere.
fn gate_message(word: &str) -> Option<String> {
    let gate = Gate::ALL.iter().find(|gate| gate.as_str() == word)?;
    Some(Standing::for_office(*gate).message())
}
