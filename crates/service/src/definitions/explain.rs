//! Explains a campaign's definition back to the person who wrote it.
//!
//! The plan's own sentences are shown as they stand; everything else is worded by the catalogues.
//! What is wrong is a matter of [`Fault`](super::Fault)s; here stands what the definition means, and
//! what in it is lawful and unusual.

mod prize;
mod rules;
mod unusual;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{Authority, Campaign};
use khen_domain::{
    NomineeKind,
    campaign::{Check, Criterion},
};
use khen_texts::{DefinitionLine as Line, Language, Texts};

/// A campaign in words.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Explanation {
    /// Chapter by chapter, in the order of the plan.
    pub(crate) sections: Vec<Section>,
    /// What is unusual.
    pub(crate) warnings: Vec<Remark>,
}

/// A chapter.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Section {
    /// A stable word for programs.
    pub(crate) code: &'static str,
    /// Its heading.
    pub(crate) title: String,
    /// Its items.
    pub(crate) items: Vec<Item>,
}

/// One thing that is told.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Item {
    /// What it is.
    pub(crate) text: String,
    /// More about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) detail: Option<String>,
}

/// Something to look at again.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Remark {
    /// A stable word for programs.
    pub(crate) code: &'static str,
    /// What it is.
    pub(crate) text: String,
}

impl From<String> for Item {
    fn from(text: String) -> Self {
        Self { text, detail: None }
    }
}

/// Explains `campaign`; amounts of money where the authority is at hand.
pub(crate) fn explain(
    campaign: &Campaign,
    authority: Option<&Authority>,
    words: &DefinitionWords<'_>,
) -> Explanation {
    let rules = campaign.rules.get_ref();
    let sections = vec![
        plan(campaign, words),
        rules::timetable(campaign, words),
        section(
            words,
            Line::ScopeSection,
            &json!({}),
            own(&campaign.plan.get_ref().scope),
        ),
        quota(campaign, words),
        criteria(campaign, NomineeKind::Collective, words),
        criteria(campaign, NomineeKind::Individual, words),
        rules::gates(rules, words),
        section(
            words,
            Line::DossierSection,
            &json!({}),
            own(&campaign.plan.get_ref().dossier_parts),
        ),
        prize::section(campaign, authority, words),
    ];
    let warnings = unusual::remarks(campaign, authority)
        .into_iter()
        .map(|(line, facts)| Remark {
            code: line.as_str(),
            text: words.say(line, &facts),
        });
    Explanation {
        sections,
        warnings: warnings.collect(),
    }
}

/// The catalogues in one language.
pub(crate) struct DefinitionWords<'a> {
    /// The catalogues.
    pub(crate) texts: &'a Texts,
    /// The language.
    pub(crate) language: Language,
}

impl DefinitionWords<'_> {
    /// A line with these facts, an object.
    pub(crate) fn say(&self, line: Line, facts: &Value) -> String {
        let none = Map::new();
        let facts = facts.as_object().unwrap_or(&none);
        self.texts.definition(self.language, line, facts)
    }
}

fn section(words: &DefinitionWords<'_>, line: Line, facts: &Value, items: Vec<Item>) -> Section {
    Section {
        code: line.as_str(),
        title: words.say(line, facts),
        items,
    }
}

/// The plan's own sentences.
fn own(sentences: &[String]) -> Vec<Item> {
    sentences.iter().cloned().map(Item::from).collect()
}

fn plan(campaign: &Campaign, words: &DefinitionWords<'_>) -> Section {
    let plan = campaign.plan.get_ref();
    let head = json!({ "campaign": campaign.campaign, "title": plan.title });
    let issuer = json!({ "issuer": plan.issuer, "signer": plan.signer });
    let document = json!({ "symbol": plan.document.number, "date": plan.document.date });
    let bases = plan.legal_bases.iter();
    let bases = bases.map(|basis| words.say(Line::LegalBasis, &json!({ "title": basis.title })));
    let items = [
        words.say(Line::Campaign, &head),
        words.say(Line::Issuer, &issuer),
        words.say(Line::PlanDocument, &document),
    ];
    let items = items.into_iter().chain(bases).map(Item::from).collect();
    section(words, Line::PlanSection, &json!({}), items)
}

fn quota(campaign: &Campaign, words: &DefinitionWords<'_>) -> Section {
    let (plan, quota) = (campaign.plan.get_ref(), campaign.quota.get_ref());
    let facts = json!({ "collective": quota.collective, "individual": quota.individual });
    let items = [
        plan.award_form.clone(),
        words.say(Line::Quota, &facts),
        plan.preference.clone(),
    ];
    let items = items.into_iter().filter(|text| !text.trim().is_empty());
    section(
        words,
        Line::QuotaSection,
        &json!({}),
        items.map(Item::from).collect(),
    )
}

fn criteria(campaign: &Campaign, kind: NomineeKind, words: &DefinitionWords<'_>) -> Section {
    let items = campaign.criteria_of(kind).map(|one| criterion(one, words));
    let facts = json!({ "kind": kind });
    section(words, Line::CriteriaSection, &facts, items.collect())
}

fn criterion(criterion: &Criterion, words: &DefinitionWords<'_>) -> Item {
    let how = words.say(check(criterion.check), &json!({}));
    let text = json!({ "criterion": criterion.code, "text": criterion.text });
    let detail = json!({ "how": how, "evidence": criterion.evidence });
    Item {
        text: words.say(Line::Criterion, &text),
        detail: Some(words.say(Line::CriterionCheck, &detail)),
    }
}

fn check(check: Check) -> Line {
    match check {
        Check::Finding => Line::CheckFinding,
        Check::CommittedTasksDone => Line::CheckCommittedTasksDone,
        Check::PlannedTasksDone => Line::CheckPlannedTasksDone,
        Check::InitiativeOrFinding => Line::CheckInitiativeOrFinding,
        Check::NoLeaderDisciplined => Line::CheckNoLeaderDisciplined,
        Check::ScoreRose => Line::CheckScoreRose,
        Check::RatedGood => Line::CheckRatedGood,
    }
}
