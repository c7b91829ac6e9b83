//! The tables, one file each.

pub(crate) mod assignment;
pub(crate) mod award;
pub(crate) mod campaign;
pub(crate) mod clear_value;
pub(crate) mod decision;
pub(crate) mod eligibility;
pub(crate) mod fund_entry;
pub(crate) mod hold;
pub(crate) mod nomination;
pub(crate) mod person;
pub(crate) mod queue;
pub(crate) mod quota;
pub(crate) mod slot;
pub(crate) mod ticket;
pub(crate) mod unit;
