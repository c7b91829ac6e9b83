//! The command line.

mod client;

use std::path::PathBuf;

use clap::{
    Args, Command, CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum,
};

use crate::verbs::Verb;

pub(crate) use client::{ClientTask, Register};

use crate::{
    profile::{self, Profile},
    season::Until,
};

/// Khen: the award-lifecycle service of a People's Committee.
///
/// Hồ sơ khen thưởng từ lúc phát động đến khi ban hành quyết định. Start with `khen demo`.
#[derive(Debug, Parser)]
#[command(name = "khen", version, max_term_width = 100, after_help = EXIT_CODES)]
pub(crate) struct Cli {
    /// Configuration file [default: /etc/khen/khen.toml, if it is there]
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        help_heading = "On the server's machine only"
    )]
    pub(crate) config: Option<PathBuf>,

    /// Folder of the office: ledger, keys, rows, files
    #[arg(
        long,
        global = true,
        value_name = "FOLDER",
        help_heading = "On the server's machine only"
    )]
    pub(crate) data: Option<PathBuf>,

    #[command(subcommand)]
    pub(crate) task: Task,
}

/// What a script may rely on.
const EXIT_CODES: &str = "\
On the server's machine: demo, season, province, serve, work, load, campaign, migrate, rebuild, config, doctor, admin, log, token, client, verify, witness.
Everything else is asked of a running server, by a person with a token.

Results go to stdout, everything else to stderr. Exit codes:
  0  done
  1  refused: a rule, or the server, says no, and why
  2  this line is wrong, and nothing more was sent
  3  no answer, or not at the moment: repeat the line with the key that was told
  4  rows were made again, but those that had served were not what the ledger says
  5  the server no longer has events that a mirror holds: it was rolled back, or is another ledger
  6  what was pulled is not what it says
  7  a log has signed for other events than those that a mirror holds: two histories
  8  what was pulled is not signed by the key of the export";

const HEAL_EXAMPLE: &str = "\
Example:
  khen admin heal --from /srv/mirror/hon-quan";

const WITNESS_EXAMPLE: &str = "\
Example:
  khen witness --name thanh-tra.example/w1 --folder /var/lib/khen-witness \\
    --log khen.example/log/hon-quan+74a2be1c+AQOh…";

/// Examples teach more than options do, so they stand above them.
const EXAMPLES_FIRST: &str =
    "{before-help}{about-with-newline}\n{usage-heading} {usage}{after-help}\n\n{all-args}";

impl Cli {
    /// Reads the command line of this process; help, version and mistakes end it.
    pub(crate) fn read() -> Self {
        let matches = Self::teaching().get_matches();
        Self::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
    }

    /// The whole command line, with help that begins with its examples.
    pub(crate) fn teaching() -> Command {
        Self::command().mut_subcommands(examples_first)
    }
}

