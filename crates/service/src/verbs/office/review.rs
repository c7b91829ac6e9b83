//! `khen review`: criteria, recommendation, confirmation.

mod confirm;
mod find;
mod people;
mod questions;

use std::process::ExitCode;

use clap::{Args, Subcommand};

use self::{
    confirm::{Confirm, Reopen},
    find::{Find, Recommend},
    people::{Assign, Substitutes},
    questions::{Ask, Heard, Supplement},
};
use crate::client::{Acting, Errand, Pair, Stop, Text, errand};
use khen_domain::NominationId;

/// Review received dossiers against the criteria (Home Affairs)
///
/// The head of Home Affairs assigns a reviewer; the reviewer records a finding on every criterion
/// and recommends; the head, another person, confirms. Where Home Affairs itself is the nominee's
/// unit, substitutes whom the Chairman names do both.
#[derive(Debug, Args)]
pub(crate) struct Review {
    #[command(subcommand)]
    act: Act,
    #[command(flatten)]
    acting: Acting,
}

#[derive(Debug, Subcommand)]
enum Act {
    Substitutes(Substitutes),
    Assign(Assign),
    Find(Find),
    Supplement(Supplement),
    Ask(Ask),
    Heard(Heard),
    Recommend(Recommend),
    /// Send recommendations back to the reviewer, each with its reason (head of Home Affairs,
    /// substitute)
    #[command(after_help = "Example:
  khen review return HQ-CCHC-2024-0005-X='Chưa xem quyết định kỷ luật ngày 05/12'")]
    Return {
        /// Who goes back, and why
        #[arg(required = true, value_name = "CODE=REASON")]
        cases: Vec<Pair<NominationId, Text>>,
    },
    Confirm(Confirm),
    Reopen(Reopen),
}

impl Review {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        errand(&self.acting, async |errand| {
            self.act.carry_out(errand).await
        })
        .await
    }
}

impl Act {
    async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        match self {
            Self::Substitutes(substitutes) => substitutes.carry_out(errand).await,
            Self::Assign(assign) => assign.carry_out(errand).await,
            Self::Find(find) => find.carry_out(errand).await,
            Self::Supplement(supplement) => supplement.carry_out(errand).await,
            Self::Ask(ask) => ask.carry_out(errand).await,
            Self::Heard(heard) => heard.carry_out(errand).await,
            Self::Recommend(recommend) => recommend.carry_out(errand).await,
            Self::Return { cases } => confirm::send_back(errand, cases).await,
            Self::Confirm(confirm) => confirm.carry_out(errand).await,
            Self::Reopen(reopen) => reopen.carry_out(errand).await,
        }
    }
}
