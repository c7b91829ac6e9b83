//! How the season must come out, and whether it did.

use std::collections::BTreeMap;

use anyhow::{Context as _, bail};
use serde_json::Value;

use super::{Season, Who};

/// How a season came out, as the auditor sees it.
pub(crate) struct Outcome {
    /// The nominations by id.
    cases: BTreeMap<String, Value>,
    /// Numbers that must be so, with what was found.
    numbers: Vec<Number>,
}

/// A number that must be so.
struct Number {
    what: String,
    must_be: u64,
    found: Option<u64>,
}

impl Outcome {
    /// A nomination as the auditor sees it.
    pub(crate) fn case(&self, nomination: &str) -> &Value {
        self.cases.get(nomination).unwrap_or(&Value::Null)
    }

    /// Every nomination.
    pub(crate) fn cases(&self) -> impl Iterator<Item = &Value> {
        self.cases.values()
    }

    /// Holds the end of a season against how it must be.
    ///
    /// # Errors
    /// Everything that differs, nominee by nominee.
    pub(crate) fn must_hold(&self, season: &Season) -> anyhow::Result<()> {
        let mut differences = Vec::new();
        let mut told = 0;
        for (gate, bases) in season.ends() {
            let bases = bases.iter().map(String::as_str);
            for nomination in season.nominations(bases, &(0..season.copies()))? {
                told += 1;
                let found = self.case(&nomination)["gate"].as_str();
                let found = found.unwrap_or("nowhere");
                if found != gate {
                    differences.push(format!("{nomination} should be {gate}, and is {found}"));
                }
            }
        }
        if self.cases.len() != told {
            differences.push(format!(
                "there should be {told} nominations, and are {}",
                self.cases.len()
            ));
        }
        let wrong = self
            .numbers
            .iter()
            .filter(|one| one.found != Some(one.must_be));
        differences.extend(wrong.map(|one| {
            let found = one
                .found
                .map_or("nothing".to_owned(), |found| found.to_string());
            format!("{} should be {}, and is {found}", one.what, one.must_be)
        }));
        if differences.is_empty() {
            return Ok(());
        }
        bail!(
            "the season did not come out as it must:\n  {}",
            differences.join("\n  ")
        )
    }
}

/// Asks for how the season came out.
pub(crate) async fn outcome(season: &Season) -> anyhow::Result<Outcome> {
    let auditor = season.auditor()?;
    Ok(Outcome {
        cases: cases(season, &auditor).await?,
        numbers: numbers(season, &auditor).await?,
    })
}

/// Every number that must be so.
async fn numbers(season: &Season, auditor: &Who) -> anyhow::Result<Vec<Number>> {
    let copies = u64::try_from(season.copies())?;
    let mut numbers = Vec::new();
    for row in season.holds() {
        let path = row.ask.replace("{campaign}", season.campaign());
        let answer = season.player.ask(auditor, &path).await?;
        numbers.push(Number {
            what: format!("{} of {path}", row.at),
            must_be: row.is * copies,
            found: answer.pointer(&row.at).and_then(Value::as_u64),
        });
    }
    Ok(numbers)
}

/// Every nomination of the campaign, page by page.
async fn cases(season: &Season, auditor: &Who) -> anyhow::Result<BTreeMap<String, Value>> {
    let campaign = season.campaign();
    let mut cases = BTreeMap::new();
    let mut after: Option<String> = None;
    loop {
        let place = after.map_or_else(String::new, |after| format!("&after={after}"));
        let path = format!("/api/v1/nominations?campaign={campaign}&limit=200{place}");
        let page = season.player.ask(auditor, &path).await?;
        let items = page["items"].as_array().context("a page has no items")?;
        for item in items {
            let nomination = item["nomination"].as_str().unwrap_or_default();
            cases.insert(nomination.to_owned(), item.clone());
        }
        match page["next"].as_str() {
            Some(next) => after = Some(next.to_owned()),
            None => return Ok(cases),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::json;

    use super::*;
    use crate::{
        definitions::Definitions,
        profile,
        season::{Cast, Player, Script, script::HoldsRow},
    };

    /// A season whose nominees stand as they must, `standing_wrongly` at another gate.
    fn ended(standing_wrongly: &str) -> (Season, Outcome) {
        let nobody_listens = Box::new(|_: &str| ());
        let clock = Arc::new(|_| Ok(()));
        let player = Player::new(Vec::new(), clock, Cast::default(), nobody_listens);
        let script = Script::of(profile::named(profile::DEFAULT).unwrap()).unwrap();
        let season = Season::new(player, script, (Definitions::default(), 1));
        let mut cases = BTreeMap::new();
        for (gate, codes) in season.ends() {
            for code in codes {
                let nomination = format!("nomination-{code}");
                let gate = if code == standing_wrongly {
                    "drafted"
                } else {
                    gate
                };
                cases.insert(nomination.clone(), json!({ "gate": gate }));
                season.remember(code, nomination);
            }
        }
        let holds = season.holds().iter();
        let numbers = holds.map(|row: &HoldsRow| Number {
            what: row.at.clone(),
            must_be: row.is,
            found: Some(row.is),
        });
        let numbers = numbers.collect();
        (season, Outcome { cases, numbers })
    }

    #[test]
    fn a_season_that_came_out_as_it_must_holds() {
        let (season, outcome) = ended("nobody");
        assert_eq!(season.nominees().count(), 21);
        outcome.must_hold(&season).unwrap();
    }

    #[test]
    fn whatever_differs_is_named() {
        let (season, mut outcome) = ended("I8");
        outcome.cases.remove("nomination-C5");
        outcome.numbers[0].found = None;
        let told = outcome.must_hold(&season).unwrap_err().to_string();
        for said in [
            "nomination-I8 should be chairman_declined, and is drafted",
            "nomination-C5 should be review_rejected, and is nowhere",
            "there should be 21 nominations, and are 20",
            "and is nothing",
        ] {
            assert!(told.contains(said), "{told}");
        }
    }
}
