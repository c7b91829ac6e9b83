//! A season as it is written down: TOML that refers to ids and handles of the definitions.
//!
//! ```toml
//! [[steps]]
//! at = "2024-12-04T10:00"              # local time, never before the step above
//! who = "CM/reviewer"                  # handle/role; or officer, secretary, head, chair, confirmer
//! each = { nominees = ["C3"] }         # once for each; without it, once
//! command = "request_supplement"
//! content = { nomination = "@nomination", due = "2024-12-11" }
//! ```
//!
//! `approved_by` names who stands behind the act, `refused` the code with which a rule must refuse it.
//! `act` in the place of `command` is one of [`Act`].

use std::collections::BTreeMap;

use anyhow::{Context as _, ensure};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;

use super::Until;
use crate::{
    definitions::Source,
    profile::{self, Profile},
};

/// A season, read.
#[derive(Debug)]
pub(crate) struct Script {
    pub(super) cast: CastRows,
    pub(super) groups: Vec<Group>,
}

/// `season.toml`: whom the season is about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CastRows {
    /// Its campaign.
    pub(super) campaign: String,
    /// The morning before the first step: offices, people and the law are loaded.
    pub(super) loaded_at: String,
    /// The profile of a season of the same people that a demo plays before this one.
    pub(super) beside: Option<String>,
    /// Who reads the outcome, as `handle/role`.
    pub(super) auditor: String,
    /// The nominee whose case the demo shows, and to whom.
    pub(super) shown: Shown,
    /// The units that nominate.
    pub(super) units: Vec<UnitRow>,
    /// The nominees' codes, by the gate where they must stand at the end.
    pub(super) ends: BTreeMap<String, Vec<String>>,
    /// What units have achieved.
    pub(super) results: ResultRows,
    /// What else must be so at the end.
    #[serde(default)]
    pub(super) holds: Vec<HoldsRow>,
}

/// A number that the auditor must find in an answer at the end.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HoldsRow {
    /// What is asked: a path, where `{campaign}` is the campaign.
    pub(super) ask: String,
    /// Where the number stands in the answer, as a JSON pointer (RFC 6901).
    pub(super) at: String,
    /// The number; with several copies, as many times.
    pub(super) is: u64,
}

/// A case to look at.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shown {
    pub(super) nominee: String,
    pub(super) by: String,
}

/// A unit that nominates.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnitRow {
    pub(super) unit: String,
    /// How the handles of its people begin.
    pub(super) prefix: String,
    /// Handle of its head, where it does not begin so.
    pub(super) head: Option<String>,
    /// Handle of the one who stands in where the head is the nominee.
    pub(super) deputy: Option<String>,
    /// Code of the unit itself, where it is nominated.
    pub(super) collective: Option<String>,
    /// Codes of its nominated people, which are their handles too.
    #[serde(default)]
    pub(super) individuals: Vec<String>,
}

/// The made-up results of the year: who nominates has done all, of the others some have not.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ResultRows {
    /// Tasks of the yearly plan.
    pub(super) planned: usize,
    /// Tasks that a unit committed itself to.
    pub(super) committed: usize,
    /// Score of the year before, of 10,000.
    pub(super) prior_score_bp: usize,
    /// The scale of the scores.
    pub(super) scale: String,
}

/// A numbered file: steps that belong to one gate.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    pub(super) until: Until,
    pub(super) steps: Vec<StepRow>,
}

/// One dated step.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StepRow {
    pub(super) at: String,
    pub(super) who: Option<String>,
    pub(super) approved_by: Option<String>,
    pub(super) each: Option<Each>,
    /// Tells two steps of one command at one time from each other.
    pub(super) part: Option<String>,
    pub(super) command: Option<String>,
    pub(super) refused: Option<String>,
    #[serde(default)]
    pub(super) content: Value,
    pub(super) act: Option<Act>,
}

/// For what a step is done; `*` is all of them.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Each {
    /// Units that nominate.
    Units(Vec<String>),
    /// Nominees, by code.
    Nominees(Vec<String>),
    /// The same nominees in all copies but the first.
    Copies(Vec<String>),
    /// Every unit that has a head, whether it nominates or not.
    Heads,
}

/// What takes more than one command, or content that is made and not written.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Act {
    /// Everything that the campaign's definition asks for.
    RegisterCampaign,
    /// A unit meets and votes.
    Meet(Meeting),
    /// A unit prepares its letter.
    PrepareLetter(Letter),
    /// The Council votes on one motion, ballot by ballot.
    Vote(Motion),
}

