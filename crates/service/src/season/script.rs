//! The season from its launch to the issued decision, in order of date and time.

use std::{
    collections::BTreeMap,
    future::Future,
    sync::{Mutex, PoisonError},
};

use anyhow::anyhow;
use futures::{TryStreamExt as _, stream};
use serde_json::{Value, json};

use super::{
    Player, allocation, council, facts, hold, launch, letters, meetings,
    people::{Who, who},
    player::Step,
    proposals, ranking, review, signature,
    table::{self, Nominee, Unit},
};
use khen_domain::Role;

pub(crate) const CAMPAIGN: &str = "HQ-CCHC-2024";

/// Steps that are sent at once where their order does not matter.
const AT_ONCE: usize = 48;

/// How many of them, by the number of copies: a season that is played once goes step by step, so that
/// it is the same at every run.
pub(crate) fn at_once(copies: usize) -> usize {
    if copies > 1 { AT_ONCE } else { 1 }
}

/// Where a season stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub(crate) enum Until {
    /// 15 March: launched.
    Launch,
    /// 1 November: slots are allocated, the deadline is announced.
    Allocation,
    /// 22 November: the units have met.
    UnitVote,
    /// 29 November: the deadline is over.
    Submission,
    /// 6 December: in review, with a supplement and a hold.
    Review,
    /// 20 December: the Standing Committee has voted.
    Council,
    /// 26 December: the Chairman has decided, the decision is drafted.
    Signature,
    /// 27 December: the decision is issued.
    Issued,
}

impl Until {
    /// The word on the command line.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Launch => "launch",
            Self::Allocation => "allocation",
            Self::UnitVote => "unit-vote",
            Self::Submission => "submission",
            Self::Review => "review",
            Self::Council => "council",
            Self::Signature => "signature",
            Self::Issued => "issued",
        }
    }
}

/// A season that is played.
pub(crate) struct Season {
    pub(crate) player: Player,
    units: Vec<Unit>,
    copies: usize,
    /// Nominations by the nominee's code.
    nominations: Mutex<BTreeMap<String, String>>,
}

impl Season {
    /// A season that is played `copies` times over at once.
    pub(crate) fn new(player: Player, copies: usize) -> Self {
        Self {
            player,
            units: table::units(copies),
            copies,
            nominations: Mutex::default(),
        }
    }

    /// Plays until this stop.
    pub(crate) async fn play(&self, until: Until) -> anyhow::Result<()> {
        launch::play(self, until).await?;
        if until >= Until::Allocation {
            facts::provisional(self).await?;
            allocation::play(self).await?;
        }
        if until >= Until::UnitVote {
            proposals::play(self).await?;
            meetings::play(self).await?;
        }
        if until >= Until::Submission {
            ranking::communes(self).await?;
            ranking::substitutes(self).await?;
            letters::late_november(self).await?;
        }
        if until >= Until::Review {
            review::begin(self).await?;
        }
        if until >= Until::Council {
            hold::lift(self).await?;
            review::finish(self).await?;
            council::play(self).await?;
        }
        if until >= Until::Signature {
            signature::present(self).await?;
            signature::draft(self).await?;
        }
        if until >= Until::Issued {
            signature::issue(self).await?;
        }
        Ok(())
    }

    /// How many times over it is played.
    pub(crate) fn copies(&self) -> usize {
        self.copies
    }

    /// All units that nominate.
    pub(super) fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The units that play this unit of the season, in each copy.
    pub(super) fn units_of<'a>(&'a self, base: &'a str) -> impl Iterator<Item = &'a Unit> {
        self.units.iter().filter(move |unit| unit.base == base)
    }

    /// Every nominee with the unit.
    pub(crate) fn nominees(&self) -> impl Iterator<Item = (&Unit, &Nominee)> {
        self.units
            .iter()
            .flat_map(|unit| unit.nominees.iter().map(move |nominee| (unit, nominee)))
    }

    /// Remembers the nomination of a nominee.
    pub(super) fn remember(&self, code: &str, nomination: String) {
        let known = self.nominations.lock();
        let mut known = known.unwrap_or_else(PoisonError::into_inner);
        known.insert(code.to_owned(), nomination);
    }

