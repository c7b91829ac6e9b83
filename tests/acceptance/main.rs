//! The product from outside: the real binary, real folders, HTTP.
#![expect(clippy::unwrap_used, reason = "a test stops at its first surprise")]

mod campaign_check;
mod counter;
mod crash;
mod demo;
mod encrypted;
mod erasure;
mod evidence;
mod examples;
mod help;
mod house;
mod lines;
mod log;
mod measures;
mod office;
mod papers;
mod province;
mod pull;
mod pull_ack;
mod pull_all;
mod pull_blobs;
mod pull_downloads;
mod pull_killed;
mod pull_log;
mod pull_segments;
mod pull_signed;
mod pull_turns;
mod read_only;
mod rebuild;
mod season;
mod secrecy;
#[path = "../seed.rs"]
mod seed;
mod ticker;
mod traces;
mod walk;
