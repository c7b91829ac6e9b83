//! What people do and ask at a running server, in the order of the process. One file per verb.

mod aftermath;
mod ask;
mod command;
mod council;
mod decision;
mod ledger;
mod office;
mod paper;
mod pull;
mod table;
mod unit;
mod verb_for;

use std::process::ExitCode;

use clap::Subcommand;

pub(crate) use verb_for::verb_for;

/// One line of one person.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    Queue(ask::Queue),
    Nominate(unit::Nominate),
    Meeting(unit::Meeting),
    Submit(unit::Submit),
    Withdraw(unit::Withdraw),
    Receive(office::Receive),
    Review(office::Review),
    Hold(office::Hold),
    Council(council::Council),
    Present(council::Present),
    /// The places of a campaign: rank for them, promote from a waitlist, move and change them
    Quota(table::Whole<office::Quota>),
    Decide(decision::Decide),
    /// Let a deputy sign for the Chairman, for a time and for some acts
    Delegate(table::Whole<decision::Delegate>),
    Sign(decision::Sign),
    Number(decision::Number),
    Issue(decision::Issue),
    Dispatch(decision::Dispatch),
    /// Print, sign, seal and hand over the certificates of an issued decision
    Certificate(table::Whole<aftermath::Certificate>),
    /// Compute and pay prizes, and keep the fund that pays them (finance officer)
    Prize(table::Whole<aftermath::Prize>),
    /// Plan and record what is broadcast and written of awards (publicity officer)
    Publicity(table::Whole<aftermath::Publicity>),
    /// The conference at which awards are presented and the campaign is summed up
    Conference(table::Whole<aftermath::Conference>),
    /// Close the selection, the campaign, and hand its files to the archive
    Close(table::Whole<aftermath::Close>),
    /// Register, accept and decide complaints; open a case again (complaint officer)
    Complaint(table::Whole<office::Complaint>),
    Feedback(office::Feedback),
    Status(ask::Status),
    Timeline(ask::Timeline),
    Board(ask::Board),
    People(ask::People),
    History(ledger::History),
    Audit(ledger::Audit),
    Export(ledger::Export),
    Pull(pull::Pull),
    Command(command::Given),
}

impl Verb {
    /// Does it, tells what came of it, and answers with the exit code.
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        match self {
            Self::Queue(verb) => verb.run().await,
            Self::Nominate(verb) => verb.run().await,
            Self::Meeting(verb) => verb.run().await,
            Self::Submit(verb) => verb.run().await,
            Self::Withdraw(verb) => verb.run().await,
            Self::Receive(verb) => verb.run().await,
            Self::Review(verb) => verb.run().await,
            Self::Hold(verb) => verb.run().await,
            Self::Council(verb) => verb.run().await,
            Self::Present(verb) => verb.run().await,
            Self::Quota(verb) => verb.run().await,
            Self::Delegate(verb) => verb.run().await,
            Self::Complaint(verb) => verb.run().await,
            Self::Decide(verb) => verb.run().await,
            Self::Sign(verb) => verb.run().await,
            Self::Number(verb) => verb.run().await,
            Self::Issue(verb) => verb.run().await,
            Self::Dispatch(verb) => verb.run().await,
            Self::Certificate(verb) => verb.run().await,
            Self::Prize(verb) => verb.run().await,
            Self::Publicity(verb) => verb.run().await,
            Self::Conference(verb) => verb.run().await,
            Self::Close(verb) => verb.run().await,
            Self::Feedback(verb) => verb.run().await,
            Self::Status(verb) => verb.run().await,
            Self::Timeline(verb) => verb.run().await,
            Self::Board(verb) => verb.run().await,
            Self::People(verb) => verb.run().await,
            Self::History(verb) => verb.run().await,
            Self::Audit(verb) => verb.run().await,
            Self::Export(verb) => verb.run().await,
            Self::Pull(verb) => verb.run().await,
            Self::Command(verb) => verb.run().await,
        }
    }
}
