//! From command to effects.

use crate::{Command, Context, Effect, Refusal, World};

/// Which events would this command cause? An empty list means that the wish is already fulfilled.
///
/// # Errors
/// [`Refusal`]: the rule that stands against it, with its facts.
pub fn decide(world: &World, context: &Context, command: &Command) -> Result<Vec<Effect>, Refusal> {
    let _ = (world, context, command);
    Ok(Vec::new())
}
