//! Copies of units and their people, for seasons that are played several times over at once.
//!
//! The second copy of `tu-phap` is `tu-phap-2`, that of the handle `TP-CB` is `TP-CB.2`. A copy has no
//! function of an office and no role but those of a unit: there is one Home Affairs Office only.

use toml::Spanned;

use super::{Authority, Campaign, People, people::Assignment};
use khen_domain::{Role, UnitId};

impl Authority {
    /// Adds the units once more.
    pub(super) fn add_copy(&mut self, copy: usize, units: &[&str]) -> anyhow::Result<()> {
        let originals = self.units.iter();
        let originals = originals.filter(|one| units.contains(&one.unit.get_ref().as_str()));
        let mut copies = Vec::new();
        for original in originals {
            let mut unit = original.clone();
            unit.unit = again(&original.unit, copied_unit(original.unit.get_ref(), copy)?);
            unit.name = format!("{} ({})", original.name, copy + 1);
            unit.functions.clear();
            copies.push(unit);
        }
        self.units.extend(copies);
        Ok(())
    }
}

impl People {
    /// Adds the people of the units once more.
    pub(super) fn add_copy(&mut self, copy: usize, units: &[&str]) -> anyhow::Result<()> {
        let originals = self.people.iter();
        let originals = originals.filter(|one| units.contains(&one.unit().as_str()));
        let mut copies = Vec::new();
        for original in originals {
            let assignments = original.assignments.iter();
            let assignments: Vec<Assignment> = assignments
                .filter(|one| is_of_a_unit(*one.role.get_ref()))
                .cloned()
                .collect();
            if assignments.is_empty() {
                continue;
            }
            let handle = format!("{}.{}", original.handle(), copy + 1);
            let mut person = original.clone();
            person.handle = again(&original.handle, handle);
            person.unit = again(&original.unit, copied_unit(original.unit(), copy)?);
            person.assignments = assignments;
            copies.push(person);
        }
        self.people.extend(copies);
        Ok(())
    }
}

impl Campaign {
    /// Makes the quota so many times as large.
    pub(super) fn multiply_quota(&mut self, times: u32) {
        let quota = self.quota.get_mut();
        quota.collective *= times;
        quota.individual *= times;
    }
}

fn copied_unit(unit: &UnitId, copy: usize) -> anyhow::Result<UnitId> {
    Ok(UnitId::parse(&format!("{unit}-{}", copy + 1))?)
}

/// Another value in the same place of the file.
fn again<A, B>(original: &Spanned<A>, value: B) -> Spanned<B> {
    Spanned::new(original.span(), value)
}

fn is_of_a_unit(role: Role) -> bool {
    matches!(
        role,
        Role::UnitOfficer | Role::UnitSecretary | Role::UnitHead | Role::UnitDeputy | Role::Nominee
    )
}
