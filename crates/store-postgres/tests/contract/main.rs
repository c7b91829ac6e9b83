//! Runs the contract against a real Postgres.

mod house;

use house::{fresh_ledger, fresh_rows, ledger_with};

khen_contract::append_contract!(fresh_ledger());
khen_contract::commands_contract!(fresh_ledger());
khen_contract::ledgers_contract!(fresh_ledger());
khen_contract::read_contract!(fresh_ledger());
khen_contract::feed_contract!(fresh_ledger());
khen_contract::crowd_contract!(fresh_ledger());
khen_contract::clock_contract!(ledger_with);
khen_contract::rows_contract!(fresh_rows());
