//! Runs the contract against a real Postgres.

#[path = "../common/database.rs"]
mod database;
mod house;
mod shared;
#[path = "../common/stores.rs"]
mod stores;

use house::{fresh_ledger, fresh_office, fresh_rows, fresh_seal, fresh_sets, ledger_with, turned};
use shared::fresh_house;

khen_contract::append_contract!(fresh_ledger());
khen_contract::commands_contract!(fresh_ledger());
khen_contract::ledgers_contract!(fresh_ledger());
khen_contract::read_contract!(fresh_ledger());
khen_contract::feed_contract!(fresh_ledger());
khen_contract::crowd_contract!(fresh_ledger());
khen_contract::restore_contract!(turned());
khen_contract::clock_contract!(ledger_with);
khen_contract::racing_contract!(fresh_house());
khen_contract::faults_contract!(fresh_house());
khen_contract::keys_contract!(fresh_office());
khen_contract::credentials_contract!(fresh_office());
khen_contract::clients_contract!(fresh_office());
khen_contract::access_contract!(fresh_office());
khen_contract::files_contract!(fresh_office());
khen_contract::cursors_contract!(fresh_office());
khen_contract::stops_contract!(fresh_office());
khen_contract::halts_contract!(fresh_office());
khen_contract::acks_contract!(fresh_office());
khen_contract::leases_contract!(fresh_office());
khen_contract::rows_contract!(fresh_rows());
khen_contract::sets_contract!(fresh_sets());
khen_contract::tiles_contract!(fresh_seal());
