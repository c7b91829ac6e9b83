//! What can be wrong with an authority that reads well.

use super::{Authority, law};
use crate::definitions::{Fault, Source, fault::repeated, words::Problem};
use khen_eventlog::LedgerId;

impl Authority {
    /// Everything that is wrong.
    pub(in crate::definitions) fn faults(&self, source: Source<'_>) -> Vec<Fault> {
        let slug = &self.ledger.slug;
        let bad_slug = LedgerId::parse(slug.get_ref()).is_err().then(|| {
            let problem = Problem::LedgerSlug {
                slug: slug.get_ref().clone(),
            };
            source.fault(slug.span(), problem)
        });
        let calendars = self
            .calendars
            .iter()
            .flat_map(|calendar| calendar.get_ref().faults(source));
        bad_slug
            .into_iter()
            .chain(self.validity_faults(source))
            .chain(calendars)
            .chain(law::faults(source, &self.regimes, &self.base_wages))
            .chain(self.repeated(source))
            .collect()
    }

    fn validity_faults(&self, source: Source<'_>) -> Vec<Fault> {
        let authority = self.authority.get_ref();
        let whole = (
            self.authority.span(),
            authority.valid_from,
            authority.valid_until,
        );
        let units = self
            .all_units()
            .map(|one| (one.unit.span(), self.first_day(one), self.last_day(one)));
        let regimes = self.regimes.iter().map(|one| {
            let regime = one.get_ref();
            (one.span(), regime.valid_from, regime.valid_until)
        });
        let spans = std::iter::once(whole).chain(units).chain(regimes);
        let backwards = spans.filter_map(|(span, from, to)| {
            let to = to.filter(|to| *to < from)?;
            Some(source.fault(span, Problem::EndsBeforeItStarts { from, to }))
        });
        backwards.collect()
    }

    fn repeated(&self, source: Source<'_>) -> Vec<Fault> {
        let units = self
            .all_units()
            .map(|one| (one.unit.get_ref().to_string(), one.unit.span()));
        let years = self
            .calendars
            .iter()
            .map(|one| (one.get_ref().year.to_string(), one.span()));
        let regimes = self
            .regimes
            .iter()
            .map(|one| (one.get_ref().instrument.to_string(), one.span()));
        let wages = self.base_wages.iter().map(|one| {
            let wage = one.get_ref();
            (
                format!("{} {}", wage.instrument, wage.valid_from),
                one.span(),
            )
        });
        let lists = [
            repeated(source, units),
            repeated(source, years),
            repeated(source, regimes),
            repeated(source, wages),
        ];
        lists.concat()
    }
}
