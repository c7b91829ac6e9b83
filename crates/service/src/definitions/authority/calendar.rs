//! Holidays and compensatory days of a year, occasion by occasion, each with its source.

use jiff::civil::{Date, Weekday};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::definitions::{Fault, Source, words::Problem};
use khen_domain::{SourceDocument, org::SetCalendar};

/// The days of a year that are not as the week says.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct YearCalendar {
    /// The year.
    pub(crate) year: i16,
    /// What the calendar of the year rests on as a whole.
    document: SourceDocument,
    /// Its occasions.
    #[schemars(with = "Vec<Occasion>")]
    pub(crate) occasions: Vec<Spanned<Occasion>>,
}

/// A holiday (dịp nghỉ lễ, Tết) with the days worked in exchange.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Occasion {
    /// What it is called.
    pub(crate) name: String,
    /// Weekdays off.
    pub(crate) off: Vec<Date>,
    /// Saturdays and Sundays worked in exchange.
    #[serde(default)]
    pub(crate) worked: Vec<Date>,
    /// The paper that fixes the days.
    pub(crate) source: SourceDocument,
    /// Where the days were read.
    #[schemars(extend("format" = "uri"))]
    pub(crate) seen_at: Option<String>,
    /// Whether the days still wait to be confirmed.
    #[serde(default)]
    pub(crate) unverified: bool,
}

impl YearCalendar {
    /// What is asked of the desk: all days of the year, in order.
    pub(super) fn command(&self) -> SetCalendar {
        let occasions = || self.occasions.iter().map(Spanned::get_ref);
        let mut holidays: Vec<Date> = occasions().flat_map(|one| one.off.clone()).collect();
        let mut worked: Vec<Date> = occasions().flat_map(|one| one.worked.clone()).collect();
        holidays.sort_unstable();
        worked.sort_unstable();
        SetCalendar {
            year: self.year,
            holidays,
            worked,
            document: self.document.clone(),
        }
    }

    /// Everything that is wrong.
    pub(super) fn faults(&self, source: Source<'_>) -> Vec<Fault> {
        let occasions = self.occasions.iter();
        let faults = occasions.flat_map(|occasion| {
            let problems = self.problems(occasion.get_ref());
            problems.map(|problem| source.fault(occasion.span(), problem))
        });
        faults.collect()
    }

    /// Days that change nothing or belong elsewhere, most likely slips of the pen; and sources that
    /// say more, or less, than is known.
    fn problems(&self, occasion: &Occasion) -> impl Iterator<Item = Problem> {
        let year = self.year;
        let days = occasion.off.iter().chain(&occasion.worked);
        let strays = days
            .filter(|day| day.year() != year)
            .map(|day| Problem::DayOfAnotherYear { day: *day, year });
        let idle = occasion.off.iter().filter(|day| is_weekend(**day));
        let idle = idle.map(|day| Problem::HolidayOnWeekend { day: *day });
        let busy = occasion.worked.iter().filter(|day| !is_weekend(**day));
        let busy = busy.map(|day| Problem::WorkedWeekday { day: *day });
        let is_cited = occasion.source.number.is_some() || occasion.source.date.is_some();
        let name = || occasion.name.clone();
        let sourcing = match (occasion.unverified, occasion.seen_at.is_some()) {
            (true, _) if is_cited => Some(Problem::UnverifiedIsCited { name: name() }),
            (false, false) => Some(Problem::NotSeenAnywhere { name: name() }),
            (true, true | false) | (false, true) => None,
        };
        let problems: Vec<Problem> = strays.chain(idle).chain(busy).chain(sourcing).collect();
        problems.into_iter()
    }
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}
