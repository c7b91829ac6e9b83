//! What can be wrong with a campaign that reads well.

use super::Campaign;
use crate::definitions::{Authority, Fault, Source, fault::repeated, words::Problem};
use khen_domain::campaign::Share;

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
        let mut faults = repeated(source, codes);
        faults.extend(self.impossible_shares(source));
        faults.extend(authority.map_or_else(Vec::new, |one| self.strangers(source, one)));
        faults
    }

    fn impossible_shares(&self, source: Source<'_>) -> Vec<Fault> {
        let rules = self.rules.get_ref();
        let bodies = [&rules.unit_session, &rules.standing_committee];
        let shares = bodies
            .into_iter()
            .flat_map(|body| [body.quorum, body.more_than]);
        let impossible = shares.filter(|share| share.whole == 0 || share.part > share.whole);
        impossible
            .map(|Share { part, whole }| {
                let problem = Problem::ImpossibleShare { part, whole };
                source.fault(self.rules.span(), problem)
            })
            .collect()
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
