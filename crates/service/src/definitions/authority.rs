//! The definition of an issuing authority.

mod calendar;
mod commands;
mod faults;
mod law;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use self::calendar::YearCalendar;
pub(super) use self::law::{BaseWage, Regime, Unverified};
use super::{Kind, source::Lines};
use khen_domain::{
    GroupId, InstrumentId, OfficeFunction, UnitId, UnitKind, org::EstablishAuthority,
};

/// An issuing authority: its ledger, units, calendar and legal parameters.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Authority {
    /// Always `authority`.
    #[serde(rename = "kind")]
    #[schemars(extend("const" = "authority"))]
    _kind: Kind,
    /// Its ledger.
    pub(crate) ledger: Ledger,
    /// The authority itself.
    #[schemars(with = "EstablishAuthority")]
    pub(crate) authority: Spanned<EstablishAuthority>,
    /// Units in the scope of campaigns.
    pub(crate) units: Vec<Unit>,
    /// Bodies outside the scope whose people act.
    #[serde(default)]
    pub(crate) bodies: Vec<Unit>,
    /// Holidays and worked weekends, year by year.
    #[serde(default)]
    #[schemars(with = "Vec<YearCalendar>")]
    pub(crate) calendars: Vec<Spanned<YearCalendar>>,
    /// Rules of prize money.
    #[serde(default)]
    #[schemars(with = "Vec<Regime>")]
    pub(crate) regimes: Vec<Spanned<Regime>>,
    /// Base wages.
    #[serde(default)]
    #[schemars(with = "Vec<BaseWage>")]
    pub(crate) base_wages: Vec<Spanned<BaseWage>>,
    /// Where its lines begin.
    #[serde(skip)]
    pub(super) lines: Lines,
}

/// The ledger of an authority.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ledger {
    /// Its slug, for example `hon-quan`.
    #[schemars(with = "String", extend("pattern" = "^[a-z0-9-]+$"))]
    pub(crate) slug: Spanned<String>,
    /// Its address in every event; fixed for ever when the ledger is made.
    #[schemars(extend("format" = "uri"))]
    pub(crate) source: String,
}

/// A unit (đơn vị), valid as long as its authority where it does not say otherwise.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Unit {
    /// Its id, for example `tu-phap`.
    #[schemars(with = "UnitId")]
    pub(crate) unit: Spanned<UnitId>,
    /// Full name.
    pub(crate) name: String,
    /// Kind of unit.
    pub(crate) kind: UnitKind,
    /// Its group (khối).
    pub(crate) group: GroupId,
    /// What the office does.
    #[serde(default)]
    pub(crate) functions: Vec<OfficeFunction>,
    /// Number of staff.
    pub(crate) staff: u32,
    /// First day, where it is not the authority's.
    pub(crate) valid_from: Option<Date>,
    /// Last day, where it is not the authority's.
    pub(crate) valid_until: Option<Date>,
}

impl Authority {
    /// Units and bodies.
    fn all_units(&self) -> impl Iterator<Item = &Unit> {
        self.units.iter().chain(&self.bodies)
    }

    /// First day of a unit.
    fn first_day(&self, unit: &Unit) -> Date {
        unit.valid_from
            .unwrap_or(self.authority.get_ref().valid_from)
    }

    /// Last day of a unit, if known.
    fn last_day(&self, unit: &Unit) -> Option<Date> {
        unit.valid_until.or(self.authority.get_ref().valid_until)
    }

    /// Full name of a unit or body.
    pub(crate) fn unit_name(&self, unit: &UnitId) -> Option<&str> {
        let mut units = self.all_units();
        let found = units.find(|one| one.unit.get_ref() == unit)?;
        Some(found.name.as_str())
    }

    /// Whether there is such a unit or body.
    pub(super) fn has_unit(&self, unit: &UnitId) -> bool {
        self.all_units().any(|one| one.unit.get_ref() == unit)
    }

    /// Whether the legal parameters of this instrument are recorded.
    pub(super) fn has_instrument(&self, instrument: &InstrumentId) -> bool {
        let regimes = self.regimes.iter().map(|one| &one.get_ref().instrument);
        let wages = self.base_wages.iter().map(|one| &one.get_ref().instrument);
        regimes.chain(wages).any(|one| one == instrument)
    }
}
