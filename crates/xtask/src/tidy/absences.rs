//! What is deliberately not there.

pub(super) mod domain_is_pure;
pub(super) mod domain_knows_no_profile;
pub(super) mod only_desk_appends;
pub(super) mod only_wiring_names_adapters;
pub(super) mod only_workers_move_rows;
pub(super) mod stores_know_no_nomination;
