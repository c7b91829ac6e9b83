//! The timetable and the rules of the gates.

use serde_json::{Value, json};

use super::{DefinitionWords, Section, section};
use crate::definitions::Campaign;
use khen_domain::campaign::{GateRules, Share, Threshold, TieRule, VotingRules};
use khen_texts::DefinitionLine as Line;

pub(super) fn timetable(campaign: &Campaign, words: &DefinitionWords<'_>) -> Section {
    let rules = campaign.rules.get_ref();
    let items = [
        words.say(Line::Year, &json!({ "year": campaign.plan.get_ref().year })),
        words.say(Line::Deadline, &json!({})),
        words.say(Line::Agenda, &json!({ "days": rules.agenda_days })),
        words.say(Line::Recording, &json!({ "days": rules.recording_days })),
        words.say(Line::Terms, &json!(rules.terms)),
        words.say(Line::Supplements, &supplements(rules)),
    ];
    let items = items.map(Into::into).into();
    section(words, Line::TimetableSection, &json!({}), items)
}

fn supplements(rules: &GateRules) -> Value {
    json!({ "rounds": rules.supplement_rounds_max, "days": rules.terms.supplement_days })
}

pub(super) fn gates(rules: &GateRules, words: &DefinitionWords<'_>) -> Section {
    let items = [
        words.say(Line::UnitRules, &voting(&rules.unit_session)),
        words.say(Line::StandingRules, &voting(&rules.standing_committee)),
        words.say(Line::FullRules, &voting(&rules.full_council)),
        words.say(Line::WrittenRules, &written_rules(rules)),
    ];
    let items = items.map(Into::into).into();
    section(words, Line::RulesSection, &json!({}), items)
}

fn voting(rules: &VotingRules) -> Value {
    let share = rules.threshold.share();
    json!({
        "members": rules.members.unwrap_or_default(),
        "quorum": written(rules.quorum),
        "is_half": rules.threshold.is_simple_majority(),
        "at_least": matches!(rules.threshold, Threshold::AtLeast(_)),
        "share": written(share),
        "denominator": rules.denominator,
        "has_tie": rules.tie.is_some(),
        "tie": rules.tie.unwrap_or(TieRule::Lost),
        "eligible_min": rules.eligible_min,
    })
}

fn written_rules(rules: &GateRules) -> Value {
    let mut facts = voting(&rules.written_consultation);
    facts["days"] = json!(rules.written_days);
    facts
}

/// `2/3`
pub(super) fn written(share: Share) -> String {
    format!("{}/{}", share.part, share.whole)
}
