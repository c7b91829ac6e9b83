//! What leaves the building, and how.
#![expect(clippy::unwrap_used, reason = "a test stops at its first surprise")]

mod bundles;
mod case;
mod homes;
mod pages;
mod profiles;
mod segments;
mod shelf;