fn examples_first(command: Command) -> Command {
    let command = match command.get_after_help() {
        Some(_) => command.help_template(EXAMPLES_FIRST),
        None => command,
    };
    command.mut_subcommands(examples_first)
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Task {
    #[command(flatten)]
    Office(OfficeTask),
    #[command(flatten)]
    Verb(Box<Verb>),
}

/// What is done on the server's machine.
#[derive(Debug, Subcommand)]
pub(crate) enum OfficeTask {
    /// Play the demo season up to a gate, and go on serving it with demo people
    Demo(DemoArguments),
    /// Play the demo season, print its report, and exit; 1 when it did not come out as it must
    Season(SeasonArguments),
    /// Load many made-up authorities, each with people and campaigns, to see how a province goes
    Province(Province),
    /// Serve a real office: JSON over HTTP
    Serve(Listen),
    /// Follow the ledgers of a database, beside as many other workers as there are
    Work {
        /// Internal address: health and metrics [default: 127.0.0.1:9090]
        #[arg(long, value_name = "ADDRESS")]
        internal_listen: Option<std::net::SocketAddr>,
    },
    /// Load definitions (TOML) into the ledger: an authority, its people, a campaign
    Load(Load),
    /// What a campaign's definition means, before it is loaded
    #[command(subcommand)]
    Campaign(CampaignTask),
    /// Make or update the tables of the office, and exit
    Migrate,
    /// Make the rows again from the ledger, beside those that serve, and put them in their place
    ///
    /// Servers and workers may run meanwhile. Over Postgres it needs the rights of the database's owner, as
    /// `migrate` does.
    Rebuild(Rebuild),
    /// The effective configuration
    #[command(subcommand)]
    Config(ConfigTask),
    /// Look for what is wrong or unsafe here, and say what to do
    Doctor,
    /// Look whether ledgers are still what was recorded, sealed and signed; 1 when one is damaged
    ///
    /// Every event is read and hashed once more, and held against the tiles, the checkpoints and what the
    /// signer remembers. Nothing is changed; servers and workers may run meanwhile. Rows are held against
    /// the ledger with --rows.
    Verify(Verify),
    /// What only whoever runs the server may do
    #[command(subcommand)]
    Admin(AdminTask),
    /// The transparency log of a ledger, on the server's machine
    #[command(subcommand)]
    Log(LogTask),
    /// Watch logs for somebody else: cosign what has grown from what was cosigned before
    ///
    /// It belongs to another institution than the logs, on a machine of its own.
    #[command(after_help = WITNESS_EXAMPLE)]
    Witness(WitnessArguments),
    /// Tokens of people and programs, on the server's machine
    #[command(subcommand)]
    Token(TokenTask),
    /// Programs of other institutions that read the export with a key of their own
    #[command(subcommand)]
    Client(ClientTask),
}

/// How to play the demo.
#[derive(Debug, Args)]
pub(crate) struct DemoArguments {
    #[command(flatten)]
    pub(crate) listen: Listen,
    #[command(flatten)]
    pub(crate) profile: ChosenProfile,
    /// The gate at which the season stops, so that there is work at many desks
    #[arg(long, value_enum, default_value_t = Until::Review)]
    pub(crate) until: Until,
}

/// How to play the season.
#[derive(Debug, Args)]
pub(crate) struct SeasonArguments {
    /// The gate at which it stops [default: where the season ends]
    #[arg(long, value_enum)]
    pub(crate) until: Option<Until>,
    #[command(flatten)]
    pub(crate) profile: ChosenProfile,
    /// At least so many nominations, up to 5,000: the season is played as many times over, at once
    #[arg(long, value_name = "NOMINATIONS", value_parser = clap::value_parser!(u32).range(1..=5_000))]
    pub(crate) scale: Option<u32>,
    /// Servers over a database that run already, with workers beside them: played against in turn
    #[arg(long, value_name = "URL", value_delimiter = ',')]
    pub(crate) against: Vec<String>,
}

/// How large the province is.
#[derive(Debug, Args)]
pub(crate) struct Province {
    /// Authorities: `xa-0001` and so on; Đồng Nai has 95 communes and wards, the country 3,321
    #[arg(long, default_value_t = 95, value_parser = at_most::<9_999>)]
    pub(crate) authorities: usize,
    /// Campaigns of each
    #[arg(long, default_value_t = 2, value_parser = at_most::<2>)]
    pub(crate) campaigns: usize,
}

/// A number from 0 to `MAX`.
fn at_most<const MAX: usize>(text: &str) -> Result<usize, String> {
    let number = text.parse().ok().filter(|number| *number <= MAX);
    number.ok_or_else(|| format!("a number from 0 to {MAX}"))
}

/// Whose season.
#[derive(Debug, Args)]
pub(crate) struct ChosenProfile {
    /// Authority, people and campaign that come with the program
    #[arg(long = "profile", value_name = "PROFILE", value_parser = profile::named, default_value = profile::DEFAULT)]
    pub(crate) chosen: &'static Profile,
}

/// Where to listen.
#[derive(Debug, Args)]
pub(crate) struct Listen {
    /// Public address [default: 127.0.0.1:8080; port 0 takes a free one]
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) listen: Option<std::net::SocketAddr>,
    /// Internal address: health and metrics [default: 127.0.0.1:9090]
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) internal_listen: Option<std::net::SocketAddr>,
}

