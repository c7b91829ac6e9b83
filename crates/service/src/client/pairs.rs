//! What is said of a case or a criterion, in one word of a command line: `CODE=…`.

use std::{fmt::Display, str::FromStr};

use schemars::JsonSchema;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

use super::{keys::nomination, word};
use khen_domain::{CriterionCode, NominationId, nomination::SupplementItem};

/// Something that is said about one thing: `ABOUT=WHAT`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pair<K, T> {
    /// About what.
    pub(crate) about: K,
    /// What.
    pub(crate) what: T,
}

/// What can stand before the sign.
pub(crate) trait Key: Sized {
    fn read(text: &str) -> Result<Self, String>;
}

impl Key for NominationId {
    fn read(text: &str) -> Result<Self, String> {
        nomination(text)
    }
}

impl Key for CriterionCode {
    fn read(text: &str) -> Result<Self, String> {
        Self::parse(text).map_err(|error| error.to_string())
    }
}

impl<K: Key, T: FromStr<Err: Display>> FromStr for Pair<K, T> {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let missing = "expected `=` between what it is about and what is said of it";
        let (about, what) = text.split_once('=').ok_or(missing)?;
        Ok(Self {
            about: K::read(about)?,
            what: what.parse().map_err(|error: T::Err| error.to_string())?,
        })
    }
}

/// Words of a person; there must be some.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Text(String);

impl FromStr for Text {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.trim() {
            "" => Err("expected some words".to_owned()),
            words => Ok(Self(words.to_owned())),
        }
    }
}

/// A case with the reason that is given on it.
pub(crate) fn reasoned(pair: &Pair<NominationId, Text>) -> Value {
    json!({ "nomination": pair.about, "reason": pair.what })
}

/// A word of the domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Word<T>(T);

impl<T: JsonSchema + DeserializeOwned> FromStr for Word<T> {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        word::read(text).map(Self)
    }
}

/// Votes on an item: `14-1`, or `14-1-1` when one stepped out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Votes {
    /// For.
    pub(crate) votes_for: u32,
    /// Against.
    pub(crate) votes_against: u32,
    /// Who stepped out.
    pub(crate) recused: u32,
}

impl FromStr for Votes {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = "expected FOR-AGAINST or FOR-AGAINST-RECUSED";
        let counts: Result<Vec<u32>, _> = text.split('-').map(str::parse).collect();
        let (votes_for, votes_against, recused) = match counts.map_err(|_| wrong)?.as_slice() {
            [votes_for, votes_against] => (*votes_for, *votes_against, 0),
            [votes_for, votes_against, recused] => (*votes_for, *votes_against, *recused),
            _ => return Err(wrong.to_owned()),
        };
        Ok(Self {
            votes_for,
            votes_against,
            recused,
        })
    }
}

/// What is wrong with a part of a dossier: `minutes_extract:unsigned`, `evidence/C3:missing`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Lack(SupplementItem);

impl FromStr for Lack {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (part, defect) = text
            .split_once(':')
            .ok_or("expected PART:DEFECT or evidence/CRITERION:DEFECT")?;
        let (part, criterion) = match part.split_once('/') {
            None => (part, None),
            Some((part, criterion)) => (part, Some(CriterionCode::read(criterion)?)),
        };
        Ok(Self(SupplementItem {
            part: word::read(part)?,
            criterion,
            defect: word::read(defect)?,
        }))
    }
}

/// A word of the domain and what is said with it: `review:lý do`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Because<T> {
    /// The word.
    pub(crate) word: T,
    /// Why, for people.
    pub(crate) reason: Text,
}

impl<T: JsonSchema + DeserializeOwned> FromStr for Because<T> {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (word, reason) = text.split_once(':').ok_or("expected WORD:REASON")?;
        Ok(Self {
            word: word::read(word)?,
            reason: reason.parse()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use khen_domain::{Finding, nomination::ReturnedTo};

    type Of<T> = Pair<NominationId, T>;

    fn of<T: FromStr<Err: Display>>(text: &str) -> Result<T, String> {
        text.parse::<Of<T>>().map(|pair| pair.what)
    }

    #[test]
    fn tallies_are_for_against_and_who_stepped_out() {
        let votes = |votes_for, votes_against, recused| Votes {
            votes_for,
            votes_against,
            recused,
        };
        assert_eq!(of("HQ-CCHC-2024-0001=11-0"), Ok(votes(11, 0, 0)));
        assert_eq!(of("HQ-CCHC-2024-0001=14-1-2"), Ok(votes(14, 1, 2)));
        for wrong in [
            "HQ-CCHC-2024-0001",
            "HQ-CCHC-2024-0001=11",
            "x=11-0",
            "HQ-CCHC-2024-0001=1-2-3-4",
        ] {
            assert!(of::<Votes>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_reason_may_hold_the_sign_that_parts_it_from_the_case() {
        let text = Text("tỷ lệ = 80%".to_owned());
        assert_eq!(of("HQ-CCHC-2024-0001= tỷ lệ = 80%"), Ok(text.clone()));
        assert!(of::<Text>("HQ-CCHC-2024-0001= ").is_err());
        let back = of::<Because<ReturnedTo>>("HQ-CCHC-2024-0001=review: tỷ lệ = 80%").unwrap();
        assert_eq!((back.word, back.reason), (ReturnedTo::Review, text));
    }

    #[test]
    fn what_is_wrong_names_part_criterion_and_defect() {
        let lack = |text: &str| text.parse::<Lack>().map(|lack| serde_json::json!(lack));
        let unsigned = lack("minutes_extract:unsigned").unwrap();
        assert_eq!(unsigned["part"], "minutes_extract");
        assert_eq!(lack("evidence/C3:missing").unwrap()["criterion"], "C3");
        let told = lack("evidence:gone").unwrap_err();
        assert!(told.contains("illegible"), "{told}");
    }

    #[test]
    fn a_finding_names_its_criterion() {
        let judged: Pair<CriterionCode, Word<Finding>> = "C4x=not_met".parse().unwrap();
        assert_eq!(judged.about.as_str(), "C4x");
        assert_eq!(judged.what, Word(Finding::NotMet));
    }
}
