//! Defines what readers may ask.
//!
//! A [`Table`] is kept by one projection of the room `projections` and never by anybody else; its
//! typed row knows its own columns. A query takes a filter, builds one statement with sea-query,
//! hands it to the [`RowReader`] port and parses the dialect-free [`Row`]s that come back.
//! Whoever moves rows does it by a [`Batch`] through [`RowStore`]; whoever makes all of them anew fills
//! another of the [`RowSets`].
//!
//! # Promises
//!
//! - Rows and the cursor of a ledger move together or not at all, and never under an epoch earlier
//!   than one before.
//! - No row holds a clear personal value, except those of [`ClearValueRow`], which are removed
//!   with their owner.
//! - Nothing here counts: counts are taken at read. Units and clear names are joined at read.
//! - Rows never feed decisions: what is read here may be a moment old.
//! - Every page is bounded and follows a key, never an offset; values are always bound.
//!
//! # See also
//!
//! The chapters `rows` and `sets` of the room `contract`.

mod batch;
mod cell;
mod content;
mod cursor;
#[cfg(test)]
mod dialects;
mod error;
pub mod limits;
mod load;
mod page;
mod port;
mod queries;
mod sets;
#[macro_use]
mod table;
mod tables;
mod text;
mod write;

pub use batch::Batch;
pub use cell::{Cell, CellKind, Cells, Field, Row};
pub use content::{ContentHash, ContentHasher, content_statement};
pub use cursor::{
    Cursor, CursorTable, KeptCursor, all_cursors, move_cursor, other_cursors, read_cursor,
    rewind_cursor,
};
pub use error::{ApplyError, QueryError};
pub use load::load;
pub use page::{Page, PageError, PageSize};
pub use port::{Arrivals, RowReader, RowStore};
pub use queries::{
    assignments::{AssignmentFilter, assignments},
    awards::{Award, AwardFilter, awards},
    board::{Standing, Step, Taken, standings, steps},
    campaigns::{all_campaigns, campaign, campaigns},
    decisions::{DecisionAfter, DecisionFilter, decision, decisions},
    due::{DueGroup, due},
    funds::fund_entries,
    late::{LateRule, Lateness},
    named::Named,
    nominations::{
        Desk, Nomination, NominationAfter, NominationFilter, NominationSort, nomination,
        nominations,
    },
    people::{PersonFilter, people},
    queue::{Desks, QueueAfter, QueueEntry, QueueFilter, queue},
    quota::{Eligible, Places, Slots, eligible, places, slots},
    register::{
        Register, RegisterFilter,
        awards::{RegisteredAward, register_of_awards},
        decisions::{RegisteredDecision, register_of_decisions},
        units::register_of_units,
    },
    tickets::{TicketFilter, tickets},
    units::{UnitFilter, unit, units},
};
/// What [`RowReader::select`] is asked.
pub use sea_query::SelectStatement;
pub use sets::{HeldRows, RowSets, Set, SetError};
pub use table::{Column, TABLES, Table, TableRow};
pub use tables::{
    assignment::{AssignmentRow, AssignmentTable},
    award::{AwardRow, AwardTable},
    campaign::{CampaignRow, CampaignTable},
    clear_value::{ClearValueRow, ClearValueTable},
    decision::{DecisionRow, DecisionTable},
    eligibility::{EligibilityRow, EligibilityTable},
    fund_entry::{FundEntryRow, FundEntryTable},
    hold::{HoldRow, HoldTable},
    nomination::{NominationRow, NominationTable},
    person::{PersonRow, PersonTable},
    queue::{QueueRow, QueueTable},
    quota::{QuotaRow, QuotaTable},
    slot::{SlotRow, SlotTable},
    ticket::{TicketRow, TicketTable},
    unit::{UnitRow, UnitTable},
};
pub use text::{Folded, Search, Spelled, name_order, word_order};
pub use write::{Puts, empty_statements, put_columns_statement, put_statement, reset_statements};
