//! The season from its launch to the issued decision, gate by gate.

use serde_json::{Value, json};

use super::{
    Player, council, launch,
    people::{Who, who},
    proposals, review, signature, submissions,
};
use khen_domain::{NominationId, Role};

pub(super) const CAMPAIGN: &str = "HQ-CCHC-2024";

pub(super) const MANAGER: Who = who("CM", Role::CampaignManager);
pub(super) const AUTHORITY: Who = who("CT", Role::CampaignAuthority);
pub(super) const REVIEW_HEAD: Who = who("TPNV", Role::ReviewHead);
pub(super) const INTAKE: Who = who("IN", Role::IntakeOfficer);
pub(super) const REVIEWER: Who = who("CM", Role::Reviewer);
pub(super) const SECRETARY: Who = who("CM", Role::CouncilSecretary);
pub(super) const CHAIRMAN: Who = who("CT", Role::Chairman);
pub(super) const OFFICE: Who = who("VP", Role::ChairmanOffice);
pub(super) const CLERK: Who = who("VT", Role::RecordsClerk);

/// The two nominees of the season and the units that nominate them.
pub(super) const COLLECTIVE_UNIT: Unit = Unit {
    slug: "tai-chinh-ke-hoach",
    officer: who("TCKH-CB", Role::UnitOfficer),
    secretary: who("TCKH-TK", Role::UnitSecretary),
    head: who("TCKH-TT", Role::UnitHead),
};
pub(super) const INDIVIDUAL_UNIT: Unit = Unit {
    slug: "van-phong",
    officer: who("VPH-CB", Role::UnitOfficer),
    secretary: who("VPH-TK", Role::UnitSecretary),
    head: who("VPH-TT", Role::UnitHead),
};

/// A nominating unit and its people.
pub(super) struct Unit {
    pub(super) slug: &'static str,
    pub(super) officer: Who,
    pub(super) secretary: Who,
    pub(super) head: Who,
}

impl Unit {
    /// The unit's first meeting, and its first submission: both are named alike.
    pub(super) fn first(&self) -> Value {
        json!({ "campaign": CAMPAIGN, "unit": self.slug, "number": 1 })
    }
}

/// What the season has made.
pub(crate) struct Played {
    /// The collective's nomination, as the API names it.
    pub(crate) collective: String,
    /// The individual's nomination.
    pub(crate) individual: String,
}

impl Played {
    /// Mã hồ sơ of the individual, with its check letter.
    pub(crate) fn individual_code(&self) -> anyhow::Result<String> {
        Ok(NominationId::parse(&self.individual)?.code())
    }

    /// Both, the collective first.
    pub(super) fn both(&self) -> [&str; 2] {
        [&self.collective, &self.individual]
    }
}

/// Plays the whole season.
pub(crate) async fn play(player: &mut Player) -> anyhow::Result<Played> {
    launch::plan(player).await?;
    launch::facts(player).await?;
    launch::allocation(player).await?;
    let played = proposals::propose(player).await?;
    proposals::endorse_collective(player, &played.collective).await?;
    submissions::send(player, &COLLECTIVE_UNIT, &played.collective, "2024-11-19").await?;
    proposals::endorse_individual(player, &played.individual).await?;
    submissions::acknowledge(player, &COLLECTIVE_UNIT, "2024-11-20").await?;
    submissions::send(player, &INDIVIDUAL_UNIT, &played.individual, "2024-11-26").await?;
    submissions::acknowledge(player, &INDIVIDUAL_UNIT, "2024-11-27").await?;
    review::assess(player, &played).await?;
    council::convene(player, &played).await?;
    council::vote(player, &played).await?;
    council::close(player).await?;
    signature::present(player, &played).await?;
    signature::sign(player, &played).await?;
    signature::issue(player).await?;
    Ok(played)
}
