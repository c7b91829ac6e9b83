//! What a reader asks.

pub(crate) mod ledgers;

use std::ops::RangeInclusive;

use jiff::Timestamp;

use crate::{
    TypeFilter,
    filter::are_too_many,
    limits::{
        PAGE_EVENT_COUNT_DEFAULT, PAGE_EVENT_COUNT_MAX, TYPE_FILTER_COUNT_MAX, WAIT_SECONDS_MAX,
    },
};
use khen_domain::{CampaignId, UnitId};
use khen_eventlog::{Position, StreamName, limits::CANONICAL_INTEGER_MAX};

/// A question for a page of events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// "I have the first so many events."
    pub from: Position,
    /// Events of the page at most.
    pub limit: usize,
    /// Types that are wanted; none for all.
    pub types: Vec<TypeFilter>,
    /// The only stream that is wanted.
    pub subject: Option<StreamName>,
    /// The only campaign whose streams are wanted.
    pub campaign: Option<String>,
    /// The only unit whose streams are wanted.
    pub unit: Option<UnitId>,
    /// Where the reader ends: this position is the first that is not asked for.
    pub until: Option<Position>,
    /// The only span of time whose events are wanted.
    pub recorded: Option<Recorded>,
    /// Whether payloads are wanted.
    pub data: DataWish,
    /// How long to wait for news when there is none.
    pub wait_seconds: u64,
}

/// A span of times of recording, for people; no cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    /// The first moment in it.
    pub from: Timestamp,
    /// The first moment after it.
    pub to: Timestamp,
}

/// Whether payloads are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataWish {
    /// As the profile has them.
    Full,
    /// None at all.
    None,
}

/// What is wrong with a parameter, for the programmer who wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// Its name.
    pub parameter: String,
    /// What is wrong with it, in English.
    pub detail: String,
}

impl Query {
    /// Everything from here on, in pages of the default size.
    #[must_use]
    pub fn everything(from: Position) -> Self {
        Self {
            from,
            limit: PAGE_EVENT_COUNT_DEFAULT,
            types: Vec::new(),
            subject: None,
            campaign: None,
            unit: None,
            until: None,
            recorded: None,
            data: DataWish::Full,
            wait_seconds: 0,
        }
    }

    /// Reads the parameters of a query, in the order of the address.
    ///
    /// # Errors
    /// A [`Complaint`] about each parameter that is missing, unknown, repeated, or has another form.
    pub fn parse<'a>(
        parameters: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Vec<Complaint>> {
        let mut reading = Reading::new();
        for (parameter, text) in parameters {
            reading.take(parameter, text);
        }
        reading.query()
    }
}

/// Parameters as far as they are read.
struct Reading {
    query: Query,
    recorded_from: Option<Timestamp>,
    recorded_to: Option<Timestamp>,
    seen: Vec<String>,
    complaints: Vec<Complaint>,
}

impl Reading {
    fn new() -> Self {
        Self {
            query: Query::everything(Position(0)),
            recorded_from: None,
            recorded_to: None,
            seen: Vec::new(),
            complaints: Vec::new(),
        }
    }

    fn take(&mut self, parameter: &str, text: &str) {
        if parameter != "type" && self.has(parameter) {
            return self.complain(parameter, "is given twice");
        }
        self.seen.push(parameter.to_owned());
        if let Err(detail) = self.read(parameter, text) {
            self.complain(parameter, &detail);
        }
    }

    fn read(&mut self, parameter: &str, text: &str) -> Result<(), String> {
        let query = &mut self.query;
        match parameter {
            "from" => query.from = Position(number(text, 0..=CANONICAL_INTEGER_MAX)?),
            "limit" => {
                let most = PAGE_EVENT_COUNT_MAX as u64;
                query.limit =
                    usize::try_from(number(text, 1..=most)?).unwrap_or(PAGE_EVENT_COUNT_MAX);
            }
            "wait" => query.wait_seconds = number(text, 0..=WAIT_SECONDS_MAX)?,
            "until_pos" => query.until = Some(Position(number(text, 0..=CANONICAL_INTEGER_MAX)?)),
            "type" => {
                let filter = TypeFilter::parse(text);
                let forms = "has the form nomination.awarded, nomination.* or \
                             vn.khen.nomination.awarded.v1";
                query.types.push(filter.ok_or(forms)?);
            }
            "subject" => {
                let subject = StreamName::parse(text).map_err(|error| error.to_string())?;
                query.subject = Some(subject);
            }
            "campaign" => {
                let campaign = CampaignId::parse(text).map_err(|error| error.to_string())?;
                query.campaign = Some(campaign.as_str().to_owned());
            }
            "unit" => {
                let unit = UnitId::parse(text).map_err(|error| error.to_string())?;
                query.unit = Some(unit);
            }
            "recorded_from" => self.recorded_from = Some(time(text)?),
            "recorded_to" => self.recorded_to = Some(time(text)?),
            "data" => {
                query.data = match text {
                    "full" => DataWish::Full,
                    "none" => DataWish::None,
                    _ => return Err("is full or none".to_owned()),
                };
            }
            _ => return Err("is not known here".to_owned()),
        }
        Ok(())
    }