    /// The nomination of a nominee.
    ///
    /// # Errors
    /// When nobody of this code was nominated yet.
    pub(crate) fn nomination(&self, code: &str) -> anyhow::Result<String> {
        let known = self
            .nominations
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let nomination = known.get(code).cloned();
        nomination.ok_or_else(|| anyhow!("{code} is not nominated yet"))
    }

    /// The nominations that play these nominees of the season: the first in all copies, then the
    /// second.
    pub(crate) fn nominations(&self, bases: &[&str]) -> anyhow::Result<Vec<String>> {
        let copies = 0..self.copies;
        bases
            .iter()
            .flat_map(|base| copies.clone().map(|copy| table::in_copy(base, copy)))
            .map(|code| self.nomination(&code))
            .collect()
    }

    /// Does something with each; in no order, many at once, where the season is played many times.
    pub(super) async fn each<T, F, Done>(
        &self,
        items: impl IntoIterator<Item = T>,
        work: F,
    ) -> anyhow::Result<()>
    where
        F: Fn(T) -> Done,
        Done: Future<Output = anyhow::Result<()>>,
    {
        stream::iter(items.into_iter().map(Ok))
            .try_for_each_concurrent(at_once(self.copies), work)
            .await
    }

    /// Carries out a command once in the season, or once for each `part`.
    pub(super) async fn act(
        &self,
        actor: &Who,
        (command, part): (&str, &str),
        content: Value,
    ) -> anyhow::Result<Value> {
        let step = Step {
            who: actor,
            command,
            part,
            content,
        };
        self.player.act(step).await
    }

    /// Carries out a command that somebody approves, or whose act it records.
    pub(super) async fn act_for(
        &self,
        (actor, principal): (&Who, &Who),
        (command, part): (&str, &str),
        content: Value,
    ) -> anyhow::Result<Value> {
        let step = Step {
            who: actor,
            command,
            part,
            content,
        };
        self.player.act_for(step, principal).await
    }
}

/// The first presentation, decision or session of the campaign: all are named alike.
pub(super) fn first() -> Value {
    json!({ "campaign": CAMPAIGN, "number": 1 })
}

/// The numbered meeting or submission of a unit: both are named alike.
pub(super) fn of_unit(unit: &Unit, number: usize) -> Value {
    json!({ "campaign": CAMPAIGN, "unit": unit.slug, "number": number })
}

macro_rules! actors {
    ($($(#[$doc:meta])+ $name:ident = $handle:literal, $role:ident;)+) => {
        $(
            $(#[$doc])+
            pub(super) fn $name() -> Who {
                who($handle, Role::$role)
            }
        )+
    };
}

actors! {
    /// CM, an officer of Home Affairs.
    manager = "CM", CampaignManager;
    /// CT, who approves.
    authority = "CT", CampaignAuthority;
    /// TPNV, the head of Home Affairs.
    review_head = "TPNV", ReviewHead;
    /// IN, at the desk for dossiers.
    intake_officer = "IN", IntakeOfficer;
    /// CM as the reviewer.
    reviewer = "CM", Reviewer;
    /// CM as the secretary of the Council.
    secretary = "CM", CouncilSecretary;
    /// CT as the one who decides and signs.
    chairman = "CT", Chairman;
    /// VP, the Chairman's office.
    office = "VP", ChairmanOffice;
    /// VT, the records clerk.
    clerk = "VT", RecordsClerk;
    /// EI1, who attests for all but Home Affairs.
    issuer = "EI1", EvidenceIssuer;
    /// VP, who attests for Home Affairs.
    issuer_for_home_affairs = "VP", EvidenceIssuer;
    /// HDSK, the Initiative Council.
    initiative_council = "HDSK", EvidenceIssuer;
    /// SR of the Inspectorate, who reviews in the place of Home Affairs.
    substitute_reviewer = "SR", SubstituteReviewer;
    /// SC of the Inspectorate, who confirms in the place of Home Affairs.
    substitute_confirmer = "SC", SubstituteConfirmer;
    /// SR of the Inspectorate, where something is verified.
    complaint_officer = "SR", ComplaintOfficer;
    /// SR of the Inspectorate, who attests discipline.
    inspectorate = "SR", EvidenceIssuer;
}
