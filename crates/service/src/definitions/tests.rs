//! What the definitions promise.

use super::{Definitions, Source};
use crate::profile;

/// The definitions of the profile that is played where none is chosen: the examples of these tests.
const SHIPPED: [Source<'static>; 3] = profile::PROFILES[0].definitions;

fn shipped() -> Definitions {
    Definitions::of_profile(&profile::PROFILES[0]).unwrap()
}

mod calendar;
mod commands;
mod commune;
mod faults;
mod plan;
mod schemas;
mod shipped;
