//! Names of measures. They are an interface.

use metrics::{Unit, describe_counter, describe_gauge, describe_histogram};

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
/// Events of a ledger, by `ledger`.
pub(crate) const LOG_SIZE: &str = "khen_log_size";
/// Events that the newest checkpoint speaks of, by `ledger`.
pub(crate) const LOG_CHECKPOINT_SIZE: &str = "khen_log_checkpoint_size";
/// Events that a witness has cosigned, by `ledger` and `witness`.
pub(crate) const LOG_WITNESSED_SIZE: &str = "khen_log_witnessed_size";
/// Age of a witness's last cosignature, by `ledger` and `witness`.
pub(crate) const LOG_WITNESS_AGE_SECONDS: &str = "khen_log_witness_age_seconds";
/// Logs that did not go on from what was signed before, by `kind`.
pub(crate) const INTEGRITY_VIOLATIONS: &str = "khen_integrity_violations_total";
/// Ledgers in which nothing more is recorded.
pub(crate) const LEDGERS_HALTED: &str = "khen_ledgers_halted";
/// Events that a consumer of the export has not acknowledged, by `ledger` and `consumer`.
pub(crate) const CONSUMER_LAG_EVENTS: &str = "khen_export_consumer_lag_events";
/// Age of the first event that a consumer has not acknowledged, else 0, by `ledger` and `consumer`.
pub(crate) const CONSUMER_LAG_SECONDS: &str = "khen_export_consumer_lag_seconds";
/// Nominations, by `ledger`, `campaign` and `state`.
pub(crate) const NOMINATIONS: &str = "khen_nominations";
/// Places that are approved or used up, by `ledger`, `campaign` and `kind`.
pub(crate) const QUOTA_USED: &str = "khen_quota_used";
/// Places that there are, by `ledger`, `campaign` and `kind`.
pub(crate) const QUOTA_LIMIT: &str = "khen_quota_limit";
/// How long a nomination waited at a gate that it has passed, by `gate`.
pub(crate) const GATE_WAIT_SECONDS: &str = "khen_gate_wait_seconds";

/// Tells the operator what is measured; to be called once the recorder is there.
pub fn describe_measures() {
    describe_gauge!(LAG_EVENTS, "Events that a projection has still to handle.");
    describe_gauge!(
        LAG_SECONDS,
        Unit::Seconds,
        "Age of the last event handled while more wait, else 0."
    );
    describe_gauge!(
        SINK_STOPPED,
        "1 where a sink has met an event that it cannot handle."
    );
    describe_gauge!(
        PARTITIONS_HELD,
        "Partitions of all ledgers that this process holds."
    );
    describe_counter!(REACTIONS, "Commands that reactions gave, by outcome.");
    describe_counter!(TIMER_COMMANDS, "Commands that the ticker gave, by outcome.");
    describe_gauge!(LOG_SIZE, "Events of a ledger.");
    describe_gauge!(
        LOG_CHECKPOINT_SIZE,
        "Events that the newest checkpoint of a log speaks of."
    );
    describe_gauge!(LOG_WITNESSED_SIZE, "Events that a witness has cosigned.");
    describe_gauge!(
        LOG_WITNESS_AGE_SECONDS,
        Unit::Seconds,
        "Age of the last cosignature of a witness."
    );
    describe_counter!(
        INTEGRITY_VIOLATIONS,
        "Logs that did not go on from what was signed before, by kind."
    );
    describe_gauge!(
        LEDGERS_HALTED,
        "Ledgers that are not what was signed for, in which nothing more is recorded."
    );
    describe_gauge!(
        CONSUMER_LAG_EVENTS,
        "Events that a consumer of the export has not acknowledged."
    );
    describe_gauge!(
        CONSUMER_LAG_SECONDS,
        Unit::Seconds,
        "Age of the first event that a consumer of the export has not acknowledged, else 0."
    );
    describe_gauge!(NOMINATIONS, "Nominations of a campaign, by state.");
    describe_gauge!(
        QUOTA_USED,
        "Places of a quota that are approved or used up."
    );
    describe_gauge!(QUOTA_LIMIT, "Places of a quota.");
    describe_histogram!(
        GATE_WAIT_SECONDS,
        Unit::Seconds,
        "How long nominations waited at a gate that they have passed."
    );
}