/// What to load.
#[derive(Debug, Args)]
pub(crate) struct Load {
    /// Definition files, in the order authority, people, campaign
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Only check the files; change nothing
    #[arg(long)]
    pub(crate) check: bool,
    /// Acting assignment for a campaign, when several campaign managers are known
    #[arg(long, value_name = "ASSIGNMENT")]
    pub(crate) assignment: Option<String>,
    /// Assignment of the campaign authority whose plan it is, when several are known
    #[arg(long, value_name = "ASSIGNMENT")]
    pub(crate) on_behalf_of: Option<String>,
}

/// Campaigns.
#[derive(Debug, Subcommand)]
pub(crate) enum CampaignTask {
    /// Explain a definition in plain words; fail where it is wrong, warn where it is unusual
    Check(CampaignCheck),
}

/// What to explain.
#[derive(Debug, Args)]
pub(crate) struct CampaignCheck {
    /// The definition of the campaign
    pub(crate) file: PathBuf,
    /// The definition of its authority: instruments are looked up, prizes are worked out
    #[arg(long, value_name = "FILE")]
    pub(crate) authority: Option<PathBuf>,
    /// For people or for machines
    #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
    pub(crate) format: AnswerFormat,
    /// Language of the answer
    #[arg(long, value_enum, default_value_t = AnswerLanguage::Vi)]
    pub(crate) language: AnswerLanguage,
}

/// How to rebuild.
#[derive(Debug, Args)]
pub(crate) struct Rebuild {
    /// Change nothing; print the hash of the rows as they stand
    #[arg(long, conflicts_with = "back")]
    pub(crate) hash_only: bool,
    /// Put the rows back that served before the last rebuild, brought up to date
    #[arg(long)]
    pub(crate) back: bool,
}

/// Configuration.
#[derive(Debug, Subcommand)]
pub(crate) enum ConfigTask {
    /// Print it, as TOML
    Show,
}

/// What to verify.
#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// The ledger, by its slug; without it, all
    #[arg(long)]
    pub(crate) ledger: Option<String>,
    /// Also fold every ledger afresh and name the rows that differ, by table and key: takes as long, and needs
    /// the same rights, as `khen rebuild`
    #[arg(long)]
    pub(crate) rows: bool,
    /// Also open every document that events name, and hash it: needs the master key
    #[arg(long)]
    pub(crate) documents: bool,
    /// For programs: one verdict for each ledger, with the kind and the position of each damage
    #[arg(long)]
    pub(crate) json: bool,
}

/// What only whoever runs the server may do.
#[derive(Debug, Subcommand)]
pub(crate) enum AdminTask {
    /// Put back what a ledger has lost, and lift its halt
    ///
    /// Every event of the mirror is held against what the ledger still has and against all that was signed
    /// and witnessed; then the missing ones are put back as they were recorded, in order. One that is stopped
    /// on the way leaves the ledger halted with a proven beginning of them, and goes on when run again. Stop
    /// `khen serve` of an office in a folder before; a cluster may go on.
    #[command(after_help = HEAL_EXAMPLE)]
    Heal(Heal),
    /// A time in which nothing is recorded, in any ledger, while reads and exports go on
    ///
    /// Every process sees it within its poll interval, a second unless configured; a command that is on its
    /// way then is still recorded.
    #[command(subcommand)]
    ReadOnly(ReadOnlyTask),
    /// Forget a consumer of the export, which may then begin anew under its name
    ///
    /// For a copy that was lost or is not kept any more: until then it holds a place of its client, and is
    /// measured as lagging. `khen log show` lists consumers.
    ForgetConsumer {
        /// The ledger, by its slug
        #[arg(long)]
        ledger: String,
        /// The consumer
        #[arg(long, value_name = "ID", value_parser = khen_eventlog::ConsumerId::parse)]
        consumer: khen_eventlog::ConsumerId,
    },
}

