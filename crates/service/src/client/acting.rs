//! How an act is recorded.

use clap::Args;

use super::{Server, local_time, word};
use khen_domain::{LateReason, Moment};

/// How an act is recorded.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "How it is recorded")]
pub(crate) struct Acting {
    /// Whose act is recorded when it is not your own: a role such as `chairman`, a name, or an id
    #[arg(long, global = true, value_name = "WHO")]
    pub(crate) on_behalf_of: Option<String>,
    /// When it happened, if it is recorded afterwards: 2024-11-19T16:00 is a time in Viet Nam
    #[arg(long, global = true, value_name = "TIME", value_parser = local_time)]
    pub(crate) occurred_at: Option<Moment>,
    /// Why it is recorded late, where the lag asks for a reason
    #[arg(long, global = true, value_name = "REASON", value_parser = word::<LateReason>())]
    pub(crate) backdating_reason: Option<LateReason>,
    /// Key of this line: repeated with the same key it is not recorded twice [default: a fresh one,
    /// told when something goes wrong]
    #[arg(long, global = true)]
    pub(crate) key: Option<String>,
    #[command(flatten)]
    pub(crate) server: Server,
}
