//! What a reader is told of a case before the Council's minutes are signed.

use khen_domain::nomination::Gate;
use khen_read_model::Nomination;
use khen_texts::{Audience, CouncilMinutes, Standing};

/// Where a case stands, for one audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Told {
    /// The standing in the audience's words.
    pub(super) standing: Standing,
    /// The gate itself; `None` while it would tell more than the standing does.
    pub(super) gate: Option<Gate>,
}

impl Told {
    /// What `audience` is told; `None` when the row holds a word that this release does not know.
    pub(super) fn of(nomination: &Nomination, audience: Audience) -> Option<Self> {
        let gate = gate(&nomination.row.gate)?;
        let minutes = if nomination.is_before_council {
            CouncilMinutes::Unsigned
        } else {
            CouncilMinutes::Signed
        };
        let standing = Standing::of(gate, audience, minutes);
        let is_whole = audience.is_office() || is_plain(standing, gate);
        Some(Self {
            standing,
            gate: is_whole.then_some(gate),
        })
    }
}

/// The gate with this word.
pub(super) fn gate(word: &str) -> Option<Gate> {
    Gate::ALL.iter().copied().find(|gate| gate.as_str() == word)
}

/// Whether the audience may ask for the cases at a gate: outside, only for gates that are told apart
/// whatever the Council's minutes.
pub(super) fn may_filter(gate: Gate, audience: Audience) -> bool {
    let told = |minutes| Standing::of(gate, audience, minutes);
    let (before, after) = (told(CouncilMinutes::Unsigned), told(CouncilMinutes::Signed));
    audience.is_office() || (before == after && is_plain(before, gate))
}

/// Whether a standing says as much as the gate does.
fn is_plain(standing: Standing, gate: Gate) -> bool {
    let plain = Standing::of(gate, Audience::Auditor, CouncilMinutes::Signed);
    standing == plain && standing != Standing::InCouncil
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_outside_finds_interim_results_by_asking_for_them() {
        let hidden = Gate::ALL
            .iter()
            .filter(|gate| !may_filter(**gate, Audience::Unit));
        let hidden: Vec<&str> = hidden.map(|gate| gate.as_str()).collect();
        let interim = [
            "review_passed",
            "council_listed",
            "council_approved",
            "council_deferred",
            "review_waitlisted",
            "council_waitlisted",
        ];
        assert_eq!(hidden, interim);
        assert!(!may_filter(Gate::UnderReview, Audience::Counter));
        assert!(may_filter(Gate::DecisionSigned, Audience::Counter));
        assert!(
            Gate::ALL
                .iter()
                .all(|gate| may_filter(*gate, Audience::HomeAffairs))
        );
    }
}
