//! Names of measures. They are an interface.

/// Events that a sink has still to handle, by `projection` and `ledger`.
pub(crate) const LAG_EVENTS: &str = "khen_projection_lag_events";
/// Age of the last event handled while more wait, else 0, by `projection` and `ledger`.
pub(crate) const LAG_SECONDS: &str = "khen_projection_lag_seconds";
/// Whether a sink has stopped (1) or not (0), by `sink` and `ledger`.
pub(crate) const SINK_STOPPED: &str = "khen_sink_stopped";
/// Partitions of all ledgers that this process holds.
pub(crate) const PARTITIONS_HELD: &str = "khen_partitions_held";
/// Commands that reactions gave, by `reaction` and `outcome`.
pub(crate) const REACTIONS: &str = "khen_reactions_total";
/// Commands that the ticker gave, by `outcome`.
pub(crate) const TIMER_COMMANDS: &str = "khen_timer_commands_total";
