//! Campaigns.

mod answer;
pub(crate) mod awards;
pub(crate) mod board;
pub(crate) mod eligibility;
pub(crate) mod get;
pub(crate) mod list;
pub(crate) mod quota;
pub(crate) mod slots;
