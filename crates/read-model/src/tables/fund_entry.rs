//! Movements of the reward fund.

use jiff::Timestamp;

table! {
    /// Table `fund_entry_v1`: one row per event of a fund, kept by the projection `fund_entry`.
    /// Balances are sums over its rows, taken at read.
    FundEntryTable = "fund_entry_v1";
    /// A movement of the reward fund (quỹ TĐKT).
    FundEntryRow {
        /// The fund's stream and the position, `fund/2024#0000000123`.
        Entry entry,
        /// The budget year.
        Year year: i64,
        /// What moved: the name of the event.
        Kind kind: String,
        /// The decision that it is about, if it is about one.
        Decision decision: Option<String>,
        /// The nomination that it is about, if it is about one.
        Nomination nomination: Option<String>,
        /// The amount, đồng; of a shortfall, what is missing.
        Amount amount: i64,
        /// When it moved.
        MovedAt moved_at: Timestamp,
        /// Position of the event.
        Position position: u64,
    }
}
