//! Chance that can be repeated.

use std::io::{self, Write as _};

use khen_ambient::{Chance, OsChance, SeededChance};

/// Names the seed of a run that is to be repeated.
const VARIABLE: &str = "KHEN_FAULTS_SEED";

/// The moments and victims of one test.
pub(crate) struct Seed(SeededChance);

impl Seed {
    /// The seed that is named, or a new one. It is printed, and shown when the test fails.
    pub(crate) fn of_this_run() -> Self {
        let named = std::env::var(VARIABLE).ok();
        let fresh = || u64::from_le_bytes((&OsChance as &dyn Chance).bytes());
        let seed = named.map_or_else(fresh, |text| text.parse().expect("the seed is a number"));
        let thread = std::thread::current();
        let test = thread.name().unwrap_or_default();
        say(&format!("{VARIABLE}={seed} for {test}"));
        Self(SeededChance::new(seed))
    }

    /// A number below `bound`.
    pub(crate) fn below(&self, bound: usize) -> usize {
        let bytes: [u8; 8] = (&self.0 as &dyn Chance).bytes();
        let bound = u64::try_from(bound).unwrap();
        usize::try_from(u64::from_le_bytes(bytes) % bound).unwrap()
    }
}

/// So many at CI size, more at a larger test scale.
pub(crate) fn scaled(count: usize) -> usize {
    let scale = std::env::var("KHEN_TEST_SCALE").ok();
    count * scale.and_then(|text| text.parse().ok()).unwrap_or(1)
}

/// Tells whoever reads the output of the tests.
pub(crate) fn say(text: &str) {
    // A reader that went away is no failure of the test.
    let _ = writeln!(io::stderr(), "{text}");
}
