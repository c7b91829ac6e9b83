//! Whose desks a question is about.

use clap::{Args, ValueEnum};

/// Whose desks.
#[derive(Debug, Args)]
pub(super) struct Desks {
    /// Whose desks
    #[arg(long, value_enum, default_value_t = Whose::Own)]
    desks: Whose,
    /// Only what is late
    #[arg(long)]
    late: bool,
}

/// Whose desks, in the word of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Whose {
    /// Your own
    Own,
    /// Those of your unit, for roles of a unit
    Unit,
    /// Everybody's, for the offices
    All,
}

impl Desks {
    /// What is asked for; what goes without saying is left out.
    pub(super) fn query<'a>(&self) -> impl Iterator<Item = (&'static str, &'a str)> {
        let desks = match self.desks {
            Whose::Own => None,
            Whose::Unit => Some(("desks", "unit")),
            Whose::All => Some(("desks", "all")),
        };
        let late = self.late.then_some(("late", "true"));
        desks.into_iter().chain(late)
    }
}
