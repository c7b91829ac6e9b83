//! `khen feedback`: what stands in a unit's way, and what is answered.

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Subcommand};
use serde_json::json;

use crate::client::{Acting, Errand, Owner, Stop, Text, errand, feedback, word};
use khen_domain::{CommandKind, DocumentKind, FeedbackId, OfficeFunction, feedback::FeedbackTopic};

/// Say what stands in the unit's way; route, answer and close it
///
/// Units write to Home Affairs; an answer that concerns all units is shown to all of them.
#[derive(Debug, Args)]
pub(crate) struct Feedback {
    #[command(subcommand)]
    act: Act,
    #[command(flatten)]
    acting: Acting,
}

#[derive(Debug, Args)]
struct Ticket {
    /// The feedback: CAMPAIGN/UNIT/NUMBER, the next of the unit's own series
    #[arg(value_parser = feedback)]
    feedback: FeedbackId,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Say what stands in the way (unit officer, unit head)
    #[command(after_help = "Example:
  khen feedback file HQ-CCHC-2024/minh-duc/1 --topic criteria \\
      'Mô hình mới chưa có quyết định công nhận thì có được tính không?'")]
    File {
        #[command(flatten)]
        ticket: Ticket,
        /// What it is about
        #[arg(long, value_parser = word::<FeedbackTopic>())]
        topic: FeedbackTopic,
        /// In words
        text: Text,
        /// What belongs to it
        #[arg(long, value_name = "FILE")]
        attachment: Vec<PathBuf>,
    },
    /// Pass it on to the office that can answer (head of Home Affairs, campaign manager)
    #[command(after_help = "Example:
  khen feedback route HQ-CCHC-2024/minh-duc/1 --to home_affairs_office")]
    Route {
        #[command(flatten)]
        ticket: Ticket,
        /// The office
        #[arg(long, value_parser = word::<OfficeFunction>())]
        to: OfficeFunction,
    },
    /// Answer it (head of Home Affairs, campaign manager)
    #[command(after_help = "Example:
  khen feedback answer HQ-CCHC-2024/minh-duc/1 --general \\
      'Mô hình mới được tính khi có xác nhận của thủ trưởng đơn vị.'")]
    Answer {
        #[command(flatten)]
        ticket: Ticket,
        /// In words
        text: Text,
        /// It concerns all units, and is shown to all
        #[arg(long)]
        general: bool,
    },
    /// Close it once it is answered (head of Home Affairs, campaign manager)
    #[command(after_help = "Example:
  khen feedback close HQ-CCHC-2024/minh-duc/1")]
    Close {
        #[command(flatten)]
        ticket: Ticket,
    },
}

impl Feedback {
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
            Self::File {
                ticket,
                topic,
                text,
                attachment,
            } => {
                let mut attachments = Vec::new();
                for file in attachment {
                    let kind = DocumentKind::Evidence;
                    attachments.push(errand.bring(file, Owner::Authority, kind).await?);
                }
                let content = json!({
                    "feedback": ticket.feedback,
                    "topic": topic,
                    "text": text,
                    "attachments": attachments,
                });
                (CommandKind::FileFeedback, content)
            }
            Self::Route { ticket, to } => (
                CommandKind::RouteFeedback,
                json!({ "feedback": ticket.feedback, "to": to }),
            ),
            Self::Answer {
                ticket,
                text,
                general,
            } => (
                CommandKind::AnswerFeedback,
                json!({ "feedback": ticket.feedback, "answer": text, "general": general }),
            ),
            Self::Close { ticket } => (
                CommandKind::CloseFeedback,
                json!({ "feedback": ticket.feedback }),
            ),
        };
        errand.give(command, content).await
    }
}
