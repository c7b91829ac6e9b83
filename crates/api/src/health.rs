//! Whether this process is alive, and whether it is fit to answer.

pub(crate) mod live;
pub(crate) mod metrics;
pub(crate) mod ready;

mod checks;

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

/// What was found in one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "HealthCheck")]
pub struct Check {
    /// The place, for example `store` or `rows.hon-quan`.
    pub name: Cow<'static, str>,
    /// How it is.
    pub condition: Condition,
    /// What was seen; no personal data, no causes that help an intruder.
    pub detail: String,
}

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// Well.
    Ok,
    /// Works, and somebody should look.
    Degraded,
    /// Not fit to answer.
    Failed,
}

impl Check {
    /// Something well.
    pub fn ok(name: impl Into<Cow<'static, str>>, detail: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            condition: Condition::Ok,
            detail: detail.into(),
        }
    }

    /// Something that works, and that somebody should look at.
    pub fn degraded(name: impl Into<Cow<'static, str>>, detail: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            condition: Condition::Degraded,
            detail: detail.into(),
        }
    }

    /// Something not fit to answer.
    pub fn failed(name: impl Into<Cow<'static, str>>, detail: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            condition: Condition::Failed,
            detail: detail.into(),
        }
    }
}
