//! The tree in tiles, as it is kept and served.

pub(crate) mod builder;
pub(crate) mod bundle;
pub(crate) mod cover;
pub(crate) mod id;
pub(crate) mod set;
