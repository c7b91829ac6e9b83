//! `[rates]`

use serde::{Deserialize, Serialize};

use khen_api::Allowance;

/// How often one token may be used. A token belongs to one assignment of one person, or to a
/// program that acts for a whole unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RatesConfig {
    /// Requests in a minute, uploads included. `KHEN_RATES__REQUESTS_PER_MINUTE`, default 1200.
    pub(crate) requests_per_minute: u32,
    /// Uploads in an hour. `KHEN_RATES__UPLOADS_PER_HOUR`, default 120.
    pub(crate) uploads_per_hour: u32,
    /// Pages and single events of the export in a minute. `KHEN_RATES__EXPORTS_PER_MINUTE`, default 120.
    pub(crate) exports_per_minute: u32,
    /// Bundles of evidence in an hour. `KHEN_RATES__BUNDLES_PER_HOUR`, default 6.
    pub(crate) bundles_per_hour: u32,
    /// Access tokens of a client in a minute, and as many failures to get one.
    /// `KHEN_RATES__GRANTS_PER_MINUTE`, default 30.
    pub(crate) grants_per_minute: u32,
}

impl RatesConfig {
    /// For a play, where a year passes in seconds.
    pub(crate) fn unbounded() -> Self {
        Self {
            requests_per_minute: u32::MAX,
            uploads_per_hour: u32::MAX,
            exports_per_minute: u32::MAX,
            bundles_per_hour: u32::MAX,
            grants_per_minute: u32::MAX,
        }
    }

    /// What the API is told.
    pub(crate) fn allowance(&self) -> Allowance {
        Allowance {
            requests_per_minute: self.requests_per_minute,
            uploads_per_hour: self.uploads_per_hour,
            exports_per_minute: self.exports_per_minute,
            bundles_per_hour: self.bundles_per_hour,
            grants_per_minute: self.grants_per_minute,
        }
    }
}

impl Default for RatesConfig {
    fn default() -> Self {
        let usual = Allowance::default();
        Self {
            requests_per_minute: usual.requests_per_minute,
            uploads_per_hour: usual.uploads_per_hour,
            exports_per_minute: usual.exports_per_minute,
            bundles_per_hour: usual.bundles_per_hour,
            grants_per_minute: usual.grants_per_minute,
        }
    }
}