    /// The query, once its parts go together.
    fn query(mut self) -> Result<Query, Vec<Complaint>> {
        if !self.has("from") {
            self.complain("from", "is missing: 0, or the Khen-Next of the page before");
        }
        if are_too_many(&self.query.types) {
            self.complain(
                "type",
                &format!("is given more than {TYPE_FILTER_COUNT_MAX} times"),
            );
        }
        if self
            .query
            .until
            .is_some_and(|until| until < self.query.from)
        {
            self.complain("until_pos", "is before from");
        }
        self.span();
        if self.complaints.is_empty() {
            Ok(self.query)
        } else {
            Err(self.complaints)
        }
    }

    /// Puts the two ends of a span of time together. An end that is there and does not parse was
    /// complained about already.
    fn span(&mut self) {
        let ends = ["recorded_from", "recorded_to"];
        let [has_from, has_to] = ends.map(|end| self.has(end));
        for (end, is_missing) in ends
            .into_iter()
            .zip([has_to && !has_from, has_from && !has_to])
        {
            if is_missing {
                // With one end only, no page would ever be the last.
                self.complain(end, "is missing: a span of time has two ends");
            }
        }
        let (Some(from), Some(to)) = (self.recorded_from, self.recorded_to) else {
            return;
        };
        if self.query.wait_seconds > 0 {
            self.complain("wait", "does not go with recorded_from and recorded_to");
        } else if from > to {
            self.complain("recorded_to", "is before recorded_from");
        } else {
            self.query.recorded = Some(Recorded { from, to });
        }
    }

    fn has(&self, parameter: &str) -> bool {
        self.seen.iter().any(|seen| seen == parameter)
    }

    fn complain(&mut self, parameter: &str, detail: &str) {
        self.complaints.push(Complaint {
            parameter: parameter.to_owned(),
            detail: detail.to_owned(),
        });
    }
}

fn number(text: &str, within: RangeInclusive<u64>) -> Result<u64, String> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = is_plain.then(|| text.parse().ok()).flatten();
    let number = number.filter(|number| within.contains(number));
    number.ok_or_else(|| format!("is a number from {} to {}", within.start(), within.end()))
}

fn time(text: &str) -> Result<Timestamp, String> {
    let time = text.parse();
    time.map_err(|_| "is a time such as 2024-11-05T02:10:00Z".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Result<Query, Vec<String>> {
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let complained = |all: Vec<Complaint>| {
            all.into_iter()
                .map(|complaint| format!("{} {}", complaint.parameter, complaint.detail))
                .collect()
        };
        Query::parse(pairs).map_err(complained)
    }

    #[test]
    fn a_query_says_how_many_events_the_reader_has() {
        let query = read("from=7").unwrap();
        assert_eq!(query, Query::everything(Position(7)));
        let query =
            read("from=7&limit=5000&type=a.*&type=b.c&data=none&until_pos=9&wait=60").unwrap();
        assert_eq!((query.limit, query.types.len()), (5_000, 2));
        assert_eq!(query.data, DataWish::None);
        assert_eq!((query.until, query.wait_seconds), (Some(Position(9)), 60));
    }

    #[test]
    fn every_mistake_is_told_at_once() {
        let complaints =
            read("limit=0&wait=61&until_pos=-1&unit=T%C6%B0&x=1&data=some&type=*&limit=1")
                .unwrap_err();
        insta::assert_snapshot!(complaints.join("\n"), @r"
        limit is a number from 1 to 5000
        wait is a number from 0 to 60
        until_pos is a number from 0 to 9007199254740991
        unit an identifier has 1 to 80 characters of A-Z, a-z, 0-9, `-`, `_` and `.`
        x is not known here
        data is full or none
        type has the form nomination.awarded, nomination.* or vn.khen.nomination.awarded.v1
        limit is given twice
        from is missing: 0, or the Khen-Next of the page before
        ");
    }

    #[test]
    fn a_span_of_time_has_two_ends_and_waits_for_nothing() {
        let (early, late) = ("2024-11-05T02:10:00Z", "2024-11-06T00:00:00Z");
        assert!(read(&format!("from=0&recorded_from={early}&recorded_to={late}")).is_ok());
        for wrong in [
            format!("from=0&recorded_from={early}"),
            format!("from=0&recorded_to={late}"),
            format!("from=0&recorded_from={late}&recorded_to={early}"),
            format!("from=0&recorded_from={early}&recorded_to={late}&wait=1"),
            format!("from=0&recorded_from=noon&recorded_to={late}"),
            "from=9&until_pos=8".to_owned(),
        ] {
            assert_eq!(read(&wrong).unwrap_err().len(), 1, "{wrong}");
        }
    }
}
