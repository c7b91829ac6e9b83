//! The product from outside: the real binary, real folders, HTTP.
#![expect(clippy::unwrap_used, reason = "a test stops at its first surprise")]

mod campaign_check;
mod crash;
mod demo;
mod erasure;
mod house;
mod office;
mod season;
mod secrecy;