/// A meeting of a unit: on the day of its step.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Meeting {
    pub(super) unit: String,
    /// From 1.
    #[serde(default = "first")]
    pub(super) number: u32,
    pub(super) present: u32,
    pub(super) staff: u32,
    /// Nominees by code, with votes for and against; two noughts where nobody voted.
    pub(super) votes: Vec<(String, u32, u32)>,
}

/// A letter of a unit: whom it proposes, by which meeting.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Letter {
    pub(super) unit: String,
    /// From 1.
    #[serde(default = "first")]
    pub(super) number: u32,
    #[serde(default = "first")]
    pub(super) meeting: u32,
    pub(super) nominees: Vec<String>,
}

/// A motion of the Council.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Motion {
    /// Which session of the campaign, from 1.
    #[serde(default = "first")]
    pub(super) session: u32,
    pub(super) number: u32,
    /// Nominations, as content refers to them.
    pub(super) items: Value,
    /// `handle/role` and `for`, `against` or whatever else may be chosen.
    pub(super) ballots: Vec<(String, String)>,
}

fn first() -> u32 {
    1
}

impl Script {
    /// The numbered meeting of a unit.
    pub(super) fn meeting(&self, unit: &str, number: u32) -> Option<&Meeting> {
        let steps = self.groups.iter().flat_map(|group| &group.steps);
        let mut meetings = steps.filter_map(|step| match &step.act {
            Some(Act::Meet(meeting)) => Some(meeting),
            Some(Act::RegisterCampaign | Act::PrepareLetter(_) | Act::Vote(_)) | None => None,
        });
        meetings.find(|meeting| meeting.unit == unit && meeting.number == number)
    }

    /// Reads the season of a profile.
    ///
    /// # Errors
    /// When it cannot be read, or its steps do not stand in order.
    pub(crate) fn of(profile: &Profile) -> anyhow::Result<Self> {
        let groups = profile.steps.iter().map(parse);
        let script = Self {
            cast: parse(&profile.season)?,
            groups: groups.collect::<anyhow::Result<_>>()?,
        };
        script.must_stand_in_order()?;
        Ok(script)
    }

    /// The morning before the first step.
    pub(crate) fn loaded_at(&self) -> &str {
        &self.cast.loaded_at
    }

    /// The season that a demo plays before this one.
    ///
    /// # Errors
    /// When no profile has this name.
    pub(crate) fn beside(&self) -> anyhow::Result<Option<&'static Profile>> {
        let name = self.cast.beside.as_deref();
        name.map(profile::named)
            .transpose()
            .map_err(anyhow::Error::msg)
    }

    /// Ids of the units that nominate.
    pub(crate) fn nominating_units(&self) -> impl Iterator<Item = &str> {
        self.cast.units.iter().map(|unit| unit.unit.as_str())
    }

    /// Nominations of one season.
    pub(crate) fn nominee_count(&self) -> usize {
        let units = self.cast.units.iter();
        units.map(|unit| unit.codes().count()).sum()
    }

    /// The last gate that it reaches.
    pub(crate) fn end(&self) -> Option<Until> {
        self.groups.last().map(|group| group.until)
    }

    fn must_stand_in_order(&self) -> anyhow::Result<()> {
        ensure!(
            self.groups.is_sorted_by_key(|group| group.until),
            "the groups of steps do not stand in the order of their gates"
        );
        let mut last = self.loaded_at();
        for step in self.groups.iter().flat_map(|group| &group.steps) {
            ensure!(last <= step.at.as_str(), "{} stands after {last}", step.at);
            ensure!(
                step.command.is_some() != step.act.is_some(),
                "the step of {} needs a command or an act",
                step.at
            );
            last = &step.at;
        }
        Ok(())
    }
}

impl UnitRow {
    /// Codes of its nominees: the unit itself first.
    pub(super) fn codes(&self) -> impl Iterator<Item = &String> {
        self.collective.iter().chain(&self.individuals)
    }
}

fn parse<T: DeserializeOwned>(source: &Source<'_>) -> anyhow::Result<T> {
    toml::from_str(source.text).with_context(|| format!("{} cannot be read", source.file))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::profile::PROFILES;
    use khen_domain::nomination::Gate;

    #[test]
    fn every_season_can_be_read_and_says_where_each_nominee_ends() {
        for profile in PROFILES {
            let script = Script::of(profile).unwrap();
            let cast = &script.cast;
            let nominees: BTreeSet<&String> = cast.units.iter().flat_map(UnitRow::codes).collect();
            let ended: BTreeSet<&String> = cast.ends.values().flatten().collect();
            assert_eq!(nominees, ended, "{}", profile.name);
            for gate in cast.ends.keys() {
                let word = Value::String(gate.clone());
                assert!(serde_json::from_value::<Gate>(word).is_ok(), "{gate}");
            }
        }
    }
}