/// A read-only time.
#[derive(Debug, Subcommand)]
pub(crate) enum ReadOnlyTask {
    /// Begin it; commands are answered 503 `read-only`
    Start {
        /// Why, in words for those who wait
        #[arg(long)]
        reason: String,
    },
    /// End it
    Stop,
    /// Say whether there is one
    Show,
}

/// What to heal, and from what.
#[derive(Debug, Args)]
pub(crate) struct Heal {
    /// Folder that `khen pull` keeps under the token of an auditor, or a backup: a folder with a
    /// ledger.db. Without it the ledger is only looked at, and its halt lifted if it lacks nothing
    #[arg(long, value_name = "FOLDER")]
    pub(crate) from: Option<PathBuf>,
    /// The ledger, by its slug; without it, that of the mirror
    #[arg(long)]
    pub(crate) ledger: Option<String>,
    /// Also put back the last events of the mirror that were never signed: nothing proves them
    #[arg(long)]
    pub(crate) with_unsigned: bool,
}

/// The logs.
#[derive(Debug, Subcommand)]
pub(crate) enum LogTask {
    /// Its name, its keys, its size and root as they were last signed: what is printed on paper
    Show {
        /// The ledger, by its slug
        #[arg(long)]
        ledger: String,
    },
}

/// How to witness.
#[derive(Debug, Args)]
pub(crate) struct WitnessArguments {
    /// What the witness is called: a URL without its scheme; stands beside every cosignature
    #[arg(long, value_parser = khen_audit::KeyName::parse)]
    pub(crate) name: khen_audit::KeyName,
    /// Its key, made at the first start, and what it cosigned
    #[arg(long, value_name = "FOLDER")]
    pub(crate) folder: PathBuf,
    /// The verifier key of a log that it watches, as its operator tells it
    #[arg(long = "log", value_name = "VKEY", required = true, value_parser = khen_audit::VerifierKey::parse)]
    pub(crate) logs: Vec<khen_audit::VerifierKey>,
    /// Address; TLS is a reverse proxy's business
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8090")]
    pub(crate) listen: std::net::SocketAddr,
}

/// Tokens.
#[derive(Debug, Subcommand)]
pub(crate) enum TokenTask {
    /// Issue a token for an assignment; it is shown once
    Issue {
        /// The ledger, by its slug
        #[arg(long)]
        ledger: String,
        /// The assignment that acts; without it, all assignments are listed
        #[arg(long)]
        assignment: Option<String>,
        /// What it is for; no personal data
        #[arg(long, default_value = "")]
        label: String,
        /// Days until it ends by itself
        #[arg(long, default_value_t = 90)]
        days: u16,
    },
    /// List tokens of a ledger
    List {
        /// The ledger, by its slug
        #[arg(long)]
        ledger: String,
    },
    /// Revoke a token
    Revoke {
        /// The token's id: the part between the first two underscores
        token_id: String,
    },
}

/// Form of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnswerFormat {
    /// Lines for people
    Text,
    /// One JSON document on stdout, a refusal too
    Json,
}

/// Language of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnswerLanguage {
    /// Tiếng Việt
    Vi,
    /// English
    En,
}

impl AnswerLanguage {
    /// The language of the catalogues.
    pub(crate) fn texts(self) -> khen_texts::Language {
        match self {
            Self::Vi => khen_texts::Language::Vi,
            Self::En => khen_texts::Language::En,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::teaching().debug_assert();
    }
}
