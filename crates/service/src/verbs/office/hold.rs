//! `khen hold`: nobody is commended while something is being verified.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use jiff::civil::Date;
use serde_json::{Map, Value, json};

use crate::client::{Acting, Errand, Stop, errand, facts, word};
use khen_domain::{
    CommandKind, SourceDocument,
    hold::{HoldGround, HoldOutcome},
};
use khen_texts::Line;

/// Place a hold on a unit or a person, look at it again, lift it
///
/// A hold blocks every step forward of the cases of its subject, never a refusal. Whoever belongs to
/// the same unit cannot place or lift it. Lifting takes two persons: the first asks, the second
/// grants with the same line.
#[derive(Debug, Args)]
pub(crate) struct Hold {
    #[command(subcommand)]
    act: Act,
    #[command(flatten)]
    acting: Acting,
}

/// About whom something is being verified.
#[derive(Debug, Args)]
struct Subject {
    /// A unit as a collective; its staff is not touched
    #[arg(long, conflicts_with = "person", required_unless_present = "person")]
    collective: Option<String>,
    /// A person: a name, or an id of `khen people`
    #[arg(long, value_name = "WHO", requires = "of_unit")]
    person: Option<String>,
    /// The unit of the person
    #[arg(long, value_name = "UNIT")]
    of_unit: Option<String>,
    /// Number of the hold of this subject, from 1
    #[arg(long, default_value_t = 1)]
    number: u32,
}

/// The paper that says so.
#[derive(Debug, Args)]
struct Source {
    /// The document that says so, in words
    #[arg(long)]
    document: String,
    /// Its number and symbol
    #[arg(long, value_name = "NUMBER")]
    document_number: Option<String>,
    /// Its date, YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    document_date: Option<Date>,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Place a hold (complaint officer, head of Home Affairs)
    #[command(after_help = "Example:
  khen hold place --collective thanh-an --because discipline --verified-by 'Thanh tra huyện' \\
      --document 'Công văn về việc xem xét kỷ luật' --document-date 2024-12-03 \\
      --review-by 2024-12-17")]
    Place {
        #[command(flatten)]
        subject: Subject,
        /// What is being verified
        #[arg(long, value_parser = word::<HoldGround>())]
        because: HoldGround,
        /// Who verifies
        #[arg(long, value_name = "BODY")]
        verified_by: String,
        #[command(flatten)]
        source: Source,
        /// By when it is looked at again
        #[arg(long, value_name = "DATE")]
        review_by: Date,
    },
    /// Look at a hold again and keep it (complaint officer, head of Home Affairs)
    #[command(after_help = "Example:
  khen hold keep --collective thanh-an --review-by 2024-12-31")]
    Keep {
        #[command(flatten)]
        subject: Subject,
        /// By when it is looked at again
        #[arg(long, value_name = "DATE")]
        review_by: Date,
    },
    /// Lift a hold: two persons, the same line each (complaint officer, head of Home Affairs)
    #[command(after_help = "Example:
  khen hold lift --collective thanh-an --outcome confirmed \\
      --document 'Quyết định kỷ luật khiển trách' --document-date 2024-12-05")]
    Lift {
        #[command(flatten)]
        subject: Subject,
        /// How the verification ended
        #[arg(long, value_parser = word::<HoldOutcome>())]
        outcome: HoldOutcome,
        #[command(flatten)]
        source: Source,
    },
}

impl Hold {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        errand(&self.acting, async |errand| {
            self.act.carry_out(errand).await
        })
        .await
    }
}

impl Act {
    async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        let (command, content) = match self {
            Self::Place {
                subject,
                because,
                verified_by,
                source,
                review_by,
            } => {
                let content = json!({
                    "subject": subject.content(errand).await?,
                    "hold": subject.number,
                    "ground": because,
                    "verifying_body": verified_by,
                    "document": source.document(),
                    "review_by": review_by,
                });
                (CommandKind::PlaceHold, content)
            }
            Self::Keep { subject, review_by } => {
                let content = json!({
                    "subject": subject.content(errand).await?,
                    "hold": subject.number,
                    "review_by": review_by,
                });
                (CommandKind::ReviewHold, content)
            }
            Self::Lift {
                subject,
                outcome,
                source,
            } => {
                let content = json!({
                    "subject": subject.content(errand).await?,
                    "hold": subject.number,
                    "outcome": outcome,
                    "document": source.document(),
                });
                (CommandKind::LiftHold, content)
            }
        };
        errand.give(command, content).await?;
        self.tell_what_comes(errand)
    }

    /// Until when a hold stands, and that one person alone does not lift it.
    fn tell_what_comes(&self, errand: &Errand) -> Result<(), Stop> {
        match self {
            Self::Place { review_by, .. } | Self::Keep { review_by, .. } => {
                let day = review_by.strftime("%d/%m/%Y").to_string();
                errand.say(Line::HoldStands, &facts([("day", &day)]))
            }
            Self::Lift { .. } if errand.has_recorded("hold.hold_lift_requested") => {
                errand.say(Line::HoldLiftAsked, &Map::new())
            }
            Self::Lift { .. } => Ok(()),
        }
    }
}

impl Subject {
    async fn content(&self, errand: &Errand) -> Result<Value, Stop> {
        let Some(asked) = &self.person else {
            return Ok(json!({ "kind": "unit", "unit": self.collective }));
        };
        let client = errand.client();
        let unit = client.unit_or_own(self.of_unit.as_deref()).await?;
        let person = client.person(asked, &unit).await?;
        Ok(json!({ "kind": "person", "person": person.person }))
    }
}

impl Source {
    fn document(&self) -> SourceDocument {
        SourceDocument {
            title: self.document.clone(),
            number: self.document_number.clone(),
            date: self.document_date,
        }
    }
}
