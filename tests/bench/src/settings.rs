//! What a run is told by its environment.

use std::env;

/// The number that the variable `name` holds.
///
/// # Errors
/// When it holds something else.
pub fn number(name: &str) -> anyhow::Result<Option<usize>> {
    Ok(env::var(name).ok().map(|text| text.parse()).transpose()?)
}
