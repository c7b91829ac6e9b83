//! What can be wrong with a campaign that reads well.

use super::{Campaign, Quota};
use crate::definitions::{Authority, Fault, Source, fault::repeated, words::Problem};
use khen_domain::{
    NomineeKind,
    campaign::{DECISION_SYMBOL_CHARS_MAX, flaws},
};

impl Campaign {
    /// Everything that is wrong; instruments are looked up where the authority is at hand.
    pub(in crate::definitions) fn faults(
        &self,
        source: Source<'_>,
        authority: Option<&Authority>,
    ) -> Vec<Fault> {
        let codes = self
            .criteria
            .iter()
            .map(|one| (one.get_ref().code.to_string(), one.span()));
        let unsound = flaws(self.rules.get_ref()).map(|(body, flaw)| {
            let problem = Problem::RulesUnsound { body, flaw };
            source.fault(self.rules.span(), problem)
        });
        let plan = self.plan_problems().into_iter();
        let mut faults = self.quota_fault(source);
        faults.extend(plan.map(|problem| source.fault(self.plan.span(), problem)));
        faults.extend(repeated(source, codes));
        faults.extend(unsound);
        faults.extend(authority.map_or_else(Vec::new, |one| self.strangers(source, one)));
        faults
    }

    fn quota_fault(&self, source: Source<'_>) -> Vec<Fault> {
        let Quota {
            text,
            collective,
            individual,
        } = self.quota.get_ref();
        let said: Vec<u32> = numbers(text).collect();
        // Words that write no number in digits cannot be compared.
        let is_said = said.is_empty()
            || [collective, individual]
                .into_iter()
                .all(|number| *number == 0 || said.contains(number));
        let problem = if collective + individual == 0 {
            Some(Problem::EmptyQuota)
        } else if is_said {
            None
        } else {
            Some(Problem::QuotaText {
                collective: *collective,
                individual: *individual,
            })
        };
        let problem = problem.into_iter();
        problem
            .map(|problem| source.fault(self.quota.span(), problem))
            .collect()
    }

    /// What the plan leaves out, and what the criteria leave out of it.
    fn plan_problems(&self) -> Vec<Problem> {
        let plan = self.plan.get_ref();
        let texts = [
            ("title", &plan.title),
            ("issuer", &plan.issuer),
            ("signer", &plan.signer),
            ("award_form", &plan.award_form),
        ];
        let blank = texts
            .into_iter()
            .filter(|(_, text)| text.trim().is_empty())
            .map(|(key, _)| Problem::Blank { key });
        let lists = [
            ("scope", &plan.scope),
            ("dossier_parts", &plan.dossier_parts),
        ];
        let empty = lists
            .into_iter()
            .filter(|(_, list)| list.is_empty())
            .map(|(key, _)| Problem::Blank { key });
        let chars = plan.decision_symbol.chars().count();
        let symbol = (!(1..=DECISION_SYMBOL_CHARS_MAX).contains(&chars))
            .then_some(Problem::DecisionSymbol { chars });
        let kinds = [NomineeKind::Collective, NomineeKind::Individual];
        let unjudged = kinds
            .into_iter()
            .filter(|kind| self.criteria_of(*kind).next().is_none())
            .map(|kind| Problem::NoCriterion { kind });
        blank.chain(empty).chain(symbol).chain(unjudged).collect()
    }

    fn strangers(&self, source: Source<'_>, authority: &Authority) -> Vec<Fault> {
        let plan = self.plan.get_ref();
        let instruments = plan.regimes.iter().chain([&plan.base_wage]);
        let strangers = instruments.filter(|one| !authority.has_instrument(one));
        strangers
            .map(|instrument| {
                let instrument = instrument.to_string();
                source.fault(self.plan.span(), Problem::UnknownInstrument { instrument })
            })
            .collect()
    }
}

/// The whole numbers that stand in a text.
fn numbers(text: &str) -> impl Iterator<Item = u32> {
    text.split(|one: char| !one.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
}
