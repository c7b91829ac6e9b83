//! Tables of rows, and the one form in which they are declared.

use crate::{
    AssignmentRow, AwardRow, CampaignRow, Cell, CellKind, Cells, ClearValueRow, DecisionRow,
    EligibilityRow, FundEntryRow, HoldRow, NominationRow, PersonRow, QueryError, QueueRow,
    QuotaRow, Row, SlotRow, TicketRow, UnitRow,
};

/// A table of rows. Its first column is the ledger, its second the key within the ledger.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name, which ends in the version of the model, for example `unit_v1`.
    pub name: &'static str,
    /// Its columns, in the order of the migration.
    pub columns: &'static [Column],
}

/// A column.
#[derive(Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: CellKind,
}

impl Table {
    /// The column of the ledger.
    #[must_use]
    pub fn ledger(&self) -> &'static str {
        self.columns[0].name
    }

    /// The version of the model, in which its name ends: all tables have the same.
    #[must_use]
    pub fn version(&self) -> &'static str {
        let (_, version) = self.name.rsplit_once('_').unwrap_or_default();
        version
    }

    /// The column of the key within the ledger.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.columns[1].name
    }
}

/// The typed row of one table.
pub trait TableRow: Sized + Send {
    /// The table.
    const TABLE: &'static Table;

    /// The key within the ledger.
    fn key(&self) -> &str;

    /// The row of `ledger`, in the order of the columns.
    fn row(&self, ledger: &str) -> Row;

    /// Reads the columns of the table, the ledger first.
    ///
    /// # Errors
    /// [`QueryError::Corrupt`] names the first column that does not parse.
    fn read(cells: &mut Cells) -> Result<Self, QueryError>;
}

/// Every table that a batch may move.
pub const TABLES: &[&Table] = &[
    AssignmentRow::TABLE,
    AwardRow::TABLE,
    CampaignRow::TABLE,
    ClearValueRow::TABLE,
    DecisionRow::TABLE,
    EligibilityRow::TABLE,
    FundEntryRow::TABLE,
    HoldRow::TABLE,
    NominationRow::TABLE,
    PersonRow::TABLE,
    QueueRow::TABLE,
    QuotaRow::TABLE,
    SlotRow::TABLE,
    TicketRow::TABLE,
    UnitRow::TABLE,
];

/// The first cell of every row.
pub(crate) fn ledger_cell(ledger: &str) -> Cell {
    Cell::Text(ledger.to_owned())
}

/// Declares a table: the enum of its names and its typed row. The first field is the key.
macro_rules! table {
    (
        $(#[$table_doc:meta])+
        $table:ident = $word:literal;
        $(#[$row_doc:meta])+
        $row:ident {
            $(#[$key_doc:meta])+
            $key_column:ident $key:ident,
            $($(#[$doc:meta])+ $column:ident $field:ident: $kind:ty),+ $(,)?
        }
    ) => {
        $(#[$table_doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $table {
            /// The table.
            Table,
            /// The ledger.
            Ledger,
            $(#[$key_doc])+
            $key_column,
            $($(#[$doc])+ $column),+
        }

        impl sea_query::Iden for $table {
            fn unquoted(&self) -> &str {
                match self {
                    Self::Table => $word,
                    Self::Ledger => "ledger",
                    Self::$key_column => stringify!($key),
                    $(Self::$column => stringify!($field)),+
                }
            }
        }

        $(#[$row_doc])+
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $row {
            $(#[$key_doc])+
            pub $key: String,
            $($(#[$doc])+ pub $field: $kind),+
        }

        impl $crate::TableRow for $row {
            const TABLE: &'static $crate::Table = &$crate::Table {
                name: $word,
                columns: &[
                    $crate::Column { name: "ledger", kind: $crate::CellKind::Text },
                    $crate::Column { name: stringify!($key), kind: $crate::CellKind::Text },
                    $($crate::Column {
                        name: stringify!($field),
                        kind: <$kind as $crate::Field>::KIND,
                    }),+
                ],
            };

            fn key(&self) -> &str {
                &self.$key
            }

            fn row(&self, ledger: &str) -> $crate::Row {
                $crate::Row(vec![
                    $crate::table::ledger_cell(ledger),
                    $crate::Field::cell(&self.$key),
                    $($crate::Field::cell(&self.$field)),+
                ])
            }

            fn read(cells: &mut $crate::Cells) -> Result<Self, $crate::QueryError> {
                let _ledger: String = cells.take("ledger")?;
                Ok(Self {
                    $key: cells.take(stringify!($key))?,
                    $($field: cells.take(stringify!($field))?),+
                })
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_says_its_version() {
        for table in TABLES {
            assert_eq!(table.version(), "v1", "{}", table.name);
            assert_eq!(table.ledger(), "ledger");
        }
        assert!(TABLES.is_sorted_by_key(|table| table.name));
    }
}
