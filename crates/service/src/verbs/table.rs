//! Verbs that are a table: each gives one command, its arguments are the members of the content.
//!
//! Where a verb does more than that, it has a file of its own beside this.

mod content;
mod deed;
mod take;

use std::{fmt, marker::PhantomData, process::ExitCode};

use clap::{ArgMatches, Args, Command, Error, FromArgMatches, Subcommand, error::ErrorKind};

use crate::client::{Acting, Errand, Stop, errand};

pub(super) use deed::Deed;
pub(super) use take::{
    CASE, CASES, Kind, MOTION, SOURCE, SOURCE_DATE, SOURCE_NUMBER, Take, amount, case, case_with,
    cases, date, json_of, optional, plain, position, text, time, whole,
};

/// The deeds that stand below one verb.
pub(crate) trait Table: fmt::Debug + Send + Sync + 'static {
    /// The verb.
    const VERB: &'static str;
    /// Its deeds, in the order of the work.
    const DEEDS: &'static [Deed];
}

// What the help says of a whole verb stands at its variant of `Verb`: a comment here would hide it.
#[derive(Debug, Args)]
pub(crate) struct Whole<T: Table> {
    #[command(subcommand)]
    act: Act<T>,
    #[command(flatten)]
    acting: Acting,
}

impl<T: Table> Whole<T> {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        errand(&self.acting, async |errand| {
            self.act.carry_out(errand).await
        })
        .await
    }
}

/// One deed of a table, as it was typed; among other acts of a verb, or alone.
#[derive(Debug)]
pub(crate) struct Act<T> {
    deed: &'static Deed,
    values: ArgMatches,
    table: PhantomData<T>,
}

impl<T: Table> Act<T> {
    pub(crate) async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        let content = content::content(self.deed.takes, &self.values, errand).await?;
        errand.give(self.deed.command, content).await
    }
}

impl<T: Table> Subcommand for Act<T> {
    fn augment_subcommands(verb: Command) -> Command {
        T::DEEDS
            .iter()
            .fold(verb, |verb, deed| verb.subcommand(deed.teach(T::VERB)))
    }

    fn augment_subcommands_for_update(verb: Command) -> Command {
        Self::augment_subcommands(verb)
    }

    fn has_subcommand(word: &str) -> bool {
        T::DEEDS.iter().any(|deed| deed.word == word)
    }
}

impl<T: Table> FromArgMatches for Act<T> {
    fn from_arg_matches(typed: &ArgMatches) -> Result<Self, Error> {
        let none = || Error::new(ErrorKind::MissingSubcommand);
        let (word, values) = typed.subcommand().ok_or_else(none)?;
        let deed = T::DEEDS.iter().find(|deed| deed.word == word);
        Ok(Self {
            deed: deed.ok_or_else(none)?,
            values: values.clone(),
            table: PhantomData,
        })
    }

    fn update_from_arg_matches(&mut self, typed: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(typed)?;
        Ok(())
    }
}
