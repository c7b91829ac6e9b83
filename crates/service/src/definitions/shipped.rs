//! The definitions of a profile that comes with the program.

use anyhow::{Context as _, anyhow};
use jiff::civil::Date;

use super::{Acting, Definitions, PlannedCommand};
use crate::profile::Profile;
use khen_domain::{AwardCoefficients, Dong, Role};

impl Definitions {
    /// The definitions of a profile.
    ///
    /// # Errors
    /// When they are wrong, which a test excludes.
    pub(crate) fn of_profile(profile: &Profile) -> anyhow::Result<Self> {
        Self::read(&profile.definitions)
            .context("the definitions that come with the program are wrong")
    }

    /// The same for a season that is played `copies` times over at once: these units and their people
    /// are there as often, and the quota is as many times as large.
    ///
    /// # Errors
    /// When a copy has no name.
    pub(crate) fn in_copies(mut self, copies: usize, units: &[&str]) -> anyhow::Result<Self> {
        for copy in 1..copies {
            if let Some(authority) = &mut self.authority {
                authority.add_copy(copy, units)?;
            }
            for people in &mut self.people {
                people.add_copy(copy, units)?;
            }
        }
        for campaign in &mut self.campaigns {
            campaign.multiply_quota(u32::try_from(copies)?);
        }
        Ok(self)
    }

    /// The commands of its campaigns, by the first who manages one.
    ///
    /// # Errors
    /// When nobody does.
    pub(crate) fn campaign_commands(&self) -> anyhow::Result<Vec<PlannedCommand>> {
        let mut people = self.people.iter();
        let manager = people
            .find_map(|one| one.seat_of(Role::CampaignManager))
            .ok_or_else(|| anyhow!("nobody manages the campaign"))?;
        let acting = Acting::Handle(manager.handle());
        let campaigns = self.campaigns.iter();
        Ok(campaigns.flat_map(|one| one.commands(&acting)).collect())
    }

    /// Ids of the units in the scope of campaigns.
    pub(crate) fn unit_ids(&self) -> Vec<String> {
        let units = self.authority.iter().flat_map(|one| &one.units);
        units.map(|one| one.unit.get_ref().to_string()).collect()
    }

    /// The rules of prize money and the base wage (đồng) on a day.
    ///
    /// # Errors
    /// When none was in force.
    pub(crate) fn prize_rules(&self, on: Date) -> anyhow::Result<(AwardCoefficients, Dong)> {
        let authority = self
            .authority
            .as_ref()
            .ok_or_else(|| anyhow!("there is no authority"))?;
        let mut regimes = authority.regimes.iter().map(toml::Spanned::get_ref);
        let is_in_force =
            |from: Date, until: Option<Date>| from <= on && until.is_none_or(|last| on <= last);
        let regime = regimes
            .find(|regime| is_in_force(regime.valid_from, regime.valid_until))
            .ok_or_else(|| anyhow!("no rules of prize money on {on}"))?;
        let wages = authority.base_wages.iter().map(toml::Spanned::get_ref);
        let wage = wages
            .filter(|wage| wage.valid_from <= on)
            .max_by_key(|wage| wage.valid_from)
            .ok_or_else(|| anyhow!("no base wage on {on}"))?;
        Ok((regime.coefficients, wage.amount))
    }
}
